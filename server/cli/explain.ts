// dossier explain: what each host does with a file, in the form of the outward contract.
import { type View, viewOf } from '../features/view';
import { passedOverBy } from '../hosts/astray';
import type { Context } from '../hosts/context';
import type { Host } from '../hosts/host';
import type { Place } from '../hosts/place';
import { rules } from '../rules/registry';
import { defaultSettings, type Settings } from '../settings/settings';
import { ahead, type FileAhead } from '../workspace/ahead';
import type { World } from '../world/world';
import { humanVerdicts } from './explain-human';
import { type ExplainedFile, explained, printed } from './explained';
import { exit, type Io, type Job, UsageError } from './io';
import { contextOf, hostsOf, type Options, parse, wordOf } from './options';
import { absolute, placesAs, placesFor } from './paths';

export const explainUsage = `dossier explain FILE...   what each host does with a file

  --host ID,...        these hosts, or all (default: the owners of the place, then its guests)
  --as PATH            judge the text as if it lay there; {name} stands for the file's name;
                       @own: each host in its own project folder
  --files-from LIST    a file with a path a line, or - for standard input
  --context KEY=VALUE  what a file cannot say: platform, background, mcp, ...
  --format FORM        human (default), json, ndjson
`;

/** @throws UsageError */
export function explain(argv: readonly string[], world: World, io: Io): number {
  const { paths, values } = parse(argv, flags);
  if (values['help']) {
    io.out(explainUsage);
    return exit.clean;
  }
  const files = [...paths, ...listedFiles(values['files-from'], world, io)];
  if (files.length === 0) throw new UsageError('explain needs a file');
  const isJson = formatOf(values) === 'json';
  const doPart = explainer(argv, world, io);
  const parts = partsOf(files);
  let failed = false;
  let done = 0;
  let between = isJson ? '{"files":[' : '';
  for (const part of shared({ command: 'explain', argv, parts }, doPart, io)) {
    if (++done === longWork && isMany(parts)) io.goesOn?.();
    failed ||= part.failed;
    io.out(`${between}${part.text}`);
    between = isJson ? ',' : '';
  }
  if (isJson) io.out(']}\n');
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

/** Some files, explained and written down. */
interface Part {
  readonly text: string;
  readonly failed: boolean;
}

/** What does a part of the work, in whatever thread. @throws UsageError */
export function explainer(
  argv: readonly string[],
  world: World,
  io: Pick<Io, 'color'>,
): (files: readonly string[]) => Part {
  const { values } = parse(argv, flags);
  const format = formatOf(values);
  const chosen = hostsOf(values['host']);
  const context = contextOf(values['context']);
  const as = values['as'] === undefined ? undefined : String(values['as']);
  return (files) => {
    const all = Array.from(ahead(files, world.read), (file) =>
      explainFile(file, { as, chosen, context, world }),
    );
    const failed = all.some((one) => 'error' in one);
    if (format === 'json') return { text: all.map(printed).join(','), failed };
    const each = all.map((one) =>
      format === 'ndjson' ? `${printed(one)}\n` : humanVerdicts(one, io.color),
    );
    return { text: each.join(''), failed };
  };
}

/** So many parts are long work. */
const longWork = 400;

/** Another thread costs more than it brings for fewer files. */
const manyFiles = 200;
const filesInPart = 30;
/** So many are left when the parts become small: whoever is ready first has little to wait for. */
const lastFiles = 60;
const filesInLastPart = 2;

function partsOf(files: readonly string[]): readonly (readonly string[])[] {
  // One by one each is told as soon as it is known.
  if (files.length < manyFiles) return files.map((file) => [file]);
  const parts: (readonly string[])[] = [];
  for (let at = 0; at < files.length; at += parts.at(-1)?.length ?? 1)
    parts.push(
      files.slice(at, at + (files.length - at > lastFiles ? filesInPart : filesInLastPart)),
    );
  return parts;
}

const isMany = ([first = []]: readonly (readonly string[])[]): boolean => first.length > 1;

function shared(
  job: Job,
  doPart: (files: readonly string[]) => Part,
  { share }: Io,
): Iterable<Part> {
  const { parts } = job;
  if (!share || !isMany(parts)) return inTurn(parts, doPart);
  return share(job, parts.length, (part) => doPart(parts[part] ?? []));
}

function* inTurn(
  parts: readonly (readonly string[])[],
  doPart: (files: readonly string[]) => Part,
): Generator<Part> {
  for (const files of parts) yield doPart(files);
}

interface Ask {
  readonly as: string | undefined;
  readonly chosen: readonly Host[] | null;
  readonly context: Context;
  readonly world: World;
}

function explainFile(
  { path: file, text: read }: FileAhead,
  { as, chosen, context, world }: Ask,
): ExplainedFile {
  let text: string;
  try {
    text = read();
  } catch (error) {
    return { file, error: error instanceof Error ? error.message : String(error) };
  }
  const places =
    as === undefined ? placesFor(file, text, world, chosen) : placesAs(as, file, chosen);
  const views = viewsOf(text, places, { chosen, context });
  return explained({
    file,
    views,
    places: chosen ? ordered(places, chosen) : places,
    missing: missingHosts(places, chosen ?? nearHosts(places, file, as, world)),
  });
}

/** In the order that was asked for. */
const ordered = (places: readonly Place[], chosen: readonly Host[]): readonly Place[] =>
  chosen.flatMap((host) => places.find((place) => place.host === host) ?? []);

/** Advice is the same wherever a text lies: it is asked for once. */
const withoutAdvice: Settings['rules'] = Object.fromEntries(
  rules.flatMap(({ name, advise, check }) => (advise && !check ? [[name, 'off']] : [])),
);

/** One for each path that the text is judged at: hosts that read the same file have a say in what is safe to fix there. */
function viewsOf(
  text: string,
  places: readonly Place[],
  { chosen, context }: Pick<Ask, 'chosen' | 'context'>,
): readonly View[] {
  const hosts = chosen?.map((host) => host.id) ?? [];
  const settings = { ...defaultSettings, hosts, guests: 'all' as const };
  const views: View[] = [];
  for (const path of new Set(places.map((place) => place.path))) {
    const here = places.filter((place) => place.path === path);
    const [first] = views;
    views.push(
      viewOf({
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

/** The hosts in whose folder a file lies that none of them reads. */
const nearHosts = (
  places: readonly Place[],
  file: string,
  as: string | undefined,
  world: World,
): readonly Host[] =>
  places.length > 0 || as !== undefined
    ? []
    : passedOverBy(absolute(file, world)).map(({ host }) => host);

/** Hosts that were asked for and do not look where the file lies. */
const missingHosts = (places: readonly Place[], chosen: readonly Host[]): readonly Host[] =>
  chosen.filter((host) => !places.some((place) => place.host === host));

function listedFiles(list: unknown, world: World, io: Io): string[] {
  if (list === undefined) return [];
  let text: string;
  try {
    text = list === '-' ? io.stdin() : world.read(String(list));
  } catch (error) {
    throw new UsageError(
      `the list ${String(list)} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  return text.split(/\r?\n/).filter((line) => line !== '');
}
