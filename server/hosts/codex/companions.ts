// The configuration of Codex, in which a table may define a role.
import { entryOf, textOf, type Value } from '../../yaml/value';
import type { CompanionFile, CompanionNameSource, Definable } from '../model/companion';
import type { LocatedFile } from '../model/located-file';
import { ran } from './evidence';

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

const names: readonly CompanionNameSource[] = [
  { at: ['agents'], as: 'keys', kind: 'agent', does: 'defines', fits: isRole },
  // The table gives the file its name, and perhaps its description.
  {
    ...{ at: ['agents', '*', 'config_file'], as: 'texts', kind: 'file', does: 'defines' },
    form: /^(?:\.\/)?(agents\/.+)$/,
  },
];

/** A table of the configuration that names the file. */
export const tableFor = ({ below }: LocatedFile): readonly Definable[] => [
  { kind: 'file', name: `agents/${below}` },
];

export const companionFiles: readonly CompanionFile[] = (['project', 'user'] as const).map(
  (scope) => ({ glob: configFile, scope, format: 'toml', names, evidence: ran }),
);
