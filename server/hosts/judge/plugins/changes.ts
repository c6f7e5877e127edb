// How manifests of plugins are written and changed.
import { rootOfJson } from '../../../agent/json-root';
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

/** The text of a JSON object with these values. Other keys, and the style, stay. Null where it is no object. */
export function withKeys(text: string, keys: JsonMap): string | null {
  const root = rootOfJson(text);
  if (root?.kind !== 'map') return null;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const indent = /\n([ \t]+)"/.exec(text)?.[1] ?? null;
  const written = (value: unknown): string =>
    indent === null
      ? JSON.stringify(value)
      : JSON.stringify(value, null, indent).replaceAll('\n', newline + indent);
  const own = new Map(root.entries.map((entry) => [entry.key, entry.value.span]));
  const replaced = Object.entries(keys).flatMap(([key, value]) => {
    const span = own.get(key);
    return span ? [{ span, text: written(value) }] : [];
  });
  const added = Object.entries(keys)
    .filter(([key]) => !own.has(key))
    .map(([key, value]) => `${JSON.stringify(key)}: ${written(value)}`);
  const last = Math.max(0, ...root.entries.map(({ span }) => span.end));
  const between = indent === null ? ', ' : `,${newline}${indent}`;
  const edits =
    added.length === 0
      ? replaced
      : [
          ...replaced,
          root.entries.length > 0
            ? { span: { start: last, end: last }, text: between + added.join(between) }
            : {
                span: { start: root.span.start, end: root.span.end },
                text: `{${newline}  ${added.join(`,${newline}  `)}${newline}}`,
              },
        ];
  return edits
    .toSorted((a, b) => b.span.start - a.span.start)
    .reduce((now, { span, text: by }) => now.slice(0, span.start) + by + now.slice(span.end), text);
}
