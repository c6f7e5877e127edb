// How manifests of plugins are written and changed.
import { outlineOfFile } from '../../../agent/outline';
import { jsonWriter } from '../../../agent/write-json';
import { applyEdits } from '../../../text/edit';
import { entryOf } from '../../../yaml/value';
import type { PluginFolder } from '../../model/plugin';
import { isMap, isString, type JsonMap, jsonAt } from './plugin-files';

/** The name of the folder, in a form that every program accepts. */
export const safeName = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 64)
    .replaceAll(/^-|-$/g, '') || 'plugin';

/** A new manifest: what other manifests state of the plugin, and these keys. */
export function newManifest(folder: PluginFolder, keys: JsonMap = {}): string {
  const others = folder.paths
    .filter((path) => /^(?:\.[^/]+\/(?:[^/]+\/)?)?plugin\.json$/.test(path))
    .map((path) => jsonAt(folder, path))
    .filter(isMap);
  const other = others.find(({ name }) => isString(name) && name !== '') ?? {};
  const { name, author } = other;
  const stated = Object.fromEntries(
    copiedTexts.flatMap((key) => (isString(other[key]) ? [[key, other[key]]] : [])),
  );
  const manifest = {
    name: safeName(isString(name) ? name : folder.name),
    ...stated,
    ...(isMap(author) && isString(author['name']) && { author }),
    ...keys,
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

const copiedTexts = ['version', 'description', 'homepage', 'repository', 'license'];

/** A manifest with these values. Other keys, and the style, stay. Null where that cannot be written. */
export function withKeys(path: string, text: string, keys: JsonMap): string | null {
  let now = text;
  for (const [key, value] of Object.entries(keys)) {
    const outline = outlineOfFile(path, now);
    const own = entryOf(outline.fields, key);
    const word = written(value);
    const writer = jsonWriter(outline);
    const edits = own ? writer.replaceValue(own.value, { word }) : writer.insertWord(key, word);
    if (!edits) return null;
    now = applyEdits(now, edits);
  }
  return now;
}

/** Lists with spaces between their items. */
const written = (value: unknown): string =>
  Array.isArray(value)
    ? `[${value.map((item) => JSON.stringify(item)).join(', ')}]`
    : JSON.stringify(value);
