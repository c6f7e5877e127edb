// Derives the outcome of a file from its flaws and from the outcomes of its fields.
import { type FieldFate, type FileFate, type Reason, reasons } from './fate';
import type { Dialect, Field, Otherwise } from './host';
import type { Flaw } from './reading';
import type { FieldVerdict } from './verdict';

/** What the outcome of the file depends on. */
interface Input {
  readonly fields: readonly FieldVerdict[];
  readonly missing: readonly { readonly field: Field }[];
  readonly flaws: readonly Flaw[];
  readonly dialect: Dialect;
  readonly losesTools: boolean;
}

const severity: Readonly<Record<FileFate, number>> = {
  loads: 0,
  'loads-changed': 1,
  unknown: 2,
  ignored: 3,
  refused: 4,
  'not-read': 5,
  'stops-host': 6,
};

/** The most severe outcome wins. Of several causes for it, the first in the order of `reasons` is the reason. */
export function weigh({ fields, missing, flaws, dialect, losesTools }: Input): {
  fate: FileFate;
  reason: Reason | null;
} {
  const causes: Cause[] = [];
  for (const flaw of flaws) {
    const cause = dialect.flaws[flaw.code];
    if (cause && cause.fate !== 'loads') causes.push(cause);
  }
  for (const { field } of missing) if (field.required) addCause(field.required, field, causes);
  for (const verdict of fields) {
    const { field, fate, otherwise } = verdict;
    if (otherwise) addCause(otherwise, field, causes);
    else if (fate !== 'kept' && changes.has(fate))
      causes.push({ fate: 'loads-changed', reason: reasonOf(field) });
    if (isDisabled(verdict)) causes.push({ fate: 'ignored', reason: 'disabled' });
  }
  if (losesTools) causes.push({ fate: 'loads-changed', reason: 'tools' });
  if (causes.length === 0) return asWritten;
  const isLost = causes.some(
    ({ fate, late }) => !late && (fate === 'ignored' || fate === 'refused'),
  );
  return mostSevere(isLost ? causes.filter(({ late }) => !late) : causes);
}

function addCause(
  { file, fate: ofField, reason, late }: Otherwise,
  field: Field | undefined,
  causes: Cause[],
): void {
  const fate = file ?? (changes.has(ofField) ? 'loads-changed' : 'loads');
  if (fate !== 'loads') causes.push({ fate, reason: reason ?? reasonOf(field), late });
}

const asWritten = { fate: 'loads', reason: null } as const;

interface Cause {
  readonly fate: FileFate;
  readonly reason: Reason;
  readonly late?: true | undefined;
}

function mostSevere(causes: readonly Cause[]): { fate: FileFate; reason: Reason | null } {
  let top: Cause | undefined;
  for (const cause of causes) if (!top || isMoreSevere(cause, top)) top = cause;
  return top ? { fate: top.fate, reason: top.reason } : asWritten;
}

function isMoreSevere(one: Cause, other: Cause): boolean {
  const difference = severity[one.fate] - severity[other.fate];
  return difference === 0
    ? reasons.indexOf(one.reason) < reasons.indexOf(other.reason)
    : difference > 0;
}

/** Field outcomes with which the file does not load as written. */
const changes: ReadonlySet<FieldFate> = new Set<FieldFate>(['coerced', 'dropped', 'unknown']);

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
