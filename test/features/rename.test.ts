// Another name for an agent: what is written where, which file moves, and what is refused.
import assert from 'node:assert/strict';
import { applyEdits } from '../../server/text/edit';
import { english } from '../../server/text/translate';
import { Workspace } from '../workspace/renaming/workspace';

/** Renames at the first `here` of the file, and gives every file that is another now. */
function renaming(files: Readonly<Record<string, string>>, at: string, here: string, name: string) {
  const workspace = new Workspace(new Map(Object.entries(files)));
  const done = workspace.rename(at, (files[at] ?? '').indexOf(here), name);
  if ('refused' in done) return english(done.refused);
  const changed: Record<string, string> = {};
  for (const [path, text] of Object.entries(files)) {
    const to = done.moves.find(({ from }) => from === path)?.to ?? path;
    const now = applyEdits(text, done.edits.get(path) ?? []);
    if (to !== path || now !== text) changed[to] = now;
  }
  return changed;
}

const agent = (name: string, more = ''): string =>
  `---\nname: ${name}\ndescription: Does things.\n${more}---\nYou help.\n`;
const nameless = (more = '', body = 'You help.'): string =>
  `---\ndescription: Does things.\nmode: subagent\n${more}---\n${body}\n`;

describe('features/rename', () => {
  it('keeps the quotes around a name', () =>
    assert.deepEqual(
      renaming(
        {
          '/w/.github/agents/a.agent.md': agent("'Code Reviewer'"),
          '/w/.github/agents/b.agent.md': agent('lead', 'agents: [\'Code Reviewer\', "other"]\n'),
        },
        '/w/.github/agents/b.agent.md',
        'Code',
        'Reviewer: of code',
      ),
      {
        '/w/.github/agents/a.agent.md': agent("'Reviewer: of code'"),
        '/w/.github/agents/b.agent.md': agent('lead', 'agents: [\'Reviewer: of code\', "other"]\n'),
      },
    ));

  it('reaches calls in code', () =>
    assert.deepEqual(
      renaming(
        {
          '/w/.claude/agents/reviewer.md': agent('reviewer'),
          '/w/.claude/agents/lead.md': `${agent('lead')}\`Task(subagent_type="reviewer")\`\n`,
        },
        '/w/.claude/agents/reviewer.md',
        'reviewer',
        'auditor',
      ),
      {
        '/w/.claude/agents/reviewer.md': agent('auditor'),
        '/w/.claude/agents/lead.md': `${agent('lead')}\`Task(subagent_type="auditor")\`\n`,
      },
    ));

  const team = {
    '/w/.opencode/agent/team/helper.md': nameless(),
    '/w/.opencode/agent/lead.md': nameless(
      'permission:\n  task:\n    team/helper: allow\n    "team/*": ask\n',
      'Ask [it](team/helper.md), or [him](./team/helper.md#how); `team/helper.md` is code.',
    ),
  };
  const lead = '/w/.opencode/agent/lead.md';
  it('leaves a file in the folder that is part of its name', () =>
    assert.deepEqual(renaming(team, lead, 'team/', 'team/tester'), {
      '/w/.opencode/agent/team/tester.md': nameless(),
      [lead]: nameless(
        'permission:\n  task:\n    team/tester: allow\n    "team/*": ask\n',
        'Ask [it](team/tester.md), or [him](./team/tester.md#how); `team/helper.md` is code.',
      ),
    }));
  it('moves a file to the folder in the new name', () =>
    assert.deepEqual(Object.keys(renaming(team, lead, 'team/', 'tester')), [
      '/w/.opencode/agent/tester.md',
      lead,
    ]));
  it('rejects a name that no file can have', () => {
    for (const name of ['a:b', '.hidden', 'a//b', '/a', 'a/', 'team/../b', 'a?'])
      assert.equal(
        renaming(team, lead, 'team/', name),
        `The name comes from the file path, and no path results in "${name}".`,
      );
  });

  it('offers phrases that the graph shows as mentions for review', () => {
    const text = agent('lead').replace(
      /\n$/,
      '\nDelegate to helper. Hand the rest off to the helper agent, other or "helper".\nDo not delegate to helper.\n',
    );
    const [named, lead] = ['/w/.claude/agents/a.md', '/w/.claude/agents/b.md'];
    const files = { [named]: agent('helper'), [lead]: text };
    const renamed = new Workspace(new Map(Object.entries(files))).rename(
      named,
      agent('helper').indexOf('helper'),
      'tester',
    );
    assert.ok('uncertain' in renamed);
    assert.match(
      applyEdits(text, renamed.uncertain.get(lead) ?? []),
      /\nDelegate to tester\. Hand the rest off to the tester agent, other or "tester"\.\nDo not delegate to helper\.\n$/,
    );
  });

  it('rejects what a caller cannot write', () => {
    const files = {
      '/w/.claude/agents/a.md': agent('helper'),
      '/w/.claude/agents/b.md': agent('lead', 'tools: Read, Agent(helper)\n'),
    };
    assert.equal(
      renaming(files, '/w/.claude/agents/b.md', 'helper', 'one, two'),
      '"one, two" cannot replace "helper" in .claude/agents/b.md.',
    );
    const handing = {
      '/w/.github/agents/a.agent.md': agent("'helper'"),
      '/w/.github/agents/b.agent.md': agent('lead', 'agents: [helper, other]\n'),
    };
    assert.equal(
      renaming(handing, '/w/.github/agents/b.agent.md', 'helper', 'one, two'),
      '"one, two" cannot replace "helper" in .github/agents/b.agent.md.',
    );
  });
  it('also renames in a file that its host rejects', () => {
    const files = {
      '/w/.opencode/agent/helper.md': nameless(),
      '/w/.opencode/agent/lead.md': nameless(
        'color: yellow\npermission:\n  task:\n    helper: allow\n',
      ),
    };
    assert.deepEqual(renaming(files, '/w/.opencode/agent/lead.md', 'helper', 'tester'), {
      '/w/.opencode/agent/tester.md': nameless(),
      '/w/.opencode/agent/lead.md': nameless(
        'color: yellow\npermission:\n  task:\n    tester: allow\n',
      ),
    });
  });
});
