// The names of agents after the tool that runs them, in prompts for VS Code.
import assert from 'node:assert/strict';
import { mentionsIn } from '../../../server/hosts/judge/mentions/mentions';
import { mentions } from '../../../server/hosts/vscode/references';

const namesIn = (text: string): readonly string[] =>
  mentionsIn(text, { start: 0, end: text.length }, mentions)
    .filter(({ isOwnForm }) => isOwnForm)
    .map(({ name, span }) => {
      assert.equal(text.slice(span.start, span.end), name);
      return name;
    });

describe('hosts/vscode/mentions', () => {
  it('are the names after the tool', () => {
    for (const text of [
      'Use #runSubagent planner.',
      'Use #runSubagent "planner" now.',
      'Use #tool:agent/runSubagent with the planner agent.',
      'Use #agent/runSubagent with the agent planner.',
      "Call #runSubagent with 'planner'.",
    ])
      assert.deepEqual(namesIn(text), ['planner'], text);
  });

  it('are no words of a task', () => {
    for (const text of [
      'Use #runSubagent with plenty of context.',
      'Enable runSubagent planner.',
      '`#runSubagent planner`',
      'Nothing is here: # planner.',
    ])
      assert.deepEqual(namesIn(text), [], text);
  });
});
