// VS Code answers in a window which MCP servers it has, and which of them it can start. One folder has one file at a time.
import { type Facts, names } from '../../facts';
import type { Question } from '../../question';
import { inBatches } from '../batches';
import type { Ask } from '../skills';
import { answersInWindow } from '../window-answers';

/** The state of each server by its name: `running`, `error`, or `other` where it has neither started nor failed. */
export type Served = Readonly<Record<string, string>>;

/** A window does not last for many more. */
const atOnce = 40;

export const askVscode: Ask = (_, questions) =>
  inBatches(questions, { atOnce, marks: () => [], kind: () => '', ask: answersOf });

/** Null for those that the window did not come to before it ended. */
async function answersOf(batch: readonly Question[]): Promise<readonly (Facts | null)[]> {
  const answers = answersInWindow<Served>(
    'served/ask.mjs',
    batch.map(({ text }) => text),
  );
  return batch.map((__, index) => {
    const served = answers[index];
    return served ? factsOf(served) : null;
  });
}

function factsOf(served: Served): Facts {
  const found = Object.entries(served);
  return {
    servers: names(found.map(([name]) => name)),
    running: names(found.filter(([, state]) => state === 'running').map(([name]) => name)),
  };
}
