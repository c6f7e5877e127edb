// Asks a window of VS Code which commands it runs without a question. A window takes long to open, so it gets all questions at once.
import type { ToolCall } from '../../../server/hosts/model/guards';
import { answersInWindow } from '../oracles/window-answers';
import type { Layers } from './asked-rules';

interface Waiting {
  readonly settings: object;
  readonly calls: readonly string[];
  readonly answer: (answer: readonly string[]) => void;
  readonly fail: (error: unknown) => void;
}

/** @returns a function that waits for further questions of the same turn of the event loop. */
export function windowForAll(): (
  settings: Layers,
  calls: readonly ToolCall[],
) => Promise<readonly string[]> {
  let waiting: Waiting[] = [];
  const flush = (): void => {
    const asked = waiting;
    waiting = [];
    try {
      const questions = asked.map(({ settings, calls }) => ({ settings, calls }));
      const answers = answersInWindow<string>('approved/ask.mjs', questions);
      asked.forEach(({ answer }, index) => {
        answer([...(answers[index] ?? '')]);
      });
    } catch (error) {
      for (const { fail } of asked) fail(error);
    }
  };
  return ([settings], calls) =>
    new Promise((answer, fail) => {
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({ settings, calls: calls.map(({ subject }) => subject), answer, fail });
    });
}
