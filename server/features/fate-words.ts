// A verdict in a few words: for the lens above a frontmatter, for tables, for the status.
import { blameOf } from '../hosts/blame';
import type { FieldFate, FileFate } from '../hosts/fate';
import type { Host } from '../hosts/host';
import type { FieldVerdict, Verdict } from '../hosts/verdict';
import type { HostCard } from '../protocol';
import { render } from '../text/message';
import { countSays, toolCount } from './tool-count';

/** `loads as reviewer · 5 of 8 tools · sonnet`; `will not start (color)`. */
export function inShort(verdict: Verdict): string {
  const { fate, persona, runs } = verdict;
  if (persona) {
    const parts = [`loads as ${persona.id}`, toolsInShort(verdict), modelInShort(verdict)];
    if (runs === false) parts.unshift('will not start the agent');
    return parts.filter((part) => part !== '').join(' · ');
  }
  return lostInShort(fate, blameOf(verdict));
}

/** `will not start (color)`, for a file that is no agent. */
export const lostInShort = (fate: FileFate, blame: string): string =>
  `${lostWords[fate] ?? 'not known'}${blame === '' ? '' : ` (${blame})`}`;

const lostWords: Readonly<Partial<Record<Verdict['fate'], string>>> = {
  ignored: 'sees no agent',
  refused: 'refuses the file',
  'stops-host': 'will not start',
  'not-read': 'does not look here',
};

function toolsInShort(verdict: Verdict): string {
  const count = toolCount(verdict);
  if (count) return countSays(count);
  const denied = verdict.persona?.tools.denied.length ?? 0;
  return denied === 0 ? '' : `all tools but ${denied}`;
}

function modelInShort({ persona }: Verdict): string {
  const written = persona?.model.written;
  return written === null || written === undefined
    ? ''
    : typeof written === 'string'
      ? written
      : written.join(', ');
}

const fieldWords: Readonly<Record<FieldFate, string>> = {
  kept: 'takes it',
  coerced: 'takes it, changed',
  dropped: 'drops it',
  ignored: 'ignores it',
  'passed-on': 'passes it on to the model provider',
  refused: 'refuses the file for it',
  unknown: 'not known',
};

/** What a host does with one field, in a few words. */
export const fieldInShort = ({ fate, otherwise }: FieldVerdict, host: string): string =>
  otherwise ? render(otherwise.effect, { host }) : fieldWords[fate];

/** What becomes of a file in a host, as far as a headline needs it. */
export interface Fared extends Pick<Verdict, 'fate' | 'reason' | 'runs'> {
  readonly host: Host;
  readonly isAgent: boolean;
}

export const faredOf = ({ fate, reason, runs, persona, place }: Verdict): Fared => ({
  ...{ fate, reason, runs },
  host: place.host,
  isAgent: persona !== null,
});

export const toneOf = ({ fate, runs, isAgent }: Fared): HostCard['tone'] =>
  runs === false && isAgent ? 'bad' : tones[fate];

const tones: Readonly<Record<FileFate, HostCard['tone']>> = {
  loads: 'good',
  'loads-changed': 'changed',
  ignored: 'bad',
  refused: 'bad',
  'stops-host': 'bad',
  'not-read': 'unknown',
  unknown: 'unknown',
};

/** What becomes of the file, in a sentence. */
export function headlineOf({ fate, reason, runs, isAgent, host: { name } }: Fared): string {
  if (isAgent && runs === false) return 'Loads, and will not start.';
  switch (fate) {
    case 'loads':
      return 'Loads as written.';
    case 'loads-changed':
      return reason === 'frontmatter-lost'
        ? 'Loads without its frontmatter.'
        : 'Loads, but not as written.';
    case 'ignored':
      return reason === 'disabled'
        ? 'Switched off by the file itself.'
        : `${name} sees no agent here, and says nothing.`;
    case 'refused':
      return `${name} refuses this file.`;
    case 'stops-host':
      return `${name} will not start with this file.`;
    case 'not-read':
      return `${name} does not look here.`;
    case 'unknown':
      return 'Not known.';
  }
}
