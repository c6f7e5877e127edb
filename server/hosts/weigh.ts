// From what is wrong with a file, and what each of its fields became, to what becomes of the file as a whole.
import { type FieldFate, type FileFate, type Reason, reasons } from './fate';
import type { Dialect, Field, Otherwise } from './host';
import type { Flaw } from './reading';
import type { FieldVerdict } from './verdict';

/** What decides on the file. */
interface Weighable {
  readonly fields: readonly FieldVerdict[];
  readonly missing: readonly { readonly field: Field }[];
  readonly flaws: readonly Flaw[];
  readonly dialect: Dialect;
  readonly losesTools: boolean;
}

const weights: Readonly<Record<FileFate, number>> = {
  loads: 0,
  'loads-changed': 1,
  unknown: 2,
  ignored: 3,
  refused: 4,
  'not-read': 5,
  'stops-host': 6,
};

/** The heaviest fate wins; of what led to it, the first in the contract's order is the reason. */
export function weigh({ fields, missing, flaws, dialect, losesTools }: Weighable): {
  fate: FileFate;
  reason: Reason | null;
} {
  const causes: Cause[] = [];
  for (const flaw of flaws) {
    const met = dialect.flaws[flaw.code];
    if (met && met.fate !== 'loads') causes.push(met);
  }
  for (const { field } of missing) if (field.required) blame(field.required, field, causes);
  for (const verdict of fields) {
    const { field, fate, otherwise } = verdict;
    if (otherwise) blame(otherwise, field, causes);
    else if (fate !== 'kept' && changes.has(fate))
      causes.push({ fate: 'loads-changed', reason: reasonOf(field) });
    if (isDisabled(verdict)) causes.push({ fate: 'ignored', reason: 'disabled' });
  }
  if (losesTools) causes.push({ fate: 'loads-changed', reason: 'tools' });
  if (causes.length === 0) return asWritten;
  const lost = causes.some(({ fate, late }) => !late && (fate === 'ignored' || fate === 'refused'));
  return heaviest(lost ? causes.filter(({ late }) => !late) : causes);
}

function blame(
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

function heaviest(causes: readonly Cause[]): { fate: FileFate; reason: Reason | null } {
  let top: Cause | undefined;
  for (const cause of causes) if (!top || isBefore(cause, top)) top = cause;
  return top ? { fate: top.fate, reason: top.reason } : asWritten;
}

function isBefore(one: Cause, other: Cause): boolean {
  const heavier = weights[one.fate] - weights[other.fate];
  return heavier === 0 ? reasons.indexOf(one.reason) < reasons.indexOf(other.reason) : heavier > 0;
}

/** Field fates that make the file load other than as written. */
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
