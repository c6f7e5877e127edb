// Judgments of findings by people, as tables: one file per rule, one line per finding.
import type { Severity } from '../../server/rules/rule';
import { severities } from '../../server/rules/rule';
import { oneCell, type Reported } from './projects';

export const labels = ['useful', 'noise', 'misleading', 'false'] as const;
export type Label = (typeof labels)[number];

export interface Labelled {
  readonly source: string;
  readonly rule: string;
  readonly host: string;
  readonly severity: Severity;
  readonly lineText: string;
  readonly subject: string;
  readonly label: Label;
  readonly reason: string;
}

/** What a finding is known by. Messages are reworded, lines move, severities are corrected. */
export const keyOf = ({
  source,
  rule,
  host,
  lineText,
  subject,
}: Pick<Labelled, 'source' | 'rule' | 'host' | 'lineText' | 'subject'>): string =>
  [source, rule, host, lineText, subject].join('\t');

const columns = ['source', 'host', 'severity', 'line', 'subject', 'label', 'reason'];

/** @param all of one rule, whose name is not among the columns. */
export const asTable = (all: readonly Labelled[]): string => table(columns, all.map(cells).sort());

/** Several rules in one table, the rule in the first column. */
export const asMixedTable = (all: readonly Labelled[]): string =>
  table(['rule', ...columns], all.map((one) => [one.rule, ...cells(one)]).sort());

const cells = (one: Labelled): readonly string[] => [
  one.source,
  one.host,
  one.severity,
  one.lineText,
  one.subject,
  one.label,
  one.reason.replaceAll(/\s+/g, ' ').trim(),
];

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  `${[head, ...rows].map((row) => row.join('\t')).join('\n')}\n`;

/** @throws where a line is not as `asTable` writes it. */
export const fromTable = (rule: string, text: string): readonly Labelled[] =>
  rowsOf(text).map((row) => fromCells(rule, row));

export const fromMixedTable = (text: string): readonly Labelled[] =>
  rowsOf(text).map(([rule = '', ...row]) => fromCells(rule, row));

const rowsOf = (text: string): readonly (readonly string[])[] =>
  text
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));

function fromCells(rule: string, row: readonly string[]): Labelled {
  const [source = '', host = '', severity, line = '', subject = '', label, reason = ''] = row;
  if (row.length !== columns.length || !isSeverity(severity) || !isLabel(label) || reason === '')
    throw new Error(`not a label of ${rule}: ${row.join(' | ')}`);
  return { rule, source, host, severity, lineText: oneCell(line), subject, label, reason };
}

export const isLabel = (word: unknown): word is Label => labels.some((one) => one === word);
const isSeverity = (word: unknown): word is Severity => severities.some((one) => one === word);

export interface Checked {
  /** Reported, and labelled false or misleading; or noise, at the severity it was judged at or a graver one. */
  readonly wrong: readonly string[];
  /** Labelled useful, and no longer reported. */
  readonly lost: readonly string[];
}

/** @param reported every finding of the labelled sources. */
export function checked(all: readonly Labelled[], reported: readonly Reported[]): Checked {
  const found = new Map<string, Reported>();
  for (const one of reported) {
    const other = found.get(keyOf(one));
    if (!other || rank(one) < rank(other)) found.set(keyOf(one), one);
  }
  const wrong = all.flatMap((one) => {
    const now = found.get(keyOf(one));
    const isMilder = now !== undefined && (now.isAlso === true || rank(now) > rank(one));
    if (!now || one.label === 'useful' || (one.label === 'noise' && isMilder)) return [];
    return [`${shown(one)}\n        ${now.severity}: ${now.message}`];
  });
  const lost = all.filter((one) => one.label === 'useful' && !found.has(keyOf(one))).map(shown);
  return { wrong, lost };
}

/** 0 for an error. */
const rank = ({ severity }: { readonly severity: Severity }): number =>
  severities.indexOf(severity);

const shown = ({ source, rule, host, subject, label, reason }: Labelled): string =>
  `${source}: ${rule} (${host}) "${subject}" is ${label}: ${reason}`;

export interface Agreement {
  /** Findings with both labels. */
  readonly both: number;
  readonly percent: number;
  readonly differing: readonly string[];
}

export function agreement(first: readonly Labelled[], second: readonly Labelled[]): Agreement {
  const known = new Map(first.map((one) => [keyOf(one), one]));
  const pairs = second.flatMap((one) => {
    const other = known.get(keyOf(one));
    return other ? [{ one, other }] : [];
  });
  const differing = pairs
    .filter(({ one, other }) => one.label !== other.label)
    .map(({ one, other }) => `${shown(other)}; then ${one.label}: ${one.reason}`);
  const share = pairs.length === 0 ? 1 : 1 - differing.length / pairs.length;
  return { both: pairs.length, percent: Math.round(share * 100), differing };
}
