// Asserts the diagnostics of a file, which the template underlines. Every diagnostic must be underlined.
//   tools: Read, Bahs
//                ^^^^ warning unknown-tool: has no tool named "Bahs"
import assert from 'node:assert/strict';
import { diagnose } from '../../server/features/diagnostics';
import type { Finding } from '../../server/rules/rule';
import { type Mark, underline, underlined } from './marked-text';
import { type Opened, viewAt } from './viewing';
import { words } from './words';

export interface Expected extends Opened {
  /** Diagnostics of the file as a whole, in the same format. */
  readonly whole?: readonly string[];
  /** Rules that the test ignores. */
  readonly besides?: readonly string[];
}

/** Fails unless the diagnostics are exactly those that the template underlines. Messages can be abbreviated. */
export function diagnosing(template: string, expected: Expected = {}): void {
  const { text, marks } = underlined(template);
  const findings = findingsIn(text, expected).filter(
    ({ rule }) => !expected.besides?.includes(rule),
  );
  const found = findings.flatMap(({ span, ...finding }) =>
    span ? [{ span, label: fullWords(finding) }] : [],
  );
  const whole = findings.filter(({ span }) => span === null).map(fullWords);
  const wanted = marks.map((mark) => asFound(mark, found));
  assert.equal(underline(text, sorted(found)), underline(text, sorted(wanted)));
  const wholeWanted = (expected.whole ?? []).map(
    (words) => whole.find((one) => matches(words, one)) ?? words,
  );
  assert.deepEqual(whole, wholeWanted);
}

export function findingsIn(text: string, opened: Opened = {}): readonly Finding[] {
  const crlf = opened.crlf ? text.replaceAll('\n', '\r\n') : text;
  return diagnose(viewAt(crlf, opened));
}

const fullWords = ({ severity, rule, message }: Omit<Finding, 'span'>): string =>
  `${severity} ${rule}: ${words(message)}`;

/** The marker with the full message of the diagnostic that it abbreviates; unchanged if there is none. */
function asFound(mark: Mark, found: readonly Mark[]): Mark {
  const same = found.find(
    ({ span, label }) =>
      span.start === mark.span.start && span.end === mark.span.end && matches(mark.label, label),
  );
  return same ?? mark;
}

function matches(wanted: string, message: string): boolean {
  const [head = '', ...rest] = wanted.split(': ');
  return message.startsWith(`${head}:`) && message.includes(rest.join(': '));
}

const sorted = (marks: readonly Mark[]): readonly Mark[] =>
  [...marks].sort((a, b) => a.span.start - b.span.start || a.label.localeCompare(b.label));
