// What settings of a project take from its agents, in everything that shows what an agent has.
import assert from 'node:assert/strict';
import { running } from '../support/running';

const agent = (name: string, more = ''): string =>
  `---\nname: ${name}\ndescription: Runs tests.\n${more}---\nYou run tests.\n`;
const runner = '.claude/agents/runner.md';
const all = '.claude/agents/all.md';
const files = {
  [runner]: agent('runner', 'tools: Read, Bash, Grep\n'),
  [all]: agent('all'),
  '.claude/settings.json': '{\n  "permissions": {\n    "deny": ["Bash"]\n  }\n}\n',
};

describe('a tool that settings deny', () => {
  it('is counted out by list', () => {
    const { out } = running(files, ['list']);
    assert.match(out, /^all .* all but 2 /m);
    assert.match(out, /^runner .* 2 of 3 /m);
  });

  it('is missing in explain, with the line of the rule', () => {
    const { out } = running(files, ['explain', runner, all]);
    assert.match(out, /as runner · tools Read, Grep · /);
    assert.match(out, /as all · all tools except Bash, Monitor · /);
    assert.match(out, /^ {4}denied by \.claude\/settings\.json, line 3: Bash$/m);
  });

  it('is not granted by a conversion', () => {
    for (const [file, kept, denied] of [
      [runner, /^ {2}read: allow$/m, /bash: allow/],
      [all, /^ {2}bash: deny$/m, /bash: allow/],
    ] as const) {
      const { out } = running(files, ['convert', file, '--to', 'opencode']);
      assert.match(out, kept);
      assert.doesNotMatch(out, denied);
    }
  });

  it('keeps an agent from starting that has no other', () => {
    const { out } = running({ ...files, [runner]: agent('runner', 'tools: Bash\n') }, ['check']);
    assert.match(
      out,
      /^error empty-tools: Claude Code refuses to start the agent because \.claude\/settings\.json denies tools of its list\./m,
    );
  });

  it('is missing in agents of OpenCode and Kilo that have no rule of their own', () => {
    for (const [folder, config] of [
      ['.opencode/agent', 'opencode.json'],
      ['.kilo/agent', 'kilo.jsonc'],
    ] as const) {
      const text = (rule: string): string =>
        `---\ndescription: Runs tests.\n${rule}---\nYou run tests.\n`;
      const project = {
        [`${folder}/plain.md`]: text(''),
        [`${folder}/own.md`]: text('permission:\n  bash: allow\n'),
        [config]:
          '{\n  "tools": { "write": false },\n  "permission": {\n    "bash": "deny"\n  }\n}\n',
      };
      const { out } = running(project, ['explain', `${folder}/plain.md`, `${folder}/own.md`]);
      const [, plain = '', own = ''] = out.split(/^\S.*\.md$/m);
      for (const [tool, line] of [
        ['bash', 4],
        ['edit', 2],
        ['write', 2],
      ] as const)
        assert.match(plain, new RegExp(`^ {4}denied by ${config}, line ${line}: ${tool}$`, 'm'));
      assert.doesNotMatch(own, /: bash$/m);
      assert.match(own, /line 2: write$/m);
    }
  });

  it('is missing in agents of the configuration that contains the rule', () => {
    const config = {
      permission: { bash: 'deny' },
      agent: {
        plain: { description: 'Runs.' },
        own: { description: 'Runs.', permission: { bash: 'ask' } },
      },
    };
    const { out } = running({ 'opencode.json': JSON.stringify(config, undefined, 2) }, ['list']);
    assert.match(out, /^plain .* all but 1 /m);
    assert.match(out, /^own .* all /m);
  });

  for (const [what, settings] of [
    ['with a comment', '{ // none\n "permissions": { "deny": ["Bash"] } }'],
    [
      'with an invalid hook',
      '{ "permissions": { "deny": ["Bash"] }, "hooks": { "PreToolUse": [{ "type": "command" }] } }',
    ],
    ['that deny some commands', '{ "permissions": { "deny": ["Bash(rm:*)"] } }'],
    ['of another folder', null],
  ] as const)
    it(`stays where the program does not apply settings: ${what}`, () => {
      const { '.claude/settings.json': own, ...others } = files;
      const around: Readonly<Record<string, string>> =
        settings === null
          ? { 'other/.claude/settings.json': own }
          : { '.claude/settings.json': settings };
      const { out } = running({ ...others, ...around }, ['list']);
      assert.match(out, /^all .* all /m);
      assert.match(out, /^runner .* 3 /m);
    });
});
