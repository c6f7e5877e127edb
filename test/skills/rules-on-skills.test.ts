// Permission rules on skills that do not exist. What Claude Code does with them is recorded in test/hosts/guards.
import assert from 'node:assert/strict';
import { recorded } from '../conformance/guards/run';
import { reportedBy } from '../support/reporting';

const skill = (more = ''): string => `---\ndescription: Does it.\n${more}---\n\nDo it.\n`;
const files = (permissions: object): Record<string, string> => ({
  '.claude/settings.json': JSON.stringify({ permissions }),
  '.claude/skills/review/SKILL.md': skill(),
  '.claude/skills/deploy/SKILL.md': skill('disable-model-invocation: true\n'),
  '.claude/commands/git/pr.md': skill(),
});

describe('permission rules on skills', () => {
  it('apply to no skill of a similar name, in the program', () => {
    const { skills = {} } = recorded().rules;
    assert.equal(skills['deny Skill(review)'], '-++');
    assert.equal(skills['deny Skill(rev:*)'], '-++');
    for (const rule of ['reviw', 'Review', 'rev', 'nothing'])
      assert.equal(skills[`deny Skill(${rule})`], '+++', rule);
  });

  it('are reported where another skill or command was meant', () => {
    const effect = 'Claude Code applies this rule to no skill.';
    const found = files({ deny: ['Skill(reviw)', 'Skill(Review)'], allow: ['Skill(git:prr:*)'] });
    assert.deepEqual(reportedBy('missing-skill', found), [
      `information No skill named "reviw" was found. ${effect} Did you mean "review"?`,
      `warning No skill named "Review" was found. ${effect} Did you mean "review"?`,
      `information No skill named "git:prr" was found. ${effect} Did you mean "git:pr"?`,
    ]);
  });

  it('are accepted for skills that exist, beginnings of names, built-in and unknown ones', () => {
    const rules = ['review', 'deploy', 'git:pr', 'rev:*', 'verify', 'release', 'review main', '*'];
    assert.deepEqual(
      reportedBy('missing-skill', files({ deny: rules.map((one) => `Skill(${one})`) })),
      [],
    );
    const alone = { '.claude/settings.json': '{"permissions":{"deny":["Skill(reviw)"]}}' };
    assert.deepEqual(reportedBy('missing-skill', alone), []);
  });
});
