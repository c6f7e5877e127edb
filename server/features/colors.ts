// Colors in the frontmatter, and the forms in which a picked color can be written: only those that the host accepts.

import type { Field } from '../hosts/model/field';
import type { Verdict } from '../hosts/model/verdict';
import { hexOf, nearestColor } from '../rules/values/color';
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';
import { textOf, type Value } from '../yaml/value';
import type { View } from './view/view';

export interface DocumentColor {
  readonly span: Span;
  /** `#rrggbb` */
  readonly hex: string;
}

export interface ColorForm {
  readonly label: string;
  readonly edits: readonly Edit[];
}

/** The color fields whose value is a known color. */
export function documentColors(view: View): readonly DocumentColor[] {
  return colorFields(view).flatMap(({ value }) => {
    const text = textOf(value);
    const hex = text === undefined ? undefined : hexOf(view.catalog, text);
    return hex === undefined ? [] : [{ span: value.span, hex }];
  });
}

/** How `hex`, picked for the color at `span`, can be written there. Empty where there is no color at that place. */
export function colorForms(view: View, span: Span, hex: string): readonly ColorForm[] {
  const at = colorFields(view).find(({ value }) => value.span.start === span.start);
  if (!at) return [];
  const { value, field, verdict } = at;
  const near = nearestColor(hex, verdict.dialect.colors);
  const forms = [...(acceptsHex(field, hex) ? [hex] : []), ...(near === undefined ? [] : [near])];
  return forms.flatMap((label): readonly ColorForm[] => {
    const edits = view.writer.replaceValue(value, { text: label });
    return edits ? [{ label, edits }] : [];
  });
}

interface ColorField {
  readonly value: Value;
  readonly field: Field;
  readonly verdict: Verdict;
}

/** Each place once, for the first host that reads it as a color. */
function colorFields(view: View): ColorField[] {
  const seen = new Set<number>();
  return view.shown().flatMap((verdict) =>
    verdict.fields.flatMap(({ field, value }): ColorField[] => {
      if (field?.role !== 'color' || seen.has(value.span.start)) return [];
      seen.add(value.span.start);
      return [{ value, field, verdict }];
    }),
  );
}

const acceptsHex = ({ type }: Field, hex: string): boolean =>
  type.type === 'one-of' && type.pattern?.matches.test(hex) === true;
