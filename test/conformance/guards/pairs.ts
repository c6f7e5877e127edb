// The pairs of a rule and a call, and of a matcher and a tool, about which Claude Code is asked.
import type { ToolCall } from '../../../server/hosts/model/guards';

export const lists = ['deny', 'ask', 'allow'] as const;
export type List = (typeof lists)[number];

export interface Group {
  readonly calls: readonly ToolCall[];
  readonly rules: readonly string[];
}

export const callsOf =
  (tool: string) =>
  (subject: string): ToolCall => ({ tool, subject });

export const commands = [
  ...['rm x', 'rm -rf x', 'rm', 'rmdir d', 'ls', 'ls -la', 'ls && rm x', 'rm x; ls', 'git push'],
  ...['git push origin main', 'git push --force', 'git -C . push', 'git  push', ' rm x'],
  ...['FOO=1 rm x', 'sudo rm x', 'timeout 5 rm x', 'bash -c "rm x"', 'echo $(rm x)', 'echo rm'],
  ...['ls | xargs rm', '/bin/rm x', 'npm run build', 'npm test', 'echo "a b"', 'rm x > y'],
  ...['rm x || true', '(rm x)', 'cd src && rm a', 'if true; then rm x; fi', 'cat x', 'nice rm x'],
  ...['rm x &', 'r\\m x', 'echo a; git push', 'env rm x', 'command rm x', 'time rm x', '"rm" x'],
  ...['find . -exec rm {} ;', 'touch y', 'git status', 'git log | cat', 'ls\nrm x', 'rm\tx'],
];

const paths = ['src/a.ts', 'a.ts', '.env', 'src/.env', 'secrets/k', 'src/deep/c.ts', 'README.md'];

const commandsOnFiles = [
  ...['cat .env', 'cat src/a.ts', 'head -5 src/a.ts', 'echo x > src/a.ts', 'touch src/q'],
  ...['sed -i s/a/b/ src/a.ts', 'grep x src/a.ts', 'rm src/a.ts', 'ls src', 'ls', 'git status'],
];

/** With `.`, `..` and `//`, and what leads out of the project. */
const roundabout = [
  ...['src/../secrets/k', 'secrets/../src/a.ts', 'src/./a.ts', 'src//a.ts', 'src/deep/../../a.ts'],
  ...['../outside.txt', 'src/../../outside.txt', '../project/src/a.ts', 'src/..//secrets/./k'],
];

/** The same for files that are new, so that each call is valid whatever the others did. */
const roundaboutNew = [
  ...['src/../secrets/n', 'secrets/../src/n1', 'src/./n2', 'src//n3', 'src/deep/../../n4', '../n5'],
  ...['src/../../n6', '../project/src/n7', 'src/..//secrets/./n8', './src/n9', './/n10'],
];

/** Files that programs run or read as settings, and others with such names. */
const hidden = [
  ...['.git/hooks/x', '.vscode/x.json', '.github/x.yml', '.hidden', 'src/.hidden', '.folder/x'],
  ...['src/.git/x', '.bashrc', '.gitconfig', '.idea/x', '.claude/agents/x.md', '.mcp.json'],
  // The last one, because the other calls depend on it.
  '.claude/settings.json',
];

/** A skill, a command and an agent of a plugin that is named `pp`, with their files. */
export const ofPlugin: Readonly<Record<string, string>> = {
  'pp:greet': 'skills/greet/SKILL.md',
  'pp:run': 'commands/run.md',
  'pp:helper': 'agents/helper.md',
};

export const groups: Readonly<Record<string, Group>> = {
  commands: {
    calls: commands.map(callsOf('Bash')),
    rules: [
      ...['Bash', 'Bash(*)', 'Bash(rm)', 'Bash(rm *)', 'Bash(rm:*)', 'Bash(rm*)', 'Bash(rm -rf:*)'],
      ...['Bash(rm -rf *)', 'Bash(rm x)', 'Bash(git push:*)', 'Bash(git push*)', 'Bash(git *)'],
      ...['Bash(git * main)', 'Bash(* --force)', 'Bash(*push*)', 'Bash(npm run *)', 'Bash(npm:*)'],
      ...['Bash(r*)', 'Bash(sudo:*)', 'Bash(ls)', 'Bash(ls:*)', 'Bash(*rm*)', 'Bash( rm x )'],
      ...['Bash(git  push)', 'Bash(echo:*)', 'Bash(cat *)', 'B*', '*', 'Bash(rm -*)', 'Bash(RM:*)'],
      ...['Bash(* x)', 'Bash(git status)', 'Bash(timeout:*)', 'Bash(rm? x)', 'Bash(rm [x])'],
      ...['Bash(cd:*)', 'Bash(xargs:*)', 'Bash(FOO=1 rm x)', 'Bash(rm x > y)'],
    ],
  },
  files: {
    calls: [
      ...[...paths, '/etc/hostname'].map(callsOf('Read')),
      ...paths.flatMap((path) => [callsOf('Edit')(path), callsOf('Write')(path)]),
      ...commandsOnFiles.map(callsOf('Bash')),
    ],
    rules: [
      ...['Read', 'Edit', 'Write', 'Read(*)', 'Edit(*)', 'Read(**)', 'Edit(**)', 'Read(.env)'],
      ...['Read(./.env)', 'Read(**/.env)', 'Read(src/**)', 'Read(/src/**)', 'Read(//etc/**)'],
      ...['Read(~/**)', 'Read(*.ts)', 'Read(src)', 'Read(src/)', 'Read(src/*)', 'Edit(src/**)'],
      ...['Edit(*.ts)', 'Edit(/src/a.ts)', 'Edit(a.ts)', 'Edit(src/a.ts)', 'Edit(./src/a.ts)'],
      ...['Edit(**/c.ts)', 'Edit(.env)', 'Edit(SRC/**)', 'Edit({a,b}.ts)', 'Edit(src/[ab].ts)'],
      ...['Edit(!src/**)', 'Edit(src/?.ts)', 'Read(.env*)', 'Read(*env)', 'Edit(src/*/c.ts)'],
      ...['Edit(/*.ts)', 'Edit(src/**/*.ts)', 'E*', 'Edit(deep)', 'Read(secrets/**)'],
    ],
  },
  skills: {
    calls: ['review', 'deploy', 'git:pr'].map(callsOf('Skill')),
    rules: [
      ...['Skill', 'Skill(review)', 'Skill(reviw)', 'Skill(Review)', 'Skill(rev)', 'Skill(rev:*)'],
      ...['Skill(review:*)', 'Skill(review main)', 'Skill(git:pr)', 'Skill(git:*)', 'Skill(git)'],
      ...['Skill(pr)', 'Skill(nothing)', 'Skill(*)', 'Skill(/review)', 'Skill(/review:*)'],
      ...['SlashCommand', 'SlashCommand(/review)', 'SlashCommand(review)'],
      ...['SlashCommand(/review:*)', 'SlashCommand(/git:pr)', 'SlashCommand(*)'],
    ],
  },
  'plugin skills': {
    calls: ['pp:greet', 'pp:run'].map(callsOf('Skill')),
    rules: [
      ...['Skill(pp:greet)', 'Skill(pp:run)', 'Skill(greet)', 'Skill(run)', 'Skill(pp:*)'],
      ...['Skill(pp)', 'Skill(PP:greet)', 'Skill(pp:greet:*)', 'Skill(pp:gre)', 'Skill(qq:greet)'],
      ...['Skill(pp:greet now)', 'Skill(/pp:run)', 'Skill(/pp:run:*)', 'Skill(/pp:*)'],
      ...['SlashCommand(/pp:run)', 'SlashCommand(pp:run)', 'SlashCommand(/pp:run:*)'],
      ...['SlashCommand(/pp:*)', 'SlashCommand(/run)'],
    ],
  },
  'plugin agents': {
    calls: ['pp:helper', 'Explore'].map(callsOf('Agent')),
    rules: [
      ...['Agent(pp:helper)', 'Task(pp:helper)', 'Agent(helper)', 'Agent(pp:*)', 'Agent(Explore)'],
      ...['Agent(PP:helper)', 'Agent(qq:helper)'],
    ],
  },
  roundabout: {
    calls: [
      ...roundabout.map(callsOf('Read')),
      ...[...roundaboutNew, ...hidden].map(callsOf('Write')),
    ],
    rules: [
      ...['Read', 'Edit', 'Read(secrets/**)', 'Edit(secrets/**)', 'Read(src/**)', 'Edit(src/**)'],
      ...['Edit(**)', 'Edit(*)', 'Read(**)', 'Edit(.git/**)', 'Edit(.*)'],
    ],
  },
  'roundabout depth': {
    calls: [
      ...['src/n', 'secrets/n', 'a/src/n', 'a/src/b/n', 'a/b/src/n', 'src/deep/n', 'a/src/deep/n'],
      ...['src/a/b/n', 'n', 'a/SRC/n'],
    ].map(callsOf('Write')),
    rules: [
      ...['Edit(src/**)', 'Edit(/src/**)', 'Edit(./src/**)', 'Edit(src/*)', 'Edit(src/deep/**)'],
      ...[
        'Edit(src/)',
        'Edit(src/**/)',
        'Edit(src/**/n)',
        'Edit(/src)',
        'Edit(src/deep)',
        'Edit(a**n)',
      ],
      ...['Edit(**/src/**)', 'Edit(src/**/**)', 'Edit(*/**)', 'Edit(s*/**)', 'Edit(/s*/**)'],
    ],
  },
  'roundabout classes': {
    calls: ['b', 'c', 'z', '!', '^', '-', '[b'].map((name) => callsOf('Write')(`src/${name}.ts`)),
    rules: [
      ...['Edit(src/[!b].ts)', 'Edit(src/[^b].ts)', 'Edit(src/[z-a].ts)', 'Edit(src/[a-c].ts)'],
      ...[
        'Edit(src/[b.ts)',
        'Edit(src/[a-c-].ts)',
        String.raw`Edit(src/\b.ts)`,
        'Edit(src/[!].ts)',
      ],
    ],
  },
  pages: {
    calls: [
      ...['https://example.com/a', 'https://sub.example.com/', 'http://example.com'],
      ...['https://example.org/', 'https://example.com:8080/', 'https://EXAMPLE.com/'],
      ...['https://a.b.example.com/', 'https://notexample.com/'],
    ].map(callsOf('WebFetch')),
    rules: [
      ...['WebFetch', 'WebFetch(domain:example.com)', 'WebFetch(domain:*.example.com)'],
      ...['WebFetch(domain:example.*)', 'WebFetch(domain:EXAMPLE.com)', 'WebFetch(*)', 'Web*'],
      ...['WebFetch(domain:*)', 'WebFetch(domain:*example.com)', 'WebFetch(domain:example.com/a)'],
    ],
  },
  servers: {
    calls: ['server__list', 'server__delete', 'other__list', 'other__delete'].map((name) =>
      callsOf(`mcp__${name}`)(''),
    ),
    rules: [
      ...['mcp__server', 'mcp__server__list', 'mcp__server__*', 'mcp__*', 'mcp__serv', '*'],
      ...['mcp__server__l*', 'mcp__other', 'mcp__*__list', 'mcp__server__', 'mcp__server*'],
      ...['MCP__server', 'mcp__server__List'],
    ],
  },
};

/** With rules that ask, so that what they ask about would be allowed otherwise. */
const allowed = ['Bash', 'Edit', 'Write', 'Read', 'WebFetch', 'mcp__server', 'mcp__other'];

export const settingsWith = (list: List, rule: string): object => ({
  permissions: { [list]: [rule], ...(list === 'ask' && { allow: allowed }) },
});

/** Settings of a project and of one user in it. */
export const layers: Readonly<Record<string, readonly [project: object, local?: object]>> = {
  none: [{}],
  'mode acceptEdits': [{ permissions: { defaultMode: 'acceptEdits' } }],
  'mode dontAsk': [{ permissions: { defaultMode: 'dontAsk' } }],
  'mode plan': [{ permissions: { defaultMode: 'plan' } }],
  'mode auto': [{ permissions: { defaultMode: 'auto' } }],
  'mode manual': [{ permissions: { defaultMode: 'manual' } }],
  'mode bypassPermissions': [{ permissions: { defaultMode: 'bypassPermissions' } }],
  'a local mode': [
    { permissions: { defaultMode: 'acceptEdits' } },
    { permissions: { defaultMode: 'default' } },
  ],
  'deny, then allow': [
    { permissions: { deny: ['Bash(rm:*)'] } },
    { permissions: { allow: ['Bash(rm:*)'] } },
  ],
  'allow, then deny': [
    { permissions: { allow: ['Bash(rm:*)'] } },
    { permissions: { deny: ['Bash(rm:*)'] } },
  ],
  'ask, then allow': [
    { permissions: { ask: ['Bash(rm:*)'] } },
    { permissions: { allow: ['Bash(rm:*)'] } },
  ],
  'ask of all, allow of one': [{ permissions: { ask: ['Bash'], allow: ['Bash(rm x)'] } }],
  'allow of all, ask of one': [{ permissions: { allow: ['Bash'], ask: ['Bash(rm x)'] } }],
  'ask in the mode dontAsk': [
    { permissions: { ask: ['Bash(rm:*)'], allow: ['Edit'], defaultMode: 'dontAsk' } },
  ],
  'deny in the mode acceptEdits': [
    { permissions: { deny: ['Edit(src/**)'], ask: ['Write'], defaultMode: 'acceptEdits' } },
  ],
  'a file that is ignored': [
    { cleanupPeriodDays: 'x', permissions: { deny: ['Bash(rm:*)'] } },
    { permissions: { allow: ['Bash(rm:*)', 'Edit'] } },
  ],
};

const simpleCalls: readonly ToolCall[] = [
  ...['rm x', 'ls'].map(callsOf('Bash')),
  ...[callsOf('Read')('src/a.ts'), callsOf('Edit')('src/a.ts'), callsOf('Write')('n.txt')],
  ...[callsOf('WebFetch')('https://example.com/a'), callsOf('mcp__server__list')('')],
];

export const callsInLayers: readonly ToolCall[] = [
  ...simpleCalls,
  ...roundabout.map(callsOf('Read')),
  ...[...roundaboutNew, ...hidden].map(callsOf('Write')),
];

/** Calls of these tools get as far as the hooks. */
export const callsBeforeHooks: readonly ToolCall[] = [
  ...simpleCalls.slice(1),
  ...[callsOf('mcp__server__delete')(''), callsOf('mcp__other__delete')('')],
  ...[callsOf('Agent')(''), callsOf('WebSearch')('a b c')],
];

export const matchers: readonly (string | null)[] = [
  ...[null, '', '*', 'Bash', 'bash', 'BASH', 'Bash|Edit', 'Bash|edit', 'Edit|Write', 'Edit, Write'],
  ...[
    'Edit,Write',
    'Edit | Write',
    'Bash ',
    ' Bash',
    'Ed.t',
    'di.',
    'E.*',
    '^E',
    'Edit$',
    '^Edit$',
  ],
  ...['Edi', 'Edit.*', 'Write|Ed.t', 'mcp__server__.*', 'mcp__server', 'mcp__server__', '.*'],
  ...[
    'mcp__server__list',
    'mcp__server__*',
    'mcp__.*',
    'mcp__*',
    'Bash(',
    'Bash(rm:*)',
    'Bash(ls)',
  ],
  ...['(Bash)', '[A-Z].*', 'Task', 'Agent', 'MultiEdit', 'Web.*', 'Web', 'WebFetch|WebSearch', '|'],
  ...['Bash|', '|Bash', '.*Edit.*', '(?i)bash', 'shell', 'run_shell_command', '*Edit', 'Edit*'],
  ...['mcp__server__.+', '!Bash', '/Bash/', 'Bash\\b', 'mcp__.*__delete.*', 'Write-', 'a b'],
];
