// `npm run conformance -- --hooks --matchers --live`: before which calls a hook runs, by its matcher. A model makes one call of each tool in
// a project that has a hook for each matcher.
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { removeFolder } from '../oracles/remove-folder';
import { serverCommand } from '../oracles/served-tools';
import type { Call } from './model';
import { played } from './played';
import type { HookProgram } from './programs';

interface Matched {
  /** The file with a hook for each matcher. */
  readonly file: (hooks: readonly Hook[]) => Readonly<Record<string, string>>;
  readonly calls: (project: string) => readonly Call[];
  /** Files that make the tools of a server known. */
  readonly served: (server: object) => Readonly<Record<string, string>>;
  /** By default those of all programs. */
  readonly matchers?: readonly (string | null)[];
}

interface Hook {
  readonly matcher: string | null;
  readonly command: string;
}

const grouped = (hooks: readonly Hook[]): { readonly PreToolUse: readonly object[] } => ({
  PreToolUse: hooks.map(({ matcher, command }) => ({
    ...(matcher !== null && { matcher }),
    hooks: [{ type: 'command', command }],
  })),
});

const content = 'hello\n';

/** Settings with hooks, and a server whose program is in the folder of the hooks' log. */
const settingsOf = (event: string, hooks: readonly Hook[]): string => {
  const { PreToolUse } = grouped(hooks);
  const folder = /cat >> (.+)\/\d+;/.exec(hooks[0]?.command ?? '')?.[1] ?? '';
  const mcpServers = { server: { ...serverCommand(folder), trust: true } };
  return JSON.stringify({ hooks: { [event]: PreToolUse }, mcpServers });
};

const ofBoth = (project: string): readonly Call[] => [
  { name: 'read_file', input: { file_path: `${project}/a.txt` } },
  { name: 'grep_search', input: { pattern: 'bye' } },
  { name: 'glob', input: { pattern: '*.txt' } },
  { name: 'list_directory', input: { dir_path: project, path: project } },
];

export const matchers: readonly (string | null)[] = [
  ...[null, '', '*', '**', '.*', ' ', '|'],
  ...['bash', 'Bash', 'BASH', 'ba', 'sh', 'b.sh', '^bash$', 'bash|edit', 'bash|', '|bash', ' bash'],
  ...['bash ', 'bash, edit', 'bash,edit', '(?i)bash', '[a-z]+', 'bash(ls)', 'bash(', 'Bash(ls:*)'],
  ...['edit', 'Edit', 'Edit|Write', 'edit|create', 'Write', 'create', 'view', 'Read', 'e.*', '.*e'],
  ...[
    'grep|glob',
    'gr',
    'glob',
    'Grep',
    'Glob',
    'MultiEdit',
    'shell',
    'exec_command',
    'local_shell',
  ],
  ...['apply_patch', 'apply', 'apply_.*', 'patch', 'update_plan', 'mcp__server__list', 'mcp__.*'],
  ...['mcp__server', 'mcp__server__.*', 'server-list', 'server-.*', 'server', 'list', 'mcp__*'],
  ...[
    'Bash|Edit',
    'Bash, Edit',
    'Bash |Edit',
    'Bash,Write',
    'Edit.*',
    '^Edit$',
    'Ed',
    'NotebookEdit',
  ],
  ...[
    '.',
    'Bash\\b',
    'Write$',
    'rite',
    'Bash.*',
    '^Bash',
    '.ash',
    'B.*',
    'b.*',
    '^bash',
    'Read|Edit',
  ],
  ...[
    'Update',
    'Task',
    'Bash ',
    ' Bash',
    'Edit | Write',
    '(Bash)',
    '(Edit|Write)',
    '^(Edit|Write)$',
  ],
  ...[
    '(edit|create)',
    'Bash|.*',
    'Bash|e.*',
    'edit|e.*',
    'list_agents',
    'get_goal',
    'list_.*',
    'goal',
  ],
  ...['.*list', 'server__list', 'server/list', 'unified_exec', 'shell_command', 'view_image'],
];

/** Names that tools have in other programs only. */
const ofOthers: readonly string[] = [
  ...[
    'execute_command',
    'write_to_file',
    'write_file',
    'replace',
    'run_shell_command',
    'read_file',
  ],
  ...['Shell', 'Execute', 'Create', 'ApplyPatch', 'WriteFile', 'ReadFile', 'StrReplaceFile'],
  ...['run_in_terminal', 'create_file', 'edit_file', 'str_replace_editor', 'runCommands'],
  ...['execute_command|write_to_file', '^(execute_command|write_to_file)$', 'Bash|execute_command'],
  ...['Write|Edit', 'write_file|replace', '^(write_file|replace)$', '(Write|Edit)', 'Bash,Shell'],
];

/** Those that are not asked already. */
const besides = (asked: readonly (string | null)[]): readonly string[] =>
  ofOthers.filter((name) => !asked.includes(name));

/** For programs whose tools have such names. */
const ofOwnNames: readonly (string | null)[] = [
  ...[null, '', '*', '**', '.*', ' ', '|', 'run_shell_command', 'Run_Shell_Command', 'run_shell'],
  ...['shell', 'Shell', 'ShellTool', 'Bash', 'bash', 'run_.*', '^run_shell_command$', '.*command'],
  ...['run_shell_command|write_file', 'run_shell_command|', '|run_shell_command', 'write_file|.*'],
  ...[' run_shell_command', 'run_shell_command ', 'run_shell_command, write_file', 'write_*'],
  ...['run_shell_command,write_file', 'run_shell_command(ls)', 'run_shell_command(', 'write_file'],
  ...['write', 'Write', 'WriteFile', 'WriteFileTool', 'Edit', 'Edit|Write', '(write_file|replace)'],
  ...[
    '^(write_file|edit|replace)$',
    'read_file',
    'read.*',
    'Read',
    'ReadFile',
    '_file',
    '.*_file$',
  ],
  ...['grep_search', 'search_file_content', 'Grep', 'glob', 'Glob', 'list_directory', 'LS', 'list'],
  ...['server', 'mcp', 'server__list', '[a-z_]+', '[A-Z]+', '(?i)WRITE_FILE', 'w.*e', 'e'],
  ...['write_file | replace', '(?!write_file).*', '^(?!write)', 'write_file\\b', 'NotebookEdit'],
  ...['*|write_file', 'MultiEdit', 'task', 'Task'],
];

const copilot: Omit<Matched, 'file'> = {
  calls: (project) => [
    { name: 'bash', input: { command: 'ls', description: 'd' } },
    { name: 'create', input: { path: `${project}/new.txt`, file_text: content } },
    { name: 'edit', input: { path: `${project}/a.txt`, old_str: 'hello', new_str: 'bye' } },
    { name: 'view', input: { path: `${project}/a.txt` } },
    { name: 'grep', input: { pattern: 'bye', path: project } },
    { name: 'glob', input: { pattern: '*.txt', path: project } },
    { name: 'list_agents', input: {} },
    { name: 'server-list', input: {} },
  ],
  served: (server) => ({ '.mcp.json': JSON.stringify({ mcpServers: { server } }) }),
  matchers: [...matchers, ...besides(matchers)],
};

const claude: Omit<Matched, 'file'> = {
  calls: (project) => [
    { name: 'Bash', input: { command: 'ls', description: 'd' } },
    { name: 'Write', input: { file_path: `${project}/new.txt`, content } },
    { name: 'Read', input: { file_path: `${project}/a.txt` } },
    {
      name: 'Edit',
      input: { file_path: `${project}/a.txt`, old_string: 'hello', new_string: 'bye' },
    },
    { name: 'mcp__server__list', input: {} },
  ],
  served: (server) => ({
    '.mcp.json': JSON.stringify({ mcpServers: { server } }),
    '.claude/settings.local.json': JSON.stringify({ enableAllProjectMcpServers: true }),
  }),
  matchers: [...matchers, ...besides(matchers)],
};

const gemini: Omit<Matched, 'file'> = {
  calls: (project) => [
    { name: 'run_shell_command', input: { command: 'ls' } },
    { name: 'write_file', input: { file_path: `${project}/new.txt`, content } },
    {
      name: 'replace',
      input: {
        ...{ file_path: `${project}/a.txt`, instruction: 'i' },
        ...{ old_string: 'hello', new_string: 'bye' },
      },
    },
    ...ofBoth(project),
    { name: 'mcp_server_list', input: {} },
  ],
  // In the settings.
  served: () => ({}),
  matchers: [
    ...ofOwnNames,
    ...besides(ofOwnNames),
    'mcp_server_list',
    'mcp_.*',
    'mcp_server_.*',
    'mcp_*',
    'replace',
  ],
};

/** By what is asked: the id of a program, and of which file. */
const matched: Readonly<Record<string, Matched>> = {
  'copilot-cli': {
    file: (hooks) => ({
      '.github/hooks/guard.json': JSON.stringify({
        version: 1,
        hooks: {
          preToolUse: hooks.map(({ matcher, command }) => ({
            ...{ type: 'command', bash: command },
            ...(matcher !== null && { matcher }),
          })),
        },
      }),
    }),
    ...copilot,
  },
  'copilot-cli postToolUse': {
    file: (hooks) => ({
      '.github/hooks/guard.json': JSON.stringify({
        version: 1,
        hooks: {
          postToolUse: hooks.map(({ matcher, command }) => ({
            ...{ type: 'command', bash: command },
            ...(matcher !== null && { matcher }),
          })),
        },
      }),
    }),
    ...copilot,
  },
  'copilot-cli nested': {
    file: (hooks) => ({
      '.github/hooks/guard.json': JSON.stringify({
        hooks: { preToolUse: grouped(hooks).PreToolUse },
      }),
    }),
    ...copilot,
  },
  'copilot-cli PreToolUse': {
    file: (hooks) => ({ '.github/hooks/guard.json': JSON.stringify({ hooks: grouped(hooks) }) }),
    ...copilot,
  },
  'copilot-cli .claude': {
    // An empty matcher costs the whole file.
    file: (hooks) => ({
      '.claude/settings.json': JSON.stringify({
        hooks: grouped(hooks.filter(({ matcher }) => matcher !== '')),
      }),
    }),
    ...copilot,
  },
  'claude-code': {
    file: (hooks) => ({ '.claude/settings.json': JSON.stringify({ hooks: grouped(hooks) }) }),
    ...claude,
  },
  'claude-code PostToolUse': {
    file: (hooks) => ({
      '.claude/settings.json': JSON.stringify({
        hooks: { PostToolUse: grouped(hooks).PreToolUse },
      }),
    }),
    ...claude,
  },
  codex: {
    file: (hooks) => ({ '.codex/hooks.json': JSON.stringify({ hooks: grouped(hooks) }) }),
    calls: (project) => [
      { name: 'exec_command', input: { cmd: 'ls' } },
      { name: 'shell_command', input: { command: 'ls' } },
      {
        name: 'apply_patch',
        input: `*** Begin Patch\n*** Add File: ${project}/new.txt\n+hello\n*** End Patch\n`,
      },
      { name: 'update_plan', input: { plan: [{ step: 'a', status: 'pending' }] } },
      { name: 'view_image', input: { path: `${project}/a.txt` } },
      { name: 'get_goal', input: {} },
      { name: 'list_mcp_resources', input: {} },
    ],
    served: (server) => ({
      '.codex/config.toml': `[mcp_servers.server]\n${Object.entries(server)
        .map(([key, value]) => `${key} = ${JSON.stringify(value)}`)
        .join('\n')}\n`,
    }),
  },
  'gemini-cli': {
    file: (hooks) => ({ '.gemini/settings.json': settingsOf('BeforeTool', hooks) }),
    ...gemini,
  },
  'gemini-cli AfterTool': {
    file: (hooks) => ({ '.gemini/settings.json': settingsOf('AfterTool', hooks) }),
    ...gemini,
  },
  'qwen-code': {
    file: (hooks) => ({ '.qwen/settings.json': settingsOf('PreToolUse', hooks) }),
    calls: (project) => [
      {
        name: 'run_shell_command',
        input: { command: 'ls', description: 'd', is_background: false },
      },
      { name: 'write_file', input: { file_path: `${project}/new.txt`, content } },
      { name: 'read_file', input: { file_path: `${project}/a.txt` } },
      {
        name: 'edit',
        input: { file_path: `${project}/a.txt`, old_string: 'hello', new_string: 'bye' },
      },
      ...ofBoth(project).slice(1),
      { name: 'mcp__server__list', input: {} },
    ],
    served: () => ({}),
    matchers: [
      ...ofOwnNames,
      ...besides(ofOwnNames),
      'mcp__server__list',
      'mcp__.*',
      'mcp__server',
      'mcp__*',
      'edit',
    ],
  },
};

/** By tool, as the hook gets it: `+` for each matcher whose hook ran. */
type Ran = Readonly<Record<string, string>>;

export interface RecordedMatchers {
  /** The id of a program, and of which file. */
  readonly asked: string;
  readonly version: string;
  /** The ISO date. */
  readonly on: string;
  readonly matchers: readonly (string | null)[];
  readonly ran: Ran;
}

const stored = path.resolve('test/hosts/hooks/matchers.data.json');

export const recordedMatchers = (): readonly RecordedMatchers[] =>
  JSON.parse(readFileSync(stored, 'utf8')) as RecordedMatchers[];

/** @returns how many answers differ from the recorded ones. */
export async function askMatchers(
  program: HookProgram,
  folder: string,
  version: string,
  { record: isRecorded }: { readonly record: boolean },
): Promise<number> {
  let differ = 0;
  for (const [asked, one] of Object.entries(matched)) {
    if (asked.split(' ')[0] !== program.host) continue;
    const ran = await sessionOf(program, folder, one);
    for (const [tool, answers] of Object.entries(ran)) console.log(`${asked}: ${tool}: ${answers}`);
    const known = recordedMatchers().find((record) => record.asked === asked);
    if (JSON.stringify(known?.ran) !== JSON.stringify(ran)) differ++;
    if (!isRecorded) continue;
    const on = new Date().toISOString().slice(0, 10);
    const others = recordedMatchers().filter((record) => record.asked !== asked);
    const all = [...others, { asked, version, on, matchers: one.matchers ?? matchers, ran }];
    all.sort((a, b) => a.asked.localeCompare(b.asked));
    writeFileSync(stored, `${JSON.stringify(all, null, 1)}\n`);
  }
  return differ;
}

async function sessionOf(program: HookProgram, folder: string, one: Matched): Promise<Ran> {
  const asked = one.matchers ?? matchers;
  const parent = path.join(homedir(), '.cache');
  mkdirSync(parent, { recursive: true });
  const log = realpathSync(mkdtempSync(path.join(parent, 'dossier-matchers-')));
  try {
    const hooks = asked.map((matcher, index) => ({
      ...{ matcher, command: `cat >> ${log}/${index}; echo >> ${log}/${index}` },
    }));
    await played(
      program,
      folder,
      {
        files: { 'a.txt': content, ...one.file(hooks), ...one.served(serverCommand(log)) },
        executable: [],
      },
      one.calls,
    );
    const ran: Record<string, string[]> = {};
    for (const file of readdirSync(log)) {
      if (!/^\d+$/.test(file)) continue;
      for (const line of readFileSync(path.join(log, file), 'utf8').split('\n')) {
        if (line.trim() === '') continue;
        const { toolName, tool_name: name = toolName ?? '' } = JSON.parse(line) as {
          readonly toolName?: string;
          readonly tool_name?: string;
        };
        const answers = ran[name] ?? asked.map(() => '-');
        ran[name] = answers;
        answers[Number(file)] = '+';
      }
    }
    return Object.fromEntries(
      Object.entries(ran)
        .map(([tool, answers]): [string, string] => [tool, answers.join('')])
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  } finally {
    removeFolder(log);
  }
}
