// The pairs of a rule and a call about which Gemini CLI is asked.
import path from 'node:path';
import { geminiCli as host } from '../../../server/hosts/gemini-cli/host';
import type { ToolCall } from '../../../server/hosts/model/guards';
import type { AskedRules, Layers } from './asked-rules';
import { callsOf, commands, type Group } from './pairs';

const paths = ['src/a.ts', 'a.ts', '.env', 'src/.env', 'secrets/k', 'README.md', 'package.json'];
const newPaths = [
  ...['src/n1', 'n2', '.n5', 'src/n6.ts', '../n7', 'Makefile', 'src/go.mod', 'a.mk'],
  // By which programs are built.
  ...['package-lock.json', 'GNUmakefile', 'makefile', 'go.sum', 'src/Cargo.toml', 'Cargo.lock'],
  ...['pyproject.toml', 'Dockerfile', 'pom.xml'],
];

const groups: Readonly<Record<string, Group>> = {
  commands: {
    calls: commands.map(callsOf('run_shell_command')),
    rules: [
      ...['run_shell_command', 'ShellTool', 'run_shell_command(rm)', 'run_shell_command(rm x)'],
      ...['ShellTool(rm)', 'run_shell_command(git push)', 'run_shell_command(git)', 'Shell'],
      ...['run_shell_command(ls)', 'run_shell_command(rm *)', 'run_shell_command()', 'Bash'],
      ...['run_shell_command(*)', 'Bash(rm:*)', '*', 'run_*', 'run_shell_command (rm)', 'shell'],
      ...['run_shell_command(RM)', 'run_shell_command(echo "a b")', 'run_shell_command(sudo)'],
      ...[' run_shell_command', 'run_shell_command(git  push)', 'run_shell_command(npm run)'],
      ...['run_shell_command(rm ', 'run_shell_command(r)', 'run_shell_command(echo)', 'read_file'],
      ...['run_shell_command(cat)', 'run_shell_command(rm:*)', 'Run_Shell_Command', 'ShellTool()'],
    ],
  },
  readers: {
    calls: [
      ...[
        'cat a.ts b.ts',
        'cat /etc/hostname',
        'cat ../x',
        'cat ~/x',
        'cat $HOME/x',
        'head -5 a.ts',
      ],
      ...[
        'tail -n 3 src/a.ts',
        'grep -rn x src',
        'grep x /etc/hostname',
        'wc -l a.ts',
        'ls /',
        'pwd',
      ],
      ...[
        'whoami',
        'echo $HOME',
        'echo a > b',
        'git diff',
        'git log -1',
        'git show HEAD',
        'git branch',
      ],
      ...[
        'git branch x',
        'git commit -m x',
        'git add .',
        'git -c a=b status',
        'git diff --output=x',
      ],
      ...['find . -name x', 'find . -delete', 'sed -n 1p a.ts', 'sed -i s/a/b/ a.ts', 'awk 1 a.ts'],
      ...[
        'sort a.ts',
        'cd src',
        'cd ..',
        'mkdir d',
        'mv a.ts b.ts',
        'cp a.ts b.ts',
        'chmod 600 a.ts',
      ],
      ...[
        'npx x',
        'node x.js',
        'python3 x.py',
        'pip install x',
        'cargo build',
        'go test ./...',
        'make',
      ],
      ...[
        'docker ps',
        'curl https://example.com',
        'wget x',
        'ssh h',
        'tar xf x',
        'tee y',
        'kubectl get',
      ],
      ...[
        'sudo rm -rf x',
        'ls && rm -rf x',
        'rm -r x',
        'rm -fr x',
        'rm --force x',
        'ln -s a b',
        'du .',
      ],
      ...[
        'date',
        'env',
        'test -f x',
        'which node',
        'diff a.ts b.ts',
        'jq . x',
        'tree',
        'cut -c1 a.ts',
      ],
      ...['seq 3', 'tac a.ts', 'nl a.ts', 'paste a.ts b.ts', 'rev a.ts', 'numfmt 5', 'uniq a.ts'],
      ...['tr a b', 'uname', 'id', 'expr 1 + 1', 'true', 'false', 'which git', 'cut -f1 a.ts'],
      ...[
        'cat a.ts | grep x',
        'cat < a.ts',
        'echo "a > b"',
        'ls;',
        'ls &',
        'cat "a.ts"',
        'stat a.ts',
      ],
    ].map(callsOf('run_shell_command')),
    rules: ['read_file', 'run_shell_command', 'run_shell_command(cat)', 'run_shell_command(git)'],
  },
  files: {
    calls: [
      ...[...paths, '/etc/hostname'].map(callsOf('read_file')),
      ...newPaths.map(callsOf('write_file')),
      ...[...paths.slice(0, 3), 'package.json'].map(callsOf('replace')),
      ...['src', '.'].map(callsOf('list_directory')),
      ...[callsOf('glob')('**/*.ts'), callsOf('grep_search')('hello')],
    ],
    rules: [
      ...['read_file', 'write_file', 'replace', 'list_directory', 'glob', 'grep_search', '*'],
      ...['WriteFileTool', 'WriteFile', 'EditTool', 'Edit', 'edit', 'ReadFileTool', 'ReadFile'],
      ...['LSTool', 'ReadFolder', 'GlobTool', 'FindFiles', 'GrepTool', 'SearchText', 'Write'],
      ...['search_file_content', 'RipGrepTool', 'read_many_files', 'ReadManyFilesTool', 'Read'],
      ...['read_file(.env)', 'write_file(src/**)', 'replace(src/a.ts)', 'WriteFileTool(src)'],
      ...['glob()', 'write_*', 'Write_File', 'write_file ', 'LSTool(src)', 'list_directory(src)'],
    ],
  },
  others: {
    calls: [
      ...['https://example.com/a', 'http://localhost:8080/'].map(callsOf('web_fetch')),
      callsOf('google_web_search')('weather'),
      ...['review', 'deploy'].map(callsOf('activate_skill')),
      ...['codebase_investigator', 'generalist'].map(callsOf('invoke_agent')),
    ],
    rules: [
      ...['web_fetch', 'WebFetchTool', 'WebFetch', 'web_fetch(example.com)', 'google_web_search'],
      ...['WebSearchTool', 'GoogleSearch', 'activate_skill', 'activate_skill(review)', 'review'],
      ...['ActivateSkillTool', 'invoke_agent', 'codebase_investigator', 'generalist', 'AgentTool'],
      ...['invoke_agent(generalist)', 'Agent', 'Skill', '*'],
    ],
  },
  servers: {
    calls: ['server__list', 'server__delete', 'other__list', 'other__delete'].map((name) =>
      callsOf(`mcp__${name}`)(''),
    ),
    rules: [
      ...['mcp_server_list', 'mcp_server_*', 'mcp_*', '*', 'mcp_server', 'mcp_serv', 'server'],
      ...['mcp__server__list', 'mcp__server__*', 'mcp_server_l*', 'list', 'server__list'],
      ...['MCP_server_list', 'mcp_server_List', 'mcp_server_list()', 'mcp_*_list', 'server.list'],
      ...['mcp_server_', 'mcp__*', 'server_list', 'mcp_server_list(x)'],
    ],
  },
};

const servers = { server: {}, other: {} };

const isOfServers = (rule: string): boolean => groups['servers']?.rules.includes(rule) === true;

const settingsWith = (list: string, rule: string): object => ({
  tools: { [list]: [rule] },
  // Servers take their time to start.
  ...(isOfServers(rule) && { mcpServers: servers }),
});

const mode = (defaultApprovalMode: string, others: object = {}): Layers => [
  { general: { defaultApprovalMode }, mcpServers: servers, ...others },
];
const withServers = (others: object): Layers => [{ mcpServers: servers, ...others }];
const some = {
  tools: {
    ...{ exclude: ['web_fetch'], confirmationRequired: ['read_file'] },
    allowed: ['run_shell_command(git)', 'write_file'],
  },
};

const layers: Readonly<Record<string, Layers>> = {
  none: withServers({}),
  ...Object.fromEntries(
    ['default', 'auto_edit', 'plan', 'yolo'].flatMap((name) => [
      [`mode ${name}`, mode(name)],
      [`mode ${name}, with rules`, mode(name, some)],
      [
        `mode ${name}, with core tools`,
        mode(name, { tools: { core: ['read_file', 'web_fetch'] } }),
      ],
      [`mode ${name}, allowed shell`, mode(name, { tools: { allowed: ['run_shell_command'] } })],
      [`mode ${name}, allowed commands`, mode(name, { tools: { allowed: ['ShellTool(rm)'] } })],
      [`mode ${name}, allowed server`, mode(name, { mcp: { allowed: ['server'] } })],
    ]),
  ),
  'an earlier mode': withServers({ tools: { approvalMode: 'auto_edit' } }),
  'an earlier mode next to the newer': [
    { tools: { approvalMode: 'auto_edit' }, general: { defaultApprovalMode: 'plan' } },
  ],
  'earlier names': withServers({
    ...{ excludeTools: ['run_shell_command'], allowedTools: ['write_file'] },
    coreTools: ['read_file'],
  }),
  'plan without plans': [
    { general: { defaultApprovalMode: 'plan', plan: { enabled: false } }, mcpServers: servers },
  ],
  'all lists with one tool': withServers({
    tools: {
      ...{ exclude: ['write_file'], allowed: ['write_file', 'replace', 'read_file'] },
      ...{ confirmationRequired: ['replace', 'write_file'], core: ['replace'] },
    },
  }),
  'core with a pattern': withServers({ tools: { core: ['run_shell_command(git)', 'read_file'] } }),
  'core with two patterns': withServers({
    tools: { core: ['ShellTool(git)', 'run_shell_command(ls)'] },
  }),
  'core with class names': withServers({ tools: { core: ['ReadFileTool', 'ShellTool'] } }),
  'an empty core list': withServers({ tools: { core: [] } }),
  'core and allowed': withServers({
    tools: { core: ['run_shell_command', 'write_file'], allowed: ['run_shell_command(git)'] },
  }),
  'core and allowed server': withServers({
    ...{ tools: { core: ['read_file'] }, mcp: { allowed: ['server'] } },
  }),
  'core with a server': withServers({ tools: { core: ['read_file', 'mcp_server_*'] } }),
  'core and trust': [
    { tools: { core: ['read_file'] }, mcpServers: { server: { trust: true }, other: {} } },
  ],
  'confirmation of commands': withServers({
    tools: { confirmationRequired: ['run_shell_command(git)', 'ShellTool'] },
  }),
  'confirmation and allowed commands': withServers({
    tools: { confirmationRequired: ['run_shell_command'], allowed: ['run_shell_command(git)'] },
  }),
  'two allowed commands': withServers({
    tools: { allowed: ['run_shell_command(git)', 'run_shell_command(npm test)'] },
  }),
  'allowed commands and the tool': withServers({
    tools: { allowed: ['run_shell_command(git)', 'run_shell_command'] },
  }),
  'excluded with a pattern': withServers({ tools: { exclude: ['run_shell_command(rm)'] } }),
  'empty strings': withServers({ mcp: { allowed: [], excluded: [] }, tools: { allowed: [] } }),
  'allowed servers': withServers({ mcp: { allowed: ['server'] } }),
  'allowed servers, all': withServers({ mcp: { allowed: ['*'] } }),
  'excluded servers': withServers({ mcp: { excluded: ['server'] } }),
  'excluded servers, all': withServers({ mcp: { excluded: ['*'] } }),
  'excluded servers in another case': withServers({ mcp: { excluded: ['Server', 'oth*'] } }),
  'excluded and allowed servers': withServers({
    mcp: { excluded: ['server'], allowed: ['server'] },
  }),
  'excluded and trusted servers': [
    { mcp: { excluded: ['server'] }, mcpServers: { server: { trust: true }, other: {} } },
  ],
  trust: [{ mcpServers: { server: { trust: true }, other: { trust: false } } }],
  'trust and confirmation': [
    {
      mcpServers: { server: { trust: true }, other: {} },
      tools: { confirmationRequired: ['mcp_server_list'] },
    },
  ],
  'trust and exclusion': [
    {
      mcpServers: { server: { trust: true }, other: {} },
      tools: { exclude: ['mcp_server_delete', 'list'] },
    },
  ],
  'included tools': [{ mcpServers: { server: { includeTools: ['list'] }, other: {} } }],
  'included tools with a pattern': [
    { mcpServers: { server: { includeTools: ['list(x)'] }, other: { includeTools: [] } } },
  ],
  'excluded tools of a server': [
    { mcpServers: { server: { excludeTools: ['delete'] }, other: { excludeTools: ['*'] } } },
  ],
  'included and excluded tools': [
    { mcpServers: { server: { includeTools: ['list', 'delete'], excludeTools: ['list'] } } },
  ],
  'no servers': [{}],
  'no yolo': withServers({ security: { disableYoloMode: true } }),
  'never always': withServers({ security: { disableAlwaysAllow: true } }),
  'no trust of folders': withServers({ security: { folderTrust: { enabled: false } } }),
  'a folder of policies': withServers({ policyPaths: ['.gemini/policies'] }),
  'a file of policies': withServers({ policyPaths: ['.gemini/policies/deny.toml'] }),
  'administrators policies': withServers({ adminPolicyPaths: ['.gemini/policies'] }),
  'disabled skills': withServers({ skills: { disabled: ['review'] } }),
};

const callsInLayers: readonly ToolCall[] = [
  ...['rm x', 'ls', 'touch y', 'git push', 'npm test', 'rm x && ls', 'git log > y'].map(
    callsOf('run_shell_command'),
  ),
  ...['src/a.ts', '../outside.txt'].map(callsOf('read_file')),
  ...['n1', 'src/n2.md', '../n3', '.gemini/settings.json', 'package.json'].map(
    callsOf('write_file'),
  ),
  ...[callsOf('replace')('src/a.ts'), callsOf('glob')('**/*.ts'), callsOf('list_directory')('src')],
  ...[callsOf('web_fetch')('https://example.com/a'), callsOf('google_web_search')('weather')],
  ...[callsOf('activate_skill')('review'), callsOf('invoke_agent')('codebase_investigator')],
  ...['server__list', 'server__delete', 'other__list', 'other__delete'].map((name) =>
    callsOf(`mcp__${name}`)(''),
  ),
];

const project = '/project';

export const geminiCli: AskedRules = {
  ...{ host, groups, settingsWith, layers, callsInLayers },
  lists: ['exclude', 'allowed', 'core', 'confirmationRequired'],
  resolved: ({ tool, subject }) => ({
    tool,
    subject: /^(?:read_file|replace|write_file|list_directory)$/.test(tool)
      ? path.posix.relative(project, path.posix.resolve(project, subject)) || '.'
      : subject,
  }),
};
