// Renames an agent everywhere: in its own file, in the files that reference it, and the file itself where the host takes the
// agent's name from the file name.

import { referencesOf } from '../hosts/judge/references';
import type { Host } from '../hosts/model/host';
import { shortPath } from '../hosts/model/located-file';
import { hasAgent } from '../hosts/model/outcome';
import { type KnownAgent, shortPathOf } from '../rules/workspace-view';
import { applyEdits, type Edit } from '../text/edit';
import { t } from '../text/l10n';
import { type Span, slice } from '../text/span';
import type { WorkspaceIndex } from '../workspace/index';
import { fileOf } from './links';
import { mentions, namedAt, namesOf } from './navigation';
import { renameSideEffects } from './rename-side-effects';
import type { View } from './view';

export interface Renaming {
  /** By path. */
  readonly edits: ReadonlyMap<string, readonly Edit[]>;
  readonly moves: readonly { readonly from: string; readonly to: string }[];
  /** Changes that are easy to miss, a sentence each: callers that name agents by patterns decide differently. */
  readonly upsets: readonly string[];
}

export type Renamed = Renaming | { readonly refused: string };

/** What would be renamed at an offset; null where nothing can be renamed. */
export function renameTargetAt(
  view: View,
  offset: number,
  index: WorkspaceIndex,
): { readonly span: Span; readonly name: string } | null {
  const named = namedAt(view, offset);
  if (!named || agentsNamed(index, named.hosts, named.id).length === 0) return null;
  const { span, id, isOwn } = named;
  const written = slice(view.outline.text, span);
  return { span, name: isOwn && id.endsWith(`:${written}`) ? written : id };
}

interface Ask {
  readonly name: string;
  readonly index: WorkspaceIndex;
  /** The file at a path with its current text, or with another text. */
  readonly viewAt: (path: string, text?: string) => View | null;
  /** A known file that must not be changed from here, such as one in the user's home. */
  readonly isReadOnly?: (path: string) => boolean;
}

export function rename(
  view: View,
  offset: number,
  { name: wanted, index, viewAt, isReadOnly = () => false }: Ask,
): Renamed {
  const named = namedAt(view, offset);
  const all = named ? agentsNamed(index, named.hosts, named.id) : [];
  const [first] = all;
  if (!named || !first) return refused(t('No agent with this name is known here.'));
  const targets = all.filter(({ path }) => !isReadOnly(path));
  if (targets.length === 0)
    return refused(
      t('{path} is not in this workspace, and other projects may use its name.', {
        path: shortPath(first.place),
      }),
    );
  if (wanted.trim() !== wanted || wanted === '')
    return refused(t('The name must not be empty, begin with a space or end with one.'));
  const before = prefixOf(first);
  const own = wanted.startsWith(before) ? wanted.slice(before.length) : wanted;
  const name = before + own;
  const duplicate = named.hosts.flatMap((host) => index.called(host, name))[0];
  if (duplicate)
    return refused(
      t('{path} already defines an agent named "{name}".', {
        path: shortPath(duplicate.place),
        name,
      }),
    );
  const edits = new Map<string, Edit[]>();
  const put = (path: string, span: Span, text = name): void => {
    const there = edits.get(path) ?? [];
    if (!there.some((edit) => edit.span.start === span.start)) there.push({ span, text });
    edits.set(path, there);
  };
  const moves: { from: string; to: string }[] = [];
  const others = named.hosts.flatMap((host) => mentions(index, host, named.id));
  const isInJson = [...targets, ...others].some(({ path }) => /\.jsonc?$/.test(path));
  if (isInJson && /["\\\p{Cc}]/u.test(name))
    return refused(
      t(
        'The name is used in a JSON file, where quotes, backslashes and control characters need escapes.',
      ),
    );
  for (const target of targets) {
    if (target.isConfigured && !target.nameSpan)
      return refused(
        t('{path} writes the name with escape sequences.', { path: shortPath(target.place) }),
      );
    if (target.nameSpan) put(target.path, target.nameSpan, own);
    else if (!moves.some(({ from }) => from === target.path)) {
      const to = movedTo(target, name, viewAt);
      if (to === null)
        return refused(
          t('The name comes from the file path, and no path results in "{name}".', { name }),
        );
      moves.push({ from: target.path, to });
    }
  }
  for (const { path, span } of others) if (span && !isReadOnly(path)) put(path, span);
  for (const path of moves.length === 0 ? [] : new Set(index.all().map((agent) => agent.path)))
    for (const { from, to } of isReadOnly(path) ? [] : moves) {
      const there = viewAt(path);
      for (const { span, text } of there ? linkEditsForMove(there, from, to) : [])
        put(path, span, text);
    }
  for (const [path, list] of edits) {
    const now = viewAt(path);
    const after = now && viewAt(path, applyEdits(now.outline.text, list));
    if (!now || !after) continue;
    const worse = refusedBy(now, after, { name, own });
    if (worse)
      return refused(
        t('{host} does not accept the agent name "{name}".', { host: worse.name, name: own }),
      );
    if (namesOf(after, named.hosts, name) < namesOf(now, named.hosts, named.id))
      return refused(
        t('"{name}" cannot replace "{old}" in {path}.', { name, old: named.id, path: pathIn(now) }),
      );
  }
  return { edits, moves, upsets: renameSideEffects(targets, named.id, name, index) };
}

const refused = (why: string): Renamed => ({ refused: why });

const agentsNamed = (
  index: WorkspaceIndex,
  hosts: readonly Host[],
  id: string,
): readonly KnownAgent[] => hosts.flatMap((host) => index.called(host, id));

/** What the host puts before the name from the file, such as the name of a plugin. */
function prefixOf({ id, place: { location }, nameSpan }: KnownAgent): string {
  if (id === null || (location.scope !== 'plugin' && !nameSpan)) return '';
  const length = nameSpan ? nameSpan.end - nameSpan.start : id.length - id.lastIndexOf(':') - 1;
  const before = id.slice(0, Math.max(0, id.length - length));
  return before.endsWith(':') ? before : '';
}

/**
 * The new path of a file whose agent is named after its path: in the same folder where that folder is part of both names, else
 * where the new name leads. Null where the host reads no path as this name.
 */
function movedTo(
  { path, place, id }: KnownAgent,
  name: string,
  viewAt: Ask['viewAt'],
): string | null {
  if (/[\\:*?"<>|]|^\.|\/\.|\/\/|^\/|\/$/.test(name)) return null;
  const text = viewAt(path)?.outline.text;
  const file = path.slice(path.lastIndexOf('/') + 1);
  const extension = file.slice(place.base.length);
  const folder = id?.endsWith(place.base) ? id.slice(0, id.length - place.base.length) : '';
  const parent = path.slice(0, path.length - file.length);
  const candidates = [
    ...(name.startsWith(folder) ? [`${parent}${name.slice(folder.length)}${extension}`] : []),
    `${path.slice(0, path.length - place.below.length)}${name}${extension}`,
  ];
  const hasName = (to: string): boolean =>
    viewAt(to, text)
      ?.shown()
      .some((verdict) => verdict.place.host === place.host && verdict.persona?.id === name) ??
    false;
  return candidates.find(hasName) ?? null;
}

function pathIn(view: View): string {
  const [place] = view.places;
  if (place) return shortPath(place);
  const [name] = view.beside()?.names ?? [];
  return name ? shortPathOf(name) : view.path;
}

/** A host that loads the agent now, and would not load it or not under the new name. */
const refusedBy = (
  now: View,
  after: View,
  { name, own }: { readonly name: string; readonly own: string },
): Host | null =>
  now.shown().find((verdict) => {
    const other = after.shown().find(({ place }) => place.host === verdict.place.host);
    if (!hasAgent(verdict.outcome) || !other) return false;
    const isWritten = verdict.persona?.id !== other.persona?.id;
    const hasName = other.persona?.id === name || other.persona?.name === own;
    return !hasAgent(other.outcome) || (isWritten && !hasName);
  })?.place.host ?? null;

/**
 * The edits that keep the links of a file pointing to a file that moves; empty where no link points to it.
 * @param from, to paths with `/` as separator, in the same folder or in two.
 */
function linkEditsForMove(view: View, from: string, to: string): readonly Edit[] {
  const parts = [from.split('/'), to.split('/')] as const;
  const name = parts[0].at(-1) ?? '';
  if (!view.outline.text.includes(name)) return [];
  let same = 0;
  while (same < parts[0].length && parts[0][same] === parts[1][same]) same++;
  const [old, now] = parts.map((all) => all.slice(same).join('/')) as [string, string];
  const edits = new Map<number, Edit>();
  for (const verdict of view.shown())
    for (const found of referencesOf(view.outline, verdict, view.context)) {
      if (found.kind !== 'file') continue;
      if (fileOf(found.name, verdict.place.path, (path) => path === from) !== from) continue;
      const at = found.name.replace(/[#?].*$/, '').lastIndexOf(old);
      const start = found.span.start + at;
      if (at >= 0) edits.set(start, { span: { start, end: start + old.length }, text: now });
    }
  return [...edits.values()];
}
