// Finds the agent that a reference was meant for if no agent has the name: because of a typing mistake, the name of its file,
// or another form of a word.
import { agentEndingsOf } from '../../hosts/catalog/places';
import type { Host } from '../../hosts/model/host';
import { baseName } from '../../hosts/model/located-file';
import { memoize } from '../../text/memoize';
import { isGuessable, nearest } from '../../text/nearest';
import type { WorkspaceView } from '../workspace-view';

export interface Meant {
  readonly id: string;
  /**
   * `file`: the name is that of its file; `plugin`: the name of its plugin is missing; `slip` and `form`: it is spelled otherwise.
   */
  readonly how: 'slip' | 'file' | 'plugin' | 'form';
}

export function suggestedAgent(
  name: string,
  host: Host,
  workspace: WorkspaceView,
): Meant | undefined {
  const ids = workspace.ids(host);
  const near = isGuessable(name) ? nearest(name, ids) : undefined;
  if (near !== undefined) return { id: near, how: 'slip' };
  const base = fileIn(name, host);
  const file = idTables(host, workspace).bases.get(folded(base));
  if (file?.endsWith(`:${name}`)) return { id: file, how: 'plugin' };
  const isExact = (id: string): boolean =>
    workspace.called(host, id).some(({ place }) => place.base === base);
  if (file !== undefined && file !== name && (isGuessable(name) || isExact(file)))
    return { id: file, how: 'file' };
  const form = otherFormsOf(name, host, workspace);
  // If two agents are possible, neither is suggested.
  return form.length === 1 && form[0] !== undefined ? { id: form[0], how: 'form' } : undefined;
}

/** `reviewer` for `reviewer`, `reviewer.md` and `.github/agents/reviewer.agent.md`. */
export const fileIn = (name: string, host: Host): string =>
  agentEndingsOf(host).has(name.slice(name.lastIndexOf('.')))
    ? baseName(name.slice(name.lastIndexOf('/') + 1))
    : name;

const folded = (word: string): string => word.toLowerCase().replaceAll(/[-_\s]/g, '');

/** What is derived from the ids of a host, until an agent changes. */
interface IdTables {
  readonly revision: number;
  /** The ids of agents by their file names, without names that two files share. */
  readonly bases: ReadonlyMap<string, string>;
  /** The ids of several words, by all of their words except the last one. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
}

interface Phrase {
  readonly id: string;
  readonly last: string;
}

const tablesByHost = memoize((_: WorkspaceView) => new Map<Host, IdTables>());

function idTables(host: Host, workspace: WorkspaceView): IdTables {
  const known = tablesByHost(workspace);
  const found = known.get(host);
  const { revision } = workspace;
  if (found?.revision === revision) return found;
  const made = { revision, bases: basesOf(host, workspace), phrases: phrasesOf(host, workspace) };
  known.set(host, made);
  return made;
}

function basesOf(host: Host, workspace: WorkspaceView): ReadonlyMap<string, string> {
  const bases = new Map<string, string>();
  const ambiguous = new Set<string>();
  for (const id of workspace.ids(host))
    for (const { place } of workspace.called(host, id)) {
      const base = folded(place.base);
      if (bases.has(base) && bases.get(base) !== id) ambiguous.add(base);
      bases.set(base, id);
    }
  for (const base of ambiguous) bases.delete(base);
  return bases;
}

function phrasesOf(host: Host, workspace: WorkspaceView): ReadonlyMap<string, readonly Phrase[]> {
  const phrases = new Map<string, Phrase[]>();
  for (const id of workspace.ids(host)) {
    const { beginning, last } = partsOf(id);
    if (beginning === null) continue;
    const alike = phrases.get(beginning);
    if (alike) alike.push({ id, last });
    else phrases.set(beginning, [{ id, last }]);
  }
  return phrases;
}

/** The ids of which only the last word differs, and begins alike: `ADR Creation` and `ADR Creator`. */
function otherFormsOf(name: string, host: Host, workspace: WorkspaceView): readonly string[] {
  const { beginning, last } = partsOf(name);
  if (beginning === null) return [];
  const alike = idTables(host, workspace).phrases.get(beginning) ?? [];
  return alike.flatMap((other) => (isOtherForm(last, other.last) ? other.id : []));
}

function isOtherForm(last: string, other: string): boolean {
  let shared = 0;
  while (shared < last.length && last[shared] === other[shared]) shared++;
  return shared >= 4 && shared * 2 > Math.max(last.length, other.length);
}

/** The words of a name without the last one, null if it has only one, and the last word. */
function partsOf(name: string): { readonly beginning: string | null; readonly last: string } {
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  // The number of words is part of the key, as names with the same characters can have different words.
  const beginning = words.length < 2 ? null : `${words.length} ${words.slice(0, -1).join('')}`;
  return { beginning, last };
}

const wordsOf = (name: string): readonly string[] =>
  name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[-_\s]+/)
    .filter((word) => word !== '');
