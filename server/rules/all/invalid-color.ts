import type { FieldVerdict } from '../../hosts/model/field-verdict';
import type { Problem } from '../../hosts/model/type';
import type { Verdict } from '../../hosts/model/verdict';
import { t } from '../../text/message';
import { nearest } from '../../text/nearest';
import type { Span } from '../../text/span';
import { example } from '../example';
import type { Fix, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { hexOf, isSimilarColor, nearestColors } from '../values/color';
import { problemFindings } from '../values/problems';

export const docs: RuleDocs = {
  what: 'Checks for colors that the program does not accept.',
  why: 'Each program accepts different colors. If it does not know a color, Claude Code shows none and OpenCode does not start.',
  sources: [{ facts: ['values of color'] }],
};

export const examples = (): RuleExamples => ({
  failing: [
    example('.opencode/agent/reviewer.md', 'description: Reviews changes.\ncolor: yellow'),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ncolor: teal',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ncolor: Blue',
    ),
  ],
  passing: [
    example('.opencode/agent/reviewer.md', 'description: Reviews changes.\ncolor: "#ca8a04"'),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ncolor: yellow',
    ),
  ],
});

export const rule: Rule = {
  name: 'invalid-color',
  kind: 'host',
  builtin: 'invalid-value',
  isEffect: true,
  check: (input) =>
    problemFindings(input, isColor).map((found, index) => {
      const field = input.verdict.fields.filter(({ field: one }) => one?.role === 'color')[index];
      if (!field) return found;
      // A missing color does not change how the agent works.
      const severity = found.severity === 'warning' ? 'hint' : found.severity;
      return { ...found, severity, fixes: replacements(input, field) };
    }),
};

const isColor = ({ field }: FieldVerdict, _: Problem): boolean => field?.role === 'color';

/** More would hide the other actions of the menu. */
const maxColors = 3;

/** The same color in a form that this host accepts, and the nearest of its own colors. */
function replacements(
  { catalog, outline, writer, verdict }: HostInput,
  { value, field }: FieldVerdict,
): readonly Fix[] {
  const commented = commentedColor(outline, value);
  if (commented) return [quoting(writer, commented)];
  const hex = value.kind === 'text' ? hexOf(catalog, value.text) : undefined;
  const type = field?.type;
  const acceptsHex =
    hex !== undefined && type?.type === 'one-of' && type.pattern?.matches.test(hex) === true;
  if (hex === undefined)
    return namesLike(value, verdict).map((name) => fix(writer, value, name, 'review'));
  const [best, ...others] = [
    ...(acceptsHex ? [hex] : []),
    ...nearestColors(hex, verdict.dialect.colors),
  ].slice(0, maxColors);
  return [
    ...(best === undefined
      ? []
      : [fix(writer, value, best, safetyOf(hex, best, catalog, verdict))]),
    ...others.map((name) => fix(writer, value, name, 'review')),
  ];
}

/** For a word that is no color: the names of the host, beginning with the one that is spelled most like it. */
function namesLike(value: FieldVerdict['value'], verdict: Verdict): readonly string[] {
  const names = colorNames(verdict);
  const meant = value.kind === 'text' ? nearest(value.text, names) : undefined;
  const others = names.filter((name) => name !== meant);
  return [...(meant === undefined ? [] : [meant]), ...others].slice(0, maxColors);
}

const fix = (
  writer: HostInput['writer'],
  value: FieldVerdict['value'],
  color: string,
  safety: Fix['safety'],
): Fix => ({
  title: t('Replace with "{value}"', { value: color }),
  safety,
  edits: () => writer.replaceValue(value, { text: color }),
});

/** Safe only for a color that looks the same: another color is for the author to choose. */
const safetyOf = (
  hex: string | undefined,
  color: string,
  catalog: HostInput['catalog'],
  { dialect }: Verdict,
): Fix['safety'] => {
  const now = dialect.colors.find(({ value }) => value === color)?.hex ?? hexOf(catalog, color);
  return hex !== undefined && now !== undefined && isSimilarColor(hex, now) ? 'safe' : 'review';
};

const colorNames = ({ dialect }: Verdict): readonly string[] =>
  dialect.colors.map((color) => color.value);

interface CommentedColor {
  readonly hex: string;
  readonly span: Span;
}

/** A color without quotes, which YAML reads as a comment because of its "#". */
function commentedColor(
  { text }: HostInput['outline'],
  value: FieldVerdict['value'],
): CommentedColor | null {
  if (value.kind !== 'null') return null;
  const from = text.lastIndexOf('\n', value.span.start - 1) + 1;
  const line = /^\s*[\w-]+:\s+(#[0-9a-f]{6})\b/i.exec(text.slice(from, from + 200));
  if (!line?.[1]) return null;
  const start = from + line[0].length - line[1].length;
  return { hex: line[1], span: { start, end: start + line[1].length } };
}

const quoting = (writer: HostInput['writer'], { hex, span }: CommentedColor): Fix => ({
  title: t('Put "{color}" in quotes', { color: hex }),
  safety: 'safe',
  edits: () => writer.replaceValue({ kind: 'text', span }, { text: hex, isQuoted: true }),
});
