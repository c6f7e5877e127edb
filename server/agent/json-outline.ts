// Agents that are entries of a configuration file in JSON, with comments and trailing commas. Each has an outline of its own, whose
// offsets are those of the file. An agent may also be a whole file.

import type { Entry, Value } from '../yaml/value';
import { rootOfJson, tolerantRootOfJson } from './json-root';
import { type Outline, objectOutline } from './outline';

/** Where an agent is in a configuration file: below a key at the top, under its name. */
export interface EntryPath {
  readonly key: string;
  readonly name: string;
}

/** The agents below a key, in source order, each once. Of several keys with one name the last one counts. */
export function entriesBelow(root: Value | null, key: string): readonly Entry[] {
  const holder =
    root?.kind === 'map' ? root.entries.findLast((one) => one.key === key)?.value : null;
  if (holder?.kind !== 'map') return [];
  return holder.entries;
}

/** The outline of one agent, also in incomplete text. Without such an entry it is empty. */
export function entryOutline(text: string, path: EntryPath): Outline {
  const root = rootOfJson(text) ?? tolerantRootOfJson(text);
  return outlineOfEntry(
    text,
    entriesBelow(root, path.key).find(({ key }) => key === path.name),
  );
}

/** @param entry the name of the agent with its fields. */
const outlineOfEntry = (text: string, entry: Entry | undefined): Outline =>
  objectOutline(text, entry?.value ?? null, entry?.keySpan ?? null);
