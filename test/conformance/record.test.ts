// Questions that are asked again: a recorded answer is never older than the question's last one.
import assert from 'node:assert/strict';
import type { Case } from './case-file';
import { withAnswers } from './record';

const asked = (id: string, text: string, there: Case['facts']) => ({
  question: { id, path: '.claude/agents/a.md', text, facts: {} },
  there,
});

const shown = (cases: readonly Case[]): readonly string[] =>
  cases.map(({ id, text, facts }) => `${id}: ${text}: ${JSON.stringify(facts)}`);

describe('cases of a group that is asked again', () => {
  const known = withAnswers([], [asked('one', 'x', { starts: 'yes' }), asked('two', 'y', {})]);

  it('have the new answer', () => {
    assert.deepEqual(shown(withAnswers(known, [asked('one', 'x', { starts: 'refused' })])), [
      'one: x: {"starts":"refused"}',
      'two: y: {}',
    ]);
  });

  it('have the new text under their title', () => {
    assert.deepEqual(shown(withAnswers(known, [asked('one', 'z', { starts: 'no' })])), [
      'one: z: {"starts":"no"}',
      'two: y: {}',
    ]);
  });

  it('get those that are new at their end', () => {
    assert.deepEqual(shown(withAnswers(known, [asked('three', 'z', {})])), [
      'one: x: {"starts":"yes"}',
      'two: y: {}',
      'three: z: {}',
    ]);
  });
});
