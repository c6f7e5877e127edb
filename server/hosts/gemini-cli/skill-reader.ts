// How Gemini CLI 0.61.0 reads a skill: as YAML, and line by line where that gives no two strings for the name and the description.

import type { Outline } from '../../agent/outline';
import type { Span } from '../../text/span';
import { type Entry, entryOf, textOf } from '../../yaml/value';
import { dashFences, faultAt, jsYamlHead } from '../judge/reading/frontmatter-reader';
import { promptFrom } from '../judge/reading/trimmed-prompt';
import { nameAndDescription } from '../judge/skills/skill-lines';
import { isUnchecked } from '../model/flaw-tables';
import { type Flaw, type Reader, unread } from '../model/reading';

const asYaml = jsYamlHead({ notAMap: () => ({ fields: [] }) });

export const reader: Reader = ({ outline }) => {
  const regions = dashFences(outline, 'loses-prompt');
  if ('code' in regions) return unread(regions);
  const { head, body } = regions;
  const parsed = asYaml(outline, head);
  const fields = 'code' in parsed ? [] : parsed.fields;
  const lines = hasStrings(fields) ? [] : byLine(outline, head);
  if ('code' in parsed && isUnchecked(parsed.code) && !lines.some(isNoYamlString))
    return unread(parsed);
  if ('code' in parsed && lines.length === 0)
    return unread(faultAt('yaml', parsed.span, parsed.message));
  const flaws: readonly Flaw[] =
    'code' in parsed ? [{ ...parsed, code: 'yaml-repaired', fatal: false }] : [];
  return {
    agents: [{ fields: usedFields(fields, lines), prompt: promptFrom(outline.text, body) }],
    flaws: [...flaws, ...(regions.flaws ?? [])],
  };
};

const hasStrings = (fields: readonly Entry[]): boolean =>
  ['name', 'description'].every((key) => textOf(entryOf(fields, key)?.value) !== undefined);

/** A value of which YAML makes no string, where it is valid at all: it begins as a list or a map. */
const isNoYamlString = ({ value }: Entry): boolean => /^(?:[[{]|\?\s)/.test(textOf(value) ?? '');

/** The fields, of which those that were read by line have that value; a value that is no string does not count otherwise. */
const usedFields = (fields: readonly Entry[], lines: readonly Entry[]): readonly Entry[] =>
  lines.length === 0
    ? fields.filter(({ key, value }) => !keys.includes(key) || textOf(value) !== undefined)
    : [...fields.filter(({ key }) => !lines.some((one) => one.key === key)), ...lines].sort(
        (a, b) => a.keySpan.start - b.keySpan.start,
      );

const keys = ['name', 'description'];

/** Both of them, or none. */
function byLine(outline: Outline, head: Span): readonly Entry[] {
  const found = nameAndDescription(outline, head);
  return found.length === keys.length ? found : [];
}
