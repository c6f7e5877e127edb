// Agents of every program with random lists, rules and modes, as texts.
import fc from 'fast-check';

const names: Readonly<Record<string, readonly string[]>> = {
  'claude-code': [
    ...['Read', 'Glob', 'Grep', 'Write', 'Edit', 'NotebookEdit', 'Bash', 'WebFetch', 'WebSearch'],
    ...['Agent', 'Skill', 'mcp__git', 'mcp__git__*', 'mcp__git__log', 'mcp__docs', 'mcp__*'],
  ],
  'copilot-cli': [
    ...['read', 'edit', 'search', 'execute', 'web', 'agent', 'todo', 'Glob', 'Grep', 'create'],
    ...['editFiles', 'git/*', 'git/log', 'docs/find', '*'],
  ],
  vscode: [
    ...['read', 'search', 'search/fileSearch', 'search/textSearch', 'search/listDirectory', 'edit'],
    ...['edit/createFile', 'edit/editFiles', 'execute', 'web', 'web/fetch', 'agent', 'todo'],
    ...['git/*', 'git/log', 'docs/find', 'vscode/askQuestions'],
  ],
  'gemini-cli': [
    ...['read_file', 'list_directory', 'glob', 'grep_search', 'write_file', 'replace', '*'],
    ...['run_shell_command', 'web_fetch', 'google_web_search', 'write_todos', 'activate_skill'],
    ...['ask_user', 'mcp_git_log', 'mcp_git_*', 'mcp_docs_find', 'mcp_*'],
  ],
  'qwen-code': [
    ...['read_file', 'list_directory', 'glob', 'grep_search', 'write_file', 'edit', '*'],
    ...['notebook_edit', 'run_shell_command', 'web_fetch', 'agent', 'skill', 'mcp__git__log'],
    ...['mcp__git', 'mcp__git__*', 'mcp__docs__find', 'mcp__*', 'mcp__gi*'],
  ],
  kimi: [
    ...['Read', 'Glob', 'Grep', 'Write', 'Edit', 'Bash', 'FetchURL', 'WebSearch', 'TodoList', '*'],
    ...['Agent', 'Skill', 'AskUserQuestion', 'mcp__git__log', 'mcp__git__*', 'mcp__*', 'mcp__git'],
    ...['mcp__*__log', 'mcp__git__l*'],
  ],
  qoder: [
    ...['Read', 'Glob', 'Grep', 'Write', 'Edit', 'NotebookEdit', 'Bash', 'WebFetch', 'WebSearch'],
    ...['Skill', 'mcp__git__log', 'mcp__docs__find'],
  ],
  grok: [
    ...['read_file', 'list_dir', 'grep', 'write', 'run_terminal_cmd', 'task', 'todo_write'],
    ...['ask_user_question', 'use_tool'],
  ],
  factory: [
    ...['Read', 'LS', 'Glob', 'Grep', 'Create', 'Edit', 'Execute', 'FetchUrl', 'WebSearch', 'Task'],
    ...['git___log', 'docs___find'],
  ],
};

const permissions = [
  ...['*', 'read', 'glob', 'grep', 'edit', 'bash', 'webfetch', 'websearch', 'task', 'todowrite'],
  ...['skill', 'list', 'git_*', 'git_log', 'docs_find', 'git*', 'question', 'g*'],
];

const withPatterns: Readonly<Record<string, readonly string[]>> = {
  bash: ['*', 'git *', 'git push*', 'rm *'],
  task: ['*', 'planner', 'tester', 'plan*'],
};

const action = fc.constantFrom('allow', 'ask', 'deny');

const quoted = (text: string): string => JSON.stringify(text);

const list = (id: string): fc.Arbitrary<string> =>
  fc
    .uniqueArray(fc.constantFrom(...(names[id] ?? [])), { maxLength: 5 })
    .map((all) => `[${all.map(quoted).join(', ')}]`);

const grantOf = (permission: string): fc.Arbitrary<string> => {
  const patterns = withPatterns[permission];
  if (!patterns) return action;
  const pairs = fc.uniqueArray(fc.tuple(fc.constantFrom(...patterns), action), {
    ...{ minLength: 1, maxLength: 3 },
    selector: ([pattern]) => pattern,
  });
  return fc.oneof(
    action,
    pairs.map(
      (all) => `{ ${all.map(([pattern, one]) => `${quoted(pattern)}: ${one}`).join(', ')} }`,
    ),
  );
};

const map: fc.Arbitrary<string> = fc
  .uniqueArray(fc.constantFrom(...permissions), { minLength: 1, maxLength: 5 })
  .chain((keys) =>
    fc.tuple(...keys.map((key) => grantOf(key).map((grant) => `\n  ${quoted(key)}: ${grant}`))),
  )
  .map((lines) => lines.join(''));

const rules: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.constantFrom(...permissions), action), { minLength: 1, maxLength: 5 })
  .map((all) =>
    all
      .map(([name, one]) => `\n  - { action: ${quoted(name)}, resource: "*", effect: ${one} }`)
      .join(''),
  );

const fieldsOf: Readonly<Record<string, Readonly<Record<string, fc.Arbitrary<string>>>>> = {
  'claude-code': {
    ...{ tools: list('claude-code'), disallowedTools: list('claude-code') },
    permissionMode: fc.constantFrom('plan', 'dontAsk', 'default', 'acceptEdits', 'manual', 'auto'),
    memory: fc.constantFrom('user', 'project', 'local'),
  },
  'copilot-cli': { tools: list('copilot-cli') },
  vscode: {
    tools: list('vscode'),
    agents: fc.constantFrom('[planner]', '["*"]', '[]', '[planner, tester]'),
  },
  'gemini-cli': { tools: list('gemini-cli') },
  'qwen-code': {
    ...{ tools: list('qwen-code'), disallowedTools: list('qwen-code') },
    approvalMode: fc.constantFrom('plan', 'default', 'auto-edit', 'yolo'),
  },
  kimi: {
    ...{ tools: list('kimi'), disallowedTools: list('kimi') },
    subagents: fc.constantFrom('[planner]', '["*"]', '[]'),
  },
  qoder: { tools: list('qoder'), disallowedTools: list('qoder') },
  grok: { tools: list('grok'), disallowedTools: list('grok') },
  factory: { tools: list('factory') },
  opencode: {
    permission: fc.oneof({ weight: 6, arbitrary: map }, { weight: 1, arbitrary: action }),
    mode: fc.constantFrom('subagent', 'primary', 'all'),
  },
  kilo: { permission: map, mode: fc.constantFrom('subagent', 'primary', 'all') },
  'opencode@2': { permissions: rules, mode: fc.constantFrom('subagent', 'primary', 'all') },
  cursor: { readonly: fc.constantFrom('true', 'false') },
};

/** The text of an agent of the program. */
export function madeAgentOf(id: string): fc.Arbitrary<string> {
  if (id === 'codex')
    return fc
      .constantFrom('', 'sandbox_mode = "read-only"\n', 'web_search = "disabled"\n')
      .map(
        (line) =>
          `name = "made-agent"\ndescription = "Reviews."\ndeveloper_instructions = "You work."\n${line}`,
      );
  const fields = Object.entries(fieldsOf[id] ?? {});
  return fc
    .tuple(
      ...fields.map(([key, value]) =>
        fc.option(
          value.map((text) => `${key}:${text.startsWith('\n') ? '' : ' '}${text}\n`),
          { freq: 3 },
        ),
      ),
    )
    .map(
      (lines) =>
        // A field that OpenCode 2 does not know makes it read the file in its former format.
        `---\n${id === 'opencode@2' ? '' : 'name: made-agent\n'}description: Reviews.\n${lines.flatMap((one) => one ?? []).join('')}---\n\nYou work.\n`,
    );
}
