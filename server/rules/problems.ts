// Values that are not what a host takes: the sentences and fixes that the rules on types, values, colours, modes,
// permissions and hooks share.
import type { Outline } from '../agent/outline';
import type { Path, Value } from '../agent/value';
import type { FieldRole } from '../hosts/host';
import type { FieldVerdict, Problem, Verdict } from '../hosts/verdict';
import type { Span } from '../text/span';
import { problemFixes } from './problem-fixes';
import type { Found, HostInput } from './rule';
import { shapeFixes } from './shape-fixes';
import { translation } from './translation';
import { sentence, severityOf } from './words';

/** Roles whose problems have a rule of their own. */
const ownRule: ReadonlySet<FieldRole | undefined> = new Set<FieldRole>([
  'name',
  'color',
  'mode',
  'permission',
  'hooks',
]);

export const hasOwnRule = ({ field }: FieldVerdict): boolean => !field || ownRule.has(field.role);

/** Findings for the problems that `wanted` picks, each at its own value. */
export function problemFindings(
  { outline, verdict }: HostInput,
  wanted: (field: FieldVerdict, problem: Problem) => boolean,
): Found[] {
  const found: Found[] = [];
  for (const field of verdict.fields)
    for (const problem of field.problems)
      if (wanted(field, problem)) found.push(...finding(outline, verdict, field, problem));
  return found;
}

function finding(
  outline: Outline,
  verdict: Verdict,
  field: FieldVerdict,
  problem: Problem,
): Found[] {
  const { otherwise } = field;
  if (!otherwise) return [];
  return [
    {
      span: placeOf(outline, field, problem),
      severity: severityOf(otherwise),
      message: `${sentence(verdict, otherwise, whatIsWrong(outline, field.key, problem))}${consequence(outline, field, problem)}`,
      fixes: [
        ...problemFixes(outline, problem),
        ...shapeFixes(outline, field, problem),
        // A list where this host takes a map of rules.
        ...(field.field?.role === 'tools' && problem.path.length === 0
          ? translation(outline, verdict, field)
          : []),
      ],
    },
  ];
}

/**
 * An empty value has no token to point at: its key stands for it. So it does for a list or map of several lines, of
 * which no one line is the fault.
 */
function placeOf(
  { text }: Outline,
  { keySpan, value }: FieldVerdict,
  { kind, span, path }: Problem,
): Span {
  // A reader may see no further than the first brace.
  const [braces] = /^\{\{[^\r\n{}]*\}\}/.exec(text.slice(span.start, span.start + 100)) ?? [];
  if (braces !== undefined) return { start: span.start, end: span.start + braces.length };
  const written = text.slice(span.start, span.end);
  // A map that lacks a key is known by its own key.
  const holder = kind === 'missing-key' ? keyOf(value, span) : undefined;
  if (holder) return holder;
  const lines = written.trimEnd().split(/\r?\n/);
  if (lines.length > 1 && path.length === 0) return keySpan;
  const [first = ''] = lines;
  return first === '' ? keySpan : { start: span.start, end: span.start + first.length };
}

/** The key of the value that stands at `span` inside of another. */
function keyOf(value: Value, span: Span): Span | undefined {
  if (value.kind === 'list') return value.items.map((item) => keyOf(item, span)).find(Boolean);
  if (value.kind !== 'map') return undefined;
  for (const entry of value.entries) {
    if (entry.value.span.start === span.start && entry.value.kind === 'map') return entry.keySpan;
    const below = keyOf(entry.value, span);
    if (below) return below;
  }
  return undefined;
}

function whatIsWrong({ text }: Outline, key: string, problem: Problem): string {
  const { kind, path, expected, got, value } = problem;
  const name = nameOf([key, ...path]);
  if (kind === 'unknown-key')
    return `"${String(path.at(-1))}" in "${nameOf([key, ...path.slice(0, -1)])}" must be ${shortened(expected)}, and is none`;
  if (kind === 'missing-key')
    return `"${nameOf(holderOf([key, ...path], expected))}" lacks ${expected}`;
  // What is right in itself, and stands in the wrong place.
  if (expected.startsWith('below ')) {
    const holder = nameOf([key, ...path].slice(0, -1));
    return `"${String([key, ...path].at(-1))}" belongs ${expected}, and stands ${holder === '' ? 'at the top level' : `below "${holder}"`}`;
  }
  const wanted = expected === 'a text that is not empty' ? 'a text' : expected;
  if (value.kind === 'null' || got === 'an empty text' || got === '""')
    return `"${name}" is empty${/^a (?:text|name)$/.test(wanted) ? '' : `, and must be ${wanted}`}`;
  if (isTemplate(text, problem))
    return `"${name}" must be ${wanted}, and these braces make it a map`;
  return `"${name}" must be ${wanted}, and this is ${got}`;
}

/** Braces that somebody was to fill in. */
const isTemplate = (text: string, { value, span }: Problem): boolean =>
  value.kind === 'map' && text.startsWith('{{', span.start);

/** What it comes to, or what to do, where the sentence leaves that open. */
function consequence(
  { text }: Outline,
  { field, otherwise }: FieldVerdict,
  problem: Problem,
): string {
  if (isTemplate(text, problem)) return ' Fill in what is meant.';
  if (!field || field.role !== undefined || !otherwise?.losesLimit) return '';
  return ` It is as if it were not there: ${field.absent.charAt(0).toLowerCase()}${field.absent.slice(1)}`;
}

/** Some say where the key would stand, some where the map does that lacks it. */
const holderOf = (path: Path, expected: string): Path =>
  expected === `"${String(path.at(-1))}"` ? path.slice(0, -1) : path;

const nameOf = (path: Path): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : step))
    .join('.')
    .replaceAll('.[', '[');

const shortened = (words: string): string =>
  words.length > 160 ? `${words.slice(0, 157)}...` : words;
