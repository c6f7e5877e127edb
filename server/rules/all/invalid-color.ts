import type { FieldVerdict } from '../../hosts/model/field-verdict';
import type { Problem } from '../../hosts/model/problem';
import type { Verdict } from '../../hosts/model/verdict';
import { t } from '../../text/l10n';
import type { Span } from '../../text/span';
import { hexOf, isSimilarColor, nearestColor } from '../color';
import { example } from '../example';
import { problemFindings } from '../problems';
import type { Fix, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';

export const docs: RuleDocs = {
  what: 'Checks for colors that the host does not accept.',
  why: 'Each host accepts different colors. If it does not know a color, Claude Code shows none and OpenCode does not start.',
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
  about: 'rejected-values',
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

/** The same color in a form that this host accepts, or the nearest of its own colors. */
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
  const near = hex === undefined ? undefined : nearestColor(hex, verdict.dialect.colors);
  const best = acceptsHex ? hex : near;
  const others = colorNames(verdict).filter((name) => name !== best);
  // If the exact color can be written as a hex value, the nearest name follows it.
  const rest =
    near !== undefined && acceptsHex ? [near, ...others.filter((one) => one !== near)] : others;
  return [
    ...(best === undefined
      ? []
      : [fix(writer, value, best, safetyOf(hex, best, catalog, verdict))]),
    ...rest.map((name) => fix(writer, value, name, 'review')),
  ];
}

const fix = (
  writer: HostInput['writer'],
  value: FieldVerdict['value'],
  color: string,
  safety: Fix['safety'],
): Fix => ({
  title: t('Replace with "{value}"', { value: color }),
  safety,
  edits: () => writer.replaceScalar(value, color),
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
  edits: () => writer.quote(span),
});
