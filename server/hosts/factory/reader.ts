// How Factory Droid 0.225.2 reads an agent file. A file without frontmatter is an agent too: the whole text is its prompt. Where
// YAML fails, it reads line by line.
import type { Outline } from '../../agent/outline';
import { type Span, slice } from '../../text/span';
import {
  dashFences,
  faultAt,
  frontmatterReader,
  type Head,
  jsYamlHead,
  type Regions,
} from '../judge/reading/frontmatter-reader';
import type { Flaw } from '../model/reading';
import { readLines } from './lines';

function fences(outline: Outline): Regions | Flaw {
  const { bom, opening, closing, text } = outline;
  const regions = bom
    ? faultAt('no-frontmatter', { start: 0, end: 0 })
    : dashFences(outline, 'begins-prompt');
  if (!('code' in regions)) return { ...regions, flaws: earlyFence(outline, regions.head.end) };
  const flaw = { ...regions, fatal: false };
  if (flaw.code === 'unclosed-fence') return { ...flaw, span: closing ?? flaw.span };
  return opening?.start === 0 && !/^---\r?\n/.test(text)
    ? { ...flaw, code: 'fence-language' }
    : flaw;
}

/** Three dashes at the start of a line that is no fence. */
function earlyFence({ closing, text }: Outline, end: number): readonly Flaw[] {
  const start = text.indexOf('---', end);
  if (closing && closing.start === start) return [];
  return [{ code: 'early-fence', span: { start, end: start + 3 }, fatal: false }];
}

function readHead(outline: Outline, head: Span): Head | Flaw {
  const byLine = (...flaws: readonly Flaw[]): Head => ({
    fields: readLines(slice(outline.text, head), head.start),
    flaws: flaws.map((flaw) => ({ ...flaw, fatal: false })),
  });
  const read = jsYamlHead({
    notAMap: ({ kind }, flaw) => {
      if (kind === 'null') return byLine();
      // A list and a date are objects, so that the second reader does not run.
      const isObject = kind === 'list' || kind === 'date';
      return isObject ? { fields: [], flaws: [{ ...flaw, fatal: false }] } : byLine(flaw);
    },
  })(outline, head);
  if (!('code' in read) || read.code === 'too-large') return read;
  const { message: _, ...withoutReason } = read;
  return byLine(read.code === 'yaml' ? { ...read, code: 'yaml-repaired' } : withoutReason);
}

export const reader = frontmatterReader({ fences, head: readHead });
