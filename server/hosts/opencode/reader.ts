// How OpenCode gets from a file to an agent: gray-matter, one repair, gray-matter again, and a trimmed body. It says
// nothing of anything that goes wrong on the way. Each oddity here was measured; see test/hosts/opencode.

import type { Outline } from '../../agent/outline';
import { type Span, shift } from '../../text/span';
import type { Place } from '../place';
import type { Flaw, ReadAgent, Reader, Reading } from '../reading';
import { type Fault, faultOf } from './fault';
import { type Fences, fencesOf, parseHead } from './matter';
import { type Mend, type RepairedLine, repair } from './repair';
import { settingsFrom } from './settings';
import { trapsIn } from './traps';

/** Looks for what a program trips over in an agent that it has read. */
export type Inspection = (agent: ReadAgent, place: Place) => readonly Flaw[];

/** A reader of this family: its members differ in how they mend what they could not parse, and in what they trip over. */
export const readerWith =
  (mend: Mend, ...inspections: readonly Inspection[]): Reader =>
  ({ outline, place }) => {
    const reading = read(outline, mend);
    const [agent] = reading.agents;
    if (!agent) return reading;
    const found = inspections.flatMap((inspect) => inspect(agent, place));
    return { ...reading, flaws: [...reading.flaws, ...found] };
  };

export const reader: Reader = readerWith(repair, trapsIn);

/** The text as the parser sees it, without its byte order mark, and how far that moves it. */
interface Source {
  readonly outline: Outline;
  readonly text: string;
  readonly base: number;
}

function read(outline: Outline, mend: Mend): Reading {
  const base = outline.bom ? 1 : 0;
  const source = { outline, text: outline.text.slice(base), base };
  const fences = fencesOf(source.text);
  if (!fences) return withoutSettings(source);
  const head = parseHead(source.text, fences);
  switch (head.kind) {
    case 'parsed':
      return withSettings(head.data, source, fences, []);
    case 'failed':
      return secondTry(source, fences, mend, faultOf(outline, base, fences, head));
    default:
      return lost(head.kind, { start: base, end: fences.language.end + base });
  }
}

const lost = (code: Flaw['code'], span: Span): Reading => ({
  agents: [],
  flaws: [{ code, span, fatal: true }],
});

function withoutSettings(source: Source): Reading {
  const { outline, text, base } = source;
  // Blank lines, or a second byte order mark: an author means the fence all the same.
  const lead = text.length - text.trimStart().length;
  const fence = text.startsWith('---', lead)
    ? { start: base + lead, end: base + lead + 3 }
    : outline.opening;
  const flaw: Flaw =
    fence && lead > 0
      ? { code: 'leading-text', span: fence, fatal: false }
      : { code: 'no-frontmatter', span: { start: base, end: base }, fatal: false };
  return { agents: [promptOnly(source)], flaws: [flaw] };
}

/** What the repair leaves alone comes back from the parser's cache: no settings, and the whole file as the prompt. */
function secondTry(source: Source, fences: Fences, mend: Mend, { reason, at }: Fault): Reading {
  const repaired = mend(source.text, source.outline.bom);
  if (!repaired) {
    const code = knowsLanguage(source, fences) ? 'frontmatter-lost' : 'fence-language';
    return {
      agents: [promptOnly(source)],
      flaws: [{ code, span: at, message: reason, fatal: false }],
    };
  }
  const again = fencesOf(repaired.text);
  const head = again && parseHead(repaired.text, again);
  if (head?.kind === 'too-large') return lost('too-large', at);
  if (head?.kind !== 'parsed')
    return { agents: [], flaws: [{ code: 'yaml', span: at, message: reason, fatal: true }] };
  const lines = repaired.lines.map((line) => moved(line, source.base));
  const repairs = lines.map(({ edit }) => edit);
  const flaw: Flaw = { code: 'yaml-repaired', span: at, message: reason, repairs, fatal: false };
  const reading = withSettings(head.data, source, fences, lines);
  return { ...reading, flaws: [flaw, ...reading.flaws] };
}

/** A repaired line at its place in the whole file. */
const moved = (line: RepairedLine, by: number): RepairedLine => ({
  ...line,
  keySpan: shift(line.keySpan, by),
  valueSpan: shift(line.valueSpan, by),
  edit: { ...line.edit, span: shift(line.edit.span, by) },
});

function knowsLanguage({ text }: Source, { language }: Fences): boolean {
  const name = text.slice(language.start, language.end).trim();
  return name === '' || name === 'json' || /^ya?ml$/i.test(name);
}

function withSettings(
  data: unknown,
  source: Source,
  fences: Fences,
  repaired: readonly RepairedLine[],
): Reading {
  const { outline, base } = source;
  const head = shift(fences.head, base);
  const settings = settingsFrom(data, { outline, head, repaired });
  if (!settings) return lost('too-large', head);
  const { fields, notAMap } = settings;
  const flaws = fenceFlaws(source, fences);
  if (notAMap) flaws.push({ code: 'not-a-mapping', span: notAMap, fatal: false });
  return { agents: [{ fields, prompt: promptFrom(source, fences.body) }], flaws };
}

function fenceFlaws({ outline, text, base }: Source, { head, closed }: Fences): Flaw[] {
  if (!closed) {
    const span = outline.opening ?? { start: base, end: base + 3 };
    return [{ code: 'unclosed-fence', span, fatal: false }];
  }
  const start = head.end + 1;
  const end = text.indexOf('\n', start);
  const line = text.slice(start, end < 0 ? text.length : end);
  if (/^---[ \t]*\r?$/.test(line)) return [];
  // Any line that begins with three dashes closes: the rest of it is the beginning of the prompt.
  return [
    { code: 'early-fence', span: shift({ start, end: start + line.length }, base), fatal: false },
  ];
}

const promptOnly = (source: Source): ReadAgent => ({ fields: [], prompt: promptFrom(source, 0) });

/** White space is trimmed at both ends. */
function promptFrom({ text, base }: Source, from: number): ReadAgent['prompt'] {
  const rest = text.slice(from);
  const trimmed = rest.trim();
  const start = base + from + rest.length - rest.trimStart().length;
  return { text: trimmed, span: { start, end: start + trimmed.length } };
}
