// Agents from and to Kimi Code, which has no model, no permissions, and no tool of its own for notebooks.
import assert from 'node:assert/strict';
import { converting } from '../support/converting';

const head = 'name: reviewer\ndescription: Reviews changes.';
const toKimi = { from: 'claude-code', to: 'kimi' };

describe('a conversion to Kimi Code', () => {
  it('names the tools, and reports that the model is lost', () => {
    converting(`${head}\ntools: Read, Edit, WebFetch\nmodel: sonnet`, toKimi)
      .gives(`${head}\ntools: [Read, Edit, FetchURL]`)
      .accounts('same', 'tools')
      .accounts('lost', 'model', 'no field');
    converting(`${head}\nmodel: inherit`, toKimi).gives(head).accounts('same', 'model');
  });

  it('denies both tools that start agents', () => {
    converting(`${head}\ndisallowedTools: Agent`, toKimi).gives(
      `${head}\ndisallowedTools: [Agent, AgentSwarm]`,
    );
  });

  it('lets the agent call the agents that it could call, which is not the default', () => {
    converting(`${head}\ntools: Read, Agent`, toKimi).gives(
      `${head}\ntools: [Read, Agent]\nsubagents: ['*']`,
    );
    converting(`${head}\ntools: Agent(planner, tester)`, toKimi).gives(
      `${head}\ntools: [Agent]\nsubagents: [planner, tester]`,
    );
  });

  it('does not let an agent change notebooks that may change all other files, unless that is chosen', () => {
    const source = `${head}\ndisallowedTools: NotebookEdit`;
    converting(source, toKimi)
      .gives(`${head}\ndisallowedTools: [Edit]`)
      .accounts('narrower', 'edit-notebook', '"Edit" also allows');
    converting(source, { ...toKimi, choices: { 'edit-notebook': 'wider' } })
      .gives(head)
      .accounts('wider', 'edit-notebook');
    converting(`${head}\ndisallowedTools: Write, Edit, NotebookEdit`, toKimi)
      .gives(`${head}\ndisallowedTools: [Write, Edit]`)
      .accounts('same', 'tools');
  });

  it('leaves out what requires asking', () => {
    converting(`${head}\ntools: Read, Bash\npermissionMode: default`, toKimi)
      .gives(`${head}\ntools: [Read]`)
      .accounts('narrower', 'run-command', 'cannot require asking');
  });

  it('gives the agent a name that Kimi Code accepts', () => {
    converting('name: Über Code_Reviewer\ndescription: Reviews changes.', toKimi)
      .gives('name: uber-code-reviewer\ndescription: Reviews changes.')
      .accounts('decision', 'name', '"uber-code-reviewer"');
    // Without a letter that Kimi Code accepts, the name is that of the file.
    converting('name: 審査\ndescription: Reviews changes.', toKimi)
      .gives('name: reviewer\ndescription: Reviews changes.')
      .accounts('decision', 'name', 'not "審査"');
    // The name of a built-in agent.
    converting('name: plan\ndescription: Plans.', toKimi)
      .gives('name: plan-agent\ndescription: Plans.')
      .accounts('decision', 'name', 'named "plan-agent", not "plan"');
  });

  it('names single tools of servers, and none that it would cut', () => {
    const tool = 'create_a_ticket_with_every_field_that_the_tracker_has_got';
    converting(`${head}\ntools: Read, mcp__tickets__create, mcp__tickets__${tool}`, toKimi)
      .gives(`${head}\ntools: [Read, mcp__tickets__create]`)
      .accounts('narrower', `tickets/${tool}`);
  });
});

describe('a conversion from Kimi Code', () => {
  const from = (to: string) => ({ from: 'kimi', to });

  it('writes the tools and agents of the other host', () => {
    const source = `${head}\ntools: [Read, Grep, Agent]\nsubagents: planner, tester`;
    converting(source, from('claude-code')).gives(
      `${head}\ntools: [Read, Grep, 'Agent(planner, tester)']`,
    );
    converting(source, from('vscode')).gives(
      `${head}\ntools: [read, search/textSearch, agent]\nagents: [planner, tester]`,
    );
  });

  it('keeps the limit on changes of files whole, although it names no notebooks', () => {
    converting(`${head}\ndisallowedTools: [Write, Edit]`, from('claude-code')).gives(
      `${head}\ndisallowedTools: [Write, Edit, NotebookEdit]`,
    );
    converting(`${head}\ndisallowedTools: [Write, Edit]`, from('qwen-code')).gives(
      `${head}\ndisallowedTools: [write_file, edit, notebook_edit]`,
    );
  });

  it('keeps an empty list empty', () => {
    converting(`${head}\ntools: []`, from('claude-code')).gives(`${head}\ntools: []`);
    converting(`${head}\ntools: ''`, from('opencode')).gives(
      "description: Reviews changes.\npermission:\n  '*': deny\nmode: subagent",
    );
  });

  it('reads tools without a power of their own as nothing to lose', () => {
    const { account } = converting(
      `${head}\ntools: [Read, TaskList, CronCreate, ExitPlanMode]`,
      from('claude-code'),
    )
      .gives(`${head}\ntools: [Read]`)
      .accounts('same', 'tools').converted;
    assert.ok(account.every(({ change }) => change === 'same'));
  });

  it('reports what only Kimi Code has', () => {
    converting(`${head}\nwhenToUse: After a change.\noverride: true`, from('claude-code'))
      .gives(head)
      .accounts('lost', 'whenToUse', 'no field')
      .accounts('lost', 'override', 'no field');
  });

  it('refuses an agent without the tools of all servers where the host cannot name them', () => {
    converting(`${head}\ndisallowedTools: [mcp__*]`, from('claude-code')).isRefused(
      '*',
      'but not in Kimi Code',
    );
    converting(`${head}\ndisallowedTools: [mcp__*]`, from('opencode')).isRefused('*');
    converting(`${head}\ndisallowedTools: [mcp__docs__drop_*]`, from('opencode')).isRefused(
      'docs_drop_*',
    );
    converting(`${head}\ntools: [Read, mcp__*]`, from('vscode'))
      .gives(`${head}\ntools: [read]`)
      .accounts('narrower', '*', 'no tool name');
  });
});
