// Names that OpenCode trips over: it keeps its agents in a plain object and finds what every object brings along.
import type { FlawCode } from '../reading';

type NameTrap = Extract<FlawCode, 'name-breaks-host' | 'name-vanishes'>;

const inherited: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Null for a name like any other. */
export function nameTrap(name: string): NameTrap | null {
  if (name === '__proto__') return 'name-vanishes';
  return inherited.has(name) ? 'name-breaks-host' : null;
}

/** `team/reviewer` for `team/reviewer.md` below the agent folder. */
export function nameFromPath(below: string): string {
  const dot = below.lastIndexOf('.');
  return dot > below.lastIndexOf('/') + 1 ? below.slice(0, dot) : below;
}
