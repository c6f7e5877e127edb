// The known traps of conversions: values that mean something else in another host.
import assert from 'node:assert/strict';
import { copyDifferences } from '../../server/convert/copy-differences';
import { english } from '../../server/text/translate';
import { converting, convertingText } from '../support/converting';

const head = 'name: reviewer\ndescription: Reviews changes.';
const body = 'description: Reviews changes.';

describe('a conversion', () => {
  it('denies everything else where a list of tools becomes rules', () => {
    converting(`${head}\ntools: Read, Grep`, { from: 'claude-code', to: 'opencode' })
      .gives(`${body}\npermission:\n  '*': deny\n  read: allow\n  grep: allow\nmode: subagent`)
      .accounts('same', 'tools');
  });

  it('leaves out a tool of a server that is denied by its name or with its server', () => {
    for (const denied of ['mcp__tickets__delete', 'mcp__tickets'])
      converting(
        `${head}\ntools: Read, mcp__notes__list, mcp__tickets__delete\ndisallowedTools: ${denied}`,
        { from: 'claude-code', to: 'vscode' },
      ).gives(`${head}\ntools: [read, notes/list]`);
  });

  it('names a denied tool of which the target has none of its own', () => {
    for (const to of ['cursor', 'opencode', 'gemini-cli'])
      converting(`${head}\ndisallowedTools: NotebookEdit`, { from: 'claude-code', to }).accounts(
        'lost',
        'edit-notebook',
        'so the denial is left out',
      );
  });

  it('writes rules as a list for OpenCode 2, and no fields of OpenCode 1', () => {
    converting(`${body}\ntemperature: 0.1\ntop_p: 0.9\npermission:\n  edit: deny`, {
      from: 'opencode',
      to: 'opencode@2',
    })
      .gives(
        `${body}\npermissions:\n  - action: edit\n    resource: "*"\n    effect: deny\nmode: all\nrequest:\n  body:\n    temperature: 0.1\n    top_p: 0.9`,
      )
      .accounts('same', 'temperature', 'request.body.temperature')
      .accounts('same', 'top_p');
  });

  it('reads the settings of requests of OpenCode 2 into fields, and names those without one', () => {
    const source = `${body}\nmode: all\nrequest:\n  headers:\n    X-Team: docs\n  body:\n    temperature: 0.1\n    top_p: 0.9\n    reasoning: low`;
    for (const to of ['opencode', 'kilo'])
      converting(source, { from: 'opencode@2', to })
        .gives(`${body}\nmode: all\ntemperature: 0.1\ntop_p: 0.9`)
        .accounts('same', 'request.body.temperature', '"temperature" in')
        .accounts('lost', 'request.body.reasoning', 'no field')
        .accounts('lost', 'request.headers', 'no field');
    // A text would stop OpenCode.
    converting(`${body}\nmode: all\nrequest:\n  body:\n    temperature: low`, {
      from: 'opencode@2',
      to: 'opencode',
    })
      .gives(`${body}\nmode: all`)
      .accounts('lost', 'request.body.temperature');
  });

  it('names a tool without a counterpart once, as it is written', () => {
    const { account } = converting(`${body}\ntools: [search, problems, 'My Server/*']`, {
      from: 'vscode',
      to: 'claude-code',
    }).converted;
    const left = account.filter(({ change }) => change === 'narrower');
    assert.deepEqual(
      left.map(({ part }) => part.name),
      ['My Server', 'tools'],
    );
    assert.equal(left[1] && english(left[1].why), 'Claude Code has no tools like "problems".');
  });

  it('writes no byte order mark, after which some programs find no frontmatter', () => {
    for (const to of ['factory', 'opencode', 'vscode']) {
      const made = convertingText(`\u{feff}---\n${head}\n---\n\nYou review.\n`, {
        from: 'claude-code',
        to,
      }).accounts('same', 'prompt');
      assert.ok(made.converted.text?.startsWith('---\n'), to);
    }
  });

  it('keeps an empty list empty, which means every tool in other hosts', () => {
    for (const to of ['vscode', 'copilot-cli'])
      converting(`${head}\ntools: []`, { from: 'claude-code', to }).gives(`${head}\ntools: []`);
    converting(`${head}\ntools: []`, { from: 'claude-code', to: 'opencode' }).gives(
      `${body}\npermission:\n  '*': deny\nmode: subagent`,
    );
  });

  it('leaves out a name that covers more than the agent has, unless it is chosen', () => {
    const source = `${head}\ntools: Read, Edit`;
    converting(source, { from: 'claude-code', to: 'opencode' })
      .gives(`${body}\npermission:\n  '*': deny\n  read: allow\nmode: subagent`)
      .accounts('narrower', 'change-file', '"edit" also lets the agent create files');
    converting(source, { from: 'claude-code', to: 'opencode', choices: { 'change-file': 'wider' } })
      .gives(`${body}\npermission:\n  '*': deny\n  read: allow\n  edit: allow\nmode: subagent`)
      .accounts('wider', 'change-file');
  });

  it('chooses a narrower name where the host has one', () => {
    converting(`${head}\ntools: Read, Edit, Grep`, { from: 'claude-code', to: 'vscode' }).gives(
      `${head}\ntools: [read, search/textSearch, edit/editFiles]`,
    );
  });

  it('names every tool that one name stands for', () => {
    converting(`${head}\ntools: [edit, search, execute]`, {
      from: 'vscode',
      to: 'claude-code',
    }).gives(`${head}\ntools: [Glob, Grep, Write, Edit, NotebookEdit, Bash]`);
  });

  it('denies all tools that change files where one permission is denied', () => {
    converting(`${body}\nmode: subagent\npermission:\n  edit: deny\n  bash: deny`, {
      from: 'opencode',
      to: 'claude-code',
    }).gives(
      'name: reviewer\ndescription: Reviews changes.\ndisallowedTools: Write, Edit, NotebookEdit, Bash, EnterWorktree, CronCreate',
    );
  });

  it('lists what is left for a host that cannot deny', () => {
    converting(`${body}\npermission:\n  edit: deny\n  bash: deny`, {
      from: 'opencode',
      to: 'vscode',
    })
      .gives(
        'name: reviewer\ndescription: Reviews changes.\ntools: [read, search, web, agent, todo]',
      )
      .accounts('narrower', 'tools', 'cannot deny single tools');
  });

  it('leaves out a tool that is limited to patterns for a host with plain lists', () => {
    const source = `${body}\npermission:\n  '*': deny\n  read: allow\n  bash:\n    "*": deny\n    git diff *: allow`;
    converting(source, { from: 'opencode', to: 'claude-code' })
      .gives('name: reviewer\ndescription: Reviews changes.\ntools: Read')
      .accounts('narrower', 'run-command', 'cannot limit "Bash"');
    converting(source, { from: 'opencode', to: 'claude-code', allowWider: true })
      .gives('name: reviewer\ndescription: Reviews changes.\ntools: Read, Bash')
      .accounts('wider', 'run-command');
  });

  it('keeps patterns and their order between hosts that have them', () => {
    const source = `${body}\npermission:\n  bash:\n    "*": ask\n    git *: allow\n    git push *: deny\n  edit: deny`;
    converting(source, { from: 'opencode', to: 'kilo' }).gives(
      `${body}\npermission:\n  edit: deny\n  bash: { "*": ask, "git *": allow, "git push *": deny }\nmode: all`,
    );
  });

  it('offers the limit in parentheses that Claude Code ignores', () => {
    const source = `${head}\ntools: Read, Bash(git diff:*)`;
    converting(source, { from: 'claude-code', to: 'opencode' })
      .gives(`${body}\npermission:\n  '*': deny\n  read: allow\n  bash: allow\nmode: subagent`)
      .accounts('decision', 'patterns', '"git diff *"');
    converting(source, {
      from: 'claude-code',
      to: 'opencode',
      choices: { patterns: 'as-written' },
    }).gives(
      `${body}\npermission:\n  '*': deny\n  read: allow\n  bash: { "*": deny, "git diff *": allow }\nmode: subagent`,
    );
  });

  it('requires asking by the mode of the agent, or leaves the tool out', () => {
    const source = `${body}\npermission:\n  '*': deny\n  read: allow\n  bash: ask`;
    converting(source, { from: 'opencode', to: 'claude-code' }).gives(
      'name: reviewer\ndescription: Reviews changes.\ntools: Read, Bash\npermissionMode: default',
    );
    converting(source, { from: 'opencode', to: 'vscode' })
      .gives('name: reviewer\ndescription: Reviews changes.\ntools: [read]')
      .accounts('narrower', 'run-command', 'cannot require asking');
  });

  it('reads plan mode as a denial of changes and commands, and names the tools that it refuses', () => {
    for (const mode of ['plan', 'dontAsk'])
      converting(`${head}\npermissionMode: ${mode}`, { from: 'claude-code', to: 'opencode' })
        .gives(`${body}\nmode: subagent\npermission:\n  edit: deny\n  bash: deny`)
        .accounts('narrower', 'permissionMode', '"Bash"')
        .accounts(
          'narrower',
          'permissionMode',
          `refuses to use them with "permissionMode: ${mode}"`,
        );
  });

  it('has a line for every mode', () => {
    const row = (mode: string, to: string, tools = '') => {
      const source = `${head}\npermissionMode: ${mode}${tools}`;
      const { account } = converting(source, { from: 'claude-code', to }).converted;
      return account
        .filter(({ part }) => part.name === 'permissionMode')
        .map(({ change }) => change)
        .join();
    };
    for (const to of ['opencode', 'vscode', 'gemini-cli', 'cursor', 'qoder'])
      for (const mode of ['acceptEdits', 'bypassPermissions']) assert.equal(row(mode, to), 'lost');
    assert.equal(row('default', 'opencode'), 'same');
    assert.equal(row('auto', 'opencode'), 'narrower');
    assert.equal(row('default', 'vscode'), 'narrower');
    assert.equal(row('plan', 'vscode', '\ntools: Read'), 'same');
    assert.equal(row('unknown', 'vscode'), 'same');
    const role = { from: 'qwen-code', to: 'opencode' };
    for (const key of ['approvalMode', 'permissionMode'])
      converting(`${head}\n${key}: plan`, role).accounts('narrower', key);
  });

  it('drops the tools that only keep the memory together with it', () => {
    const source = `${head}\ntools: Read, Grep\nmemory: project`;
    converting(source, { from: 'claude-code', to: 'opencode' })
      .gives(`${body}\npermission:\n  '*': deny\n  read: allow\n  grep: allow\nmode: subagent`)
      .accounts('lost', 'memory', 'loses "Write", "Edit"');
    converting(`${head}\ntools: Read, Write\nmemory: project`, {
      from: 'claude-code',
      to: 'vscode',
    })
      .gives(`${head}\ntools: [read, edit/createFile]`)
      .accounts('lost', 'memory', 'loses "Edit"');
  });

  it('keeps a denial that another tool makes up for, in every host', () => {
    const denied = `${body}\nmode: all\npermission:\n  glob: deny\n  grep: deny`;
    converting(denied, { from: 'opencode', to: 'vscode' }).gives(
      `${head}\ntools: [read, edit, execute, web, agent, todo]`,
    );
    converting(denied, { from: 'opencode', to: 'gemini-cli' }).accounts('narrower', 'tools');
    converting(denied, { from: 'opencode', to: 'cursor' }).isRefused('tools', 'find-files');
    converting(`${body}\nmode: all\npermission:\n  glob: deny\n  grep: ask`, {
      from: 'opencode',
      to: 'vscode',
    })
      .gives(`${head}\ntools: [read, edit, execute, web, agent, todo]`)
      .accounts('narrower', 'search-text', 'cannot require asking');
    // Another tool of Qoder CLI runs commands too.
    converting(`${head}\ndisallowedTools: Bash`, { from: 'qoder', to: 'opencode' })
      .gives(`${body}\npermission:\n  bash: deny\nmode: subagent`)
      .accounts('narrower', 'run-command', 'another tool of Qoder CLI');
  });

  it('converts a renamed tool that only some editors have, and names every tool that it leaves out', () => {
    for (const name of ['fetch', 'web/fetch'])
      converting(`${body}\ntools: [${name}]`, { from: 'vscode', to: 'opencode' }).gives(
        `${body}\npermission:\n  '*': deny\n  webfetch: allow\nmode: all`,
      );
    const { account } = converting(
      `${body}\ntools: [read, edit, fetch, problems, browser/readPage, openBrowserPage, invented]`,
      { from: 'vscode', to: 'claude-code' },
    )
      .gives(`${head}\ntools: [Read, Write, Edit, NotebookEdit, WebFetch]`)
      .accounts('same', 'invented').converted;
    const named = account.map(({ why }) => english(why)).join(' ');
    for (const name of ['problems', 'browser/readPage', 'openBrowserPage'])
      assert.ok(named.includes(`"${name}"`), `${name}: ${named}`);
    converting(`${head}\ntools: [read_file, discovered_tool_lint]`, {
      from: 'gemini-cli',
      to: 'claude-code',
    }).accounts('narrower', 'tools', '"discovered_tool_lint"');
  });

  it('writes a description of several lines on one line for a program that reads lines', () => {
    for (const value of ['|\n  Reviews changes.\n  Use it.', '>\n  Reviews changes.\n  Use it.'])
      converting(`description: ${value}\nname: reviewer`, { from: 'claude-code', to: 'cursor' })
        .gives('name: reviewer\ndescription: Reviews changes. Use it.')
        .accounts('same', 'description');
    converting('name: reviewer\ndescription: "Use it: always"', {
      from: 'claude-code',
      to: 'cursor',
    }).gives('name: reviewer\ndescription: Use it: always');
  });

  it('gives an agent a name that the host accepts, and offers others', () => {
    const named = (name: string) => `name: ${name}\ndescription: Reviews changes.`;
    for (const to of ['gemini-cli', 'qwen-code', 'kimi'])
      converting(named('C++ Expert'), { from: 'claude-code', to, file: 'cpp.md' })
        .gives(named('c-expert'))
        .accounts('decision', 'name', 'named "c-expert", not "C++ Expert"');
    converting(named('Planner'), { from: 'claude-code', to: 'gemini-cli' }).gives(named('planner'));
    converting(named('C++ Expert'), {
      ...{ from: 'claude-code', to: 'gemini-cli', file: 'cpp.md' },
      choices: { name: 'cpp' },
    }).gives(named('cpp'));
    // A name that is not accepted is not a choice.
    converting(named('Planner'), {
      ...{ from: 'claude-code', to: 'gemini-cli' },
      choices: { name: 'Not Accepted' },
    }).gives(named('planner'));
    converting(named('\u5ba1\u67e5'), { from: 'claude-code', to: 'gemini-cli' }).gives(
      named('reviewer'),
    );
    converting(named('C++ Expert'), { from: 'claude-code', to: 'qoder' })
      .gives(named('C++ Expert'))
      .accounts('same', 'name');
  });

  it('lists once what the source does not use, and what the target always gives', () => {
    const { account } = converting(
      `${head}\ntools: [Read, TodoRead, LS]\ntags: [a]\nversion: 2\nowner: docs`,
      { from: 'claude-code', to: 'copilot-cli' },
    )
      .gives(`${head}\ntools: [read]`)
      .accounts('same', 'unused-fields', '"tags", "version", "owner"')
      .accounts('same', 'unused-tools', '"TodoRead", "LS"')
      .accounts('same', 'always', '"skill", "sql"').converted;
    assert.ok(account.every(({ change }) => change === 'same'));
    // A final line break is no part of a description.
    converting('name: reviewer\ndescription: |\n  Reviews changes.', {
      from: 'claude-code',
      to: 'opencode',
    }).accounts('same', 'description');
  });

  it('states in plain words that an agent can no longer change files, and asks first', () => {
    const source = `${head}\ntools: Read, Edit`;
    const { account } = converting(source, { from: 'claude-code', to: 'opencode' })
      .accounts('decision', 'changes', 'can no longer change files in OpenCode')
      .accounts('narrower', 'change-file').converted;
    assert.equal(account[0]?.part.name, 'changes');
    assert.equal(account[0].choice?.id, 'change-file');
    assert.equal(account.filter(({ choice }) => choice?.id === 'change-file').length, 1);
    const chosen = { from: 'claude-code', to: 'opencode', choices: { 'change-file': 'wider' } };
    const now = converting(source, chosen).converted.account;
    assert.ok(now.every(({ part }) => part.name !== 'changes'));
    converting(source, { from: 'claude-code', to: 'factory' }).accounts('decision', 'changes');
  });

  it('lists the same server once', () => {
    const source = `${head}\ntools: Read, mcp__git, mcp__git__*`;
    for (const to of ['vscode', 'copilot-cli'])
      converting(source, { from: 'claude-code', to }).gives(`${head}\ntools: [read, git/*]`);
    converting(source, { from: 'claude-code', to: 'opencode' }).gives(
      `${body}\npermission:\n  '*': deny\n  read: allow\n  git_*: allow\nmode: subagent`,
    );
  });

  it('keeps a pattern of denied tools, and grants none where the host has no patterns', () => {
    const denied = `${body}\nmode: all\npermission:\n  git*: deny`;
    converting(denied, { from: 'opencode', to: 'kilo' }).gives(denied);
    converting(denied, { from: 'opencode', to: 'claude-code' }).isRefused('git*');
    converting(`${head}\ntools: [read_file, "mcp_*"]`, { from: 'gemini-cli', to: 'vscode' })
      .gives(`${head}\ntools: [read]`)
      .accounts('narrower', '*', 'no tool name');
  });

  it('limits calls to the named agents, or leaves calls out', () => {
    const source = `${head}\ntools: Read, Agent(planner, tester)`;
    converting(source, { from: 'claude-code', to: 'opencode' }).gives(
      `${body}\npermission:\n  '*': deny\n  read: allow\n  task: { "*": deny, "planner": allow, "tester": allow }\nmode: subagent`,
    );
    converting(source, { from: 'claude-code', to: 'vscode' }).gives(
      `${head}\ntools: [read, agent]\nagents: [planner, tester]`,
    );
    converting(source, { from: 'claude-code', to: 'copilot-cli' })
      .gives(`${head}\ntools: [read]`)
      .accounts('narrower', 'delegate', 'cannot limit which agents');
  });

  it('names the tools of servers as the host does, and none that would grant something else', () => {
    converting(`${head}\ntools: Read, mcp__tickets__create, mcp__docs`, {
      from: 'claude-code',
      to: 'vscode',
    }).gives(`${head}\ntools: [read, tickets/create, docs/*]`);
    converting(`${head}\ntools: Read, mcp__files__edit`, { from: 'claude-code', to: 'copilot-cli' })
      .gives(`${head}\ntools: [read]`)
      .accounts('narrower', 'files/edit', 'no tool name');
  });

  it('does not grant a server of which single tools are denied, unless the host can deny them', () => {
    const source = `${head}\ntools: Read, mcp__docs\ndisallowedTools: mcp__docs__drop`;
    for (const to of ['gemini-cli', 'vscode', 'copilot-cli'])
      converting(source, { from: 'claude-code', to }).accounts('narrower', 'docs', 'no tool name');
    converting(source, { from: 'claude-code', to: 'vscode' }).gives(`${head}\ntools: [read]`);
    converting(source, { from: 'claude-code', to: 'opencode' })
      .gives(
        `${body}\npermission:\n  '*': deny\n  read: allow\n  docs_*: allow\n  docs_drop: deny\nmode: subagent`,
      )
      .accounts('same', 'tools');
    const rules = `${body}\npermission:\n  '*': deny\n  docs_*: allow\n  docs_drop: deny`;
    converting(rules, { from: 'opencode', to: 'claude-code' }).gives(
      `${head}\ntools: mcp__docs\ndisallowedTools: mcp__docs__drop`,
    );
  });

  it('denies notebooks alone where the other host can', () => {
    converting(`${head}\ndisallowedTools: NotebookEdit`, { from: 'claude-code', to: 'qwen-code' })
      .gives(`${head}\ndisallowedTools: [notebook_edit]`)
      .accounts('same', 'tools');
  });

  it('does not start servers from the agent file: it gives the text for another file', () => {
    converting(`${head}\nmcpServers:\n  - tickets:\n      command: tickets`, {
      from: 'claude-code',
      to: 'opencode',
    })
      .gives(`${body}\nmode: subagent`)
      .accounts('moved', 'mcpServers', 'opencode.json');
  });

  it('refuses an agent without its hooks that can block, unless that is chosen', () => {
    const source = `${head}\nhooks:\n  PreToolUse:\n    - hooks:\n        - type: command\n          command: ./guard.sh`;
    converting(source, { from: 'claude-code', to: 'opencode' }).isRefused('hooks', 'can limit');
    converting(source, { from: 'claude-code', to: 'opencode', allowWider: true }).accounts(
      'wider',
      'hooks',
    );
  });

  it('does not copy hooks to a host that has them in another form', () => {
    const hook = (event: string): string =>
      `${head}\nhooks:\n  ${event}:\n    - matcher: Bash\n      hooks:\n        - type: command\n          command: ./guard.sh`;
    for (const to of ['vscode', 'copilot-cli']) {
      converting(hook('PreToolUse'), { from: 'claude-code', to }).isRefused(
        'hooks',
        'another form',
      );
      const { account } = converting(hook('Stop'), { from: 'claude-code', to })
        .gives(head)
        .accounts('lost', 'hooks', 'another form').converted;
      const row = account.find(({ part }) => part.name === 'hooks');
      assert.equal(row?.offset, `---\n${head}\n`.length);
    }
  });

  it('accounts for a field with the name of something that every agent has', () => {
    for (const key of ['prompt', 'file', 'mentions', 'invocation']) {
      const { account } = converting(`${head}\n${key}: x`, {
        from: 'claude-code',
        to: 'vscode',
      }).gives(head).converted;
      assert.deepEqual(
        account.flatMap(({ part, change }) => (part.name === 'prompt' ? [change] : [])),
        key === 'prompt' ? ['same', 'same'] : ['same'],
        'the prompt itself is the same',
      );
    }
  });

  it('accepts a field that may limit the agent only where it was chosen itself, and no server of its name', () => {
    const guarded = `${head}\ntools: Read, mcp__hooks\nhooks:\n  PreToolUse:\n    - hooks: []`;
    const to = { from: 'claude-code', to: 'vscode' } as const;
    converting(guarded, { ...to, choices: { hooks: 'wider' } }).isRefused('hooks');
    const { isRefused } = converting(guarded, {
      ...to,
      choices: { 'field:hooks': 'wider' },
    }).converted;
    assert.equal(isRefused, false);
  });

  it('refuses a read-only agent whose name gives it more in the other host', () => {
    // Kilo merges the file over its own agent of this name, which may change plans.
    const { account } = converting('name: plan\ndescription: Plans changes.\ntools: Read', {
      from: 'claude-code',
      to: 'kilo',
    }).isRefused(
      'tools',
      'could do this in Kilo, but not in Claude Code: create-file, change-file, edit-notebook.',
    ).converted;
    assert.deepEqual(
      account.flatMap(({ part, change }) => (part.name === 'tools' ? [change] : [])),
      ['wider'],
      'the tools are not the same',
    );
  });

  it('refuses an agent without a field that the host requires', () => {
    converting('mode: subagent', { from: 'opencode', to: 'claude-code' }).isRefused(
      'description',
      'requires a description',
    );
  });

  it('refuses a name that the host reserves', () => {
    converting('name: general-purpose\ndescription: Helps.', {
      from: 'claude-code',
      to: 'copilot-cli',
    }).isRefused('file', 'would not load');
  });

  it('removes fields that the source ignores, because they may have a meaning in the other host', () => {
    converting(`${head}\nmemory: project\ntools: [read]`, { from: 'vscode', to: 'claude-code' })
      .gives(`${head}\ntools: [Read]`)
      .accounts('same', 'memory', 'does not use it either');
  });

  it('writes colors that stop other programs as the same color in hex', () => {
    converting(`${head}\ncolor: blue`, { from: 'claude-code', to: 'opencode' }).gives(
      `${body}\ncolor: '#2563eb'\nmode: subagent`,
    );
    converting(`${body}\ncolor: "#16a34b"`, { from: 'opencode', to: 'claude-code' }).gives(
      'name: reviewer\ndescription: Reviews changes.\ncolor: "green"',
    );
  });

  it('converts models only where the host has the same one', () => {
    converting(`${body}\nmodel: anthropic/claude-sonnet-4-5`, {
      from: 'opencode',
      to: 'claude-code',
    }).gives('name: reviewer\ndescription: Reviews changes.\nmodel: claude-sonnet-4-5');
    converting(`${head}\nmodel: sonnet`, { from: 'claude-code', to: 'opencode' })
      .gives(`${body}\nmode: subagent`)
      .accounts('decision', 'model', 'model of the session');
    converting(`${head}\nmodel: inherit`, { from: 'claude-code', to: 'opencode' }).gives(
      `${body}\nmode: subagent`,
    );
    converting(`${body}\nmodel: openai/gpt-5`, { from: 'opencode', to: 'claude-code' })
      .gives('name: reviewer\ndescription: Reviews changes.')
      .accounts('decision', 'model');
  });

  it('does not call an alias the same as a version, in either direction', () => {
    const fixed = `${body}\nmode: all\nmodel: github-copilot/claude-sonnet-4`;
    const to = { from: 'opencode', to: 'claude-code' };
    const own = 'name: reviewer\ndescription: Reviews changes.';
    converting(fixed, to).gives(`${own}\nmodel: sonnet`).accounts('decision', 'model', 'newest');
    converting(fixed, { ...to, choices: { model: 'inherit' } }).gives(own);
    const alias = `${head}\nmodel: sonnet`;
    converting(alias, { from: 'claude-code', to: 'vscode' })
      .gives(`${head}\nmodel: Claude Sonnet 4.5 (copilot)`)
      .accounts('decision', 'model', 'a fixed one');
    converting(alias, { from: 'claude-code', to: 'vscode', choices: { model: 'inherit' } }).gives(
      head,
    );
    // What the user has put into the table needs no decision.
    converting(alias, {
      ...{ from: 'claude-code', to: 'vscode' },
      models: { sonnet: { vscode: 'Claude Sonnet 5 (copilot)' } },
    }).accounts('same', 'model');
  });

  it('offers models of the host where it has none of the family', () => {
    const alias = `${head}\nmodel: sonnet`;
    const to = { from: 'claude-code', to: 'gemini-cli' };
    const { account } = converting(alias, to).gives(head).converted;
    const options = account.find(({ part }) => part.name === 'model')?.choice?.options ?? [];
    assert.deepEqual(
      options.map(({ value }) => value),
      ['inherit', 'auto', 'pro', 'flash'],
    );
    converting(alias, { ...to, choices: { model: 'pro' } }).gives(`${head}\nmodel: pro`);
    converting(alias, { ...to, choices: { model: 'invented' } }).gives(head);
  });

  it('takes models from the table of the user', () => {
    converting(`${head}\nmodel: sonnet`, {
      ...{ from: 'claude-code', to: 'opencode' },
      models: { sonnet: { opencode: 'openrouter/anthropic/claude-sonnet-5' } },
    }).gives(`${body}\nmodel: openrouter/anthropic/claude-sonnet-5\nmode: subagent`);
  });

  it('keeps comments, the order of keys and the style of values', () => {
    converting(
      '# Owned by the platform team.\ndescription: "Reviews changes."\ntools:\n  - Read # for context\n  - Grep\nname: reviewer\nmaxTurns: 20',
      { from: 'claude-code', to: 'opencode' },
    ).gives(
      `# Owned by the platform team.\ndescription: "Reviews changes."\npermission:\n  '*': deny\n  read: allow\n  grep: allow\nsteps: 20\nmode: subagent`,
    );
  });

  it('keeps the prompt and CRLF line breaks', () => {
    const text =
      '---\r\nname: reviewer\r\ndescription: Reviews.\r\ntools: Read\r\n---\r\n\r\nYou review.\r\n';
    const { converted } = convertingText(text, { from: 'claude-code', to: 'vscode' });
    const wanted = text.replace('tools: Read', 'tools: [read]');
    if (converted.text !== wanted) throw new Error(JSON.stringify(converted.text));
  });

  it('writes line breaks of a description in a form that the host reads', () => {
    const source =
      'name: reviewer\ndescription: |\n  Reviews changes.\n  Use it before a merge.\ntools: Read';
    for (const to of ['vscode', 'copilot-cli', 'opencode', 'kilo'])
      converting(source, { from: 'claude-code', to }).accounts('same', 'description');
  });

  it('lists tools and agents that the prompt mentions, and replaces names only on request', () => {
    const text = `---\n${head}\n---\n\nUse \`Bash\`, then \`Grep\`. Ask @planner. Bash is fine.\n`;
    const to = { from: 'claude-code', to: 'opencode' };
    const kept = convertingText(text, to)
      .accounts('decision', 'mentions', '"Bash", "Grep"')
      .accounts('same', 'agents', '"planner"')
      .accounts('same', 'prompt');
    assert.ok(
      kept.converted.text?.endsWith('Use `Bash`, then `Grep`. Ask @planner. Bash is fine.\n'),
    );
    const replaced = convertingText(text, { ...to, choices: { mentions: 'replace' } });
    assert.ok(
      replaced.converted.text?.endsWith('Use `bash`, then `grep`. Ask @planner. Bash is fine.\n'),
    );
  });

  it('names the tools that only the source has', () => {
    converting(`${body}\ntools: [read, search/usages, acme.lint/run]`, {
      from: 'vscode',
      to: 'opencode',
    }).accounts('narrower', 'tools', '"acme.lint/run"');
  });

  it('reads the alias of a model that authors copy from Claude Code', () => {
    converting(`${body}\nmodel: sonnet`, { from: 'vscode', to: 'claude-code' }).gives(
      'name: reviewer\ndescription: Reviews changes.\nmodel: sonnet',
    );
  });

  it('leaves out a server that has the name of an extension in VS Code', () => {
    converting(`${head}\ntools: [read, acme.lint/run]`, { from: 'copilot-cli', to: 'vscode' })
      .gives(`${head}\ntools: [read]`)
      .accounts('narrower', 'acme.lint/run', 'no tool name');
  });

  it('makes an agent that users and the model may call one of every mode', () => {
    for (const to of ['opencode', 'kilo'])
      converting(body, { from: 'vscode', to }).gives(`${body}\nmode: all`).accounts('same', 'mode');
    converting(`${body}\nuser-invocable: false`, { from: 'vscode', to: 'opencode' }).gives(
      `${body}\nmode: subagent`,
    );
    converting(`${body}\ndisable-model-invocation: true`, { from: 'vscode', to: 'opencode' }).gives(
      `${body}\nmode: primary`,
    );
  });

  it('denies a tool of a server for which the other host cannot ask', () => {
    const gives = `${head}\ndisallowedTools: mcp__github__create`;
    const to = { from: 'opencode', to: 'claude-code' };
    converting(`${body}\npermission:\n  github_create: ask`, to).gives(gives);
    converting(`${body}\npermission:\n  github_create: deny`, to)
      .gives(gives)
      .accounts('same', 'tools');
    converting(`${body}\npermission:\n  github_*: allow\n  github_create: ask`, to).gives(gives);
  });

  it('writes a frontmatter from scratch where that of the source needs a repair', () => {
    converting('description: Use this: x\nmode: subagent', {
      from: 'opencode',
      to: 'claude-code',
    }).gives("name: reviewer\ndescription: 'Use this: x'");
  });

  it('leaves a mention of a tool for which the other host has several', () => {
    const text = `---\n${body}\n---\n\nUse \`edit\`, then \`read\`.\n`;
    const { converted } = convertingText(text, {
      ...{ from: 'vscode', to: 'claude-code' },
      choices: { mentions: 'replace' },
    });
    assert.ok(converted.text?.endsWith('Use `edit`, then `Read`.\n'), converted.text ?? '');
  });

  it('compares a copy without the blank lines around its prompt', () => {
    const { converted } = converting(head, { from: 'claude-code', to: 'vscode' });
    const differences = (change: (text: string) => string): readonly string[] =>
      copyDifferences({ converted, copy: change(converted.text ?? '') }).map(english);
    assert.deepEqual(
      differences((text) => text),
      [],
    );
    assert.deepEqual(
      differences((text) => text.replace('You review.', '\n\nYou review.\n\n')),
      [],
    );
    assert.deepEqual(
      differences((text) => text.replace('You review.', 'You write.')),
      ['The prompts differ.'],
    );
  });
});
