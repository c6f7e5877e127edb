// The library: what the commands print, as data. Its functions are those that the commands call; a command adds options and words.
import { checkFiles } from '../cli/check/check-files';
import { configured } from '../cli/config';
import { convertFiles, hostsAs, oneHost, withoutClashes } from '../cli/convert-files';
import { conversionOf } from '../cli/convert-report';
import { explainFile } from '../cli/explain-file';
import { asData } from '../cli/explained';
import { UsageError, type World } from '../cli/io';
import { listAgents } from '../cli/list-agents';
import { filesOf, type Unread as ReportUnread } from '../cli/paths';
import { programOf } from '../cli/program';
import { hostsOf, namesVersionOf } from '../cli/programs';
import { schemaOf } from '../cli/schema-of';
import type { CheckOptions, Input, Library, Options, Unread } from '../contract/library';
import { type Context, defaultContext } from '../hosts/model/context';
import type { Host } from '../hosts/model/host';
import type { Settings } from '../settings/settings';
import { english } from '../text/translate';
import { type FoundFile, namedFiles, survey } from '../workspace/survey';
import { withText } from './with-text';

/** What is asked, as files of a world. */
interface Asked {
  readonly paths: readonly string[];
  readonly world: World;
}

/** The same questions about the files of one world. No paths: the working folder. @throws UsageError */
export type LibraryOfWorld = {
  readonly [Name in 'check' | 'explain' | 'convert' | 'list']: (
    asked: Asked,
    options: Parameters<Library[Name]>[1] & object,
  ) => ReturnType<Library[Name]>;
};

/** Where a path names a text that is not saved. */
export const unsaved = (world: World, path: string, text: string): Asked => ({
  paths: [path],
  world: withText(world, path, text),
});

/** No flag and no configuration file can be named: what applies is in the files. */
const configOf = (world: World, flags: Partial<Settings> = {}): ReturnType<typeof configured> =>
  configured({ io: { err: () => {} }, values: {}, flags }, world);

export const ofWorld: LibraryOfWorld = {
  check: ({ paths, world }, options) =>
    checkFiles(
      paths,
      {
        ...common(options, world),
        settings: settingsOf(options, world),
        withEdits: true,
        now: Date.now,
      },
      world,
    ),
  explain: ({ paths, world }, options) => {
    const { chosen, context } = common(options, world);
    const ask = { as: undefined, chosen, context, config: configOf(world), world };
    const files = [...survey(filesAsked(paths, world), world)];
    return { files: files.flatMap((file) => explainFile(file, ask)).map(asData) };
  },
  convert: ({ paths, world }, { to, as, from, allowWider = false, choices = {} }) => {
    const targets = hostsAs(world, to);
    if (targets.length === 0) throw new UsageError('convert requires a program. Add "to".');
    const { unread, report } = collected();
    const task = {
      targets,
      isVersionNamed: (target: Host) => namesVersionOf(target, to),
      source: oneHost(world, from, 'from'),
      options: { allowWider, choices, ...(as && { subject: as }) },
      config: configOf(world),
      world,
    };
    const planned = convertFiles(paths.length > 0 ? paths : ['.'], task, report);
    const files = withoutClashes(planned, { world, fail: () => {} });
    return { files: files.map(conversionOf), unread };
  },
  list: ({ paths, world }, options) => {
    const { unread, report } = collected();
    const ask = { ...common(options, world), config: configOf(world), withUser: false };
    return { ...listAgents(paths, ask, world, report), unread };
  },
};

/** Named files as they are, and the agent files of folders. */
function filesAsked(paths: readonly string[], world: World): Iterable<FoundFile> {
  const isOfFiles = paths.length > 0 && paths.every((path) => !world.isFolder(path));
  if (isOfFiles) return namedFiles(paths);
  const found = filesOf(paths, false, world, configOf(world), () => {});
  return [...found].filter(({ isAgent }) => isAgent);
}

function collected(): { readonly unread: Unread[]; readonly report: ReportUnread } {
  const unread: Unread[] = [];
  return {
    unread,
    report: (file, { message }) => void unread.push({ file, message: english(message) }),
  };
}

function common(
  { programs, context }: Options,
  { catalog }: World,
): { readonly chosen: readonly Host[] | null; readonly context: Context } {
  const ids = programs?.length ? programs.join(',') : undefined;
  return { chosen: hostsOf(catalog, ids), context: { ...defaultContext, ...context } };
}

function settingsOf(
  { programs, rules, guests }: CheckOptions,
  { catalog }: World,
): Partial<Settings> {
  const idsOf = (ids: readonly string[]): readonly string[] =>
    ids.length === 0 ? [] : (hostsOf(catalog, ids.join(',')) ?? []).map(({ id }) => id);
  return {
    ...(rules && { rules }),
    ...(guests !== undefined && { guests: typeof guests === 'string' ? guests : idsOf(guests) }),
    ...(programs?.length && { hosts: idsOf(programs) }),
  };
}

interface Environment extends Pick<World, 'catalog'> {
  /** The files of a folder, or none. */
  readonly filesOf: (
    folder: Extract<Input, { folder: unknown }>['folder'] | null,
  ) => Omit<World, 'catalog'>;
}

/** The library for callers without a world. */
export function libraryOf({ catalog, filesOf: worldOf }: Environment): Library {
  const asked = (input: Input): Asked => {
    const world: World = { ...worldOf(input.folder ?? null), catalog };
    return 'text' in input
      ? unsaved(world, input.path, input.text)
      : { paths: input.paths ?? [], world };
  };
  return {
    check: (input, options = {}) => ofWorld.check(asked(input), options),
    explain: (input, options = {}) => ofWorld.explain(asked(input), options),
    convert: (input, options) => ofWorld.convert(asked(input), options),
    list: (input, options = {}) => ofWorld.list(asked(input), options),
    programs: () => catalog.hosts.map(programOf),
    schema: (program, { dialect } = {}) => schemaOf(catalog, program, dialect),
  };
}
