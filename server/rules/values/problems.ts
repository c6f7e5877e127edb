// Values that a host does not accept: the messages and fixes shared by the rules on types, values, colors, modes,
// permissions and hooks.

import type { Outline } from '../../agent/outline';
import { expectation } from '../../hosts/judge/expectation';
import { describe } from '../../hosts/judge/value-terms';
import type { Consequence, FieldRole } from '../../hosts/model/field';
import type { FieldVerdict } from '../../hosts/model/field-verdict';
import type { Expected, Problem } from '../../hosts/model/type';
import type { Verdict } from '../../hosts/model/verdict';
import { joined, type Message, t, verbatim } from '../../text/message';
import type { Span } from '../../text/span';
import { english } from '../../text/translate';
import type { Path, Value } from '../../yaml/value';
import { suggestedName } from '../names/name-fixes';
import { expectsString, type Found, type HostInput, type Severity } from '../rule';
import { translation } from '../tools/translation';
import { hostName, sentence, severityOf } from '../words';
import { movingUnder, problemRepair, type Repair, shapeRepair } from './problem-fixes';

/** Roles whose problems have a rule of their own. */
const ownRule: ReadonlySet<FieldRole | undefined> = new Set<FieldRole>([
  'name',
  'color',
  'mode',
  'permission',
  'hooks',
  'servers',
]);

/** Whether the field has the role, or is not known and misplaced in a file with such a field. */
export const isAbout = (
  { dialect }: Verdict,
  { field, otherwise }: FieldVerdict,
  role: FieldRole,
): boolean =>
  field
    ? field.role === role
    : otherwise !== undefined && Object.values(dialect.fields).some((other) => other.role === role);

/** With fixes for review only, where they may start code that did not run before. */
export const forReview = (found: Found): Found => ({
  ...found,
  fixes: (found.fixes ?? []).map((fix) => ({ ...fix, safety: 'review' })),
});

export const hasSpecialRule = ({ field }: FieldVerdict): boolean =>
  !field || ownRule.has(field.role);

/**
 * Findings for the problems that `isWanted` accepts, each at its own value.
 * @param more what else follows from each, before what is to be done.
 */
export function problemFindings(
  input: HostInput,
  isWanted: (field: FieldVerdict, problem: Problem) => boolean,
  more: readonly Message[] = [],
): Found[] {
  const found: Found[] = [];
  for (const field of input.verdict.fields)
    for (const [problem, ...same] of itemsTogether(
      field.problems.filter((one) => isWanted(field, one)),
    ))
      found.push(...finding(input, field, { problem, same, more }));
  return found;
}

/** The problems in groups: the items of one list with the same problem are one group, and any other problem is alone. */
function itemsTogether(problems: readonly Problem[]): (readonly [Problem, ...Problem[]])[] {
  const groups: [Problem, ...Problem[]][] = [];
  for (const problem of problems) {
    const group = groups.find(([first]) => isSameOfItems(first, problem));
    if (group) group.push(problem);
    else groups.push([problem]);
  }
  return groups;
}

const isSameOfItems = (first: Problem, other: Problem): boolean =>
  isOfItem(first) &&
  isOfItem(other) &&
  first.kind === 'type' &&
  other.kind === 'type' &&
  first.value.kind === 'map' &&
  other.value.kind === 'map';

const isOfItem = ({ path }: Problem): boolean => path.length === 1 && typeof path[0] === 'number';

interface Reported {
  readonly problem: Problem;
  /** The same problem in other items of a list. */
  readonly same: readonly Problem[];
  readonly more: readonly Message[];
}

function finding(
  input: HostInput,
  field: FieldVerdict,
  { problem, same, more }: Reported,
): Found[] {
  const { writer, verdict } = input;
  const otherwise = problem.otherwise ?? field.otherwise;
  // Nothing is reported of a value of which it is not known what the host does with it.
  if (!otherwise || otherwise.outcome === 'unknown') return [];
  const { outline } = writer;
  const repairs = [
    problemRepair(writer, problem),
    shapeRepair(writer, field, problem),
    // Two of them would make two maps, of which programs read one.
    isAlone(verdict, problem) ? movingUnder(writer, verdict.dialect, field, problem) : null,
  ].filter((repair): repair is Repair => repair !== null);
  const action = repairs[0]?.action ?? actionFor(verdict, field, problem);
  return [
    {
      span: spanOf(outline, field, problem),
      severity: severityIn(field, otherwise),
      message: joined([
        sentence(
          verdict,
          otherwise,
          descriptionOf(outline, writtenKey(outline, field), problem, same.length > 0),
        ),
        ...defaultOf(outline, field, problem),
        ...more,
        isTemplate(outline.text, problem) ? t('Replace the placeholder.') : action,
      ]),
      fixes: [
        ...repairs.map(({ fix }) => fix),
        // A list where this host expects a map of rules.
        ...(field.field?.role === 'tools' && problem.path.length === 0
          ? translation(input, field)
          : []),
      ],
      ...(same.length > 0 && { also: same.map((one) => spanOf(outline, field, one)) }),
    },
  ];
}

/** Whether nothing else belongs under the same key. */
const isAlone = ({ fields }: Verdict, { expected }: Problem): boolean =>
  expected.type === 'under' &&
  fields.flatMap(({ problems }) =>
    problems.filter((one) => one.expected.type === 'under' && one.expected.key === expected.key),
  ).length === 1;

/** A field that is only displayed changes nothing in how the agent works. */
function severityIn({ field }: FieldVerdict, otherwise: Consequence): Severity {
  const severity = severityOf(otherwise);
  return severity === 'warning' && field?.isForDisplay ? 'information' : severity;
}

/**
 * The place of the value. An empty value has none, and in a list or map of several lines no single line is wrong: the key is
 * marked instead.
 */
function spanOf(
  { text }: Outline,
  { keySpan, value }: FieldVerdict,
  { kind, span, path, expected }: Problem,
): Span {
  // Its key is in the wrong place, whatever its value is.
  if (path.length === 0 && /^(?:under|only-in)$/.test(expected.type)) return keySpan;
  // Some readers report only the first brace of a placeholder.
  const [braces] = /^\{\{[^\r\n{}]*\}\}/.exec(text.slice(span.start, span.start + 100)) ?? [];
  if (braces !== undefined) return { start: span.start, end: span.start + braces.length };
  const written = text.slice(span.start, span.end);
  // A map that lacks a key is marked at its own key.
  const holder = kind === 'missing-key' ? keyOf(value, span) : undefined;
  if (holder) return holder;
  const lines = written.trimEnd().split(/\r?\n/);
  if (lines.length > 1 && path.length === 0) return keySpan;
  const [first = ''] = lines;
  return first === '' ? keySpan : { start: span.start, end: span.start + first.length };
}

/** The key of the map that begins at `span` inside another value. */
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

/** The key in the letter case of the file, for hosts that ignore it. */
function writtenKey({ text }: Outline, { key, keySpan }: FieldVerdict): string {
  const written = text.slice(keySpan.start, keySpan.end);
  return written.toLowerCase() === key.toLowerCase() ? written : key;
}

function descriptionOf(
  { text, form }: Outline,
  key: string,
  problem: Problem,
  isOfSeveral: boolean,
): Message {
  const { kind, path, got, value, expected: wanted } = problem;
  const whole = [key, ...path];
  const name = nameOf(whole);
  const last = String(whole.at(-1));
  const parent = nameOf(whole.slice(0, -1));
  switch (wanted.type) {
    case 'under':
      if (wanted.as !== undefined)
        return t('"{key}" must be "{name}" under "{parent}".', {
          ...{ key: last, name: wanted.as, parent: wanted.key },
        });
      return parent === ''
        ? t('"{key}" must be under "{parent}", not at the top level.', {
            key: last,
            parent: wanted.key,
          })
        : t('"{key}" must be under "{parent}", not under "{actualParent}".', {
            key: last,
            parent: wanted.key,
            actualParent: parent,
          });
    case 'not-with':
      return t('"{name}" and "{other}" cannot be used together.', { name, other: wanted.key });
    case 'only-in':
      return t('"{name}" is a field in {program} only.', { name, program: wanted.program });
    case 'in-event':
      return t('"{name}" has hooks, but is not a hook event.', { name });
    default:
  }
  const isNonEmpty = wanted.type === 'text' && wanted.nonEmpty === true;
  const expected = shortened(expectation(isNonEmpty ? { type: 'text' } : wanted, form));
  if (kind === 'unknown-key')
    return t('"{key}" in "{holder}" must be {expected}.', { key: last, holder: parent, expected });
  if (kind === 'missing-key')
    return t('"{holder}" has no {key}.', {
      holder: nameOf(holderOf(whole, wanted)),
      key: expected,
    });
  if (value.kind === 'null' || isEmptyString(value))
    return expectsString(problem)
      ? t('"{name}" is empty.', { name })
      : t('"{name}" must be {expected}, not empty.', { name, expected });
  if (isTemplate(text, problem))
    return t('"{name}" must be {expected}, but the braces make it a map.', { name, expected });
  const actual = got === undefined ? describe(value, form) : t(got);
  if (isOfSeveral)
    return t('Each item of "{name}" must be {expected}, not {actual}.', {
      ...{ name: nameOf([key]), expected, actual },
    });
  // After a clause, "not" would not be read with "must be".
  return wanted.type === 'phrase' && wanted.phrase.includes(', ')
    ? t('"{name}" is {actual}, but must be {expected}.', { name, expected, actual })
    : t('"{name}" must be {expected}, not {actual}.', { name, expected, actual });
}

/** A host that reads lines takes the quotes for a part of the value. */
const isEmptyString = (value: Value): boolean =>
  value.kind === 'text' && (value.text === '' || value.text === '""');

/** Whether the value is a placeholder in braces, such as `{{ROLE}}`, which YAML reads as a map. */
const isTemplate = (text: string, { value, span }: Problem): boolean =>
  value.kind === 'map' && text.startsWith('{{', span.start);

/** What applies instead of a limit. */
function defaultOf(
  { text }: Outline,
  { field, otherwise }: FieldVerdict,
  problem: Problem,
): readonly Message[] {
  if (isTemplate(text, problem) || !field || field.role !== undefined || !otherwise?.losesLimit)
    return [];
  return [t('Default: {absent}', { absent: t(field.absent) })];
}

/** What to do where it is not certain what was meant. */
function actionFor(verdict: Verdict, field: FieldVerdict, problem: Problem): Message {
  const { kind, path, value, expected, choices } = problem;
  switch (expected.type) {
    case 'under':
      return t('Move it there.');
    case 'not-with':
      return t('Remove one of the two.');
    case 'only-in':
      return t('Use "{instead}" of {host} instead.', {
        ...{ instead: expected.instead, host: hostName(verdict) },
      });
    case 'in-event':
      return t('Move them to a hook event under "{key}".', { key: expected.key });
    default:
  }
  if (kind === 'unknown-key')
    return expected.type === 'phrase' && expected.action !== undefined
      ? t(expected.action)
      : t('Correct or remove it.');
  if (kind === 'missing-key')
    return expected.type === 'keys' && expected.keys.length > 1
      ? t('Add one of them.')
      : t('Add the key.');
  const role = path.length === 0 ? field.field?.role : undefined;
  if (value.kind === 'null' || isEmptyString(value)) {
    if (role === 'name') return t('Add a name.');
    return role === 'description' ? t('Add a description.') : t('Add a value.');
  }
  const name = role === 'name' ? suggestedName(verdict, field) : undefined;
  if (name !== undefined) return t('Use "{instead}".', { instead: name });
  if (value.kind === 'map' && path.length === 1 && hasName(value)) return t('Write only the name.');
  if (expected.type === 'phrase')
    return expected.action === undefined ? t('Correct the value.') : t(expected.action);
  return choices?.length ? t('Use one of these values.') : t('Correct the value.');
}

const hasName = ({ entries }: Extract<Value, { kind: 'map' }>): boolean =>
  entries.some(({ key, value }) => key === 'name' && value.kind === 'text');

/** The map that lacks the key. Where one of several keys is missing, the path is that of the map. */
const holderOf = (path: Path, expected: Expected): Path =>
  expected.type === 'keys' && expected.keys.length === 1 ? path.slice(0, -1) : path;

const nameOf = (path: Path): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : step))
    .join('.')
    .replaceAll('.[', '[');

/** A list of words that is too long for a sentence is cut, in English: its parts are words of the document. */
const shortened = (words: Message): Message => {
  const text = english(words);
  return text.length > 160 ? verbatim(`${text.slice(0, 157)}...`) : words;
};
