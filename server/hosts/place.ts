// Where a file lies, as the hosts see it: which of their locations it is in, and who owns that location.
import type { Host, Location } from './host';

/** A file in one location of one host. */
export interface Place {
  readonly host: Host;
  readonly location: Location;
  readonly role: 'owner' | 'guest';
  /** As given, with `/` between the parts. */
  readonly path: string;
  /** The part of the path below the folder that the location names: `team/reviewer.md`. */
  readonly below: string;
  /** The file's name without the endings that hosts strip (`.agent.md`, `.chatmode.md`, else the last). */
  readonly base: string;
}

/** `reviewer` for `reviewer.agent.md`, `reviewer.chatmode.md`, `reviewer.md`; `a.b` for `a.b.md`. */
export function baseName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const known = /^(.*?)\.(?:agent|chatmode)\.md$/s.exec(name);
  if (known?.[1] !== undefined) return known[1];
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}
