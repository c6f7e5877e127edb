// Agent files outside every folder that a host reads: which host they were written for, judged by their name and by
// what their authors wrote. How well the file fares there is not asked: the lenient would win every time.

import type { Outline } from '../agent/outline';
import { splitNames } from '../agent/tokens';
import type { Entry, Value } from '../agent/value';
import { check } from './check';
import { matchGlob } from './glob';
import type { Dialect, Host } from './host';
import { dialectOf } from './judge';
import type { Place } from './place';
import { mainHosts, ownPlace } from './places';

/** Signs that a Markdown file is an agent: a description, and one thing more that only agents have. */
export function looksLikeAgent({ fields }: Outline): boolean {
  const has = (key: string): boolean => fields.some((field) => field.key === key);
  return has('description') && ['name', 'tools', 'model', 'mode'].some(has);
}

/** The place in the host that the file was most likely written for; null for one that does not look like an agent. */
export function loosePlace(outline: Outline, path: string): Place | null {
  if (!looksLikeAgent(outline)) return null;
  let best: { place: Place; distance: number } | undefined;
  for (const host of namedLike(path)) {
    const own = ownPlace(host, path);
    if (!own) continue;
    const place: Place = { ...own, path, isGuess: true };
    const asWritten = { fields: outline.fields, prompt: { text: '', span: outline.body } };
    const distance = distanceTo(dialectOf(place, asWritten), outline.fields);
    const isOriginal = best?.distance === distance && best.place.host.forkOf === host.id;
    if (!best || distance < best.distance || isOriginal) best = { place, distance };
  }
  return best?.place ?? null;
}

/** The place of a file in a folder that a host read once, as if it were in the host's own; null for any other. */
export function formerPlace(path: string): Place | null {
  for (const host of mainHosts) {
    if (!host.formerly?.some(({ glob }) => matchGlob(glob, path))) continue;
    const own = ownPlace(host, path);
    if (own) return { ...own, path, isGuess: true, isFormer: true };
  }
  return null;
}

/** Hosts whose own files end so: `.agent.md` is nobody else's. All of them for a plain `.md`. */
function namedLike(path: string): readonly Host[] {
  const alike = mainHosts.filter(({ ownFile }) => {
    const ending = ownFile.slice(ownFile.indexOf('{name}') + '{name}'.length);
    return ending !== '.md' && path.endsWith(ending);
  });
  return alike.length > 0 ? alike : mainHosts;
}

/** How foreign the keys, the shapes of values and the names of tools are to a host; its own spelling counts for it. */
function distanceTo(dialect: Dialect, fields: readonly Entry[]): number {
  const missing = Object.entries(dialect.fields).filter(
    ([key, { required }]) => required && !fields.some((entry) => entry.key === key),
  ).length;
  return fields.reduce((sum, entry) => sum + distanceOf(entry, dialect), missing);
}

function distanceOf({ key, value }: Entry, dialect: Dialect): number {
  const field = Object.hasOwn(dialect.fields, key) ? dialect.fields[key] : undefined;
  if (!field) return 1;
  const wrong = check(field.type, value).problems.length > 0 ? 1 : 0;
  if (field.role !== 'tools') return wrong;
  const own = new Set([...dialect.tools.tools, ...dialect.tools.former].map(({ name }) => name));
  const names = namesIn(value, dialect.tools.separators);
  return wrong + names.reduce((sum, name) => sum + (own.has(name) ? -1 : 0.5), 0);
}

function namesIn(value: Value, separators: string): readonly string[] {
  if (value.kind === 'map') return value.entries.map(({ key }) => key);
  if (value.kind === 'list') return value.items.flatMap((item) => namesIn(item, separators));
  if (value.kind !== 'text') return [];
  return splitNames(value.text, separators).map(({ text }) => text.replace(/\(.*$/s, ''));
}
