// What our rules find in the real agent files beside the project: how often each speaks, of which host, and in how
// many files. Counts and a fingerprint only; the files are other people's.
import { createHash } from 'node:crypto';
import { viewOf } from '../../server/features/view';
import { placesOf } from '../../server/hosts/places';
import { defaultSettings } from '../../server/settings/settings';
import { type CorpusAgent, corpusAgents } from '../support/corpus-agents';

export interface Counted {
  readonly findings: number;
  /** Files with at least one. */
  readonly files: number;
  /** Of those, files that every owner loads as it is written. */
  readonly good: number;
  /** By severity, host and rule: where in which file. Changes when any of them does. */
  readonly print: string;
}

/** By `rule`, host and severity: `unknown-tool claude-code warning`. */
export type Snapshot = Readonly<Record<string, Counted>>;

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
export function everyFinding(): readonly Seen[] {
  const settings = { ...defaultSettings, guests: 'all' } as const;
  return corpusAgents().flatMap((agent) => {
    const { path, text } = agent;
    const view = viewOf({ path, text, places: placesOf(path), settings });
    const owners = view.verdicts().filter(({ place }) => place.role === 'owner');
    const good = owners.every(({ fate }) => fate === 'loads');
    return view.findings().map(({ rule, host, severity, message, span }) => ({
      rule,
      host,
      severity,
      message,
      token: span ? text.slice(span.start, span.end) : '',
      line: span ? text.slice(0, span.start).split('\n').length : 0,
      agent,
      good,
    }));
  });
}

export function snapshot(all: readonly Seen[] = everyFinding()): Snapshot {
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

/** As it is kept: one line a rule, host and severity. */
export const asText = (shot: Snapshot): string => {
  const entries = Object.entries(shot).map(
    ([key, { findings, files, good, print }]) =>
      `${key.padEnd(50)} ${String(findings).padStart(6)} ${String(files).padStart(6)} ${String(good).padStart(6)}  ${print}`,
  );
  return `${[header, ...entries].join('\n')}\n`;
};

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
