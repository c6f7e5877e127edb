// What each host does with a file, as data: what `dossier explain` prints.
import { configurationFault } from '../agent/entry-outline';
import { type View, viewOf } from '../features/view/view';
import { hostsIgnoring } from '../hosts/catalog/misplaced';
import type { Context } from '../hosts/model/context';
import type { Host } from '../hosts/model/host';
import type { Place } from '../hosts/model/place';
import { rules } from '../rules/registry';
import { entriesInUse, inGenerations } from '../settings/chosen';
import { defaultSettings, type Settings } from '../settings/settings';
import { english } from '../text/translate';
import { entriesIn } from '../workspace/companions/entries';
import type { SurveyedFile } from '../workspace/survey';
import type { Configured } from './config';
import { type ExplainedFile, explained } from './explained';
import type { World } from './io';
import { absolute, entryHolders, isBroken, placesAs, placesFor } from './paths';

/** What is asked about each file. */
export interface Ask {
  readonly as: string | undefined;
  readonly chosen: readonly Host[] | null;
  readonly context: Context;
  readonly config: Configured;
  readonly world: World;
}

/** Each agent of a configuration file is explained by itself. */
export function explainFile(
  { path: file, text: read }: SurveyedFile,
  ask: Ask,
): readonly ExplainedFile[] {
  const { as, chosen, context, config, world } = ask;
  const text = read();
  if (typeof text !== 'string') {
    const action = text.problem === 'absent' ? ' Check the path.' : '';
    return [{ file, error: `${english(text.message)}${action}` }];
  }
  const holders = as === undefined ? entryHolders(file, world) : [];
  const fault = isBroken(text, file, holders) ? configurationFault(text, file) : null;
  if (fault)
    return [
      {
        file,
        error: `it is not valid ${fault.format} (${english(fault.message).replace(/\.$/, '')})`,
      },
    ];
  const entries = entriesIn(text, holders);
  if (entries.length > 0)
    return entries.map(({ entry, places: all }) => {
      const places = chosen
        ? all.filter(({ host }) => chosen.includes(host))
        : entriesInUse(world.catalog, all, config.settingsOf(file));
      const views = viewsOf(text, places, { chosen, context, world });
      const missing = missingHosts(places, chosen ?? []);
      return explained({ file, entry, views, places, missing });
    });
  const places = placesAsked(file, text, ask);
  const views = viewsOf(text, places, { chosen, context, world });
  return [
    explained({
      file,
      views,
      places: chosen ? ordered(places, chosen) : places,
      missing: missingHosts(places, chosen ?? nearHosts(places, file, as, world)),
    }),
  ];
}

function placesAsked(
  file: string,
  text: string,
  { as, chosen, config, world }: Ask,
): readonly Place[] {
  if (as !== undefined) return placesAs(world.catalog, as, file, chosen);
  const places = placesFor(file, text, world, chosen);
  // Hosts that are named on the command line are used in the version that is named with them.
  return chosen ? places : inGenerations(world.catalog, places, config.settingsOf(file), file);
}

/** Returns the hosts in the order in which they were requested. */
const ordered = (places: readonly Place[], chosen: readonly Host[]): readonly Place[] =>
  chosen.flatMap((host) => places.find((place) => place.host === host) ?? []);

/**
 * Advice does not depend on the location of a file, so the rules that provide it are disabled for all views but the
 * first.
 */
const withoutAdvice: Settings['rules'] = Object.fromEntries(
  rules.flatMap(({ name, advise, check }) => (advise && !check ? [[name, 'off']] : [])),
);

/**
 * Returns one view for each path at which the text is checked. Hosts that read the same file share a view because each
 * of them affects which fixes are safe.
 */
function viewsOf(
  text: string,
  places: readonly Place[],
  { chosen, context, world: { catalog } }: Pick<Ask, 'chosen' | 'context' | 'world'>,
): readonly View[] {
  const hosts = chosen?.map((host) => host.id) ?? [];
  const settings = { ...defaultSettings, hosts, guests: 'all' as const };
  const views: View[] = [];
  for (const path of new Set(places.map((place) => place.path))) {
    const here = places.filter((place) => place.path === path);
    const [first] = views;
    views.push(
      viewOf({
        catalog,
        path,
        text,
        places: here,
        context,
        only: chosen ?? undefined,
        settings: first ? { ...settings, rules: withoutAdvice } : settings,
      }),
    );
  }
  return views;
}

/** The hosts whose folder contains the file although none of them reads it. */
const nearHosts = (
  places: readonly Place[],
  file: string,
  as: string | undefined,
  world: World,
): readonly Host[] =>
  places.length > 0 || as !== undefined
    ? []
    : hostsIgnoring(world.catalog, absolute(file, world)).map(({ host }) => host);

/** The requested hosts that do not read files at this location. */
const missingHosts = (places: readonly Place[], chosen: readonly Host[]): readonly Host[] =>
  chosen.filter((host) => !places.some((place) => place.host === host));
