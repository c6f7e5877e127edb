// What a file configures for its hosts: the names in a companion file, and the agents in a configuration file, each as a document of
// its own with the offsets of the file.
import type { Outline } from '../../agent/outline';
import type { Host } from '../../hosts/model/host';
import { type Definitions, withNames } from '../../rules/workspace-view';
import { entriesInUse } from '../../settings/chosen';
import { lazily } from '../../text/lazily';
import {
  type EntryHolder,
  entriesIn,
  entryPlace,
  roleAt,
} from '../../workspace/companions/entries';
import type { CompanionPlace } from '../../workspace/companions/files';
import { readCompanion } from '../../workspace/companions/read';
import type { CompanionContent } from '../../workspace/index';
import { type FileInput, isShown, type ViewedFile } from './viewed-file';

/** @typeParam V the view of an agent. */
export interface Configuration<V> {
  /** The names in a companion file such as a command or settings; null where it is none, or cannot be read as one. */
  readonly companionNames: () => CompanionContent | null;
  /**
   * The agents in a configuration file. They are without the other agents of the workspace: what refers to whom is in the names of
   * the file.
   */
  readonly entries: () => readonly V[];
  /** The agent of a configuration file that contains the offset, also in incomplete text. */
  readonly entryAt: (offset: number) => V | undefined;
  /** The hosts that judge them. */
  readonly entryHolders: () => readonly EntryHolder[];
  /** The hosts that this file configures as they declare it, without guests that the user did not choose. */
  readonly configuredHosts: () => readonly Host[];
  /** Whether findings on this configuration file are reported for a host. */
  readonly isReported: (host: Host) => boolean;
  /** What companion files define, and this file itself. */
  readonly definitions: () => Definitions;
}

export interface ConfigurationInput {
  /** The hosts that read it as a companion file: a command, a skill, a configuration. */
  readonly companionPlaces?: () => readonly CompanionPlace[];
  /** The hosts that judge the agents in it, where it is a configuration file. */
  readonly entryHolders?: () => readonly EntryHolder[];
  /** What companion files define, besides this file. Default: those of the workspace. */
  readonly definitions?: () => Definitions;
}

/** @param viewOf makes the view of an agent. */
export function configurationIn<V extends Pick<ViewedFile, 'outline'>>(
  file: ViewedFile,
  input: ConfigurationInput & Pick<FileInput, 'editor'>,
  viewOf: (input: FileInput & ConfigurationInput) => V,
): Configuration<V> {
  const { catalog, path, outline, settings, context, workspace, only, onFault, deadline } = file;
  const { text } = outline;
  const { companionPlaces = none, entryHolders = none, editor = null } = input;
  const read = lazily(() => {
    const places = companionPlaces();
    return { names: places.length === 0 ? null : readCompanion(text, places) };
  });
  const definitions = (): Definitions => {
    const known = input.definitions?.() ?? workspace;
    const names = read().names?.names ?? [];
    return names.length === 0 ? known : withNames(known, names);
  };
  const entriesAs = (reading: { readonly isTyped: boolean }): readonly V[] =>
    entriesIn(text, entryHolders(), reading).flatMap(({ places: all }) => {
      const places = entriesInUse(catalog, all, settings);
      if (places.length === 0) return [];
      const same = { catalog, path, text, settings, context, only, onFault, deadline, editor };
      return viewOf({ ...same, definitions, places });
    });
  const entries = lazily(() => entriesAs({ isTyped: false }));
  const incomplete = lazily(() => entriesAs({ isTyped: true }));
  const isReported = (host: Host): boolean => {
    const { entries: source } = companionPlaces().find((place) => place.host === host)?.file ?? {};
    if (!source) return true;
    if (only) return only.includes(host);
    return isShown({ role: roleAt(source, path), host }, settings);
  };
  return {
    companionNames: () => read().names,
    entries,
    entryAt: (offset) =>
      (entries().length > 0 ? entries() : incomplete()).find((one) => holds(one.outline, offset)),
    entryHolders,
    configuredHosts: () =>
      entryHolders().flatMap(({ companion, inUse }) => {
        const { host } = companion;
        const place = inUse(entryPlace(companion, null, ''));
        const isInUse = entriesInUse(catalog, [place], settings).length > 0;
        return isInUse && isReported(host) ? [host] : [];
      }),
    isReported,
    definitions,
  };
}

const none = (): readonly never[] => nothing;
const nothing: readonly never[] = [];

const holds = ({ opening, head }: Outline, offset: number): boolean =>
  (opening ?? head).start <= offset && offset <= head.end;
