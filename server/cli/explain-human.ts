// Verdicts for a person at a terminal: one line a host, and below it what is not as written.
import { hosts } from '../hosts/registry';
import { printable } from './cells';
import type { ExplainedFile, ExplainedVerdict } from './explained';

const colors: Readonly<Record<string, number>> = {
  loads: 32,
  'loads-changed': 33,
  ignored: 31,
  refused: 31,
  'stops-host': 31,
};

const words: Readonly<Record<string, string>> = {
  loads: 'loads as written',
  'loads-changed': 'loads, but not as written',
  ignored: 'sees no agent, and says nothing',
  refused: 'refuses the file',
  'stops-host': 'will not start',
  'not-read': 'does not look here',
  unknown: 'not known',
};

export function humanVerdicts(explained: ExplainedFile, color: boolean): string {
  if ('error' in explained) return `${explained.file}\n  cannot be read: ${explained.error}\n`;
  const { file, verdicts } = explained;
  if (verdicts.length === 0)
    return `${file}\n  No host reads a file in this place. --as PATH judges it as if it lay elsewhere.\n`;
  return [printable(file), ...verdicts.flatMap((verdict) => verdictLines(verdict, color)), ''].join(
    '\n',
  );
}

function verdictLines(verdict: ExplainedVerdict, color: boolean): string[] {
  const { host, hostVersion, outcome, reason, persona, runs, fields, depends } = verdict;
  const name = hosts.find((one) => one.id === host)?.name ?? host;
  const says = words[outcome] ?? outcome;
  const painted = color ? `\u001b[${colors[outcome] ?? 90}m${says}\u001b[0m` : says;
  const why = reason === null ? '' : ` (${reason})`;
  const lines: string[] = [];
  const head = `  ${name} ${hostVersion}: ${painted}${why}${persona && runs === false ? ', and will not start' : ''}`;
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
  if (all) return denied.length > 0 ? `every tool but ${denied.join(', ')}` : 'every tool';
  const unsure = unverified.length > 0 ? `, ${unverified.length} that cannot be known here` : '';
  return granted.length === 0 && unsure === ''
    ? 'no tool'
    : `tools ${granted.join(', ') || 'none'}${unsure}`;
}

const modelOf = ({ model }: Shown): string =>
  model.effective ?? `${String(model.written)} (what it runs as is not known)`;
