// The agent that is meant by a name that no agent has: a slip of the finger, the name of its file, another form of a word.
import type { Host } from '../hosts/host';
import { baseName } from '../hosts/place';
import { remembered } from '../hosts/remembered';
import { nearest, sameWord } from './nearest';
import type { Neighbours } from './neighbours';

export interface Meant {
  readonly id: string;
  readonly how: 'slip' | 'file' | 'form';
}

export function meantAgent(name: string, host: Host, neighbours: Neighbours): Meant | undefined {
  const ids = neighbours.ids(host);
  const near = nearest(name, ids);
  if (near !== undefined) return { id: near, how: 'slip' };
  const file = basesOf(host, neighbours).get(folded(fileIn(name)));
  if (file !== undefined && file !== name) return { id: file, how: 'file' };
  const form = ids.filter((id) => isOtherForm(name, id));
  // Of two that it may be none is named.
  return form.length === 1 && form[0] !== undefined ? { id: form[0], how: 'form' } : undefined;
}

/** `reviewer` for `reviewer`, `reviewer.md` and `.github/agents/reviewer.agent.md`. */
const fileIn = (name: string): string =>
  name.endsWith('.md') ? baseName(name.slice(name.lastIndexOf('/') + 1)) : name;

const folded = (word: string): string => word.toLowerCase().replaceAll(/[-_\s]/g, '');

/** What agents are called by, by the names of their files; null where two files share one. Made again when agents change. */
function basesOf(host: Host, neighbours: Neighbours): ReadonlyMap<string, string> {
  const known = kept(neighbours);
  const found = known.get(host);
  if (found?.revision === neighbours.revision) return found.bases;
  const bases = new Map<string, string>();
  const twice = new Set<string>();
  for (const id of neighbours.ids(host))
    for (const { place } of neighbours.called(host, id)) {
      const base = folded(place.base);
      if (bases.has(base) && bases.get(base) !== id) twice.add(base);
      bases.set(base, id);
    }
  for (const base of twice) bases.delete(base);
  known.set(host, { revision: neighbours.revision, bases });
  return bases;
}

interface Bases {
  readonly revision: number;
  readonly bases: ReadonlyMap<string, string>;
}

const kept = remembered((_: Neighbours) => new Map<Host, Bases>());

/** `ADR Creation` and `ADR Creator`: the same words up to the last, which begins alike. */
function isOtherForm(name: string, id: string): boolean {
  const [a, b] = [wordsOf(name), wordsOf(id)];
  if (a.length < 2 || a.length !== b.length) return false;
  const [last = '', other = ''] = [a.at(-1), b.at(-1)];
  if (!sameWord(a.slice(0, -1).join(' '), b.slice(0, -1).join(' '))) return false;
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
