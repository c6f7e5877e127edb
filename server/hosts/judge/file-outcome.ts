// Derives the outcome of a file from its flaws and from the outcomes of its fields.

import { type Message, t, verbatim } from '../../text/message';
import type { Dialect } from '../model/dialect';
import type { Consequence, Field } from '../model/field';
import type { FieldVerdict } from '../model/field-verdict';
import { type FieldOutcome, type FileOutcome, type Reason, reasons } from '../model/outcome';
import type { Flaw } from '../model/reading';
import type { Verdict } from '../model/verdict';

/** What the outcome of the file depends on. */
interface Input {
  readonly fields: readonly FieldVerdict[];
  readonly missing: readonly { readonly field: Field }[];
  readonly flaws: readonly Flaw[];
  readonly dialect: Dialect;
  readonly losesTools: boolean;
}

const severity: Readonly<Record<FileOutcome, number>> = {
  loads: 0,
  'loads-changed': 1,
  unknown: 2,
  ignored: 3,
  refused: 4,
  'not-read': 5,
  'stops-host': 6,
};

/** The most severe outcome wins. Of several causes for it, the first in the order of `reasons` is the reason. */
export function worstOutcome({ fields, missing, flaws, dialect, losesTools }: Input): {
  outcome: FileOutcome;
  reason: Reason | null;
} {
  const causes: Cause[] = [];
  for (const flaw of flaws) {
    const cause = dialect.flaws[flaw.code];
    if (cause && cause.outcome !== 'loads') causes.push(cause);
  }
  for (const { field } of missing) if (field.required) addCause(field.required, field, causes);
  for (const verdict of fields) {
    const { field, outcome, otherwise } = verdict;
    if (otherwise) addCause(otherwise, field, causes);
    else if (!field && dialect.unknownField.file !== undefined)
      causes.push({ outcome: dialect.unknownField.file, reason: 'field' });
    else if (outcome !== 'kept' && changes.has(outcome))
      causes.push({ outcome: 'loads-changed', reason: reasonOf(field) });
    if (isDisabled(verdict)) causes.push({ outcome: 'ignored', reason: 'disabled' });
  }
  if (losesTools) causes.push({ outcome: 'loads-changed', reason: 'tools' });
  if (causes.length === 0) return asWritten;
  const isLost = causes.some(
    ({ outcome, late }) => !late && (outcome === 'ignored' || outcome === 'refused'),
  );
  return mostSevere(isLost ? causes.filter(({ late }) => !late) : causes);
}

function addCause(
  { file, outcome: ofField, reason, late }: Consequence,
  field: Field | undefined,
  causes: Cause[],
): void {
  const outcome = file ?? (changes.has(ofField) ? 'loads-changed' : 'loads');
  if (outcome !== 'loads') causes.push({ outcome, reason: reason ?? reasonOf(field), late });
}

const asWritten = { outcome: 'loads', reason: null } as const;

interface Cause {
  readonly outcome: FileOutcome;
  readonly reason: Reason;
  readonly late?: true | undefined;
}

function mostSevere(causes: readonly Cause[]): { outcome: FileOutcome; reason: Reason | null } {
  let top: Cause | undefined;
  for (const cause of causes) if (!top || isMoreSevere(cause, top)) top = cause;
  return top ? { outcome: top.outcome, reason: top.reason } : asWritten;
}

function isMoreSevere(one: Cause, other: Cause): boolean {
  const difference = severity[one.outcome] - severity[other.outcome];
  return difference === 0
    ? reasons.indexOf(one.reason) < reasons.indexOf(other.reason)
    : difference > 0;
}

/** Field outcomes with which the file does not load as written. */
const changes: ReadonlySet<FieldOutcome> = new Set<FieldOutcome>(['coerced', 'dropped', 'unknown']);

const isDisabled = ({ field, value, problems }: FieldVerdict): boolean =>
  field?.role === 'disable' && problems.length === 0 && value.kind === 'boolean' && value.boolean;

const reasonByRole: Readonly<Partial<Record<NonNullable<Field['role']>, Reason>>> = {
  name: 'name',
  description: 'description',
  tools: 'tools',
  'denied-tools': 'tools',
};

const reasonOf = (field: Field | undefined): Reason =>
  (field?.role && reasonByRole[field.role]) ?? 'field';

// Which part of a file prevents its agent from loading.

const reasonLabels: Readonly<Record<Reason, Message>> = {
  'not-read': t('not read'),
  disabled: t('disabled'),
  'too-large': t('too large'),
  unchecked: t('not checked'),
  'no-frontmatter': t('no frontmatter'),
  fence: t('fence'),
  yaml: t('invalid YAML'),
  toml: t('invalid TOML'),
  json: t('invalid JSON'),
  'frontmatter-lost': t('frontmatter lost'),
  'yaml-repaired': t('yaml repaired'),
  name: verbatim('name'),
  description: verbatim('description'),
  field: t('field'),
  tools: verbatim('tools'),
  unknown: t('unknown'),
};

/** The key of the field, or the reason as a label: `color`, `no description`, `invalid YAML`. Null where nothing prevents loading. */
export function causeOf({ fields, flaws, missing, reason, dialect }: Verdict): Message | null {
  const fatal = fields.find((field) => field.otherwise?.file !== undefined);
  if (fatal) return verbatim(fatal.key);
  const unknown = dialect.unknownField.file && fields.find(({ field }) => !field);
  if (unknown && reason === 'field') return verbatim(unknown.key);
  const [absent] = missing;
  if (absent && (reason === 'name' || reason === 'description' || reason === 'field'))
    return t('no {field}', { field: absent.key });
  const flaw = flaws.find((one) => one.fatal);
  if (flaw?.code === 'short-prompt') return verbatim('prompt');
  if (flaw?.code === 'binary') return t('binary file');
  return reason && reasonLabels[reason];
}
