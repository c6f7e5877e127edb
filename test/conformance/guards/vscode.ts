// The pairs of a rule and a command about which VS Code is asked, once a person has agreed to automatic approval.
import { vscode as host } from '../../../server/hosts/vscode/host';
import type { AskedRules, Layers } from './asked-rules';
import { callsOf, type Group } from './pairs';

const key = 'chat.tools.terminal.autoApprove';

const commands = [
  ...['rm x', 'rmdir y', 'sudo rm x', 'git push --force', 'git status', 'ls && rm x', 'rm x; ls'],
  ...['npm test', 'npm run build', 'FOO=1 npm test', 'cat a.ts | npm test', 'ls -la'],
];

const call = callsOf('run_in_terminal');

const groups: Readonly<Record<string, Group>> = {
  commands: {
    calls: commands.map(call),
    rules: [
      ...['rm', 'rm x', 'git', 'git push', 'npm test', 'npm', 'n', 'ls', 'rm *', 'rm:*', 'RM', '*'],
      ...['/^npm (test|run)/', '/rm/', '/^RM/i', '/[/', '', 'sudo', 'FOO=1', '/^rm x; ls$/', 'np.'],
      ...['cat', 'Npm'],
    ],
  },
  usual: {
    calls: [
      ...[
        'ls',
        'ls -la src',
        'cd src',
        'echo hi',
        'pwd',
        'cat a.ts',
        'head a.ts',
        'tail a.ts',
        'wc a.ts',
      ],
      ...[
        'which node',
        'grep x a.ts',
        'rg x',
        'find . -name x',
        'find . -delete',
        'sort a.ts',
        'date',
      ],
      ...[
        'git status',
        'git log',
        'git log -1',
        'git diff',
        'git show',
        'git branch',
        'git branch -d x',
      ],
      ...[
        'git add .',
        'git commit -m x',
        'git push',
        'git checkout x',
        'git -C src status',
        'git grep x',
      ],
      ...[
        'rm x',
        'rmdir y',
        'mv a b',
        'cp a b',
        'mkdir d',
        'touch z',
        'chmod +x a.ts',
        'chown me a.ts',
      ],
      ...[
        'kill 1',
        'ps',
        'top',
        'curl https://example.com',
        'wget x',
        'eval ls',
        'sh -c ls',
        'bash x.sh',
      ],
      ...[
        'node x.js',
        'npm test',
        'npm install',
        'npx x',
        'python3 x.py',
        'make',
        'docker ps',
        'sed -n 1p a.ts',
      ],
      ...[
        'sed -i s/a/b/ a.ts',
        'awk 1 a.ts',
        'jq . x',
        'xargs ls',
        'tee y',
        'tr a b',
        'true',
        'test -f x',
      ],
      ...[
        'ls | wc',
        'ls; rm x',
        'ls && git status',
        'echo hi > y',
        'echo hi > /tmp/y',
        'echo $(ls)',
      ],
      ...[
        'echo $HOME',
        'echo "a > b"',
        'cat < a.ts',
        '(ls)',
        'ls &',
        'A=1 ls',
        'LS',
        '/bin/ls',
        './a.ts',
      ],
    ].map(call),
    rules: ['unused', '/./'],
  },
};

const settings = (rules: object, more: object = {}): Layers => [{ [key]: rules, ...more }];

const layers: Readonly<Record<string, Layers>> = {
  none: [{}],
  'no defaults': [{ 'chat.tools.terminal.ignoreDefaultAutoApproveRules': true }],
  disabled: [{ 'chat.tools.terminal.enableAutoApprove': false }],
  'disabled, all allowed': settings(
    { '/./': true },
    { 'chat.tools.terminal.enableAutoApprove': false },
  ),
  global: [{ 'chat.tools.global.autoApprove': true }],
  'a pattern for all': settings({ '/./': true }),
  'a pattern for all, one denied': settings({ '/./': true, rm: false }),
  'one denied, a pattern for all': settings({ rm: false, '/./': true }),
  null: settings({ rm: null, npm: null }),
  'null for a default': settings({ ls: null, git: null }),
  'text and number': settings({ rm: 'true', npm: 1, git: 'allow' }),
  'the whole line': settings({ '/^ls && rm x$/': { approve: true, matchCommandLine: true } }),
  'the whole line, without its flag': settings({ '/^ls && rm x$/': { approve: true } }),
  'the whole line, denied': settings({
    '/&&/': { approve: false, matchCommandLine: true },
    rm: true,
  }),
  'a list': [{ [key]: ['rm'] }],
  'longer and shorter': settings({ npm: true, 'npm run': false }),
  'shorter and longer': settings({ npm: false, 'npm run': true }),
};

export const vscode: AskedRules = {
  ...{ host, groups, layers, lists: ['true', 'false'], callsInLayers: commands.map(call) },
  settingsWith: (list, rule) => ({ [key]: { [rule]: list === 'true' } }),
  resolved: (one) => one,
};
