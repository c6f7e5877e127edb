// YAML as the parser of Claude Code reads it. It differs from the parser of Dossier in a few places, which were found by giving
// both the same texts. What only the former accepts is masked by characters of the same length, so that offsets remain valid.

import { applyEdits } from '../../../text/edit';
import { type Span, slice } from '../../../text/span';
import type { ParseError, Yaml, YamlDialect } from '../../../yaml/dialect';
import type { Entry, Value } from '../../../yaml/value';
import { parseYaml } from '../../../yaml/yaml';
import { tabErrors, withoutTabs } from './tabs';
import { blankTags, retagged, tagsIn } from './tags';

/** A private-use character that replaces a comma at the start of a plain value: Claude Code reads `tools: ,Read` as a string. */
const comma = '\uE00C';
const maxRounds = 8;

/** `errors` holds what the parser of Claude Code fails on; with `MULTIPLE_DOCS` it returns a list instead. */
export const claudeYaml: YamlDialect = { parse };

function parse(source: string, base: number): Yaml {
  // Claude Code ends a line at every CR and ignores a tab in an empty line.
  const lines = withoutTabs(source.replaceAll(/\r(?!\n)/g, '\n'));
  const { text, yaml } = withPlainKeys(withPlainCommas(lines, base), base);
  if (yaml.errors.some(isFatal)) return yaml;
  const folded = withDoubleBreaks(text, base, yaml.root);
  const tags = tagsIn(folded, base, yaml.root);
  const blanked = tags.length === 0 ? folded : blankTags(folded, base, tags);
  const read = blanked === text ? yaml : parseYaml(blanked, base);
  if (!read.root) return read;
  const errors = [
    ...read.errors,
    ...additionalErrors(text, base, read.root),
    ...(lines === source ? [] : tabErrors(source, base, read.root)),
    ...errorsAfterEnd(text, base),
  ];
  const tagged = tags.length === 0 ? read.root : retagged(read.root, tags);
  return { root: text === lines ? tagged : unmasked(tagged), errors };
}

export const isFatal = ({ code }: ParseError): boolean => code !== 'MULTIPLE_DOCS';

interface Masked {
  readonly text: string;
  readonly yaml: Yaml;
}

const bracketedKey = /^(?:\[[^\n]*\]|\{[^\n]*\})(?=[ \t]*:(?:\s|$))/gm;

/** Masks keys in brackets, which Claude Code accepts in more places. */
function withPlainKeys(masked: Masked, base: number): Masked {
  if (!masked.yaml.errors.some(isFatal)) return masked;
  const text = masked.text.replaceAll(bracketedKey, (key) => key.replaceAll(/[^\w]/g, '_'));
  return text === masked.text ? masked : { text, yaml: parseYaml(text, base) };
}

/** Masks commas at the start of plain values, repeatedly, because each may hide another. */
function withPlainCommas(lines: string, base: number): Masked {
  let text = lines;
  let yaml = parseYaml(text, base);
  for (let round = 0; round < maxRounds; round++) {
    const at = new Set(
      yaml.errors.flatMap(({ code, span }) =>
        code === 'BAD_SCALAR_START' && text[span.start - base] === ',' ? [span.start - base] : [],
      ),
    );
    if (at.size === 0) break;
    text = applyEdits(
      text,
      [...at].map((start) => ({ span: { start, end: start + 1 }, text: comma })),
    );
    yaml = parseYaml(text, base);
  }
  return { text, yaml };
}

/** Between quotes Claude Code counts CR and LF as one line break each, so that a folded line remains two lines. */
function withDoubleBreaks(text: string, base: number, root: Value | null): string {
  if (!root || !text.includes('\r\n')) return text;
  return applyEdits(
    text,
    // The value of an alias has the span of the alias, where there are no quotes.
    quotedIn(root).flatMap(({ start, end }) => {
      const span = { start: start - base, end: end - base };
      const quoted = slice(text, span);
      if (!/^["']/.test(quoted) || !quoted.includes('\r\n')) return [];
      return [{ span, text: quoted.replaceAll(breaks, doubleFirst) }];
    }),
  );
}

const breaks = /(\r?\n)((?:[ \t]*\r?\n)*)/g;
const doubleFirst = (all: string, first: string, rest: string): string =>
  first === '\r\n' ? `\n\n${rest}` : all;

function quotedIn(value: Value): readonly Span[] {
  if (value.kind === 'text')
    return value.style === 'single' || value.style === 'double' ? [value.span] : [];
  if (value.kind === 'list') return value.items.flatMap(quotedIn);
  return value.kind === 'map' ? value.entries.flatMap((entry) => quotedIn(entry.value)) : [];
}

/** After a line with three dots another document begins. An error in it fails the whole head. */
function errorsAfterEnd(text: string, base: number): readonly ParseError[] {
  const end = /^\.\.\.(?:[ \t].*)?$/m.exec(text);
  if (!end) return [];
  const from = end.index + end[0].length;
  const rest = text.slice(from);
  if (!/^[^\S\n\r\u2028\u2029]*[^#\s]/m.test(rest)) return [];
  const broken = parseYaml(rest, base + from).errors.find(isFatal);
  const span = { start: base + from, end: base + text.length };
  return [broken ?? { code: 'MULTIPLE_DOCS', span, message: 'another document begins here' }];
}

const withComma = (text: string): string => text.replaceAll(comma, ',');

function unmasked(value: Value): Value {
  if (value.kind === 'text') return { ...value, text: withComma(value.text) };
  if (value.kind === 'list') return { ...value, items: value.items.map(unmasked) };
  return value.kind === 'map' ? { ...value, entries: value.entries.map(unmaskedEntry) } : value;
}

const unmaskedEntry = (entry: Entry): Entry => ({
  ...entry,
  key: withComma(entry.key),
  value: unmasked(entry.value),
});

// Errors that the YAML parser of Dossier accepts and the parser of Claude Code does not. It then rejects the whole head.

/** The errors in a parsed head, which nearly always has none. Never throws. @param base UTF-16 offset of `text` in the file. */
function additionalErrors(text: string, base: number, root: Value | null): readonly ParseError[] {
  const found: ParseError[] = [];
  const report = (code: string, span: Span, message: string): void => {
    found.push({ code, span, message });
  };
  const visit = (value: Value): void => {
    const after = text.slice(value.span.end - base, value.span.end - base + 80);
    if (isDelimited(value)) {
      if (after.startsWith('#'))
        report('COMMENT_SPACE', value.span, 'a space is missing before "#"');
      if (!hasClosingQuote(text.slice(value.span.start - base, value.span.end - base)))
        report('MISSING_CHAR', value.span, 'the closing quote is missing');
      if (/^[ \t]*:(?:\s|$)/.test(after) && value.kind !== 'text')
        report('FLOW_AS_KEY', value.span, 'a colon follows the brackets');
    }
    if (isBlock(value) && /^[|>][-+\d]*#/.test(text.slice(value.span.start - base)))
      report('BLOCK_HEADER', value.span, 'a space is missing before "#"');
    if (value.kind === 'list') value.items.forEach(visit);
    if (value.kind !== 'map') return;
    for (const entry of value.entries) {
      if (!value.flow && isIndentedAfterKey(text, entry.keySpan, base))
        report('EXPLICIT_KEY', entry.keySpan, 'the colon is indented more than the "?"');
      visit(entry.value);
    }
  };
  if (root) visit(root);
  return found;
}

/** Whether the key follows a question mark, and the colon on the next line is indented more than that. */
function isIndentedAfterKey(text: string, { start, end }: Span, base: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', start - base - 1) + 1, start - base);
  const [, outer] = /^( *)\?[ \t]+$/.exec(line) ?? [];
  const [, inner] = /^[ \t]*\n( *):(?:\s|$)/.exec(text.slice(end - base, end - base + 80)) ?? [];
  return outer !== undefined && inner !== undefined && inner.length > outer.length;
}

/** Whether the value is delimited by quotes or brackets. */
const isDelimited = (value: Value): boolean =>
  (value.kind === 'text' && (value.style === 'single' || value.style === 'double')) ||
  ((value.kind === 'list' || value.kind === 'map') && value.flow);

/** Whether a quoted value has its closing quote, which is neither doubled nor escaped. */
const hasClosingQuote = (source: string): boolean =>
  source.startsWith("'")
    ? /^'(?:[^']|'')*'$/.test(source)
    : !source.startsWith('"') || /^"(?:[^"\\]|\\[\s\S])*"$/.test(source);

const isBlock = (value: Value): boolean =>
  value.kind === 'text' && (value.style === 'literal' || value.style === 'folded');
