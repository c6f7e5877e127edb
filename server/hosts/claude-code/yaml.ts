// YAML as Claude Code's own parser takes it. It differs from the parser of record in a handful of places, each found by
// giving both the same texts. What it takes and the other refuses is masked, sign for sign, so that every place stays.

import type { Entry, Value } from '../../agent/value';
import { parseYaml, type Yaml, type YamlError } from '../../agent/yaml';
import { applyEdits } from '../../text/edit';
import { type Span, slice } from '../../text/span';
import { breaches } from './yaml-breaches';
import { breachesOfTabs, withoutTabs } from './yaml-tabs';
import { blankTags, retagged, tagsIn } from './yaml-tags';

/** A private sign in the place of a comma that begins a plain value: `tools: ,Read` is a text there. */
const comma = '\uE00C';
const roundsAtMost = 8;

/** Never throws. `errors` holds what this host's parser would fail on, `MULTIPLE_DOCS` what it reads as a list. */
export function readYaml(source: string, base: number): Yaml {
  const quick = parseYaml(source, base);
  return quick.isScanned ? quick : readOddYaml(source, base);
}

/** The same for a text with anything in it. */
export function readOddYaml(source: string, base: number): Yaml {
  // It ends a line at every CR, and passes over a tab in an empty line.
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
    ...breaches(text, base, read.root),
    ...(lines === source ? [] : breachesOfTabs(source, base, read.root)),
    ...restOf(text, base),
  ];
  const tagged = tags.length === 0 ? read.root : retagged(read.root, tags);
  return { root: text === lines ? tagged : unmasked(tagged), errors, isPlain: false };
}

export const isFatal = ({ code }: YamlError): boolean => code !== 'MULTIPLE_DOCS';

interface Masked {
  readonly text: string;
  readonly yaml: Yaml;
}

const bracketedKey = /^(?:\[[^\n]*\]|\{[^\n]*\})(?=[ \t]*:(?:\s|$))/gm;

/** It takes brackets for a key wherever a key may stand, the parser of record not everywhere. */
function withPlainKeys(masked: Masked, base: number): Masked {
  if (!masked.yaml.errors.some(isFatal)) return masked;
  const text = masked.text.replaceAll(bracketedKey, (key) => key.replaceAll(/[^\w]/g, '_'));
  return text === masked.text ? masked : { text, yaml: parseYaml(text, base) };
}

/** The text with its leading commas masked, as often as that uncovers another. */
function withPlainCommas(lines: string, base: number): Masked {
  let text = lines;
  let yaml = parseYaml(text, base);
  for (let round = 0; round < roundsAtMost; round++) {
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

/** Between quotes it takes CR and LF for a line break each where the line ends: what is folded stays two lines. */
function withDoubleBreaks(text: string, base: number, root: Value | null): string {
  if (!root || !text.includes('\r\n')) return text;
  return applyEdits(
    text,
    // What an alias stands for is found at the alias, once or many times: there are no quotes there.
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

/** Behind a line of three dots another document begins; what cannot be read in it spoils the whole. */
function restOf(text: string, base: number): readonly YamlError[] {
  const end = /^\.\.\.(?:[ \t].*)?$/m.exec(text);
  if (!end) return [];
  const from = end.index + end[0].length;
  const rest = text.slice(from);
  if (!/^\s*[^#\s]/m.test(rest)) return [];
  const broken = parseYaml(rest, base + from).errors.find(isFatal);
  const span = { start: base + from, end: base + text.length };
  return [broken ?? { code: 'MULTIPLE_DOCS', span, message: 'another document begins' }];
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
