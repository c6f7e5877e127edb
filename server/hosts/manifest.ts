// The file that makes a folder a plugin: what hangs on it for the agents that lie there. It is JSON, read as its host reads it.
import type { ManifestRules } from './host';
import { remembered } from './remembered';

type Read = (path: string) => string;

/** What a manifest says; a value that is no object where it is broken. */
export interface Manifest {
  readonly value: unknown;
  /** The host loads nothing of the plugin; completes "its manifest ...". Null for one that it takes. */
  readonly fault: string | null;
}

/** By host the last few texts: every file beside a manifest asks for it. */
const kept = remembered((_: ManifestRules) => new Map<string, Manifest>());
const keep = 50;

/** Of one that is gone, or not to be read, nothing is known. */
export function manifestAt(path: string, read: Read, rules: ManifestRules): Manifest {
  const known = kept(rules);
  let text: string;
  try {
    text = read(path);
  } catch {
    return { value: {}, fault: null };
  }
  const found = known.get(text);
  if (found) return found;
  if (known.size >= keep) known.clear();
  const made = manifestFrom(text, rules);
  known.set(text, made);
  return made;
}

function manifestFrom(text: string, { fault }: ManifestRules): Manifest {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    return { value, fault: fault(value) };
  } catch {
    return { value: undefined, fault: 'is no valid JSON' };
  }
}

/** Undefined where the manifest is no object, or has no such key. */
export const keyOf = ({ value }: Manifest, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;

/** The name that it gives the plugin; null where it gives none. */
export function nameIn(manifest: Manifest): string | null {
  const name = keyOf(manifest, 'name');
  return typeof name === 'string' && name !== '' ? name : null;
}
