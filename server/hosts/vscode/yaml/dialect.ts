// YAML as VS Code 1.139.1 reads it, with its own parser. It accepts nearly every text.

import type { Yaml, YamlDialect } from '../../../yaml/dialect';
import type { Value } from '../../../yaml/value';
import { readValue } from './blocks';
import { type Cursor, fault, peek, skip, skipTrivia } from './cursor';
import { scan } from './scan';

/** The codes of its errors: `duplicate-key`, `syntax`, `too-deep`. A key without a value is none: the field is judged. */
export const vscodeYaml: YamlDialect = { parse, readScalar: asString };

function parse(text: string, base: number): Yaml {
  const cursor: Cursor = { tokens: scan(text, base), faults: [], at: 0, depth: 0 };
  const root = readRoot(cursor);
  if (root?.kind === 'map') reportUnreadLines(cursor);
  return { root: root ?? null, errors: cursor.faults };
}

/** An unquoted value is always a string here. */
function asString(value: Value): Value {
  return value.kind === 'number' || value.kind === 'boolean'
    ? { kind: 'text', text: value.source, style: 'plain', span: value.span }
    : value;
}

function readRoot(cursor: Cursor): Value | undefined {
  skipTrivia(cursor);
  skip(cursor, 'document-start');
  skipTrivia(cursor);
  const { kind } = peek(cursor);
  return kind === 'end' || kind === 'document-end' ? undefined : readValue(cursor, -1);
}

/** VS Code does not report lines that it never reads, although their keys are lost. */
function reportUnreadLines(cursor: Cursor): void {
  skipTrivia(cursor);
  skip(cursor, 'indent');
  const { start, kind } = peek(cursor);
  if (kind === 'end') return;
  const line = cursor.tokens
    .slice(cursor.at)
    .find((token) => token.kind === 'newline' || token.kind === 'end');
  const span = { start, end: Math.max(start, line?.start ?? start) };
  fault(cursor, 'syntax', span, 'this line is not "key: value", so nothing below it is read');
}
