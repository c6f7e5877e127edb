// Another name for an agent, everywhere it is named: in its own file, in the files that call it, and of the file itself
// where a host takes the name from there.

import { hasAgent } from '../hosts/fate';
import type { Host } from '../hosts/host';
import { shortPath } from '../hosts/place';
import type { KnownAgent } from '../rules/neighbours';
import { applyEdits, type Edit } from '../text/edit';
import type { Span } from '../text/span';
import type { WorkspaceIndex } from '../workspace/index';
import { mentions, namedAt } from './navigation';
import type { View } from './view';

export interface Renaming {
  /** By path. */
  readonly edits: ReadonlyMap<string, readonly Edit[]>;
  readonly moves: readonly { readonly from: string; readonly to: string }[];
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
  const put = (path: string, span: Span): void => {
    const there = edits.get(path) ?? [];
    if (!there.some((edit) => edit.span.start === span.start)) there.push({ span, text: name });
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
      const to = movedTo(bearer, name);
      if (to === null) return refused(`a name that is taken from the path cannot be "${name}"`);
      moves.push({ from: bearer.path, to });
    }
  }
  for (const { path, span } of others) if (span && !isReadOnly(path)) put(path, span);
  for (const { path, nameSpan } of bearers) {
    const now = nameSpan && viewAt(path);
    const after = now && viewAt(path, applyEdits(now.outline.text, edits.get(path) ?? []));
    const worse = now && after && refusedBy(now, after, name);
    if (worse) return refused(`${worse.name} takes no agent called "${name}"`);
  }
  return { edits, moves };
}

const refused = (why: string): Renamed => ({ refused: why });

const bearersOf = (
  index: WorkspaceIndex,
  hosts: readonly Host[],
  id: string,
): readonly KnownAgent[] => hosts.flatMap((host) => index.called(host, id));

/** The same folder and ending; null for a name that is no file's. */
function movedTo({ path, place }: KnownAgent, name: string): string | null {
  if (/[\\/:*?"<>|]/.test(name) || name.startsWith('.')) return null;
  const cut = path.lastIndexOf('/') + 1;
  return `${path.slice(0, cut)}${name}${path.slice(cut + place.base.length)}`;
}

/** A host that had the agent and would have none, or none of that name. */
const refusedBy = (now: View, after: View, name: string): Host | null =>
  now.shown().find((verdict) => {
    const other = after.shown().find(({ place }) => place.host === verdict.place.host);
    if (!hasAgent(verdict.fate) || !other) return false;
    const isWritten = verdict.persona?.id !== other.persona?.id;
    return !hasAgent(other.fate) || (isWritten && other.persona?.name !== name);
  })?.place.host ?? null;
