// `dossier explain`: what each host does with a file, in the public JSON format.

import type { Skill as ExplainedSkill } from '../contract/library';
import type { HostCatalog } from '../hosts/catalog/host-catalog';
import { namedFiles, type SurveyedFile, survey } from '../workspace/survey';
import { configFlags, configUsage, configured } from './config';
import { explainFile } from './explain-file';
import { explainPlugin, folderAt, humanPlugin, markdownPlugin } from './explain-plugin';
import { type ExplainedFile, type ExplainedVerdict, printed } from './explained';
import { humanFix, withFix, writeFix } from './fix-plugin';
import { exit, type Io, UsageError, unreadable, type World } from './io';
import { callersOf } from './list-skills';
import { contextOf, wordOf } from './options';
import { type Options, parse } from './parse';
import { hostsOf } from './programs';
import { printable } from './report/cells';
import { inertLines } from './report/inert-lines';
import { fieldWords, reasonWords, resultWords } from './report/result-words';

export function explainUsage(): string {
  return `dossier explain FILE...   show how each program interprets a file, or a plugin: a folder

  --program ID,...     these programs, or all (default: those that read the location)
  --as PATH            evaluate the file as if it were at PATH; {name} is replaced by the file name;
                       @own: at each program's own project folder
  --files-from LIST    read paths from LIST, one per line; - for standard input
  --context KEY=VALUE  facts about the environment: platform, background, mcp, ...
  --fix                for folders: write and move files so that programs load more of the plugin, and none loads less
  --dry-run            with --fix: only show what would be written and moved
${configUsage}
  --format FORMAT      human (default), json, ndjson; for folders also markdown

Of the settings, only the versions of programs are used, and neither with --program nor with --as.
`;
}

/** @throws UsageError */
export function explain(argv: readonly string[], world: World, io: Io): number {
  const { paths, values } = parse(argv, flags);
  if (values['help']) {
    io.out(explainUsage());
    return exit.clean;
  }
  const named = [...paths, ...listedFiles(values['files-from'], world, io)];
  const folders = named.filter((path) => world.isFolder(path));
  const files = named.filter((path) => !folders.includes(path));
  if (named.length === 0)
    throw new UsageError('explain requires a file. Run `dossier explain FILE`.');
  const format = formatOf(values);
  const chosen = hostsOf(world.catalog, values['program']);
  const fixing = fixOf(values, files);
  const hosts = chosen ?? world.catalog.mainHosts;
  const plugins = folders.map((folder) => {
    const found = folderAt(folder, world);
    const plugin = explainPlugin(found, hosts);
    return fixing === null ? plugin : withFix(plugin, found, hosts, world);
  });
  if (fixing === 'write')
    for (const [index, { fix }] of plugins.entries())
      if (fix) writeFix(folders[index] ?? '', fix, world);
  if (format === 'markdown' && files.length > 0)
    throw new UsageError('--format markdown is for folders. Use human, json or ndjson for files.');
  const explainOne = explainer(argv, files, { world, io });
  let failed = false;
  let separator = '';
  if (format === 'json') io.out('{"files":[');
  for (const file of survey(namedFiles(files), world)) {
    for (const result of explainOne(file)) {
      failed ||= 'error' in result;
      if (format === 'human') io.out(humanVerdicts(world.catalog, result, io.color));
      else io.out(`${separator}${printed(result)}${format === 'ndjson' ? '\n' : ''}`);
      if (format === 'json') separator = ',';
    }
  }
  const nameOf = (id: string): string => world.catalog.hostById(id)?.name ?? id;
  for (const plugin of plugins) {
    if (format === 'human') {
      io.out(humanPlugin(plugin, nameOf));
      if (fixing !== null) humanFix(plugin, fixing === 'write', nameOf, io.out);
    }
    if (format === 'markdown') io.out(markdownPlugin(plugin, nameOf));
    else if (format === 'ndjson') io.out(`${JSON.stringify(plugin)}\n`);
  }
  if (format === 'json')
    io.out(`]${plugins.length > 0 ? `,"plugins":${JSON.stringify(plugins)}` : ''}}\n`);
  return failed ? exit.failed : exit.clean;
}

const flags = {
  program: { type: 'string' },
  as: { type: 'string' },
  'files-from': { type: 'string' },
  context: { type: 'string', multiple: true },
  fix: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  format: { type: 'string' },
  ...configFlags,
} as const;

/** @throws UsageError where files are named */
function fixOf(values: Options['values'], files: readonly string[]): 'write' | 'show' | null {
  const isDry = values['dry-run'] === true;
  if (values['fix'] !== true && isDry) throw new UsageError('--dry-run requires --fix. Add --fix.');
  if (values['fix'] !== true) return null;
  if (files.length > 0)
    throw new UsageError('--fix is for folders. Use `dossier check --fix` for files.');
  return isDry ? 'show' : 'write';
}

const formatOf = ({ format }: Options['values']): 'human' | 'json' | 'ndjson' | 'markdown' =>
  wordOf(format, ['human', 'json', 'ndjson', 'markdown'], 'human', 'format');

/**
 * Explains one file with the options of the command line.
 * @throws UsageError, also for the configuration that applies to one of the files: after the first output it would be too late.
 */
function explainer(
  argv: readonly string[],
  files: readonly string[],
  { world, io }: { readonly world: World; readonly io: Io },
): (file: SurveyedFile) => readonly ExplainedFile[] {
  const { values } = parse(argv, flags);
  const chosen = hostsOf(world.catalog, values['program']);
  const context = contextOf(values['context']);
  const as = values['as'] === undefined ? undefined : String(values['as']);
  const config = configured({ io, values, flags: {} }, world);
  if (as === undefined && !chosen) for (const file of files) config.settingsOf(file);
  return (file) => explainFile(file, { as, chosen, context, config, world });
}

function listedFiles(list: unknown, world: World, io: Io): string[] {
  if (list === undefined) return [];
  const text = list === '-' ? io.stdin() : world.read(String(list));
  if (typeof text !== 'string') throw unreadable(String(list), text);
  return text.split(/\r?\n/).filter((line) => line !== '');
}

// Formats verdicts for a terminal: one line per host, followed by the differences from the source file.

const colors: Readonly<Record<string, number>> = {
  loads: 32,
  'loads-changed': 33,
  ignored: 31,
  refused: 31,
  'stops-host': 31,
};

function humanVerdicts(catalog: HostCatalog, explained: ExplainedFile, color: boolean): string {
  if ('error' in explained)
    return `${inertLines(printable(explained.file))}\n  ${explained.error}\n`;
  const { file, entry, verdicts } = explained;
  if (verdicts.length === 0)
    return `${inertLines(printable(file))}\n  No program reads an agent from this file. Use --as PATH to evaluate it at another path.\n`;
  return [
    inertLines(printable(entry === undefined ? file : `${file}, ${entry}`)),
    ...verdicts.flatMap((verdict) =>
      verdictLines(catalog, verdict, { color, isEntry: entry !== undefined }),
    ),
    '',
  ].join('\n');
}

function verdictLines(
  catalog: HostCatalog,
  verdict: ExplainedVerdict,
  { color, isEntry }: { readonly color: boolean; readonly isEntry: boolean },
): string[] {
  const { host, hostVersion, versionBy, outcome, reason, persona, skill, runs } = verdict;
  const { fields, depends } = verdict;
  const version = versionBy === undefined ? hostVersion : `${hostVersion}, from ${versionBy}`;
  const name = catalog.hostById(host)?.name ?? host;
  const label = resultWords(outcome, isEntry);
  const painted = color ? `\u001b[${colors[outcome] ?? 90}m${label}\u001b[0m` : label;
  const why = reasonWords(reason);
  const lines: string[] = [];
  const head = `  ${name} ${version}: ${painted}${why}${persona && runs === false ? '; the agent cannot be started' : ''}`;
  if (persona)
    lines.push(
      `    ${[`as ${persona.id}`, toolsLine(persona.tools), `model ${modelOf(persona)}`].join(' · ')}`,
    );
  if (skill) lines.push(...skillLines(skill));
  if (persona && persona.tools.lost.length > 0) {
    lines.push(
      `    not granted: ${persona.tools.lost.map(({ written, why: lost }) => `${written} (${lost.replaceAll('-', ' ')})`).join(', ')}`,
    );
  }
  for (const { tool, file, line } of persona?.tools.deniedAround ?? [])
    lines.push(`    denied by ${file}, line ${line}: ${tool}`);
  const notKept = fields.filter(([, fieldOutcome]) => fieldOutcome !== 'kept');
  if (notKept.length > 0)
    lines.push(
      `    fields: ${notKept.map(([key, fieldOutcome]) => `${key} ${fieldWords(fieldOutcome)}`).join(', ')}`,
    );
  if (depends.length > 0) lines.push(`    may differ with: ${depends.join(', ')}`);
  return [head, ...lines.map(printable)];
}

function skillLines(skill: ExplainedSkill): readonly string[] {
  const { id, listed, grants, denies, only } = skill;
  return [
    `    as ${id} · called by ${callersOf(skill)}`,
    ...(listed === null ? [] : [`    listed as: ${listed}`]),
    ...(only ? [`    only these tools: ${only.join(', ') || 'none'}`] : []),
    ...(grants.length === 0 ? [] : [`    allows without asking: ${grants.join(', ')}`]),
    ...(denies.length === 0 ? [] : [`    denies: ${denies.join(', ')}`]),
  ];
}

type Shown = NonNullable<ExplainedVerdict['persona']>;

function toolsLine({ all, isUnknown, readOnly, ...names }: Shown['tools']): string {
  const { granted, denied, unverified } = names;
  if (readOnly !== undefined)
    return readOnly === 'applied' ? 'read-only' : 'read-only, not guaranteed';
  if (isUnknown) return 'tools unknown';
  if (all) return denied.length > 0 ? `all tools except ${denied.join(', ')}` : 'all tools';
  const unsure = unverified.length > 0 ? `, ${unverified.length} unverified` : '';
  return granted.length === 0 && unsure === ''
    ? 'no tools'
    : `tools ${granted.join(', ') || 'none'}${unsure}`;
}

const modelOf = ({ model }: Shown): string =>
  model.effective ?? `${String(model.written)} (effective model unknown)`;
