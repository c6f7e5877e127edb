// What the command line reports on whole repositories: those made for this test, and those that the corpus has files of.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Indexed } from '../../scripts/resources.mjs';
import { outlineOf } from '../../server/agent/outline';
import { isTemplate } from '../../server/agent/template';
import type { Severity } from '../../server/rules/rule';
import { corpusAgents } from '../support/corpus-agents';
import { corpusIndex, readCorpus } from '../support/resources';
import { running } from '../support/running';

export interface Project {
  readonly name: string;
  /** Texts by path, relative to the root of the repository. */
  readonly files: Readonly<Record<string, string>>;
  /** The source of a file, as a label names it: `made/shop/.claude/agents/a.md`, or a file of the corpus. */
  readonly sourceOf: (path: string) => string;
  /** Whether a finding of this rule can be judged here. */
  readonly canJudge: (finding: Pick<Reported, 'rule' | 'severity'>) => boolean;
}

/** A finding, as the report of the command line has it. */
export interface Reported {
  readonly source: string;
  readonly rule: string;
  /** `any` for advice that is no host's. */
  readonly host: string;
  readonly severity: Severity;
  readonly message: string;
  /** Counted from 1; 0 for the file as a whole. */
  readonly line: number;
  /** The line, and the part of it that is underlined. */
  readonly lineText: string;
  readonly subject: string;
  /** The file's whole text. */
  readonly text: string;
  /** Another name that the finding is about: it is in the message, but has no finding of its own. */
  readonly isAlso?: true;
}

const folder = 'test/precision/repositories';

export function madeProjects(): readonly Project[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({
      name: `made/${name}`,
      files: filesBelow(path.join(folder, name)),
      sourceOf: (file: string) => `made/${name}/${file}`,
      canJudge: () => true,
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

function filesBelow(root: string): Readonly<Record<string, string>> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return Object.fromEntries(
    entries.map((file) => [
      path.relative(root, file).replaceAll('\\', '/'),
      unfolded(readFileSync(file, 'utf8')),
    ]),
  );
}

/** Keys are split so that a scan of these sources finds none, and long prompts are filled up here. */
const unfolded = (text: string): string =>
  text
    .replaceAll('<split>', '')
    .replaceAll(/<fill (\d+)>/g, (_, size: string) =>
      'Follow the rules of the house.\n'.repeat(Math.ceil(Number(size) / 31)),
    );

/**
 * The corpus contains only agent files, not whole repositories: what a rule reports as missing may only be missing from the
 * corpus.
 */
const needWholeRepository: ReadonlySet<string> = new Set([
  'unknown-agent',
  'missing-script',
  'missing-server',
  'missing-skill',
  'unreachable-agent',
]);

/** That a file is in a folder of its host, but too deep, is known from its path; the rest depends on what is around it. */
const isAboutSurroundings = ({ rule, severity }: Pick<Reported, 'rule' | 'severity'>): boolean =>
  needWholeRepository.has(rule) || (rule === 'unread-location' && severity !== 'warning');

export function corpusProjects(): readonly Project[] {
  const projects = new Map<string, Indexed[]>();
  for (const one of corpusIndex) projects.set(one.repo, [...(projects.get(one.repo) ?? []), one]);
  const ownPaths = new Map(corpusAgents().map((one) => [one.file, one]));
  return [...projects].map(([name, all]) => {
    const sources = new Map<string, string>();
    for (const { path: location, tier, file } of all) {
      const agent = ownPaths.get(file);
      // A collection is there to be copied into the folder of its host; what a program reads or fills in is not.
      const isCopied =
        tier === 'loose' &&
        agent?.own === true &&
        !isInDotFolder(location) &&
        !isTemplate(outlineOf(agent.text), { path: location, isRead: false });
      const own = isCopied ? agent.path : location;
      sources.set(sources.has(own) ? location : own, file);
    }
    return {
      name,
      files: {
        ...Object.fromEntries(all.flatMap(manifestOf)),
        ...Object.fromEntries([...sources].map(([at, file]) => [at, readCorpus(file)])),
      },
      sourceOf: (at: string) => sources.get(at) ?? at,
      canJudge: (finding) => !isAboutSurroundings(finding),
    };
  });
}

/** In the folder of a program, which reads its files there: hosts' own folders are no collections. */
const isInDotFolder = (file: string): boolean => /(?:^|\/)\.[^/]+\//.test(file);

/** A folder is a plugin by its manifest, which the corpus does not hold. */
function manifestOf({ path: file, tier }: Indexed): readonly (readonly [string, string])[] {
  const root = tier === 'plugin' ? /^(.*\/)?agents\//.exec(file) : null;
  if (!root) return [];
  const name = path.posix.basename(root[1] ?? 'plugin');
  return [[`${root[1] ?? ''}.claude-plugin/plugin.json`, JSON.stringify({ name })]];
}

interface Position {
  readonly line: number;
  readonly character: number;
}

interface Range {
  readonly start: Position;
  readonly end: Position;
}

interface Report {
  readonly findings: readonly {
    readonly file: string;
    readonly rule: string;
    readonly host: string | null;
    readonly onlyFades?: true;
    readonly severity: Severity;
    readonly message: string;
    readonly range: Range | null;
    readonly also?: readonly Range[];
  }[];
}

/** Every finding of `dossier check --loose` in the repository's root, with the default settings. */
export function reportedIn({ name, files, sourceOf, canJudge }: Project): readonly Reported[] {
  const ran = running(files, ['check', '--loose', '--format', 'json']);
  if (ran.code !== 0 && ran.code !== 1) throw new Error(`${name}: ${ran.err}`);
  const { findings } = ran.json as Report;
  return (
    findings
      // An editor only fades these: people are not shown them elsewhere.
      .filter((finding) => canJudge(finding) && finding.onlyFades !== true)
      .flatMap(({ file, rule, host, severity, message, range, also = [] }) => {
        const text = files[file] ?? '';
        const lines = text.split(/\r?\n/);
        return [range, ...also].map((at, index) => ({
          ...(index > 0 && { isAlso: true as const }),
          source: sourceOf(file),
          rule,
          host: host ?? 'any',
          severity,
          message,
          line: at ? at.start.line + 1 : 0,
          lineText: at ? oneCell(lines[at.start.line] ?? '') : '',
          subject: at ? oneCell(partOf(lines, at.start, at.end)) : '',
          text,
        }));
      })
  );
}

function partOf(lines: readonly string[], start: Position, end: Position): string {
  const first = lines[start.line] ?? '';
  if (start.line === end.line) return first.slice(start.character, end.character);
  const between = lines.slice(start.line + 1, end.line);
  return [
    first.slice(start.character),
    ...between,
    (lines[end.line] ?? '').slice(0, end.character),
  ].join('\n');
}

/** Fits into a cell of a table: no tab, no end of a line, at most 120 characters. */
export const oneCell = (text: string): string =>
  text
    .replaceAll(/[\t\r\n]+/g, ' ')
    .trim()
    .slice(0, 120)
    .trim();
