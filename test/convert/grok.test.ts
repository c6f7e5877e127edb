// Agents from and to Grok Build, where a list withholds no tools of servers, and an empty list none at all.
import { converting } from '../support/converting';

const head = 'name: reviewer\ndescription: Reviews changes.';
const toGrok = { from: 'claude-code', to: 'grok' };
const withoutServers = 'disallowedTools: [search_tool, use_tool]';

describe('a conversion to Grok Build', () => {
  it('names the tools that do the same, and removes those of servers', () => {
    converting(`${head}\ntools: Read, Grep, Bash, WebFetch`, toGrok)
      .gives(`${head}\ntools: [read_file, grep, run_terminal_cmd, web_fetch]\n${withoutServers}`)
      .accounts('same', 'tools');
  });

  it('keeps the tools of servers only where the agent has those of all of them', () => {
    converting(`${head}\ntools: Read, mcp__tickets__create`, toGrok)
      .gives(`${head}\ntools: [read_file]\n${withoutServers}`)
      .accounts('narrower', 'tickets/create', 'no tool name');
    converting(`${head}\ntools: [Read, mcp__*]`, { from: 'kimi', to: 'grok' })
      .gives(`${head}\ntools: [read_file]`)
      .accounts('same', 'tools');
  });

  it('gives an agent without tools none', () => {
    converting(`${head}\ntools: []`, toGrok)
      .gives(`${head}\ntools: [read_file]\ndisallowedTools: [read_file, search_tool, use_tool]`)
      .accounts('same', 'tools');
  });

  it('removes every tool that does what is denied', () => {
    converting(`${head}\ndisallowedTools: Bash`, toGrok)
      .gives(
        `${head}\ndisallowedTools: [run_terminal_cmd, monitor, scheduler_create, scheduler_delete, scheduler_list]`,
      )
      .accounts('same', 'tools');
    converting(`${head}\ndisallowedTools: Agent`, toGrok).gives(
      `${head}\ndisallowedTools: [task, workflow]`,
    );
  });

  it('lets no agent create files that may only change them, unless that is chosen', () => {
    const source = `${head}\ntools: Read, Edit`;
    converting(source, toGrok)
      .gives(`${head}\ntools: [read_file]\n${withoutServers}`)
      .accounts('narrower', 'change-file', '"search_replace" also lets the agent create files');
    converting(source, { ...toGrok, choices: { 'change-file': 'wider' } })
      .gives(`${head}\ntools: [read_file, search_replace]\n${withoutServers}`)
      .accounts('wider', 'change-file');
    converting(`${head}\ntools: Read, Write`, toGrok).gives(
      `${head}\ntools: [read_file, write]\n${withoutServers}`,
    );
    converting(`${head}\ndisallowedTools: Write`, toGrok)
      .gives(
        `${head}\ndisallowedTools: [write, search_replace, image_gen, image_edit, image_to_video, reference_to_video]`,
      )
      .accounts('narrower', 'change-file');
  });

  it('writes no mode as a limit, and leaves out what requires asking', () => {
    converting(`${head}\ntools: Read, Bash\npermissionMode: default`, toGrok)
      .gives(`${head}\ntools: [read_file]\n${withoutServers}`)
      .accounts('narrower', 'run-command', 'cannot require asking');
  });

  it('refuses an agent without the tools of one server', () => {
    converting(`${head}\ndisallowedTools: mcp__tickets`, toGrok).isRefused('tickets');
  });

  it('keeps turns and effort, and reports the model', () => {
    converting(`${head}\nmodel: sonnet\nmaxTurns: 5\neffort: max`, toGrok)
      .gives(`${head}\nmaxTurns: 5\neffort: max`)
      .accounts('lost', 'model');
  });
});

describe('a conversion from Grok Build', () => {
  const from = (to: string) => ({ from: 'grok', to });

  it('reads its own names and those of Claude Code', () => {
    converting(`${head}\ntools: read_file, Bash\n${withoutServers}`, from('claude-code'))
      .gives(`${head}\ntools: Read, Bash`)
      .accounts('same', 'tools');
  });

  it('reads servers that have their names inside', () => {
    const servers =
      'mcpServers:\n  - name: docs\n    command: npx\n  - name: tickets\n    url: https://tickets.example';
    const added = { docs: { command: 'npx' }, tickets: { url: 'https://tickets.example' } };
    converting(`${head}\n${servers}`, from('factory')).accounts(
      'moved',
      'mcpServers',
      JSON.stringify({ mcpServers: added }, null, 2),
    );
  });

  it('reports that the agent loses the tools of all servers', () => {
    converting(`${head}\ntools: [read_file]`, from('claude-code'))
      .gives(`${head}\ntools: [Read]`)
      .accounts('narrower', '*', 'no tool name');
  });

  it('reads an empty list as every tool, and one with an unknown name without delegation', () => {
    converting(`${head}\ntools: []`, from('claude-code')).gives(head);
    converting(`${head}\ntools: [read_file, Bash(git:*)]`, from('claude-code'))
      .gives(`${head}\ndisallowedTools: [Agent, SendMessage]`)
      .accounts(
        'lost',
        'Bash(git:*)',
        'Grok Build has no tool named "Bash(git:*)". Grok Build then ignores the whole list and gives the agent nearly all tools. The list does not limit the agent in Claude Code either.',
      );
  });

  it('accounts for a denied name that denies nothing', () => {
    const why = '"shell" denies no tool in Grok Build, so it is not converted.';
    converting(`${head}\ndisallowedTools: [shell, web_fetch]`, from('claude-code'))
      .gives(`${head}\ndisallowedTools: [WebFetch]`)
      .accounts('same', 'shell', why);
    converting(`${head}\ndisallowedTools: [shell]`, from('claude-code'))
      .gives(head)
      .accounts('same', 'shell', why);
  });

  it('takes its modes for limits', () => {
    converting(`${head}\ncapabilityMode: readOnly`, from('claude-code')).gives(
      `${head}\ndisallowedTools: Write, Edit, NotebookEdit, Bash, EnterWorktree, CronCreate`,
    );
    converting(`${head}\npermissionMode: default`, from('claude-code')).gives(
      `${head}\npermissionMode: default`,
    );
    converting(`${head}\npermissionMode: bypassPermissions`, from('claude-code'))
      .gives(head)
      .accounts('lost', 'permissionMode', 'decides when Grok Build asks');
  });

  it('refuses to lose a limit on servers', () => {
    converting(`${head}\n${withoutServers}`, from('claude-code')).isRefused('*');
    converting(`${head}\nmcpInheritance: none`, from('claude-code')).isRefused('*');
    converting(`${head}\nmcpInheritance:\n  except: [tickets]`, from('claude-code')).gives(
      `${head}\ndisallowedTools: mcp__tickets`,
    );
  });

  it('limits the agents that are called to the one that is named', () => {
    converting(`${head}\ntools: [Task(planner)]\n${withoutServers}`, from('claude-code')).gives(
      `${head}\ntools: [Agent(planner)]`,
    );
  });
});
