// A question put to our judge.
import { entryOutline } from '../../../server/agent/entry-outline';
import { outlineOfFile } from '../../../server/agent/outline';
import { type PlaceContext, placeIn } from '../../../server/hosts/catalog/places';
import { judge } from '../../../server/hosts/judge/compute-verdict';
import { defaultContext } from '../../../server/hosts/model/context';
import type { Host } from '../../../server/hosts/model/host';
import type { Place } from '../../../server/hosts/model/place';
import type { Verdict } from '../../../server/hosts/model/verdict';
import { verbatim } from '../../../server/text/message';
import { entriesIn } from '../../../server/workspace/companions/entries';
import { companionsAt } from '../../../server/workspace/companions/files';
import { words } from '../../support/words';
import { isInPlugin, pluginFolder, type Question } from '../question';

/** Null where the host does not look. */
export function verdictOn(host: Host, question: Question): Verdict | null {
  const { path, text, context } = question;
  const around = isInPlugin(question)
    ? { [`${pluginFolder}/.claude-plugin/plugin.json`]: `{ "name": "${pluginFolder}" }` }
    : question.around;
  const place = placeIn(
    host,
    path,
    aroundOf(isManifest(path) ? { ...around, [path]: text } : around),
  );
  return place && judge(outlineOfFile(path, text), place, { ...defaultContext, ...context });
}

/**
 * The texts of the files around it. Every other file is there, and is not read, but for manifests: those of the question, or one in
 * the folder for plugins.
 */
const aroundOf = (around: Question['around']): PlaceContext => ({
  home: '~',
  has: (file) => {
    if (!isManifest(file)) return true;
    return hasManifest(around) ? around?.[file] !== undefined : file.startsWith(`${pluginFolder}/`);
  },
  isFolder: (path) => Object.keys(around ?? {}).some((file) => file.startsWith(`${path}/`)),
  ...(around && {
    read: (file: string) => around[file] ?? { problem: 'absent' as const, message: verbatim('') },
  }),
});

const isManifest = (file: string): boolean => /(?:^|\/)(?:plugin|marketplace)\.json$/.test(file);

const hasManifest = (around: Question['around']): boolean =>
  Object.keys(around ?? {}).some(isManifest);

/** The verdicts on the agents in a configuration file, in their order; null for any other file. */
export function entryVerdictsOn(
  host: Host,
  { path, text, context }: Question,
): readonly Verdict[] | null {
  const holders = companionsAt(path, [host], { home: '~', has: () => true })
    .filter(({ file }) => file.entries)
    .map((companion) => ({ companion, inUse: (place: Place) => place }));
  if (holders.length === 0) return null;
  return entriesIn(text, holders).flatMap(({ entry, places }) =>
    places.map((place) =>
      judge(entryOutline(text, entry, path), place, { ...defaultContext, ...context }),
    ),
  );
}

/** Why a verdict is left open, in its own words. */
export function why({ dialect, flaws, place, reason }: Verdict): string {
  const code = (flaws.find((one) => one.fatal) ?? flaws[0])?.code;
  const effect = code === undefined ? undefined : dialect.flaws[code]?.effect;
  return effect === undefined ? String(reason) : words(effect, place.host.name);
}
