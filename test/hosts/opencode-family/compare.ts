// Counting where our answers and the recorded ones differ.
import assert from 'node:assert/strict';

/** Empty where both are the same; else the name of the case with both. */
export function differs(name: string, mine: unknown, real: unknown): string[] {
  try {
    assert.deepEqual(mine, real);
    return [];
  } catch {
    return [`${name}\n  ours ${JSON.stringify(mine)}\n  real ${JSON.stringify(real)}`];
  }
}

/** Fails with the first disagreements, and says how many there are. */
export function noneIn(wrong: readonly string[]): void {
  assert.equal(wrong.length, 0, `${wrong.length} disagree\n${wrong.slice(0, 20).join('\n')}`);
}
