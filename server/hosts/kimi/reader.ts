// How Kimi Code 2.1.0 reads an agent file. A line with nothing but three dashes and white space is a fence, and the first one must
// be the first line. The rest is strict: it skips the file at the first error.

import type { Outline } from '../../agent/outline';
import { type Entry, entryOf, textOf } from '../../yaml/value';
import {
  type FrontmatterForm,
  faultAt,
  frontmatterReader,
  jsYamlHead,
  type Regions,
} from '../judge/reading/frontmatter-reader';
import { trimmedSpan } from '../judge/reading/trimmed-prompt';
import type { LocatedFile } from '../model/located-file';
import type { Flaw } from '../model/reading';
import { isBuiltIn, isName, nameOfFile } from './names';

const isFence = (line: string): boolean => line.trim() === '---';

function fences(outline: Outline): Regions | Flaw {
  const { text } = outline;
  const first = text.indexOf('\n');
  if (first < 0 || !isFence(text.slice(0, first))) return withoutFences(outline);
  for (let start = first + 1; start <= text.length; ) {
    const lf = text.indexOf('\n', start);
    const end = lf < 0 ? text.length : lf;
    // White space at both ends is cut off: before the first key it is its indentation, at the end it may belong to a value.
    if (isFence(text.slice(start, end)))
      return {
        head: trimmedSpan(text, { start: first + 1, end: start }),
        body: Math.min(end + 1, text.length),
      };
    start = end + 1;
  }
  return withoutFences(outline);
}

function withoutFences({ opening, closing, text, language }: Outline): Flaw {
  const lf = text.indexOf('\n');
  if (isFence(lf < 0 ? text : text.slice(0, lf)))
    return faultAt('unclosed-fence', closing ?? opening ?? { start: 0, end: Math.max(0, lf) });
  if (!opening) return faultAt('no-frontmatter', { start: 0, end: 0 });
  const before = text.slice(0, opening.start);
  const isFirst = before.trim() === '' && !before.includes('\n');
  return faultAt(isFirst || language !== '' ? 'fence-language' : 'leading-text', opening);
}

/** What is wrong with a name that comes from the file name, or with one that is correct by itself. */
function nameFlaws(fields: readonly Entry[], place: LocatedFile): Flaw[] {
  const written = entryOf(fields, 'name')?.value;
  const isAbsent = !written || written.kind === 'null' || textOf(written)?.trim() === '';
  const name = isAbsent ? nameOfFile(place.path) : textOf(written)?.trim();
  const span = isAbsent ? { start: 0, end: 0 } : written.span;
  if (isAbsent && !isName(name ?? '')) return [{ code: 'name-breaks-host', span, fatal: true }];
  const override = entryOf(fields, 'override')?.value;
  const isOverride = override?.kind === 'boolean' && override.boolean;
  return name !== undefined && isBuiltIn(name) && !isOverride
    ? [{ code: 'name-vanishes', span, fatal: true }]
    : [];
}

const form: FrontmatterForm = {
  fences,
  head: jsYamlHead({
    // A date has no fields, but it is an object.
    notAMap: ({ kind }, flaw) => (kind === 'null' || kind === 'date' ? { fields: [] } : flaw),
  }),
};

export const reader = frontmatterReader({
  ...form,
  inspect: ({ fields, prompt }, { outline, place }) => [
    ...nameFlaws(fields, place),
    ...(prompt.text === '' ? [faultAt('short-prompt', outline.closing ?? prompt.span)] : []),
  ],
});

/** Skills have the same frontmatter. */
export const skillReader = frontmatterReader(form);

/** A skill without a folder of its own needs none. */
export const flatSkillReader = frontmatterReader({
  ...form,
  fences: (outline) => {
    const found = fences(outline);
    return 'code' in found ? { ...found, fatal: found.code === 'unclosed-fence' } : found;
  },
});
