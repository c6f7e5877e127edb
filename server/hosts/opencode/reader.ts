// Reads an agent file as OpenCode does: gray-matter, one repair, gray-matter again, and a trimmed body. OpenCode does not
// report anything that goes wrong. Each peculiarity here was measured; see test/hosts/opencode.

import type { Outline } from '../../agent/outline';
import { type Span, shift } from '../../text/span';
import { convertScalars } from '../../yaml/value';
import {
  type Fault,
  type Fences,
  faultOf,
  fencesOf,
  type Head,
  parseHead,
} from '../judge/reading/gray-matter';
import { colonFault, simpleRoot } from '../judge/reading/simple-frontmatter';
import { promptFrom } from '../judge/reading/trimmed-prompt';
import { dateIn } from '../judge/reading/value-from-data';
import { type Flaw, type ReadAgent, type Reader, type Reading, unread } from '../model/reading';
import { breakingValuesFinder, findBreakingNames, type Inspection } from './breaking-values';
import { datesAsMaps } from './dates-as-maps';
import { fields, modeFields } from './fields';
import { type RepairedLine, type RepairText, repair } from './repair';
import { settingsFrom } from './settings';

/** The differences between the readers of this family. */
export interface ReaderOptions {
  readonly repairText: RepairText;
  readonly inspections: readonly Inspection[];
  /** How many byte order marks are removed when the file is read, before the parser removes one more. */
  readonly marksOff: 0 | 1;
}

export const readerWith =
  ({ repairText, inspections, marksOff }: ReaderOptions): Reader =>
  ({ outline, place }) => {
    const marks = /^\ufeff*/.exec(outline.text.slice(0, 3))?.[0].length ?? 0;
    const base = Math.min(marks, marksOff + 1);
    // The repair requires a fence at the very start, so a remaining byte order mark prevents it.
    const source: Source = { outline, text: outline.text.slice(base), base };
    const reading = read(source, marks > marksOff ? () => null : repairText);
    const [agent] = reading.agents;
    if (!agent) return reading;
    let { flaws } = reading;
    for (const inspect of inspections) {
      const found = inspect(agent, place);
      if (found.length > 0) flaws = [...flaws, ...found];
    }
    return { agents: reading.agents, flaws };
  };

export const reader: Reader = readerWith({
  repairText: repair,
  inspections: [
    findBreakingNames,
    breakingValuesFinder((_, { location }) => (location.dialect === 'mode' ? modeFields : fields)),
  ],
  marksOff: 0,
});

type Fields = ReadAgent['fields'];

/** The text as the parser gets it, without byte order marks, and its offset in the file. */
interface Source {
  readonly outline: Outline;
  readonly text: string;
  readonly base: number;
}

function read(source: Source, repairText: RepairText): Reading {
  const { outline, base } = source;
  const fences = fencesOf(source.text);
  if (!fences) return withoutSettings(source);
  const plain = plainSettings(source, fences);
  if (plain) return withFields(plain, source, fences, null);
  const head = isRefused(source, fences) ? refused : parseHead(source.text, fences);
  switch (head.kind) {
    case 'parsed':
      return withSettings(head.data, source, fences, []);
    case 'failed':
      return secondTry(source, fences, repairText, faultOf(outline, base, fences, head));
    default:
      return withoutAgent(head.kind, { start: base, end: fences.language.end + base });
  }
}

/** The fields of plain frontmatter. The parser's head begins with the line break of the first fence. */
function plainSettings({ outline, base }: Source, { head, language }: Fences): Fields | null {
  if (language.start !== language.end) return null;
  const root = simpleRoot(outline, { start: base + head.start + 1, end: base + head.end });
  return root && convertScalars(root.entries, dateIn).map(datesAsMaps);
}

/** The parser rejects any unquoted value with a colon, and the outline has its position, so the parser need not run. */
const isRefused = ({ outline, base }: Source, { head, language }: Fences): boolean =>
  language.start === language.end &&
  colonFault(outline, { start: base + head.start + 1, end: base + head.end }) !== null;

const refused: Head = { kind: 'failed', reason: 'a colon in an unquoted value', at: 0 };

const withoutAgent = (code: Flaw['code'], span: Span): Reading =>
  unread({ code, span, fatal: true });

function withoutSettings(source: Source): Reading {
  const { outline, text, base } = source;
  // A fence after empty lines or a second byte order mark is still intended as a fence.
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

/** Without a repair, the second try gets the parser's cached result: no settings, and the whole file as the prompt. */
function secondTry(
  source: Source,
  fences: Fences,
  repairText: RepairText,
  { reason, at }: Fault,
): Reading {
  const repaired = repairText(source.text);
  if (!repaired) {
    const code = isKnownLanguage(source, fences) ? 'frontmatter-lost' : 'fence-language';
    return {
      agents: [promptOnly(source)],
      flaws: [{ code, span: at, message: reason, fatal: false }],
    };
  }
  const again = fencesOf(repaired.text);
  const head = again && parseHead(repaired.text, again);
  if (head?.kind === 'too-large') return withoutAgent('too-large', at);
  if (head?.kind !== 'parsed')
    return unread({ code: 'yaml', span: at, message: reason, fatal: true });
  const lines = repaired.lines.map((line) => shifted(line, source.base));
  const repairs = lines.map(({ edit }) => edit);
  const flaw: Flaw = { code: 'yaml-repaired', span: at, message: reason, repairs, fatal: false };
  const reading = withSettings(head.data, source, fences, lines);
  return { ...reading, flaws: [flaw, ...reading.flaws] };
}

/** The repaired line with offsets in the whole file. */
const shifted = (line: RepairedLine, by: number): RepairedLine => ({
  ...line,
  keySpan: shift(line.keySpan, by),
  valueSpan: shift(line.valueSpan, by),
  edit: { ...line.edit, span: shift(line.edit.span, by) },
});

function isKnownLanguage({ text }: Source, { language }: Fences): boolean {
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
  if (!settings) return withoutAgent('too-large', head);
  return withFields(settings.fields, source, fences, settings.notAMap);
}

function withFields(fields: Fields, source: Source, fences: Fences, notAMap: Span | null): Reading {
  const flaws = fenceFlaws(source, fences);
  if (notAMap) flaws.push({ code: 'not-a-mapping', span: notAMap, fatal: false });
  return {
    agents: [{ fields, prompt: promptFrom(source.outline.text, source.base + fences.body) }],
    flaws,
  };
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
  // Any line that begins with three dashes closes the frontmatter, and the rest of the line begins the prompt.
  return [
    { code: 'early-fence', span: shift({ start, end: start + line.length }, base), fatal: false },
  ];
}

const promptOnly = (source: Source): ReadAgent => ({
  fields: [],
  prompt: promptFrom(source.outline.text, source.base),
});
