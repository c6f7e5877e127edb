// Agents that a prompt refers to. The second column is the agent that Claude Code 2.1.328 asked the model to start for this text
// in a prompt, a command and a skill, without a network. The third is the reference that Dossier finds.
import assert from 'node:assert/strict';
import { mentions } from '../../../server/hosts/claude-code/references';
import { mentionsIn } from '../../../server/hosts/judge/mentions/mentions';

const agents = new Set(['reviewer', 'second', 'plug:helper', 'two words']);

const measured: readonly (readonly [string, string | null, string | null])[] = [
  ['Do it with @agent-reviewer now', 'reviewer', 'reviewer'],
  ['Do it with @"reviewer (agent)" now', 'reviewer', 'reviewer'],
  ['Ask @agent-reviewer, then', 'reviewer', 'reviewer'],
  ['Ask @agent-plug:helper then', 'plug:helper', 'plug:helper'],
  ['Do it with `@agent-reviewer` now', null, null],
  ['Ask @agent-helper then', null, null],
  ['Ask @agent-nobody then', null, null],
  ['Ask @agent-Reviewer then', null, null],
  ['Ask @"two words (agent)" then', null, null],
  // The program starts no agent, although the author clearly refers to one.
  ['Do it with @reviewer now', null, 'reviewer'],
  ['Ask @agent-reviewer. Then', null, 'reviewer'],
  ['Ask (@agent-reviewer) then', null, 'reviewer'],
  // The program starts an agent, but in code the name may be an example.
  ['Do it with ` @agent-reviewer ` now', 'reviewer', null],
  ['Do\n```\n@agent-reviewer\n```\nnow', 'reviewer', null],
];

describe('hosts/claude-code/mentions', () => {
  for (const [text, program, ours] of measured)
    it(`${JSON.stringify(text)}: ${program ?? 'none'} in the program, ${ours ?? 'none'} here`, () => {
      const all = mentionsIn(text, { start: 0, end: text.length }, mentions);
      for (const { name, span } of all) assert.equal(text.slice(span.start, span.end), name);
      const found = all.filter(({ name }) => agents.has(name));
      assert.deepEqual(
        found.map(({ name }) => name),
        ours === null ? [] : [ours],
      );
    });
});
