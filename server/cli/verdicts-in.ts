// The verdicts on a file of a workspace from its owners or from the requested hosts.
import { type Outline, outlineOf } from '../agent/outline';
import { judge } from '../hosts/judge/compute-verdict';
import type { Context } from '../hosts/model/context';
import type { Host } from '../hosts/model/host';
import type { Verdict } from '../hosts/model/verdict';
import { placesFor } from './paths';
import type { World } from './world';

/** @throws if the file cannot be read. */
export function verdictsIn(
  file: string,
  chosen: readonly Host[] | null,
  context: Context,
  world: World,
): readonly { readonly outline: Outline; readonly verdict: Verdict }[] {
  const text = world.read(file);
  const outline = outlineOf(text);
  return placesFor(file, text, world, chosen)
    .filter(({ host, role }) => (chosen ? chosen.includes(host) : role === 'owner'))
    .map((place) => ({ outline, verdict: judge(outline, place, context) }));
}
