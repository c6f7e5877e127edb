// `dossier programs` and `dossier rules`: lists the supported hosts and rules.

import type { HostCatalog } from '../hosts/catalog/host-catalog';
import { unverifiedParts } from '../hosts/model/unverified-parts';
import { docsOf, examplesOf } from '../rules/docs-registry';
import { rules } from '../rules/registry';
import reported from '../rules/reported.data.json';
import type { Example, Severity } from '../rules/rule';
import type { RuleSource } from '../rules/source';
import { formatCount } from '../text/message';
import { nearest } from '../text/nearest';
import { exit, type Io, UsageError } from './io';
import { wordOf } from './options';
import { parse } from './parse';
import { programOf } from './program';
import { hostsOf } from './programs';
import { printable, wrapped } from './report/cells';
import { words } from './report/report-human';

export const hostsUsage = (): string =>
  'dossier programs [ID...]   list the programs, their verified versions and the locations they read\n\n  --format FORMAT   human (default), json\n';
export const rulesUsage = (): string =>
  'dossier rules [NAME]   list all rules with their severities and fixes, or show the documentation of one\n\n  --format FORMAT   human (default), json\n';

export function listHosts(catalog: HostCatalog, argv: readonly string[], io: Io): number {
  const { paths, values } = parse(argv, { format: { type: 'string' } });
  if (values['help']) {
    io.out(hostsUsage());
    return exit.clean;
  }
  const hosts = paths.length === 0 ? catalog.hosts : (hostsOf(catalog, paths.join(',')) ?? []);
  if (wordOf(values['format'], ['human', 'json'], 'human', 'format') === 'json') {
    io.out(`${JSON.stringify({ hosts: hosts.map(programOf) })}\n`);
    return exit.clean;
  }
  for (const host of hosts) {
    const { id, name, version, verified, locations } = host;
    io.out(`${name} (${id}) ${version}, verified ${verified}\n`);
    const unverified = unverifiedParts(host);
    const room = Math.min(io.columns ?? readable, readable);
    if (unverified.length > 0)
      io.out(`  ${wrapped(`not verified: ${unverified.join(', ')}`, room, 2, 4)}\n`);
    for (const { glob, scope, role, summary } of locations)
      io.out(`  ${glob}\n    ${wrapped(`${scope}, ${role}: ${summary}`, room, 4, 4)}\n`);
  }
  return exit.clean;
}

/** @throws UsageError */
export function listRules(argv: readonly string[], io: Io): number {
  const { paths, values } = parse(argv, { format: { type: 'string' } });
  if (values['help']) {
    io.out(rulesUsage());
    return exit.clean;
  }
  const [name] = paths;
  const wanted = name === undefined ? rules : rules.filter((rule) => rule.name === name);
  if (name !== undefined && wanted.length === 0) {
    const meant = nearest(
      name,
      rules.map((rule) => rule.name),
    );
    const hint =
      meant === undefined ? 'Run `dossier rules` to list all rules.' : `Did you mean "${meant}"?`;
    throw new UsageError(`unknown rule "${name}". ${hint}`);
  }
  if (wordOf(values['format'], ['human', 'json'], 'human', 'format') === 'json') {
    io.out(
      `${JSON.stringify({ rules: wanted.map(({ name: id, kind }) => ({ name: id, ...docsOf(id), kind, ...reportsOf(id) })) })}\n`,
    );
    return exit.clean;
  }
  if (name !== undefined) {
    io.out(rulePage(name, io.columns));
    return exit.clean;
  }
  const rows = wanted.map((rule) => {
    const { severities, fix } = reportsOf(rule.name);
    return [rule.name, severities.map((one) => words[one]).join(', '), fixWords[fix ?? 'none']];
  });
  const widths = [0, 1, 2].map((n) => Math.max(...rows.map((row) => row[n]?.length ?? 0)));
  for (const row of rows)
    io.out(
      `${row.map((cell, n) => cell.padEnd(widths[n] ?? 0)).join('  ')}  ${docsOf(row[0] ?? '').what}\n`,
    );
  return exit.clean;
}

interface Reports {
  /** The severities that the rule has in its examples, the highest first. */
  readonly severities: readonly Severity[];
  /** Whether `--fix` applies a fix of it, or a fix is only suggested; null without fixes. */
  readonly fix: 'safe' | 'review' | null;
}

const reportsOf = (rule: string): Reports =>
  (reported as Readonly<Record<string, Reports>>)[rule] ?? { severities: [], fix: null };

const fixWords = { safe: 'fix', review: 'suggestion', none: '-' } as const;

// The page of a rule, formatted for a terminal.

const readable = 100;
const longest = 2000;

/** Returns the description, the rationale, examples with and without findings, and the options of a rule. */
function rulePage(name: string, columns = readable): string {
  const { what, why, sources } = docsOf(name);
  const { failing, passing } = examplesOf(name);
  const room = Math.min(columns, readable);
  return [
    name,
    '',
    wrapped(what, room, 0, 0),
    wrapped(why, room, 0, 0),
    '',
    'Incorrect:',
    '',
    ...failing.flatMap(shown),
    'Correct:',
    '',
    ...passing.flatMap(shown),
    'Sources:',
    '',
    ...sources.map((source) => `  ${wrapped(inWords(source), room, 2, 4)}`),
    '',
    wrapped(
      `To disable this rule, add { "rules": { "${name}": "off" } } to dossier.config.json. To change its severity, use hint, information, warning or error. The equivalent editor setting is dossier.rules.`,
      room,
      0,
      2,
    ),
    '',
  ].join('\n');
}

function inWords(source: RuleSource): string {
  if ('facts' in source) return `What programs do: ${source.facts.join(', ')}`;
  if ('background' in source) return `Also explained: ${source.background.join(', ')}`;
  if ('opinion' in source) return `Our opinion: ${source.opinion}`;
  const { title, address, on } = source.source;
  return `${title}, ${address}, read on ${on}`;
}

function shown({ path, text }: Example): string[] {
  const lines =
    text.length > longest
      ? [text.slice(0, 200), `... (${formatCount(text.length)} characters)`]
      : text.trimEnd().split('\n');
  return [`  ${path}`, ...lines.map((line) => `    ${printable(line)}`.trimEnd()), ''];
}
