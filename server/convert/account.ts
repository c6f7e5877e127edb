// The account of a conversion: the result for each part of an agent.

/**
 * - `same`: it has the same effect.
 * - `narrower`: the agent may do less.
 * - `wider`: the agent may do more. Never without the consent of the user.
 * - `moved`: it belongs to another file, with the text to put there.
 * - `lost`: the other host has nothing like it.
 * - `decision`: the user can choose; a default was chosen.
 */
export type Change = 'same' | 'narrower' | 'wider' | 'moved' | 'lost' | 'decision';

export interface AccountRow {
  /** A field, or what a tool is for: `description`, `run-command`. */
  readonly part: string;
  readonly change: Change;
  /** A whole sentence. */
  readonly why: string;
  /** The UTF-16 offset of the field in the source; null where the file does not have it. */
  readonly offset: number | null;
  readonly choice?: Choice;
  /** For a wider part: everything that is wider with it. */
  readonly covers?: readonly string[];
}

/** An alternative to the default. */
export interface Choice {
  /** The part that is chosen for. */
  readonly id: string;
  readonly options: readonly ChoiceOption[];
  /** The value of the option that was applied. */
  readonly chosen: string;
}

export interface ChoiceOption {
  readonly value: string;
  readonly label: string;
  /** The agent may do more with it than in the source. */
  readonly isWider: boolean;
}

/** The most important rows first: those that a user has to decide on or to act on. */
const order: readonly Change[] = ['wider', 'decision', 'narrower', 'moved', 'lost', 'same'];

export const inOrder = (rows: readonly AccountRow[]): readonly AccountRow[] =>
  rows
    .filter((row) => row.change !== 'same' || !rows.some((other) => isOtherThanSame(other, row)))
    .sort((a, b) => order.indexOf(a.change) - order.indexOf(b.change));

/** A part is the same only where nothing else is reported of it. */
const isOtherThanSame = (other: AccountRow, { part }: AccountRow): boolean =>
  other.part === part && other.change !== 'same';
