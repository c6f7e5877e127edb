// Where the converted file belongs in the other host, and what the agent is called there.
import { computeFieldVerdict } from '../hosts/judge/compute-verdict';
import type { Dialect } from '../hosts/model/dialect';
import { foldersOf } from '../hosts/model/glob';
import { type Host, hasInSkeleton } from '../hosts/model/host';
import { rootOf } from '../hosts/model/located-file';
import type { Persona } from '../hosts/model/persona';
import type { Place } from '../hosts/model/place';
import { isUsed, keyFor, type Names } from './plan-fields';

interface Named {
  readonly place: Place;
  readonly persona: Persona;
  readonly target: Host;
  readonly dialect: Dialect;
}

/** @param chosen the name that the user wants. */
export function namesFor({ place, persona, target, dialect }: Named, chosen?: string): Names {
  const { location, base } = place;
  const before =
    location.id === 'name-field' ? persona.name : location.id === 'path' ? persona.id : base;
  const plain = withoutSeparators(before) || base;
  // A path is no name.
  const wanted = location.id === 'name-field' ? before.trim() : plain;
  const key = keyFor(dialect, 'name');
  const hasField = key !== undefined && hasInSkeleton(target.kinds.agent, key);
  const isByField = hasField && target.locations[0]?.id === 'name-field';
  // Where a label has any form, others call the agent by it.
  const isAccepted = (name: string): boolean =>
    isByField ? isName(name, key, dialect) : withoutSeparators(name) === name;
  const accepted = (...names: readonly string[]): readonly string[] =>
    [...new Set(names)].filter((name) => name !== '' && isAccepted(name));
  const all = accepted(wanted, plain, plainWords(before), plainWords(base));
  // Every other name may be reserved.
  const choices = all.length > 0 ? all : accepted(`${plainWords(plain)}-agent`, 'agent');
  const called =
    chosen !== undefined && chosen !== '' && isAccepted(chosen) ? chosen : (choices[0] ?? plain);
  return {
    file: withoutSeparators(called) || base,
    field: isByField ? called : persona.name,
    ...{ called, before, choices },
  };
}

/** Whether the target accepts the name in its field. */
function isName(text: string, key: string, dialect: Dialect): boolean {
  const span = { start: 0, end: text.length };
  const value = { kind: 'text', text, style: 'double', span } as const;
  return isUsed(computeFieldVerdict({ key, keySpan: span, span, value }, dialect));
}

/** The name of the file, which is the name of the agent in hosts that name agents by their path. */
export const withoutSeparators = (name: string): string =>
  name
    .trim()
    .replaceAll(/[\s/\\:]+/g, '-')
    .replaceAll(/[<>"|?*\p{Cc}]/gu, '')
    .replace(/^[-.]+/, '');

/** Lowercase letters and digits, with a hyphen in place of everything else; empty where there are none. */
export const plainWords = (name: string): string =>
  (
    name
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  ).join('-');

/** The path in the host's folder of the same project, or of the user where the source is an agent of the user. */
export function targetPath(place: Place, target: Host, fileName: string): string {
  const { ownFile, locations } = target;
  const root = rootOf(place);
  const isUsers = place.location.scope === 'user';
  const own = locations.find((one) => one.scope === 'user' && one.role === 'owner');
  const [folder] = isUsers && own ? foldersOf(own.glob) : [];
  const file =
    folder === undefined ? ownFile : `${folder}/${ownFile.slice(ownFile.lastIndexOf('/') + 1)}`;
  const below = file.replace('{name}', () => fileName);
  return root === '' ? below : `${root}/${below}`;
}
