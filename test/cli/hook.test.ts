// `dossier hook`: what a model is given after it wrote a file, with the input that each program was recorded to pass.
import assert from 'node:assert/strict';
import { hookPrograms } from '../conformance/hooks/programs';
import { recordedHooks } from '../conformance/hooks/recorded';
import { catalog } from '../support/catalog';
import { type Ran, running } from '../support/running';

const broken =
  '---\nname: reviewer\ndescription: Reviews.\nallowed-tools: Read\n---\nYou review.\n';
const at = '.claude/agents/reviewer.md';

/** What Claude Code passes after it wrote the file. */
const wrote = (file_path: unknown, more: object = {}): string =>
  JSON.stringify({
    hook_event_name: 'PostToolUse',
    tool_name: 'Write',
    tool_input: { file_path },
    tool_response: {},
    cwd: '/project',
    ...more,
  });

const hooked = (
  input: string,
  files: Readonly<Record<string, string>> = { [at]: broken },
  ...args: readonly string[]
): Ran => running(files, ['hook', ...args], input);

/** The text that reaches the model. */
const reported = (ran: Ran): string => {
  const { hookSpecificOutput: own } = ran.json as {
    readonly hookSpecificOutput: { readonly additionalContext: string };
  };
  return own.additionalContext;
};

const isSilent = ({ code, out, err }: Ran): void => assert.deepEqual([code, out, err], [0, '', '']);

describe('dossier hook', () => {
  it('gives the model the errors of the file that it wrote', () => {
    const ran = hooked(wrote('/project/.claude/agents/reviewer.md'));
    assert.equal(
      reported(ran),
      [
        'Dossier found a problem in a file that was just written. Correct it:',
        '- .claude/agents/reviewer.md:4: error: "allowed-tools" is not a field in Claude Code. Claude Code ignores it and reports it only in its debug log. The limit does not apply. Did you mean "tools"? (unknown-field)',
      ].join('\n'),
    );
    assert.equal(ran.code, 0);
    assert.equal(ran.err, '');
  });

  it('is silent about a file without problems', () =>
    isSilent(hooked(wrote(`/project/${at}`), { [at]: broken.replace('allowed-tools', 'tools') })));

  it('is silent about a warning that has no certain fix', () => {
    const text = broken.replace('allowed-tools: Read', 'model: sonet');
    isSilent(hooked(wrote(`/project/${at}`), { [at]: text }));
  });

  it('is silent about other files', () =>
    isSilent(hooked(wrote('/project/src/main.ts'), { 'src/main.ts': 'export {};\n' })));

  for (const [what, input] of [
    ['nothing', ''],
    ['half of an object', '{"tool_name":'],
    ['a list', '[]'],
    ['null', 'null'],
    ['another tool', wrote(`/project/${at}`, { tool_name: 'Read' })],
    ['another event', wrote(`/project/${at}`, { hook_event_name: 'PreToolUse' })],
    ['a path that is a number', wrote(5)],
    ['no path', wrote(undefined)],
    ['a file that is gone', wrote('/project/.claude/agents/gone.md')],
    ['a folder', wrote('/project/.claude/agents')],
    ['a name that looks like an option', wrote('--fix')],
  ] as const)
    it(`never fails: ${what}`, () => isSilent(hooked(input)));

  it('never fails for settings that cannot be read', () =>
    isSilent(hooked(wrote(`/project/${at}`), { [at]: broken, 'dossier.config.json': '{' })));

  it('finds a path relative to the folder of the session', () => {
    const ran = hooked(wrote('agents/reviewer.md', { cwd: '/project/.claude' }));
    assert.match(reported(ran), /^- \.claude\/agents\/reviewer\.md:4: error/m);
  });

  it('reports a refusal with --block', () => {
    const { json } = hooked(wrote(`/project/${at}`), undefined, '--block');
    const { decision, reason } = json as { readonly decision: string; readonly reason: string };
    assert.equal(decision, 'block');
    assert.match(reason, /allowed-tools/);
  });

  it('gives at most ten lines', () => {
    const fields = Array.from({ length: 20 }, (_, index) => `tools${index}x: Read\n`).join('');
    const many = `---\nname: reviewer\ndescription: Reviews.\nallowed-tools: Read\n${fields}hooks: 5\nskills: 5\nmcpServers: 5\n---\nYou.\n`;
    const several = Array.from(
      { length: 12 },
      (_, index) => `---\nname: a${index}\nallowed-tools: Read\n---\nYou.\n`,
    );
    const files = Object.fromEntries(
      several.map((text, index) => [`.codex/agents/a${index}.toml`, text]),
    );
    assert.ok(reported(hooked(wrote(`/project/${at}`), { [at]: many })).split('\n').length <= 10);
    const patch = Object.keys(files)
      .map((file) => `*** Add File: ${file}\n+x`)
      .join('\n');
    const lines = reported(
      hooked(
        JSON.stringify({
          hook_event_name: 'PostToolUse',
          tool_name: 'apply_patch',
          tool_input: { command: `*** Begin Patch\n${patch}\n*** End Patch` },
        }),
        files,
      ),
    ).split('\n');
    assert.equal(lines.length, 10);
    assert.match(lines[0] ?? '', /^Dossier found 12 problems/);
    assert.equal(lines.at(-1), '- 4 more. Run `dossier check` to see them.');
  });

  it('reports once what several programs report of a line', () => {
    const text = '---\nname: deploy\ndescription: Deploys.\n\nDeploy.\n';
    const file = '.agents/skills/deploy/SKILL.md';
    const out = reported(hooked(wrote(`/project/${file}`), { [file]: text }));
    assert.equal([...out.matchAll(/broken-fence/g)].length, 1);
    assert.match(out, /\(broken-fence, also for .*Gemini CLI/);
  });

  it('understands the input that VS Code documents', () => {
    const input = JSON.stringify({
      hookEventName: 'PostToolUse',
      tool_name: 'editFiles',
      tool_input: { files: [at] },
    });
    assert.match(reported(hooked(input)), /allowed-tools/);
  });

  it('changes nothing', () => assert.equal(hooked(wrote(`/project/${at}`)).file(at), broken));

  it('explains itself', () => {
    assert.match(hooked('', {}, '--help').out, /^dossier hook {3}/);
    assert.equal(hooked('', {}, '--bock').code, 2);
  });
});

for (const { host, files } of hookPrograms)
  describe(`dossier hook in ${host}`, () => {
    const recorded = recordedHooks(host);
    const inputs = (recorded?.inputs ?? []).map((input) =>
      JSON.stringify(input).replaceAll('<project>', '/project'),
    );

    it('was recorded in the version that is declared', () =>
      assert.equal(recorded?.version, catalog.hosts.find(({ id }) => id === host)?.version));

    it('was recorded for each write', () => assert.equal(inputs.length, 2 * files.length));

    for (const [index, { file, text, before, after, finding }] of files.entries()) {
      it(`reports ${file}`, () => {
        const { out } = hooked(inputs[2 * index] ?? '', { [file]: text });
        assert.match(out, finding);
        assert.match(out, /additionalContext/);
      });

      it(`is silent when ${file} is correct`, () =>
        isSilent(hooked(inputs[2 * index + 1] ?? '', { [file]: text.replace(before, after) })));
    }
  });
