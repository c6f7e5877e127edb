// What an agent names that lies elsewhere, as its host declares it.
import type { Outline } from '../agent/outline';
import type { Context } from './context';
import type { Reference } from './reference';
import type { Verdict } from './verdict';

/** In source order; empty where the host finds no agent, or declares no references. Never throws. */
export function referencesOf(
  { text }: Outline,
  { place, dialect, fields, agent }: Verdict,
  context: Context,
): readonly Reference[] {
  const { references } = place.host;
  return references && agent ? references({ text, agent, fields, dialect, place, context }) : none;
}

const none: readonly Reference[] = [];
