// What the hosts make of a file of a workspace: its owners, or the hosts that were asked for.
import { type Outline, outlineOf } from '../agent/outline';
import type { Context } from '../hosts/context';
import type { Host } from '../hosts/host';
import { judge } from '../hosts/judge';
import type { Verdict } from '../hosts/verdict';
import type { FileSystem } from '../world/world';
import { placesFor } from './paths';

/** @throws where the file cannot be read. */
export function verdictsIn(
  file: string,
  chosen: readonly Host[] | null,
  context: Context,
  world: FileSystem,
): readonly { readonly outline: Outline; readonly verdict: Verdict }[] {
  const text = world.read(file);
  const outline = outlineOf(text);
  return placesFor(file, text, world, chosen)
    .filter(({ host, role }) => (chosen ? chosen.includes(host) : role === 'owner'))
    .map((place) => ({ outline, verdict: judge(outline, place, context) }));
}
