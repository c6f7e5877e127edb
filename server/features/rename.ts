// Another name for an agent, everywhere it is named: in its own file, in the files that call it, and of the file itself
// where a host takes the name from there.

import { hasAgent } from '../hosts/fate';
import type { Host } from '../hosts/host';
import { shortPath } from '../hosts/place';
import { type KnownAgent, shortPathOf } from '../rules/neighbours';
import { applyEdits, type Edit } from '../text/edit';
import { type Span, slice } from '../text/span';
import type { WorkspaceIndex } from '../workspace/index';
import { movedLinks } from './moved-links';
import { mentions, namedAt, namesOf } from './navigation';
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
  const { span, id, isOwn } = named;
  const written = slice(view.outline.text, span);
  return { span, name: isOwn && id.endsWith(`:${written}`) ? written : id };
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
  { name: wanted, index, viewAt, isReadOnly = () => false }: Ask,
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
  if (wanted.trim() !== wanted || wanted === '')
    return refused('a name is one word or several, without blanks around it');
  const before = prefixOf(first);
  const own = wanted.startsWith(before) ? wanted.slice(before.length) : wanted;
  const name = before + own;
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
    if (bearer.nameSpan) put(bearer.path, bearer.nameSpan, own);
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
    const worse = refusedBy(now, after, { name, own });
    if (worse) return refused(`${worse.name} takes no agent called "${own}"`);
    if (namesOf(after, named.hosts, name) < namesOf(now, named.hosts, named.id))
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

/** What its host puts before the name that the file gives: a plugin's name. */
function prefixOf({ id, place: { location }, nameSpan }: KnownAgent): string {
  if (id === null || (location.scope !== 'plugin' && !nameSpan)) return '';
  const length = nameSpan ? nameSpan.end - nameSpan.start : id.length - id.lastIndexOf(':') - 1;
  const before = id.slice(0, Math.max(0, id.length - length));
  return before.endsWith(':') ? before : '';
}

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

function pathIn(view: View): string {
  const [place] = view.places;
  if (place) return shortPath(place);
  const [name] = view.beside()?.names ?? [];
  return name ? shortPathOf(name) : view.path;
}

/** A host that had the agent and would have none, or none of that name. */
const refusedBy = (
  now: View,
  after: View,
  { name, own }: { readonly name: string; readonly own: string },
): Host | null =>
  now.shown().find((verdict) => {
    const other = after.shown().find(({ place }) => place.host === verdict.place.host);
    if (!hasAgent(verdict.fate) || !other) return false;
    const isWritten = verdict.persona?.id !== other.persona?.id;
    const isCalledSo = other.persona?.id === name || other.persona?.name === own;
    return !hasAgent(other.fate) || (isWritten && !isCalledSo);
  })?.place.host ?? null;
