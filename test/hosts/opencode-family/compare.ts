// Compares our answers with the recorded ones.
import assert from 'node:assert/strict';

/** Empty if both are equal; else one string with the name of the case and both values. */
export function differs(name: string, mine: unknown, real: unknown): string[] {
  try {
    assert.deepEqual(mine, real);
    return [];
  } catch {
    return [`${name}\n  ours ${JSON.stringify(mine)}\n  real ${JSON.stringify(real)}`];
  }
}

/** Fails with the number of differences and the first of them. */
export function assertNone(wrong: readonly string[]): void {
  assert.equal(wrong.length, 0, `${wrong.length} disagree\n${wrong.slice(0, 20).join('\n')}`);
}
