// The verdicts on a file of a workspace from its owners or from the requested hosts.

import { entryOutline } from '../../agent/entry-outline';
import { type Outline, outlineOfFile } from '../../agent/outline';
import { judge } from '../../hosts/judge/compute-verdict';
import type { Context } from '../../hosts/model/context';
import type { Host } from '../../hosts/model/host';
import type { Verdict } from '../../hosts/model/verdict';
import { entriesInUse, inGenerations } from '../../settings/chosen';
import type { UnreadFile } from '../../text/file-text';
import { entriesIn } from '../../workspace/companions/entries';
import type { Configured } from '../config';
import type { World } from '../io';
import { entryHolders, placesFor } from '../paths';

interface VerdictsInput {
  /** The requested hosts, which are used in exactly the generations that were requested; null for the owners of the file. */
  readonly chosen: readonly Host[] | null;
  readonly context: Context;
  readonly config: Pick<Configured, 'settingsOf'>;
}

/**
 * Not a list if the file cannot be read.
 * @throws UsageError if the configuration that applies to the file cannot be read.
 */
export function verdictsIn(
  file: string,
  { chosen, context, config }: VerdictsInput,
  world: World,
): readonly { readonly outline: Outline; readonly verdict: Verdict }[] | UnreadFile {
  const text = world.read(file);
  if (typeof text !== 'string') return text;
  const settings = config.settingsOf(file);
  const inEntries = entriesIn(text, entryHolders(file, world)).flatMap(({ entry, places }) =>
    (chosen ? places : entriesInUse(world.catalog, places, settings))
      .filter(({ host, role }) => (chosen ? chosen.includes(host) : role === 'owner'))
      .map((place) => {
        const outline = entryOutline(text, entry, file);
        return { outline, verdict: judge(outline, place, context) };
      }),
  );
  if (inEntries.length > 0) return inEntries;
  const outline = outlineOfFile(file, text);
  const places = placesFor(file, text, world, chosen).filter(({ host, role }) =>
    chosen ? chosen.includes(host) : role === 'owner',
  );
  const used = chosen ? places : inGenerations(world.catalog, places, settings, file);
  return used.map((place) => ({ outline, verdict: judge(outline, place, context) }));
}
