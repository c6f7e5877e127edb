// A verdict in a few words: for the lens above a frontmatter, for tables, for the status.
import type { FieldFate } from '../hosts/fate';
import type { FieldVerdict, Verdict } from '../hosts/verdict';
import { countSays, toolCount } from './tool-count';

/** `loads as reviewer · 5 of 8 tools · sonnet`; `will not start (color)`. */
export function inShort(verdict: Verdict): string {
  const { fate, persona, runs } = verdict;
  if (persona) {
    const parts = [`loads as ${persona.id}`, toolsInShort(verdict), modelInShort(verdict)];
    if (runs === false) parts.unshift('will not start the agent');
    return parts.filter((part) => part !== '').join(' · ');
  }
  const blame = culprit(verdict);
  return `${lostWords[fate] ?? 'not known'}${blame === '' ? '' : ` (${blame})`}`;
}

const lostWords: Readonly<Partial<Record<Verdict['fate'], string>>> = {
  ignored: 'sees no agent',
  refused: 'refuses the file',
  'stops-host': 'will not start',
  'not-read': 'does not look here',
};

/** What costs the agent: a field, or the reason by its word. */
function culprit({ fields, missing, reason }: Verdict): string {
  const costly = fields.find((field) => field.otherwise?.file !== undefined);
  if (costly) return costly.key;
  const [absent] = missing;
  if (absent && (reason === 'name' || reason === 'description' || reason === 'field'))
    return `no ${absent.key}`;
  return reason === null ? '' : reason.replaceAll('-', ' ');
}

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
export const fieldInShort = ({ fate, otherwise }: FieldVerdict): string =>
  otherwise?.says ?? fieldWords[fate];
