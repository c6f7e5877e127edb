// Values that are not what a host takes: the sentences and fixes that the rules on types, values, colours, modes,
// permissions and hooks share.
import type { Outline } from '../agent/outline';
import { replaceScalar } from '../agent/write';
import type { FieldRole } from '../hosts/host';
import type { FieldVerdict, Problem, Verdict } from '../hosts/verdict';
import { nearest } from './nearest';
import type { Fix, Found, HostInput } from './rule';
import { sentence, severityOf } from './words';

/** Roles whose problems have a rule of their own. */
const ownRule: ReadonlySet<FieldRole | undefined> = new Set<FieldRole>([
  'name',
  'color',
  'mode',
  'permission',
  'hooks',
]);

export const hasOwnRule = (field: FieldVerdict): boolean => ownRule.has(field.field?.role);

/** Findings for the problems that `wanted` picks, each at its own value. */
export function problemFindings(
  { outline, verdict }: HostInput,
  wanted: (field: FieldVerdict, problem: Problem) => boolean,
): Found[] {
  return verdict.fields.flatMap((field) =>
    field.problems.flatMap((problem) =>
      wanted(field, problem) ? finding(outline, verdict, field, problem) : [],
    ),
  );
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
      span: placeOf(field, problem),
      severity: severityOf(otherwise),
      message: sentence(verdict, otherwise, whatIsWrong(field.key, problem)),
      fixes: choiceFixes(outline, problem),
    },
  ];
}

/** An empty value has no token to point at: its key stands for it. */
const placeOf = (field: FieldVerdict, { span }: Problem): Found['span'] =>
  span.start === span.end ? field.keySpan : span;

function whatIsWrong(key: string, { kind, path, expected, got, value }: Problem): string {
  const name = [key, ...path]
    .map((step) => (typeof step === 'number' ? `[${step}]` : step))
    .join('.')
    .replaceAll('.[', '[');
  if (kind === 'unknown-key')
    return `"${String(path.at(-1))}" is not a key of "${key}": ${shortened(expected)} would be`;
  if (kind === 'missing-key') return `"${name}" lacks ${expected}`;
  if (value.kind === 'null') return `"${name}" is empty, and must be ${expected}`;
  return `"${name}" must be ${expected}, and this is ${got}`;
}

const shortened = (words: string): string =>
  words.length > 160 ? `${words.slice(0, 157)}...` : words;

/** The accepted word that was meant, where one is near. A guess beyond that is not a repair. */
function choiceFixes(outline: Outline, { value, choices }: Problem): readonly Fix[] {
  const written = value.kind === 'text' ? value.text : undefined;
  const meant = written === undefined || !choices ? undefined : nearest(written.trim(), choices);
  if (meant === undefined) return [];
  return [
    {
      title: `Replace by ${meant}`,
      safety: 'safe',
      edits: () => replaceScalar(outline, value, meant),
    },
  ];
}
