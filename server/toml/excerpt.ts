// A TOML document without its long strings. The parser reads a string character by character and fails for more than about
// 100,000 of them, although there is nothing to interpret in the prompt of an agent.
import type { Span } from '../text/span';

/** A part of the document that is left out. */
interface Gap {
  /** Where it was, in the text that is kept. */
  readonly at: number;
  readonly length: number;
  /** How much is left out up to its end. */
  readonly total: number;
  /** The string. */
  readonly text: string;
}

/** Shorter strings are kept: more gaps take longer than what they save. UTF-16 units. */
const leastLength = 1_000;

export class Excerpt {
  /** The text to parse. */
  readonly kept: string;
  private readonly gaps: readonly Gap[];

  /**
   * @param text a document, or a part of it.
   * @param strings the spans between the quotes of strings of several lines, ascending, as offsets in `text`. One that has an escape
   * or a character that TOML does not allow is kept, because only the parser interprets it.
   */
  constructor(text: string, strings: readonly Span[]) {
    const gaps: Gap[] = [];
    const parts: string[] = [];
    let from = 0;
    let total = 0;
    for (const { start, end } of strings) {
      if (end - start < leastLength || start < from) continue;
      const string = text.slice(start, end);
      if (interpreted.test(string)) continue;
      const at = start - total;
      total += end - start;
      gaps.push({ at, length: end - start, total, text: decoded(string) });
      parts.push(text.slice(from, start));
      from = end;
    }
    this.kept = gaps.length > 0 ? parts.join('') + text.slice(from) : text;
    this.gaps = gaps;
  }

  /** The offset in the document of an offset in the text that is kept. */
  offsetOf(at: number): number {
    return at + (this.gaps.findLast((gap) => gap.at < at)?.total ?? 0);
  }

  /** The string that is left out between the three quotes at this offset of the text that is kept. */
  stringAt(quotes: number): string | undefined {
    return this.gaps.find((gap) => gap.at === quotes + 3)?.text;
  }
}

/** An escape, or a control character other than those between lines and columns. */
const interpreted = /\\|[^\P{Cc}\t\n\r]|\r(?!\n)/u;

/** The value of a string without escapes: a line break after the opening quotes is not a part of it. */
const decoded = (string: string): string => string.replaceAll('\r\n', '\n').replace(/^\n/, '');
