// Formats verdicts for a terminal: one line per host, followed by the differences from the source file.
import type { HostCatalog } from '../hosts/catalog/host-catalog';
import { printable } from './cells';
import type { ExplainedFile, ExplainedVerdict } from './explained';
import { inertLines } from './inert-lines';

const colors: Readonly<Record<string, number>> = {
  loads: 32,
  'loads-changed': 33,
  ignored: 31,
  refused: 31,
  'stops-host': 31,
};

const words: Readonly<Record<string, string>> = {
  loads: 'loads as written',
  'loads-changed': 'loads with changes',
  ignored: 'silently ignores the file',
  refused: 'rejects the file',
  'stops-host': 'does not start',
  'not-read': 'does not read files in this location',
  unknown: 'unknown',
};

export function humanVerdicts(
  catalog: HostCatalog,
  explained: ExplainedFile,
  color: boolean,
): string {
  if ('error' in explained)
    return `${printable(explained.file)}\n  cannot be read: ${explained.error}\n`;
  const { file, verdicts } = explained;
  if (verdicts.length === 0)
    return `${printable(file)}\n  No host reads files in this location. Use --as PATH to evaluate the file at another path.\n`;
  return [
    inertLines(printable(file)),
    ...verdicts.flatMap((verdict) => verdictLines(catalog, verdict, color)),
    '',
  ].join('\n');
}

function verdictLines(catalog: HostCatalog, verdict: ExplainedVerdict, color: boolean): string[] {
  const { host, hostVersion, outcome, reason, persona, runs, fields, depends } = verdict;
  const name = catalog.hostById(host)?.name ?? host;
  const label = words[outcome] ?? outcome;
  const painted = color ? `\u001b[${colors[outcome] ?? 90}m${label}\u001b[0m` : label;
  const why = reason === null ? '' : ` (${reason})`;
  const lines: string[] = [];
  const head = `  ${name} ${hostVersion}: ${painted}${why}${persona && runs === false ? '; the agent cannot be started' : ''}`;
  if (persona)
    lines.push(
      `    ${[`as ${persona.id}`, toolsLine(persona.tools), `model ${modelOf(persona)}`].join(' · ')}`,
    );
  if (persona && persona.tools.lost.length > 0) {
    lines.push(
      `    not granted: ${persona.tools.lost.map(({ written, why: lost }) => `${written} (${lost})`).join(', ')}`,
    );
  }
  const notKept = fields.filter(([, fieldOutcome]) => fieldOutcome !== 'kept');
  if (notKept.length > 0)
    lines.push(
      `    fields: ${notKept.map(([key, fieldOutcome]) => `${key} ${fieldOutcome}`).join(', ')}`,
    );
  if (depends.length > 0) lines.push(`    depends on: ${depends.join(', ')}`);
  return [head, ...lines.map(printable)];
}

type Shown = NonNullable<ExplainedVerdict['persona']>;

function toolsLine({ all, granted, denied, unverified }: Shown['tools']): string {
  if (all) return denied.length > 0 ? `all tools except ${denied.join(', ')}` : 'all tools';
  const unsure = unverified.length > 0 ? `, ${unverified.length} unverified` : '';
  return granted.length === 0 && unsure === ''
    ? 'no tools'
    : `tools ${granted.join(', ') || 'none'}${unsure}`;
}

const modelOf = ({ model }: Shown): string =>
  model.effective ?? `${String(model.written)} (effective model unknown)`;
