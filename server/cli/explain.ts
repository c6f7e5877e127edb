// `dossier explain`: what each host does with a file, in the public JSON format.
import { type View, viewOf } from '../features/view';
import { hostsIgnoring } from '../hosts/catalog/misplaced';
import type { Context } from '../hosts/model/context';
import type { Host } from '../hosts/model/host';
import type { Place } from '../hosts/model/place';
import { rules } from '../rules/registry';
import { defaultSettings, type Settings } from '../settings/settings';
import { namedFiles, type SurveyedFile, survey } from '../workspace/survey';
import { humanVerdicts } from './explain-human';
import { type ExplainedFile, explained, printed } from './explained';
import { exit, type Io, UsageError } from './io';
import { contextOf, hostsOf, type Options, parse, wordOf } from './options';
import { absolute, placesAs, placesFor } from './paths';
import type { World } from './world';

export const explainUsage = `dossier explain FILE...   show how each host interprets a file

  --host ID,...        these hosts, or all (default: the owners of the location, then its guests)
  --as PATH            evaluate the file as if it were at PATH; {name} is replaced by the file name;
                       @own: at each host's own project folder
  --files-from LIST    read paths from LIST, one per line; - for standard input
  --context KEY=VALUE  facts about the environment: platform, background, mcp, ...
  --format FORMAT      human (default), json, ndjson
`;

/** @throws UsageError */
export function explain(argv: readonly string[], world: World, io: Io): number {
  const { paths, values } = parse(argv, flags);
  if (values['help']) {
    io.out(explainUsage);
    return exit.clean;
  }
  const files = [...paths, ...listedFiles(values['files-from'], world, io)];
  if (files.length === 0) throw new UsageError('explain requires a file');
  const format = formatOf(values);
  const explainOne = explainer(argv, world);
  let failed = false;
  let separator = '';
  if (format === 'json') io.out('{"files":[');
  for (const file of survey(namedFiles(files), world)) {
    const result = explainOne(file);
    failed ||= 'error' in result;
    if (format === 'human') io.out(humanVerdicts(world.catalog, result, io.color));
    else io.out(`${separator}${printed(result)}${format === 'ndjson' ? '\n' : ''}`);
    if (format === 'json') separator = ',';
  }
  if (format === 'json') io.out(']}\n');
  return failed ? exit.failed : exit.clean;
}

const flags = {
  host: { type: 'string' },
  as: { type: 'string' },
  'files-from': { type: 'string' },
  context: { type: 'string', multiple: true },
  format: { type: 'string' },
} as const;

const formatOf = ({ format }: Options['values']): 'human' | 'json' | 'ndjson' =>
  wordOf(format, ['human', 'json', 'ndjson'], 'human', 'format');

/**
 * Explains one file with the options of the command line.
 * @throws UsageError
 */
function explainer(argv: readonly string[], world: World): (file: SurveyedFile) => ExplainedFile {
  const { values } = parse(argv, flags);
  const chosen = hostsOf(world.catalog, values['host']);
  const context = contextOf(values['context']);
  const as = values['as'] === undefined ? undefined : String(values['as']);
  return (file) => explainFile(file, { as, chosen, context, world });
}

interface Ask {
  readonly as: string | undefined;
  readonly chosen: readonly Host[] | null;
  readonly context: Context;
  readonly world: World;
}

function explainFile(
  { path: file, text: read }: SurveyedFile,
  { as, chosen, context, world }: Ask,
): ExplainedFile {
  const text = read();
  if (typeof text !== 'string') return { file, error: text.message };
  const places =
    as === undefined
      ? placesFor(file, text, world, chosen)
      : placesAs(world.catalog, as, file, chosen);
  const views = viewsOf(text, places, { chosen, context, world });
  return explained({
    file,
    views,
    places: chosen ? ordered(places, chosen) : places,
    missing: missingHosts(places, chosen ?? nearHosts(places, file, as, world)),
  });
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
        previous: first,
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

function listedFiles(list: unknown, world: World, io: Io): string[] {
  if (list === undefined) return [];
  const text = list === '-' ? io.stdin() : world.read(String(list));
  if (typeof text !== 'string')
    throw new UsageError(`cannot read the list ${String(list)}: ${text.message}`);
  return text.split(/\r?\n/).filter((line) => line !== '');
}
