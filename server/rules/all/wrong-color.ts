import { replaceScalar } from '../../agent/write';
import type { FieldVerdict, Problem, Verdict } from '../../hosts/verdict';
import type { Span } from '../../text/span';
import { hexOf, looksAlike, nearestColor } from '../color';
import { example } from '../example';
import { problemFindings } from '../problems';
import type { Fix, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';

export const docs: RuleDocs = {
  what: 'A colour that the host does not take.',
  why: 'Each host has its own list. The words of one are unknown to the other: Claude Code drops the colour, OpenCode does not start.',
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
  name: 'wrong-color',
  kind: 'host',
  builtin: 'wrong-value',
  hears: 'values',
  check: (input) =>
    problemFindings(input, isColor).map((found, index) => {
      const field = input.verdict.fields.filter(({ field: one }) => one?.role === 'color')[index];
      if (!field) return found;
      // An agent without its color works as before.
      const severity = found.severity === 'warning' ? 'hint' : found.severity;
      return { ...found, severity, fixes: replacements(input, field) };
    }),
};

const isColor = ({ field }: FieldVerdict, _: Problem): boolean => field?.role === 'color';

/** The same look in a form that this host takes; the nearest of its own colours where it takes no other. */
function replacements(
  { outline, verdict }: HostInput,
  { value, field }: FieldVerdict,
): readonly Fix[] {
  const lost = swallowed(outline, value);
  if (lost) return [quoting(lost)];
  const hex = value.kind === 'text' ? hexOf(value.text) : undefined;
  const type = field?.type;
  const takesHex =
    hex !== undefined && type?.type === 'one-of' && type.pattern?.matches.test(hex) === true;
  const near = hex === undefined ? undefined : nearestColor(hex, verdict.dialect.colors);
  const same = takesHex ? hex : near;
  const others = words(verdict).filter((word) => word !== same);
  // The nearest word first, where the very look can be written in digits.
  const rest =
    near !== undefined && takesHex ? [near, ...others.filter((one) => one !== near)] : others;
  return [
    ...(same === undefined ? [] : [fix(outline, value, same, isSame(hex, same, verdict))]),
    ...rest.map((word) => fix(outline, value, word, 'review')),
  ];
}

const fix = (
  outline: HostInput['outline'],
  value: FieldVerdict['value'],
  color: string,
  safety: Fix['safety'],
): Fix => ({
  title: `Replace with ${color}`,
  safety,
  edits: () => replaceScalar(outline, value, color),
});

/** Another color is another choice, which the author did not make. */
const isSame = (hex: string | undefined, color: string, { dialect }: Verdict): Fix['safety'] => {
  const now = dialect.colors.find(({ value }) => value === color)?.hex ?? hexOf(color);
  return hex !== undefined && now !== undefined && looksAlike(hex, now) ? 'safe' : 'review';
};

const words = ({ dialect }: Verdict): readonly string[] =>
  dialect.colors.map((color) => color.value);

interface Swallowed {
  readonly hex: string;
  readonly span: Span;
}

/** Without quotes YAML takes digits behind "#" for a comment. */
function swallowed({ text }: HostInput['outline'], value: FieldVerdict['value']): Swallowed | null {
  if (value.kind !== 'null') return null;
  const from = text.lastIndexOf('\n', value.span.start - 1) + 1;
  const line = /^\s*[\w-]+:\s+(#[0-9a-f]{6})\b/i.exec(text.slice(from, from + 200));
  if (!line?.[1]) return null;
  const start = from + line[0].length - line[1].length;
  return { hex: line[1], span: { start, end: start + line[1].length } };
}

const quoting = ({ hex, span }: Swallowed): Fix => ({
  title: `Put quotes around ${hex}`,
  safety: 'safe',
  edits: () => [{ span, text: `"${hex}"` }],
});
