// Agents that are entries of a configuration file: JSON with comments and trailing commas, or TOML. Each has an outline of its own,
// whose offsets are those of the file.

import type { Sentence } from '../text/message';
import { isExcess } from '../yaml/limits';
import type { Entry, Value } from '../yaml/value';
import { faultOfJson, rootOfJson, tolerantRootOfJson } from './json-root';
import { type Outline, objectOutline } from './outline';
import { tomlOf, tomlTableOutline } from './toml-table';

/** Where an agent is in a configuration file: below a key at the top, under its name. */
export interface EntryPath {
  readonly key: string;
  readonly name: string;
}

/**
 * The content of a configuration file. Null for text that is not in the format of its path, unless it is read as incomplete.
 * @param path its ending decides on the format.
 */
export function configurationRoot(
  text: string,
  path: string,
  { isTyped = false } = {},
): Value | null {
  if (!isToml(path)) return isTyped ? tolerantRootOfJson(text) : rootOfJson(text);
  const { root, errors } = tomlOf(text);
  return isTyped || errors.length === 0 ? root : null;
}

const isToml = (path: string): boolean => path.endsWith('.toml');

/** Why the text is not in the format of its path; null if it is. */
export function configurationFault(
  text: string,
  path: string,
): { readonly format: string; readonly message: Sentence } | null {
  if (isToml(path)) {
    const [error] = tomlOf(text).errors;
    if (!error) return null;
    return { format: 'TOML', message: isExcess(error.code) ? 'it is too large' : error.message };
  }
  const fault = faultOfJson(text);
  return fault && { format: 'JSON', message: fault.message };
}

/** The agents below a key, in source order, each once. Of several keys with one name the last one counts. */
export function entriesBelow(root: Value | null, key: string): readonly Entry[] {
  const holder =
    root?.kind === 'map' ? root.entries.findLast((one) => one.key === key)?.value : null;
  if (holder?.kind !== 'map') return [];
  return holder.entries;
}

/**
 * The outline of one agent, also in incomplete text. Without such an entry it is empty.
 * @param file the path of the configuration file: its ending decides on the format.
 */
export function entryOutline(text: string, { key, name }: EntryPath, file: string): Outline {
  const root = configurationRoot(text, file) ?? configurationRoot(text, file, { isTyped: true });
  const entry = entriesBelow(root, key).find((one) => one.key === name);
  return outlineOfEntry(text, entry, { path: [key, name], file });
}

/** @param entry the name of the agent with its fields. @param path its keys from the top. */
export function outlineOfEntry(
  text: string,
  entry: Entry | undefined,
  { path, file }: { readonly path: readonly string[]; readonly file: string },
): Outline {
  return isToml(file)
    ? tomlTableOutline(text, entry, path)
    : objectOutline(text, entry?.value ?? null, entry?.keySpan ?? null);
}
