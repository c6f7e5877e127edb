// How Factory Droid 0.225.2 reads an agent file. A file without frontmatter is an agent too: the whole text is its prompt. Where
// YAML fails, it reads line by line.

import type { Outline } from '../../agent/outline';
import type { Span } from '../../text/span';
import { convertScalars, type Entry } from '../../yaml/value';
import { parseFrontmatter, retypedFields } from '../judge/js-yaml';
import { colonFault, simpleRoot } from '../judge/simple-frontmatter';
import { dateIn } from '../judge/value-from-data';
import type { Flaw, FlawCode, ReadAgent, Reader, Reading } from '../model/reading';
import { readLines } from './lines';

export const reader: Reader = ({ outline }): Reading => {
  const { text } = outline;
  const head = headIn(text);
  if (!head) return withoutHead(outline);
  const read = fieldsIn(outline, head.span);
  if (read === 'unknown')
    return { agents: [], flaws: [{ code: 'too-large', span: head.span, fatal: true }] };
  const prompt = promptFrom(text, head.body);
  const flaws = [...read.flaws, ...earlyFence(outline, head.span.end)];
  return { agents: [{ fields: read.fields, prompt }], flaws };
};

interface Head {
  /** Between the fences, without the line break before the second one. */
  readonly span: Span;
  readonly body: number;
}

/** The second fence is the first line break that three dashes follow, whatever is after them. */
function headIn(text: string): Head | null {
  const [open] = /^---\r?\n/.exec(text) ?? [];
  if (open === undefined) return null;
  const start = open.length;
  // The line break after the first fence does not count.
  const close = text.indexOf('\n---', start);
  if (close < 0) return null;
  const end = close > start && text[close - 1] === '\r' ? close - 1 : close;
  const [rest = ''] = /^\r?\n/.exec(text.slice(close + 4, close + 6)) ?? [];
  return { span: { start, end }, body: close + 4 + rest.length };
}

function withoutHead(outline: Outline): Reading {
  const { opening, closing, text, language, bom } = outline;
  const whole = { fields: [], prompt: promptFrom(text, 0) };
  const loaded = (code: FlawCode, span: Span): Reading => ({
    agents: [whole],
    flaws: [{ code, span, fatal: false }],
  });
  if (!opening || bom) return loaded('no-frontmatter', { start: 0, end: 0 });
  if (opening.start > 0) return loaded('leading-text', opening);
  if (language !== '' || !/^---\r?\n/.test(text)) return loaded('fence-language', opening);
  return loaded('unclosed-fence', closing ?? opening);
}

/** Three dashes at the start of a line that is no fence. */
function earlyFence({ closing, text }: Outline, end: number): readonly Flaw[] {
  const start = text.indexOf('---', end);
  if (closing && closing.start === start) return [];
  return [{ code: 'early-fence', span: { start, end: start + 3 }, fatal: false }];
}

interface Read {
  readonly fields: readonly Entry[];
  readonly flaws: readonly Flaw[];
}

function fieldsIn(outline: Outline, head: Span): Read | 'unknown' {
  const { text } = outline;
  const source = text.slice(head.start, head.end);
  const byLine = (flaws: readonly Flaw[]): Read => ({
    fields: readLines(source, head.start),
    flaws,
  });
  const repaired = (span: Span, message: string): Read =>
    byLine([
      message === 'DUPLICATE_KEY'
        ? { code: 'duplicate-key', span, fatal: false }
        : { code: 'yaml-repaired', span, message, fatal: false },
    ]);
  const simple = simpleRoot(outline, head);
  if (simple) return { fields: retypedFields(convertScalars(simple.entries, dateIn)), flaws: [] };
  const colon = colonFault(outline, head);
  if (colon) return repaired(colon.span ?? head, colon.code);
  const parsed = parseFrontmatter(outline, head);
  if (parsed.kind === 'unknown') return 'unknown';
  if (parsed.kind === 'failed') return repaired(parsed.at, parsed.reason);
  const { root } = parsed;
  if (root.kind === 'map') return { fields: root.entries, flaws: [] };
  if (root.kind === 'null') return byLine([]);
  const flaw: Flaw = { code: 'not-a-mapping', span: head, fatal: false };
  // A list and a date are objects, so that the second reader does not run.
  return root.kind === 'list' || root.kind === 'date'
    ? { fields: [], flaws: [flaw] }
    : byLine([flaw]);
}

function promptFrom(text: string, from: number): ReadAgent['prompt'] {
  const rest = text.slice(from);
  const trimmed = rest.trim();
  const start = from + (trimmed === '' ? 0 : rest.length - rest.trimStart().length);
  return { text: trimmed, span: { start, end: start + trimmed.length } };
}
