// Inside a comment that ignores findings: the words that make it one, and the names of rules, those that speak of what
// stands below it first.
import { lineFrom, lineStart } from '../../agent/caret-lines';
import type { Outline } from '../../agent/outline';
import { proseLines } from '../../agent/prose';
import { docsOf } from '../../rules/docs-registry';
import { ignoresIn } from '../../rules/ignores';
import { rules } from '../../rules/registry';
import { covers, type Span } from '../../text/span';
import type { View } from '../view';
import { type Completion, ranks } from './item';

/** Its signs, our word, names and commas, and the name that is being typed. */
const naming =
  /^[ \t]*(?:#+|<!--)[ \t]*dossier-ignore(?:-file)?[ \t]+((?:[\w-]+[ \t]*,[ \t]*)*)([\w-]*)$/;
const beginning = /^[ \t]*(?:#+|<!--)[ \t]*(d[\w-]*)$/;

const words = [
  { label: 'dossier-ignore', detail: 'for what stands below' },
  { label: 'dossier-ignore-file', detail: 'for the whole file' },
] as const;

/** @param sign what a comment begins with at this place. */
export function ignoreItems(view: View, offset: number, sign: '#' | '<!--'): readonly Completion[] {
  const { outline, lanes } = view;
  const { text } = outline;
  const start = lineStart(text, offset);
  const before = text.slice(start, offset);
  if (lanes.length === 0 || !before.trimStart().startsWith(sign)) return [];
  const rest = /^[\w-]*/.exec(text.slice(offset, offset + 100))?.[0].length ?? 0;
  const token = (typed: string): Span => ({ start: offset - typed.length, end: offset + rest });
  const word = beginning.exec(before)?.[1];
  if (word !== undefined) return isProse(outline, start, sign) ? wordItems(token(word)) : [];
  const [, others = '', typed] = naming.exec(before) ?? [];
  if (typed === undefined || !isProse(outline, start, sign)) return [];
  return ruleItems(view, token(typed), others.match(/[\w-]+/g) ?? []);
}

/** In the prompt, code is no comment. */
function isProse({ text, body }: Outline, start: number, sign: string): boolean {
  if (sign === '#') return true;
  const { end } = lineFrom(text, start, text.length);
  for (const line of proseLines(text, body))
    if (line.start <= start && end <= line.end) return true;
  return false;
}

const wordItems = (span: Span): readonly Completion[] =>
  words.map(({ label, detail }) => ({
    label,
    kind: 'value',
    detail,
    documentation: () => 'Ignores findings: names of rules, a colon, and why.',
    insert: `${label} `,
    isSnippet: false,
    span,
    rank: ranks.ordinary,
    deprecated: false,
    goesOn: true,
  }));

function ruleItems(view: View, span: Span, others: readonly string[]): readonly Completion[] {
  const speaking = rulesThatSpeak(view, span);
  return rules
    .filter(({ name, audit }) => !audit && !others.includes(name))
    .map(({ name }) => ({
      label: name,
      kind: 'value',
      detail: speaking.has(name) ? 'speaks here' : '',
      documentation: () => {
        const { what, why } = docsOf(name);
        return `${what}\n\n${why}`;
      },
      insert: name,
      isSnippet: false,
      span,
      rank: speaking.has(name) ? ranks.likely : ranks.ordinary,
      deprecated: false,
    }));
}

/** Rules with a finding in what the comment is for; a name that stands there in whole is heeded already. */
function rulesThatSpeak(view: View, token: Span): ReadonlySet<string> {
  const comment = ignoresIn(view.outline).find(({ span }) => covers(span, token));
  const target = comment?.target ?? null;
  const here = view
    .findings()
    .filter(({ span }) => target === null || (span !== null && covers(target, span)));
  return new Set(here.map(({ rule }) => rule));
}
