// The manifest that makes a folder a plugin, and what it determines for the agents in it. It is JSON, interpreted as its
// host does.
import type { FileText } from '../../text/file-text';
import { t } from '../../text/l10n';
import { memoize } from '../../text/memoize';
import type { ManifestFormat } from './location';

type ReadFile = (path: string) => FileText;

/** A parsed manifest; `value` is undefined where it is not valid JSON. */
export interface Manifest {
  readonly value: unknown;
  /** Why the host loads nothing of the plugin, as a sentence: `The plugin manifest has no "name".`. Null for a valid manifest. */
  readonly fault: string | null;
}

/** By host and text: a manifest is needed for every file next to it. */
const manifestsByText = memoize((_: ManifestFormat) => new Map<string, Manifest>());
const maxTexts = 50;

/** The manifest at `path`; an empty one without a fault where the file cannot be read. */
export function readManifest(path: string, read: ReadFile, rules: ManifestFormat): Manifest {
  const cache = manifestsByText(rules);
  const text = read(path);
  if (typeof text !== 'string') return { value: {}, fault: null };
  const found = cache.get(text);
  if (found) return found;
  if (cache.size >= maxTexts) cache.clear();
  const manifest = manifestFrom(text, rules);
  cache.set(text, manifest);
  return manifest;
}

function manifestFrom(text: string, { fault }: ManifestFormat): Manifest {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    return { value, fault: fault(value) };
  } catch {
    return { value: undefined, fault: t('The plugin manifest is not valid JSON.') };
  }
}

/** The value of a top-level key; undefined where the manifest is not an object or lacks the key. */
export const keyOf = ({ value }: Manifest, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;

/** The name of the plugin; null where the manifest has none. */
export function nameIn(manifest: Manifest): string | null {
  const name = keyOf(manifest, 'name');
  return typeof name === 'string' && name !== '' ? name : null;
}
