import type { View } from '../view';

/** One way to make a change: the view after it. Null where it cannot be made in this way. */
export type Attempt = () => {
  readonly view: View;
  /** What it changes besides what was asked, as a sentence. */
  readonly question?: string;
} | null;
