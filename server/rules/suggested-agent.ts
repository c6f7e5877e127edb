// Finds the agent that a reference was meant for if no agent has the name: because of a typing mistake, the name of its file,
// or another form of a word.
import type { Host } from '../hosts/model/host';
import { baseName } from '../hosts/model/located-file';
import { memoize } from '../text/memoize';
import { isGuessable, isSameWord, nearest } from './nearest';
import type { WorkspaceView } from './workspace-view';

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
  const base = fileIn(name);
  const file = basesOf(host, workspace).get(folded(base));
  if (file?.endsWith(`:${name}`)) return { id: file, how: 'plugin' };
  const isExact = (id: string): boolean =>
    workspace.called(host, id).some(({ place }) => place.base === base);
  if (file !== undefined && file !== name && (isGuessable(name) || isExact(file)))
    return { id: file, how: 'file' };
  const form = ids.filter((id) => isOtherForm(name, id));
  // If two agents are possible, neither is suggested.
  return form.length === 1 && form[0] !== undefined ? { id: form[0], how: 'form' } : undefined;
}

/** `reviewer` for `reviewer`, `reviewer.md` and `.github/agents/reviewer.agent.md`. */
export const fileIn = (name: string): string =>
  name.endsWith('.md') ? baseName(name.slice(name.lastIndexOf('/') + 1)) : name;

const folded = (word: string): string => word.toLowerCase().replaceAll(/[-_\s]/g, '');

/** The ids of agents by their file names, without names that two files share. Cached until an agent changes. */
function basesOf(host: Host, workspace: WorkspaceView): ReadonlyMap<string, string> {
  const known = basesByHost(workspace);
  const found = known.get(host);
  if (found?.revision === workspace.revision) return found.bases;
  const bases = new Map<string, string>();
  const ambiguous = new Set<string>();
  for (const id of workspace.ids(host))
    for (const { place } of workspace.called(host, id)) {
      const base = folded(place.base);
      if (bases.has(base) && bases.get(base) !== id) ambiguous.add(base);
      bases.set(base, id);
    }
  for (const base of ambiguous) bases.delete(base);
  known.set(host, { revision: workspace.revision, bases });
  return bases;
}

interface Bases {
  readonly revision: number;
  readonly bases: ReadonlyMap<string, string>;
}

const basesByHost = memoize((_: WorkspaceView) => new Map<Host, Bases>());

/** Whether only the last words differ, and begin alike: `ADR Creation` and `ADR Creator`. */
function isOtherForm(name: string, id: string): boolean {
  const [a, b] = [wordsOf(name), wordsOf(id)];
  if (a.length < 2 || a.length !== b.length) return false;
  const [last = '', other = ''] = [a.at(-1), b.at(-1)];
  if (!isSameWord(a.slice(0, -1).join(' '), b.slice(0, -1).join(' '))) return false;
  let shared = 0;
  while (shared < last.length && last[shared] === other[shared]) shared++;
  return shared >= 4 && shared * 2 > Math.max(last.length, other.length);
}

const wordsOf = (name: string): readonly string[] =>
  name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[-_\s]+/)
    .filter((word) => word !== '');
