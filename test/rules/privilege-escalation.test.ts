// What an agent can do only through others, on its line, with the fix that ends it, and in the preview.
import assert from 'node:assert/strict';
import { fixesFor } from '../../server/features/fixes/fixes';
import { reachCards } from '../../server/features/persona/reach-card';
import { applyEdits } from '../../server/text/edit';
import { linesOf } from '../../server/text/lines';
import { type OpenedInProject, openedInProject } from '../support/opened-in-project';
import { inEnglish, words } from '../support/words';

const claude = (name: string, tools: string): string =>
  `---\nname: ${name}\ndescription: Works.\ntools: ${tools}\n---\nYou work.\n`;
const at = '.claude/agents/triage.md';
const deployer = { '.claude/agents/deployer.md': claude('deployer', 'Read, Bash') };
const lead = { '.claude/agents/lead.md': claude('lead', 'Read, Agent(deployer)') };

const found = (text: string, opened: OpenedInProject) => {
  const { view } = openedInProject(text, opened);
  const findings = view.findings().filter(({ rule }) => rule === 'privilege-escalation');
  return { view, findings };
};

/** The text after the fix; fails unless the finding is then gone. */
function cut(text: string, opened: OpenedInProject, title: string): string {
  const { view, findings } = found(text, opened);
  const fix = findings
    .flatMap((one) => fixesFor(view, one))
    .find((one) => words(one.title) === title);
  assert.ok(fix, findings.map(({ message }) => words(message)).join());
  assert.equal(fix.safety, 'review');
  const after = applyEdits(text, fix.edits);
  assert.deepEqual(found(after, opened).findings, []);
  return after;
}

describe('privilege-escalation', () => {
  it('names the tool and the agent through which it is reached', () => {
    const { findings } = found(claude('triage', 'Read, Agent(deployer)'), { at, files: deployer });
    assert.deepEqual(
      findings.map(({ message }) => words(message)),
      [
        'This agent can reach "Bash" through "deployer". Claude Code gives called agents their own tools. Remove "deployer" if this is not intended.',
      ],
    );
  });

  it('names the whole chain', () => {
    const files = { ...lead, ...deployer };
    const { findings } = found(claude('triage', 'Read, Agent(lead)'), { at, files });
    assert.match(
      words(findings[0]?.message) ?? '',
      /can reach "Bash" through "lead > deployer"\..*Remove "lead"/,
    );
  });

  it('ends where the program nests no further', () => {
    const agent = (name: string, more: string): string =>
      `---\nname: ${name}\ndescription: Works.\n${more}\n---\nYou work.\n`;
    const { findings } = found(agent('a', 'tools: [read, agent]\nagents: [b]'), {
      at: '.github/agents/a.agent.md',
      files: {
        '.github/agents/b.agent.md': agent('b', 'tools: [read, agent]\nagents: [c]'),
        '.github/agents/c.agent.md': agent('c', 'tools: [read, edit]'),
      },
    });
    assert.deepEqual(findings, []);
  });

  it('is not asked of an agent that has the tool', () => {
    const { findings } = found(claude('triage', 'Bash, Agent(deployer)'), { at, files: deployer });
    assert.deepEqual(findings, []);
  });

  describe('the fix takes the call out of', () => {
    const title = 'Remove the call of "deployer"';
    const files = { ...deployer, '.claude/agents/helper.md': claude('helper', 'Read') };

    for (const [before, after] of [
      ['Read, Agent(deployer)', 'Read'],
      ['Agent(deployer), Read', 'Read'],
      ['Read, Agent(helper, deployer)', 'Read, Agent(helper)'],
      ['Read, Agent(deployer, helper)', 'Read, Agent(helper)'],
      ['[Read, "Agent(deployer, helper)"]', '[Read, "Agent(helper)"]'],
      ['[Read, Agent(deployer)]', '[Read]'],
      ['\n  - Read\n  - Agent(deployer)', '\n  - Read'],
    ] as const)
      it(JSON.stringify(before), () =>
        assert.equal(cut(claude('triage', before), { at, files }, title), claude('triage', after)),
      );

    it('a list of agents, of which it leaves an empty one', () => {
      const text = (agents: string): string =>
        `---\nname: plan\ndescription: Plans.\ntools: [read, agent]\nagents: ${agents}\n---\nPlan.\n`;
      const opened = {
        at: '.github/agents/plan.agent.md',
        files: {
          '.github/agents/deployer.agent.md':
            '---\nname: deployer\ndescription: Deploys.\ntools: [execute]\n---\nDeploy.\n',
        },
      };
      assert.equal(cut(text('[deployer]'), opened, title), text('[]'));
    });

    it('rules, where it denies it', () => {
      const text = (action: string): string =>
        `---\ndescription: Plans.\nmode: primary\npermission:\n  edit: deny\n  bash: deny\n  task:\n    "*": deny\n    deployer: ${action}\n---\nPlan.\n`;
      const opened = {
        at: '.opencode/agent/plan.md',
        files: {
          '.opencode/agent/deployer.md':
            '---\ndescription: Deploys.\nmode: subagent\n---\nDeploy.\n',
        },
      };
      assert.equal(cut(text('allow'), opened, title), text('deny'));
    });

    for (const [what, tools] of [
      ['an empty list of tools would grant all of them', 'Agent(deployer)'],
      ['no tool of the program would be left', 'Agent(deployer), MultiEdit'],
      ['no tool of the program would be left in a list', '[Agent(deployer), MultiEdit]'],
    ] as const)
      it(`nothing where ${what}`, () => {
        const { view, findings } = found(claude('triage', tools), { at, files });
        assert.equal(findings.length, 1);
        assert.deepEqual(
          findings.flatMap((one) => fixesFor(view, one)),
          [],
        );
      });
  });

  it('is the last answer to what the agent can do', () => {
    const text = claude('triage', 'Read, Agent(lead)');
    const { view } = openedInProject(text, { at, files: { ...lead, ...deployer } });
    const [verdict] = view.verdicts();
    assert.ok(verdict);
    const lines = linesOf(text);
    const [card, ...more] = inEnglish(
      reachCards(view, verdict, (offset) => lines.positionAt(offset).line),
    );
    assert.deepEqual(more, []);
    assert.deepEqual(
      [card?.action, card?.rule, card?.by, card?.line],
      ['allow', 'Bash', 'lead > deployer', 3],
    );
    assert.match(card?.explanation ?? '', /cannot run commands itself/);
  });
});
