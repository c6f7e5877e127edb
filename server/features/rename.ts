// Another name for an agent, everywhere it is named: in its own file, in the files that call it, and of the file itself
// where a host takes the name from there.

import { hasAgent } from '../hosts/fate';
import type { Host } from '../hosts/host';
import { shortPath } from '../hosts/place';
import type { KnownAgent } from '../rules/neighbours';
import { applyEdits, type Edit } from '../text/edit';
import type { Span } from '../text/span';
import type { WorkspaceIndex } from '../workspace/index';
import { movedLinks } from './moved-links';
import { agentsIn, mentions, namedAt } from './navigation';
import { upsetBy } from './rename-upsets';
import type { View } from './view';

export interface Renaming {
  /** By path. */
  readonly edits: ReadonlyMap<string, readonly Edit[]>;
  readonly moves: readonly { readonly from: string; readonly to: string }[];
  /** What callers would say of it that name agents by patterns, a sentence each: nothing that a person would see. */
  readonly upsets: readonly string[];
}

export type Renamed = Renaming | { readonly refused: string };

/** What would be renamed at an offset; null where nothing can be. */
export function renamable(
  view: View,
  offset: number,
  index: WorkspaceIndex,
): { readonly span: Span; readonly name: string } | null {
  const named = namedAt(view, offset);
  if (!named || bearersOf(index, named.hosts, named.id).length === 0) return null;
  return { span: named.span, name: named.id };
}

interface Ask {
  readonly name: string;
  readonly index: WorkspaceIndex;
  /** The file at a path as it is, and as it would be with another text there or elsewhere. */
  readonly viewAt: (path: string, text?: string) => View | null;
  /** A file that is known and is not the author's to change here. */
  readonly isReadOnly?: (path: string) => boolean;
}

export function rename(
  view: View,
  offset: number,
  { name, index, viewAt, isReadOnly = () => false }: Ask,
): Renamed {
  const named = namedAt(view, offset);
  const all = named ? bearersOf(index, named.hosts, named.id) : [];
  const [first] = all;
  if (!named || !first) return refused('no agent of this name is known here');
  const bearers = all.filter(({ path }) => !isReadOnly(path));
  if (bearers.length === 0)
    return refused(
      `${shortPath(first.place)} is not in this workspace: others may count on its name`,
    );
  if (name.trim() !== name || name === '')
    return refused('a name is one word or several, without blanks around it');
  const twin = named.hosts.flatMap((host) => index.called(host, name))[0];
  if (twin) return refused(`${shortPath(twin.place)} is called "${name}" already`);
  const edits = new Map<string, Edit[]>();
  const put = (path: string, span: Span, text = name): void => {
    const there = edits.get(path) ?? [];
    if (!there.some((edit) => edit.span.start === span.start)) there.push({ span, text });
    edits.set(path, there);
  };
  const moves: { from: string; to: string }[] = [];
  const others = named.hosts.flatMap((host) => mentions(index, host, named.id));
  const isInJson = [...bearers, ...others].some(({ path }) => /\.jsonc?$/.test(path));
  if (isInJson && /["\\\p{Cc}]/u.test(name))
    return refused('the name stands in a JSON file, where these letters would be others');
  for (const bearer of bearers) {
    if (bearer.isConfigured && !bearer.nameSpan)
      return refused(`${shortPath(bearer.place)} writes the name with other letters`);
    if (bearer.nameSpan) put(bearer.path, bearer.nameSpan);
    else if (!moves.some(({ from }) => from === bearer.path)) {
      const to = movedTo(bearer, name, viewAt);
      if (to === null) return refused(`a name that is taken from the path cannot be "${name}"`);
      moves.push({ from: bearer.path, to });
    }
  }
  for (const { path, span } of others) if (span && !isReadOnly(path)) put(path, span);
  for (const path of moves.length === 0 ? [] : new Set(index.all().map((agent) => agent.path)))
    for (const { from, to } of isReadOnly(path) ? [] : moves) {
      const there = viewAt(path);
      for (const { span, text } of there ? movedLinks(there, from, to) : []) put(path, span, text);
    }
  for (const [path, list] of edits) {
    const now = viewAt(path);
    const after = now && viewAt(path, applyEdits(now.outline.text, list));
    if (!now || !after) continue;
    const worse = refusedBy(now, after, name);
    if (worse) return refused(`${worse.name} takes no agent called "${name}"`);
    const calls = (view: View, id: string): number => callsIn(view, named.hosts, id);
    if (calls(after, name) < calls(now, named.id))
      return refused(`"${name}" cannot stand for "${named.id}" in ${pathIn(now)}`);
  }
  return { edits, moves, upsets: upsetBy(bearers, named.id, name, index) };
}

const refused = (why: string): Renamed => ({ refused: why });

const bearersOf = (
  index: WorkspaceIndex,
  hosts: readonly Host[],
  id: string,
): readonly KnownAgent[] => hosts.flatMap((host) => index.called(host, id));

/**
 * Where the file lies when its path gives it the name: beside itself, where the folder is part of the name and of the new
 * one too, else as the new name says. Null where no file of the host is called so.
 */
function movedTo(
  { path, place, id }: KnownAgent,
  name: string,
  viewAt: Ask['viewAt'],
): string | null {
  if (/[\\:*?"<>|]|^\.|\/\.|\/\/|^\/|\/$/.test(name)) return null;
  const text = viewAt(path)?.outline.text;
  const file = path.slice(path.lastIndexOf('/') + 1);
  const ending = file.slice(place.base.length);
  const folder = id?.endsWith(place.base) ? id.slice(0, id.length - place.base.length) : '';
  const beside = path.slice(0, path.length - file.length);
  const candidates = [
    ...(name.startsWith(folder) ? [`${beside}${name.slice(folder.length)}${ending}`] : []),
    `${path.slice(0, path.length - place.below.length)}${name}${ending}`,
  ];
  const isCalledSo = (to: string): boolean =>
    viewAt(to, text)
      ?.shown()
      .some((verdict) => verdict.place.host === place.host && verdict.persona?.id === name) ??
    false;
  return candidates.find(isCalledSo) ?? null;
}

/** How often the file names that agent. */
const callsIn = (view: View, hosts: readonly Host[], id: string): number =>
  agentsIn(view)
    .filter(({ place }) => hosts.includes(place.host))
    .flatMap(({ references }) => references)
    .filter(({ kind, name, isPattern }) => kind === 'agent' && name === id && !isPattern).length;

const pathIn = ({ places: [first], path }: View): string => (first ? shortPath(first) : path);

/** A host that had the agent and would have none, or none of that name. */
const refusedBy = (now: View, after: View, name: string): Host | null =>
  now.shown().find((verdict) => {
    const other = after.shown().find(({ place }) => place.host === verdict.place.host);
    if (!hasAgent(verdict.fate) || !other) return false;
    const isWritten = verdict.persona?.id !== other.persona?.id;
    return !hasAgent(other.fate) || (isWritten && other.persona?.name !== name);
  })?.place.host ?? null;
