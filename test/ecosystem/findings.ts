// What our rules find in the agent files of the corpus. Of the project's own files each finding is a line; of other people's
// files there are only counts and a fingerprint: how often each rule reports, for which host, and in how many files.
import { createHash } from 'node:crypto';
import { viewOf } from '../../server/features/view/view';
import { defaultSettings } from '../../server/settings/settings';
import { catalog, placesOf } from '../support/catalog';
import { type CorpusAgent, corpusAgents } from '../support/corpus-agents';
import { corpus, corpusIndex, isOwnCorpus, ownCorpus } from '../support/resources';
import { words } from '../support/words';

interface Counted {
  readonly findings: number;
  /** Files with at least one. */
  readonly files: number;
  /** Of those, files that every owner loads as it is written. */
  readonly good: number;
  /** By severity, host and rule: where in which file. Changes when any of them does. */
  readonly print: string;
}

export interface Seen {
  readonly rule: string;
  readonly host: string | null;
  readonly severity: string;
  readonly message: string;
  readonly token: string;
  readonly line: number;
  readonly agent: CorpusAgent;
  readonly good: boolean;
}

/** Every finding of owners and guests, files in the order of the corpus. */
export function everyFinding(folder = corpus): readonly Seen[] {
  const settings = { ...defaultSettings, guests: 'all' } as const;
  return corpusAgents(folder).flatMap((agent) => {
    const { path, text } = agent;
    const view = viewOf({ catalog, path, text, places: placesOf(path), settings });
    const owners = view.verdicts().filter(({ place }) => place.role === 'owner');
    const good = owners.every(({ outcome }) => outcome === 'loads');
    return view.findings().map(({ rule, host, severity, message, span }) => ({
      rule,
      host,
      severity,
      message: words(message),
      token: span ? text.slice(span.start, span.end) : '',
      line: span ? text.slice(0, span.start).split('\n').length : 0,
      agent,
      good,
    }));
  });
}

/** By rule, host and severity: `unknown-tool claude-code warning`. */
function countsOf(all: readonly Seen[]): Readonly<Record<string, Counted>> {
  const groups = new Map<string, Seen[]>();
  for (const seen of all) {
    const key = `${seen.rule} ${seen.host ?? 'any'} ${seen.severity}`;
    groups.set(key, [...(groups.get(key) ?? []), seen]);
  }
  const keys = [...groups.keys()].sort();
  return Object.fromEntries(keys.map((key) => [key, counted(groups.get(key) ?? [])]));
}

const counted = (group: readonly Seen[]): Counted => ({
  findings: group.length,
  files: new Set(group.map(({ agent }) => agent.file)).size,
  good: new Set(group.filter(({ good }) => good).map(({ agent }) => agent.file)).size,
  print: createHash('sha256')
    .update(group.map(({ agent, line, token }) => `${agent.file}:${line}:${token}`).join('\n'))
    .digest('hex')
    .slice(0, 8),
});

/** A file with the findings over one corpus. */
export interface Snapshot {
  readonly file: string;
  /** Of the corpus. */
  readonly folder: string;
  readonly asText: (all: readonly Seen[]) => string;
}

/** Of the project's own corpus, and of the larger one where there is one. */
export const snapshots: readonly Snapshot[] = [
  { file: 'test/ecosystem/findings-own.txt', folder: ownCorpus, asText: asLines },
  ...(isOwnCorpus
    ? []
    : [{ file: 'test/ecosystem/findings.txt', folder: corpus, asText: asTable }]),
];

/** The line of a snapshot that states which files it is about; snapshots of different files cannot be compared. */
export const filesOf = (text: string): string | undefined => /^# Files: .*$/m.exec(text)?.[0];

/** One line a finding, as the command line prints it: path:line severity rule message. */
function asLines(all: readonly Seen[]): string {
  const lines = all.map(
    ({ agent, line, severity, rule, message }) =>
      `${agent.file}:${line} ${severity} ${rule} ${message.replaceAll('\n', ' ')}`,
  );
  const header = '# Findings in test/corpus. Written by: node scripts/ecosystem.mjs --update';
  return `${[header, ...lines].join('\n')}\n`;
}

/** One line a rule, host and severity. */
function asTable(all: readonly Seen[]): string {
  const digest = createHash('sha256')
    .update(corpusIndex.map(({ file, sha256 }) => `${file} ${sha256}`).join('\n'))
    .digest('hex')
    .slice(0, 16);
  const entries = Object.entries(countsOf(all)).map(
    ([key, { findings, files, good, print }]) =>
      `${key.padEnd(50)} ${String(findings).padStart(6)} ${String(files).padStart(6)} ${String(good).padStart(6)}  ${print}`,
  );
  return `${[header, `# Files: ${digest}`, ...entries].join('\n')}\n`;
}

const header = `# rule, host, severity: findings, files, of which load as written, fingerprint.
# Written by: node scripts/ecosystem.mjs --update`;

/** Lines that went, and lines that came: what a change of rules or hosts did to real files. */
export function difference(kept: string, now: string): readonly string[] {
  const before = new Set(kept.split('\n'));
  const after = new Set(now.split('\n'));
  return [
    ...[...before].filter((line) => !after.has(line)).map((line) => `- ${line}`),
    ...[...after].filter((line) => !before.has(line)).map((line) => `+ ${line}`),
  ];
}
