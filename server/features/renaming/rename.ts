// Renames an agent everywhere (a skill: see rename-skill.ts): in its own file, in the files that reference it, and the file itself where the host takes the
// agent's name from the file name.

import { delegationPhrasesIn } from '../../hosts/judge/mentions/delegation-phrases';
import type { Host } from '../../hosts/model/host';
import { shortPath } from '../../hosts/model/located-file';
import { hasAgent } from '../../hosts/model/outcome';
import { type KnownAgent, shortPathOf } from '../../rules/workspace-view';
import { applyEdits, type Edit } from '../../text/edit';
import { type Message, t } from '../../text/message';
import { type Span, slice } from '../../text/span';
import { hasPrompt } from '../../workspace/companions/files';
import type { WorkspaceIndex } from '../../workspace/index';
import { uncertainMentionsOf } from '../agents/uncertain-mentions';
import { mentions, type Named, namedAt, namesOf } from '../navigation';
import type { View } from '../view/view';
import { fileNamedAgentAt } from './file-named-agent';
import { EditsByPath, type MoveInput, namesAfterMove, putLinks, putReferences } from './move-edits';
import { pathForName } from './rename-path';
import { renameSideEffects } from './rename-side-effects';
import { namedSkillAt, renameSkill } from './rename-skill';

export interface Renaming {
  /** By path. */
  readonly edits: ReadonlyMap<string, readonly Edit[]>;
  readonly moves: readonly { readonly from: string; readonly to: string }[];
  /** Edits of words that probably name the agent, by path. They need the confirmation of the author. */
  readonly uncertain: ReadonlyMap<string, readonly Edit[]>;
  /** Changes that are easy to miss, a sentence each: callers that name agents by patterns decide differently. */
  readonly upsets: readonly Message[];
}

export type Renamed = Renaming | { readonly refused: Message };

/** What would be renamed at an offset; null where nothing can be renamed. */
export function renameTargetAt(
  view: View,
  offset: number,
  index: WorkspaceIndex,
): { readonly span: Span; readonly name: string } | null {
  const named = targetAt(view, offset);
  const [first] = named ? agentsNamed(index, named.hosts, named.id) : [];
  if (!named) {
    const skill = namedSkillAt(view, offset);
    return skill && { span: skill.span, name: skill.name };
  }
  if (!first) return null;
  const { span, id, isOwn } = named;
  return { span, name: isOwn ? id.slice(prefixOf(first).length) : id };
}

const targetAt = (view: View, offset: number): Named | null =>
  namedAt(view, offset) ?? fileNamedAgentAt(view, offset);

interface Ask {
  readonly name: string;
  readonly index: WorkspaceIndex;
  /** The file at a path with its current text, or with another text. */
  readonly viewAt: (path: string, text?: string) => View | null;
  /** The current text of a file, which takes less time than its view. Default: that of the view. */
  readonly textAt?: (path: string) => string | null;
  /** A known file that must not be changed from here, such as one in the user's home. */
  readonly isReadOnly?: (path: string) => boolean;
}

export function rename(view: View, offset: number, ask: Ask): Renamed {
  const steps = renameSteps(view, offset, ask);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** How much of a rename is done: files that were searched for words that may name the agent. */
export interface RenameProgress {
  readonly done: number;
  readonly of: number;
}

/** The same in steps, because there may be 100,000 files to search. */
export function* renameSteps(
  view: View,
  offset: number,
  { name: wanted, index, viewAt, textAt, isReadOnly = () => false }: Ask,
): Generator<RenameProgress, Renamed> {
  const named = targetAt(view, offset);
  const skill = named ? null : namedSkillAt(view, offset);
  if (skill) {
    const renamed = renameSkill(skill, wanted, { index, viewAt, isReadOnly });
    return 'refused' in renamed ? renamed : { ...renamed, uncertain: new Map(), upsets: [] };
  }
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
  const edits = new EditsByPath();
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
    if (target.nameSpan) edits.put(target.path, target.nameSpan, own);
    else if (!moves.some(({ from }) => from === target.path)) {
      const to = pathForName(target, name, viewAt);
      if (to === null)
        return refused(
          t('The name comes from the file path, and no path results in "{name}".', { name }),
        );
      moves.push({ from: target.path, to });
    }
  }
  for (const { path, span } of others) if (span && !isReadOnly(path)) edits.put(path, span, name);
  const stale = [...edits.all()].find(([path, list]) => !isCurrent(viewAt(path), list, named.id));
  if (stale) return refused(t('{path} has changed. Rename the agent again.', { path: stale[0] }));
  const input = { index, viewAt, isReadOnly };
  const read = textAt ?? ((path: string) => viewAt(path)?.outline.text ?? null);
  for (const move of moves) {
    // Other hosts may name the agent after the file too, in another way.
    for (const renamed of namesAfterMove(move, moves, input))
      if (!named.hosts.includes(renamed.agent.place.host)) putReferences(renamed, input, edits);
    putLinks(move, input, edits);
  }
  for (const [path, list] of edits.all()) {
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
  const upsets = renameSideEffects(targets, named.id, name, index);
  const uncertain = yield* uncertainEdits(named, { name, own, edits, input, read });
  return { edits: edits.all(), moves, uncertain, upsets };
}

/** Whether the text that the edits replace is still the name, in full or without the name of its plugin. */
const isCurrent = (view: View | null, edits: readonly Edit[], id: string): boolean =>
  view !== null &&
  edits.every(({ span }) => {
    const written = slice(view.outline.text, span);
    return written === id || id.endsWith(`:${written}`);
  });

interface UncertainInput {
  readonly name: string;
  readonly own: string;
  readonly edits: EditsByPath;
  readonly input: MoveInput;
  readonly read: (path: string) => string | null;
}

/** Files that are searched before others have a turn: about a millisecond each where the name occurs. */
const stepSize = 20;

/** In the agents of the hosts that know the name, and in the files next to them. */
function* uncertainEdits(
  { hosts, id }: Named,
  { name, own, edits, input: { index, viewAt, isReadOnly }, read }: UncertainInput,
): Generator<RenameProgress, ReadonlyMap<string, readonly Edit[]>> {
  const found = new EditsByPath();
  const agents = index.all().filter(({ place }) => hosts.includes(place.host));
  const companions = index.companionPaths().filter((path) => hasPrompt(index.catalog, path));
  const prefix = name.slice(0, name.length - own.length);
  const short = id.startsWith(prefix) ? id.slice(prefix.length) : id;
  const wanted = [
    { find: uncertainMentionsOf(id), text: name },
    ...(short === id ? [] : [{ find: uncertainMentionsOf(short), text: own }]),
  ];
  const texts = new Map([
    [id, name],
    [short, own],
  ]);
  const paths = [...new Set([...agents.map((agent) => agent.path), ...companions])];
  for (const [done, path] of paths.entries()) {
    if (done % stepSize === stepSize - 1) yield { done, of: paths.length };
    if (isReadOnly(path) || read(path)?.includes(short) !== true) continue;
    const view = viewAt(path);
    if (view) {
      const { outline } = view;
      // Phrases that the graph shows as mentions: "delegate to NAME".
      for (const phrase of delegationPhrasesIn(outline.text, outline.body)) {
        const text = texts.get(phrase.name);
        if (text !== undefined && !edits.has(path, phrase.span)) found.put(path, phrase.span, text);
      }
    }
    for (const { find, text } of view ? wanted : [])
      for (const span of view ? find(view) : [])
        if (!edits.has(path, span) && !found.has(path, span)) found.put(path, span, text);
  }
  return found.all();
}

const refused = (why: Message): Renamed => ({ refused: why });

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

function pathIn(view: View): string {
  const [place] = view.places;
  if (place) return shortPath(place);
  const [name] = view.companionNames()?.names ?? [];
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
