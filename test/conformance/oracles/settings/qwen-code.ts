// Qwen Code answers by its own code for settings, hooks and servers, and changes the file when it reads it.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { withoutComments } from '../../../../server/text/jsonc';
import { names } from '../../facts';
import type { Question } from '../../question';
import { askInProcess } from './in-process';

export const askQwenCode = askInProcess({
  script: 'qwen-code.mjs',
  parts: '@qwen-code/qwen-code/chunks',
  environment: {
    OPENAI_API_KEY: 'none',
    OPENAI_BASE_URL: 'http://127.0.0.1:1/v1',
    OPENAI_MODEL: 'stand-in',
  },
  after: (question, project) => ({ file: fileAfter(question, project) }),
});

/** Whether the values are still those of the text, apart from the version that the program adds. */
function fileAfter({ path: file, text }: Question, project: string): string {
  const own = path.join(project, file);
  const now = readFileSync(own, 'utf8');
  if (now === text) return 'kept';
  const copy = `${own}.corrupted`;
  if (existsSync(copy) && readFileSync(copy, 'utf8') === text && keysOf(now).size === 0)
    return 'emptied, with a copy';
  const [before, after] = [keysOf(text), keysOf(now)];
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (key) => !isDeepStrictEqual(before.get(key), after.get(key)),
  );
  return changed.length === 0 ? 'kept' : `changed: ${names(changed)}`;
}

/** The top keys, each with its value: of a key that is written twice, the program changes the order. */
function keysOf(text: string): ReadonlyMap<string, unknown> {
  const root = JSON.parse(withoutComments(text.replace(/^\ufeff/, ''))) as object;
  const entries = Object.entries(root).filter(([key]) => key !== '$version');
  return new Map(entries);
}
