// Inside a suppression comment: its directives and the names of rules, first those with a finding in the text below it.

import { lineFrom, lineStart } from '../../agent/caret-lines';
import type { Outline } from '../../agent/outline';
import { proseLines } from '../../agent/prose';
import { docsOf } from '../../rules/docs-registry';
import { ignoresIn } from '../../rules/ignores/ignores';
import { rules } from '../../rules/registry';
import { t } from '../../text/message';
import { covers, type Span } from '../../text/span';
import type { View } from '../view/view';
import { type Completion, ranks } from './item';

/** The comment marker, the directive, names with commas, and the name that is being typed. */
const ruleNames =
  /^[ \t]*(?:#+|<!--)[ \t]*dossier-ignore(?:-file)?[ \t]+((?:[\w-]+[ \t]*,[ \t]*)*)([\w-]*)$/;
const directiveStart = /^[ \t]*(?:#+|<!--)[ \t]*(d[\w-]*)$/;

const directives = [
  { label: 'dossier-ignore', detail: t('for the lines below') },
  { label: 'dossier-ignore-file', detail: t('for the whole file') },
] as const;

/** @param marker what a comment begins with at this place. */
export function ignoreItems(
  view: View,
  offset: number,
  marker: '#' | '<!--',
): readonly Completion[] {
  const { outline, lanes } = view;
  const { text } = outline;
  const start = lineStart(text, offset);
  const before = text.slice(start, offset);
  if (lanes.length === 0 || !before.trimStart().startsWith(marker)) return [];
  const rest = /^[\w-]*/.exec(text.slice(offset, offset + 100))?.[0].length ?? 0;
  const token = (typed: string): Span => ({ start: offset - typed.length, end: offset + rest });
  const word = directiveStart.exec(before)?.[1];
  if (word !== undefined)
    return isProse(outline, start, marker) ? completeDirectives(token(word)) : [];
  const [, others = '', typed] = ruleNames.exec(before) ?? [];
  if (typed === undefined || !isProse(outline, start, marker)) return [];
  return ruleItems(view, token(typed), others.match(/[\w-]+/g) ?? []);
}

/** In the prompt, a comment inside code is not one. */
function isProse({ text, body }: Outline, start: number, marker: string): boolean {
  if (marker === '#') return true;
  const { end } = lineFrom(text, start, text.length);
  for (const line of proseLines(text, body))
    if (line.start <= start && end <= line.end) return true;
  return false;
}

const completeDirectives = (span: Span): readonly Completion[] =>
  directives.map(({ label, detail }) => ({
    label,
    kind: 'value',
    detail,
    documentation: () => t('Ignores findings. Write the names of rules, a colon and the reason.'),
    insert: `${label} `,
    isSnippet: false,
    span,
    rank: ranks.ordinary,
    deprecated: false,
    goesOn: true,
  }));

function ruleItems(view: View, span: Span, others: readonly string[]): readonly Completion[] {
  const reporting = rulesReporting(view, span);
  return rules
    .filter(({ name, audit }) => !audit && !others.includes(name))
    .map(({ name }) => ({
      label: name,
      kind: 'value',
      detail: reporting.has(name) ? t('reports here') : '',
      documentation: () => {
        const { what, why } = docsOf(name);
        return `${what}\n\n${why}`;
      },
      insert: name,
      isSnippet: false,
      span,
      rank: reporting.has(name) ? ranks.likely : ranks.ordinary,
      deprecated: false,
    }));
}

/** Rules with a finding in the text that the comment covers. A rule that it names completely is suppressed already. */
function rulesReporting(view: View, token: Span): ReadonlySet<string> {
  const comment = ignoresIn(view.outline).find(({ span }) => covers(span, token));
  const target = comment?.target ?? null;
  const here = view
    .findings()
    .filter(({ span }) => target === null || (span !== null && covers(target, span)));
  return new Set(here.map(({ rule }) => rule));
}
