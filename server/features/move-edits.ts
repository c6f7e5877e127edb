// What changes in other files when a file moves: links to it, and references to agents that are named after it.
import { referencesOf } from '../hosts/judge/references';
import type { KnownAgent } from '../rules/workspace-view';
import { applyEdits, type Edit } from '../text/edit';
import { slice } from '../text/span';
import type { WorkspaceIndex } from '../workspace/index';
import { EditsByPath } from './edits-by-path';
import { fileOf } from './links';
import { mentions, namesOf } from './navigation';
import type { View } from './view';

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
