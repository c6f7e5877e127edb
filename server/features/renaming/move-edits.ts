// What changes in other files when a file moves: links to it, and references to agents that are named after it.
import { referencesOf } from '../../hosts/judge/mentions/reference-builders';
import type { Reference } from '../../hosts/model/companion';
import type { KnownAgent } from '../../rules/workspace-view';
import { before } from '../../text/before';
import { applyEdits, type Edit } from '../../text/edit';
import { joinedPath } from '../../text/joined-path';
import { overlaps, type Span, slice } from '../../text/span';
import type { WorkspaceIndex } from '../../workspace/index';
import { mentions, namesOf } from '../navigation';
import type { View } from '../view/view';

export interface Move {
  readonly from: string;
  readonly to: string;
}

export interface MoveInput {
  readonly index: WorkspaceIndex;
  /** The file at a path with its current text, or with another text. */
  readonly viewAt: (path: string, text?: string) => View | null;
  readonly isReadOnly: (path: string) => boolean;
}

/**
 * Returns the edits by path, for the old paths. A file is left unchanged where its host would not read the new name there, for
 * example because it would need quotes.
 */
export function editsForMoves(
  moves: readonly Move[],
  input: MoveInput,
): ReadonlyMap<string, readonly Edit[]> {
  const edits = new EditsByPath();
  for (const move of moves) {
    for (const renamed of namesAfterMove(move, moves, input)) putReferences(renamed, input, edits);
    putLinks(move, input, edits);
  }
  return edits.all();
}

/**
 * Adds the edits of references to an agent whose name changes. A file is left unchanged where its host would not read the new
 * name there.
 */
export function putReferences(
  { agent, name }: RenamedAgent,
  { index, viewAt, isReadOnly }: MoveInput,
  edits: EditsByPath,
): void {
  const { host } = agent.place;
  const old = agent.id ?? '';
  const references = new EditsByPath();
  for (const { path, span } of mentions(index, host, old)) {
    const view = span && !isReadOnly(path) ? viewAt(path) : null;
    // The file may have changed since it was indexed.
    if (span && view && slice(view.outline.text, span) === old) references.put(path, span, name);
  }
  for (const [path, list] of references.all()) {
    const now = viewAt(path);
    const after = now && viewAt(path, applyEdits(now.outline.text, list));
    if (now && after && namesOf(after, [host], name) >= namesOf(now, [host], old))
      for (const { span, text } of list) edits.put(path, span, text);
  }
}

/** Adds the edits that keep links to the file. */
export function putLinks(
  { from, to }: Move,
  { index, viewAt, isReadOnly }: MoveInput,
  edits: EditsByPath,
): void {
  for (const path of new Set(index.all().map((agent) => agent.path))) {
    const there = isReadOnly(path) ? null : viewAt(path);
    for (const { span, text } of there ? linkEditsForMove(there, from, to) : [])
      edits.put(path, span, text);
  }
}

/** An agent and the name that it will have. */
export interface RenamedAgent {
  readonly agent: KnownAgent;
  readonly name: string;
}

/**
 * Returns the agents whose names change with the path, each in one host that reads both paths. If another file defines the same
 * name, references to it remain.
 */
export function namesAfterMove(
  { from, to }: Move,
  moves: readonly Move[],
  { index, viewAt }: MoveInput,
): readonly RenamedAgent[] {
  const isMoving = (path: string): boolean => moves.some((one) => one.from === path);
  const agents = index
    .at(from)
    .filter(({ id, nameSpan, isConfigured }) => id !== null && !nameSpan && !isConfigured);
  if (agents.length === 0) return [];
  const moved = viewAt(to, viewAt(from)?.outline.text);
  return agents.flatMap((agent) => {
    const { id, place } = agent;
    const name = moved?.verdicts().find((one) => one.place.host === place.host)?.persona?.id;
    if (id === null || name === undefined || name === id) return [];
    const hasOther = index.called(place.host, id).some(({ path }) => !isMoving(path));
    return hasOther ? [] : [{ agent, name }];
  });
}

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
  for (const { name: written, span, path } of fileReferencesIn(view)) {
    if (fileOf(written, path, (one) => one === from) !== from) continue;
    const at = before(before(written, '#'), '?').lastIndexOf(old);
    const start = span.start + at;
    if (at >= 0) edits.set(start, { span: { start, end: start + old.length }, text: now });
  }
  return [...edits.values()];
}

/** The references to files, those of the agents in a configuration file too. */
const fileReferencesIn = (
  view: View,
): readonly (Pick<Reference, 'name' | 'span'> & { readonly path: string })[] =>
  [view, ...view.entries()].flatMap(({ outline, shown, context }) =>
    shown().flatMap((verdict) =>
      referencesOf(outline, verdict, context).flatMap(({ kind, name, span }) =>
        kind === 'file' ? [{ name, span, path: verdict.place.path }] : [],
      ),
    ),
  );

// Edits of several files, collected while they are found.

export class EditsByPath {
  readonly #edits = new Map<string, Edit[]>();

  /** Adds an edit, unless another one covers a part of the same text: several hosts find the same reference. */
  put(path: string, span: Span, text: string): void {
    const there = this.#edits.get(path) ?? [];
    const isTaken = there.some(
      (edit) => edit.span.start === span.start || overlaps(edit.span, span),
    );
    if (!isTaken) there.push({ span, text });
    this.#edits.set(path, there);
  }

  has(path: string, span: Span): boolean {
    return this.of(path).some((edit) => overlaps(edit.span, span));
  }

  of(path: string): readonly Edit[] {
    return this.#edits.get(path) ?? [];
  }

  drop(path: string): void {
    this.#edits.delete(path);
  }

  all(): ReadonlyMap<string, readonly Edit[]> {
    return this.#edits;
  }
}

// Links to the files that an agent names and that exist.

export interface Link {
  readonly span: Span;
  readonly path: string;
}

/** @param has whether a file exists. */
export function links(view: View, has: (path: string) => boolean): readonly Link[] {
  const found = new Map<number, Link>();
  for (const { name, span, path: from } of fileReferencesIn(view)) {
    if (found.has(span.start)) continue;
    const path = fileOf(name, from, has);
    if (path !== null) found.set(span.start, { span, path });
  }
  return [...found.values()];
}

/**
 * A path that names a computer, such as `//server/share`: looking it up sends the login of the user to that computer, so a file in a
 * repository must not cause it.
 */
const isNetworkPath = (path: string): boolean => /^[\\/]{2}/.test(path);

/** The target of a link: relative to the folder of the file, else to any folder above. Null where no such file exists. */
export function fileOf(name: string, from: string, has: (path: string) => boolean): string | null {
  const clean = before(before(name.replace(/^file:\/\//, ''), '#'), '?');
  if (clean === '' || /^[a-z][a-z0-9+.-]*:/i.test(clean) || isNetworkPath(clean)) return null;
  if (clean.startsWith('/')) return has(clean) ? clean : null;
  const folders = from.split('/').slice(0, -1);
  for (let depth = folders.length; depth > 0; depth--) {
    const path = joinedPath(folders.slice(0, depth), clean);
    if (path !== null && has(path)) return path;
  }
  return null;
}
