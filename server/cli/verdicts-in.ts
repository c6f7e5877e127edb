// The verdicts on a file of a workspace from its owners or from the requested hosts.

import { type Outline, outlineOf } from '../agent/outline';
import { judge } from '../hosts/judge/compute-verdict';
import type { Context } from '../hosts/model/context';
import type { Host } from '../hosts/model/host';
import type { Verdict } from '../hosts/model/verdict';
import type { UnreadFile } from '../text/file-text';
import type { World } from './io';
import { placesFor } from './paths';

/** Not a list if the file cannot be read. */
export function verdictsIn(
  file: string,
  chosen: readonly Host[] | null,
  context: Context,
  world: World,
): readonly { readonly outline: Outline; readonly verdict: Verdict }[] | UnreadFile {
  const text = world.read(file);
  if (typeof text !== 'string') return text;
  const outline = outlineOf(text);
  return placesFor(file, text, world, chosen)
    .filter(({ host, role }) => (chosen ? chosen.includes(host) : role === 'owner'))
    .map((place) => ({ outline, verdict: judge(outline, place, context) }));
}
