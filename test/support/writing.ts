// Asserts the results of edit functions as strings before and after the edit.
import assert from 'node:assert/strict';
import { type Outline, outlineOf } from '../../server/agent/outline';
import { applyEdits, type Edit } from '../../server/text/edit';
import {
  type Entry,
  entryOf,
  type Path,
  type StringValue,
  type Value,
  valueAt,
} from '../../server/yaml/value';
import { dedent } from './marked-text';
import { shapes, tidied } from './shapes';

export type Writing = (outline: Outline) => readonly Edit[];

/** Runs with the text as it is, and in every other shape of a file. */
export function turns(before: string, writing: Writing, after: string): void {
  const [from, to] = [dedent(before), dedent(after)];
  const run = (text: string): string => applyEdits(text, writing(outlineOf(text)));
  assert.equal(run(from), to);
  for (const shape of shapes) {
    if (shape.of(from) === from) continue;
    const result = tidied(shape, run(shape.of(from)));
    assert.equal(result, tidied(shape, shape.of(to)), `with ${shape.name}`);
  }
}

/** Like `turns`, for the lines of a closed frontmatter. */
export const head = (before: string, writing: Writing, after: string): void =>
  turns(
    `---\n${before}\n---\n\nYou are.\n`,
    writing,
    `---\n${after}${after && '\n'}---\n\nYou are.\n`,
  );

export function field({ fields }: Outline, key: string): Entry {
  const entry = entryOf(fields, key);
  assert.ok(entry, `there is no ${key}`);
  return entry;
}

export function value({ fields }: Outline, path: Path): Value {
  const found = valueAt(fields, path);
  assert.ok(found, `there is nothing at ${path.join('.')}`);
  return found;
}

export function text(outline: Outline, path: Path): StringValue {
  const found = value(outline, path);
  assert.ok(found.kind === 'text');
  return found;
}
