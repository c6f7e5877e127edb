// What the preview of a skill states, by program.
import assert from 'node:assert/strict';
import { skillText } from '../../server/features/persona/skill-text';
import { viewAt } from '../support/viewing';

const stated = (at: string, head: string): string => {
  const [verdict] = viewAt(`---\n${head}\n---\nDeploy it.\n`, { at }).verdicts();
  assert.ok(verdict?.skill);
  return skillText(verdict.skill);
};

const claude = '.claude/skills/deploy/SKILL.md';

describe('the preview of a skill', () => {
  it('states who can call it and what the model reads', () => {
    assert.equal(
      stated(claude, 'description: Deploys.'),
      'Users call it as /deploy. The model can use it. In its list the model reads: "Deploys."',
    );
    assert.equal(
      stated(claude, 'description: Deploys.\ndisable-model-invocation: true'),
      'Users call it as /deploy. The model does not see it.',
    );
  });

  it('states which agent runs it', () => {
    const fork = 'The agent Explore runs it in a conversation of its own.';
    assert.ok(stated(claude, 'description: d\ncontext: fork\nagent: Explore').includes(fork));
    assert.ok(!stated(claude, 'description: d\nagent: Explore').includes('conversation'));
  });

  it('states which files it waits for', () =>
    assert.match(
      stated(claude, 'description: d\npaths: "src/**, docs/**"'),
      /Until the model uses a file that matches "src\/\*\*" (?:and|or) "docs\/\*\*", neither it nor users can call the skill\./,
    ));
});
