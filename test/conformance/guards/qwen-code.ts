// The pairs of a rule and a call about which Qwen Code is asked.
import path from 'node:path';
import type { ToolCall } from '../../../server/hosts/model/guards';
import { qwenCode as host } from '../../../server/hosts/qwen-code/host';
import type { AskedRules, Layers } from './asked-rules';
import { callsOf, commands, type Group } from './pairs';

const paths = ['src/a.ts', 'a.ts', '.env', 'src/.env', 'secrets/k', 'src/deep/c.ts', 'README.md'];
const newPaths = [
  'src/n1',
  'n2',
  'src/deep/n3',
  'secrets/n4',
  '.n5',
  'src/n6.ts',
  '../n7',
  'n8.ts',
];

const groups: Readonly<Record<string, Group>> = {
  commands: {
    calls: commands.map(callsOf('run_shell_command')),
    rules: [
      ...['Bash', 'Bash(*)', 'Bash(rm)', 'Bash(rm *)', 'Bash(rm:*)', 'Bash(rm*)', 'Bash(rm x)'],
      ...['Bash(rm -rf *)', 'Bash(git push:*)', 'Bash(git * main)', 'Bash(* --force)', 'Bash()'],
      ...['Bash(*push*)', 'Bash(sudo:*)', 'Bash(ls)', 'Bash( rm x )', 'Bash(git  push)', 'bash'],
      ...['run_shell_command(rm)', 'ShellTool(rm x)', 'Shell(git push)', 'B*', '*', 'Bash(rm -*)'],
      ...['Bash(RM:*)', 'Bash(* x)', 'Bash(rm? x)', 'Bash(rm [x])', 'Bash(FOO=1 rm x)', 'Bash(rm'],
      ...['Bash(echo "a b")', 'Bash(echo a b)', 'Bash (rm x)', 'Read', 'Edit', 'Read(src/**)'],
    ],
  },
  files: {
    calls: [
      ...[...paths, '/etc/hostname'].map(callsOf('read_file')),
      ...newPaths.map(callsOf('write_file')),
      ...paths.slice(0, 3).map(callsOf('edit')),
      ...['cat .env', 'cat src/a.ts', 'git status', 'ls src', 'echo x > src/a.ts'].map(
        callsOf('run_shell_command'),
      ),
    ],
    rules: [
      ...[
        'Read',
        'Edit',
        'Write',
        'Read(*)',
        'Edit(**)',
        'Read(.env)',
        'Read(./.env)',
        'read_file',
      ],
      ...['Read(**/.env)', 'Read(src/**)', 'Read(/src/**)', 'Read(//etc/**)', 'Read(~/**)'],
      ...['Read(*.ts)', 'Read(src)', 'Read(src/)', 'Read(src/*)', 'Edit(src/**)', 'Write(src/**)'],
      ...['Edit(*.ts)', 'Edit(**/*.ts)', 'Edit(SRC/**)', 'Edit({a,b}.ts)', 'Edit(src/[an]*)'],
      ...['write_file(src/**)', 'Edit(!src/**)', 'Edit(src/n?)', 'Read(**)', 'Edit(src/**/n3)'],
      ...['WriteFileTool', 'ReadFile(.env)', 'EditTool(src/**)', 'Edit(**/deep/**)', 'Edit(../n7)'],
      ...['edit(.n5)', 'Edit(.*)', 'Edit(src/)', 'MultiEdit', 'Read(', 'Read(src/a.ts)'],
    ],
  },
  skills: {
    calls: ['review', 'deploy'].map(callsOf('skill')),
    rules: ['Skill', 'Skill(review)', 'Skill(Review)', 'Skill(rev*)', 'skill(review)', 'Skill(*)'],
  },
  pages: {
    calls: [
      ...['https://example.com/a', 'https://sub.example.com/', 'http://example.com'],
      ...['https://example.org/', 'https://example.com:8080/', 'https://EXAMPLE.com/'],
      'https://notexample.com/',
    ].map(callsOf('web_fetch')),
    rules: [
      ...[
        'WebFetch',
        'WebFetch(domain:example.com)',
        'WebFetch(domain:*.example.com)',
        'web_fetch',
      ],
      ...['WebFetch(example.com)', 'WebFetch(domain:EXAMPLE.com)', 'WebFetch(*)', 'webfetch'],
      ...['WebFetch(domain: example.com)', 'WebFetch(domain:example.com/a)', 'WebFetch(domain:)'],
      ...['WebFetch(https://example.com)', 'WebFetch(domain:com)'],
    ],
  },
  servers: {
    calls: ['server__list', 'server__delete', 'other__list', 'other__delete'].map((name) =>
      callsOf(`mcp__${name}`)(''),
    ),
    rules: [
      ...['mcp__server', 'mcp__server__list', 'mcp__server__*', 'mcp__*', 'mcp__serv', '*'],
      ...['mcp__server__l*', 'mcp__*__list', 'mcp__server__', 'MCP__server', 'mcp__server__List'],
      ...['mcp__server(list)', 'mcp_server_list'],
    ],
  },
};

const tools = { approvalMode: 'default' };

/** With rules that ask, so that what they ask about would be allowed otherwise. */
const allowed = ['Bash', 'Edit', 'Read', 'WebFetch', 'Skill', 'mcp__server', 'mcp__other'];

const settingsWith = (list: string, rule: string): object =>
  list.startsWith('tools.')
    ? { tools: { ...tools, [list.slice('tools.'.length)]: [rule] } }
    : { tools, permissions: { [list]: [rule], ...(list === 'ask' && { allow: allowed }) } };

const mode = (approvalMode: string, permissions: object = {}): Layers => [
  { tools: { approvalMode }, permissions },
];
const some = { deny: ['Bash(rm:*)', 'Edit(src/**)'], ask: ['Bash(touch *)'], allow: ['Edit(*)'] };

const layers: Readonly<Record<string, Layers>> = {
  none: [{}],
  'no mode, with rules': [{ permissions: some }],
  'no mode, a tool': [{ permissions: { allow: ['Bash', 'mcp__server'] } }],
  'no mode, a program': [{ permissions: { allow: ['Bash(npm *)', 'Bash(git *)'] } }],
  ...Object.fromEntries(
    ['default', 'auto-edit', 'plan', 'yolo', 'autoEdit', 'auto', 'Default'].flatMap((name) => [
      [`mode ${name}`, mode(name)],
      [`mode ${name}, with rules`, mode(name, some)],
    ]),
  ),
  'deny before allow': mode('default', { deny: ['Bash(rm:*)'], allow: ['Bash'] }),
  'ask before allow': mode('default', { ask: ['Bash(rm:*)'], allow: ['Bash'] }),
  'allow of one, ask of all': mode('default', { ask: ['Bash'], allow: ['Bash(rm x)'] }),
  'a deny list of tools': [{ tools: { ...tools, exclude: ['Bash(rm:*)', 'Write'] } }],
  'an allow list of tools': [{ tools: { ...tools, allowed: ['Bash(rm:*)', 'write_file'] } }],
  'an earlier deny list': [{ excludeTools: ['Bash(rm:*)', 'Write'], approvalMode: 'default' }],
  'an earlier allow list': [{ allowedTools: ['Bash(rm:*)'], approvalMode: 'default' }],
  'an earlier list in a newer file': [{ $version: 4, excludeTools: ['Bash(rm:*)'], tools }],
  'core tools': [{ tools: { ...tools, core: ['Read', 'Bash(ls)'] } }],
  'earlier core tools': [{ coreTools: ['read_file'], tools }],
  'disabled tools': [{ tools: { ...tools, disabled: ['write_file', 'Bash', 'web_fetch'] } }],
  'deny of both lists': [
    { tools: { ...tools, exclude: ['Edit'] }, permissions: { deny: ['Bash'] } },
  ],
  'a rule twice in two lists': mode('default', { deny: ['Bash(rm *)'], ask: ['Bash(rm *)'] }),
  'empty lists': mode('default', { deny: [], allow: [''], ask: [' '] }),
};

const callsInLayers: readonly ToolCall[] = [
  ...['rm x', 'ls', 'touch y', 'git push', 'npm test', 'rm x && ls'].map(
    callsOf('run_shell_command'),
  ),
  ...['src/a.ts', '../outside.txt', '/etc/hostname'].map(callsOf('read_file')),
  ...['n1', 'src/n2', '../n3', '.qwen/settings.json', 'package.json'].map(callsOf('write_file')),
  ...[callsOf('web_fetch')('https://example.com/a'), callsOf('skill')('review')],
  ...[callsOf('mcp__server__list')(''), callsOf('mcp__other__delete')('')],
];

const project = '/project';

export const qwenCode: AskedRules = {
  ...{ host, groups, settingsWith, layers, callsInLayers },
  lists: ['deny', 'ask', 'allow'],
  resolved: ({ tool, subject }) => ({
    tool,
    subject: /^(?:read_file|edit|write_file)$/.test(tool)
      ? path.posix.relative(project, path.posix.resolve(project, subject))
      : subject,
  }),
};
