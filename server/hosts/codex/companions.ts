// The configuration of Codex, in which a table may define a role.
import { entryOf, textOf, type Value } from '../../yaml/value';
import type {
  CompanionFile,
  CompanionNameSource,
  Definable,
  EntrySource,
} from '../model/companion';
import type { LocatedFile } from '../model/located-file';
import { executedHere } from './evidence';

export const configFile = '.codex/config.toml';

/**
 * Whether a table defines a role of its own, unlike settings for all of them and a table without a description. One that names a
 * file in the folder of roles completes that role, and is not listed next to it.
 */
function isRole(value: Value): boolean {
  if (value.kind !== 'map') return false;
  const text = (key: string): string => textOf(entryOf(value.entries, key)?.value)?.trim() ?? '';
  return text('description') !== '' && !/^(?:\.\/)?agents\//.test(text('config_file'));
}

const file = { at: ['agents', '*', 'config_file'], as: 'texts' } as const;

/** The path of a file in the folder of agents, from the folder of the configuration. */
export const inFolder = /^(?:\.\/)?(agents\/[^\\]+)$/;

const names: readonly CompanionNameSource[] = [
  { at: ['agents'], as: 'keys', kind: 'agent', does: 'defines', fits: isRole },
  // The table gives the file its name, and its description if it has one itself.
  { ...file, kind: 'file', does: 'defines', form: inFolder },
  { ...file, kind: 'description', does: 'defines', form: inFolder, withKey: 'description' },
  // An absolute path is that of one computer, and one with backslashes is for one operating system.
  {
    ...{ ...file, kind: 'file', does: 'names' },
    form: /^(?!(?:\.\/)?agents\/|[A-Za-z]:)([^/~\\][^\\]*)$/,
  },
];

/** A table of the configuration that names the file. */
export const tableFor = ({ below }: LocatedFile): readonly Definable[] => [
  { kind: 'file', name: `agents/${below}` },
];

/** A table of the configuration that names the file and has a description. */
export const describedTableFor = ({ below }: LocatedFile): readonly Definable[] => [
  { kind: 'description', name: `agents/${below}` },
];

/** A value below the key that is no table is a setting for all agents. */
const entries: EntrySource = {
  keys: ['agents'],
  kind: 'table',
  dialect: 'table',
  isAgent: ({ kind }) => kind === 'map',
};

export const companionFiles: readonly CompanionFile[] = (['project', 'user'] as const).map(
  (scope) => ({ glob: configFile, scope, format: 'toml', names, entries, evidence: executedHere }),
);
