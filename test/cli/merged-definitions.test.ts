// An agent that a configuration and a file both define: OpenCode and Kilo merge the two, and the file wins.
import assert from 'node:assert/strict';
import { running } from '../support/running';

const programs = [
  ['OpenCode', '.opencode/agent/runner.md', 'opencode.json'],
  ['Kilo', '.kilo/agent/runner.md', 'kilo.json'],
] as const;

const project = (file: string, config: string, head: string, entry: object) => ({
  [file]: `---\n${head}---\nYou run tests.\n`,
  [config]: `${JSON.stringify({ agent: { runner: entry } }, null, 2)}\n`,
});

for (const [program, file, config] of programs)
  describe(`${program}, an agent in ${config} and in a file`, () => {
    it('is listed once, with what both deny', () => {
      const files = project(file, config, 'description: Runs.\npermission:\n  webfetch: deny\n', {
        permission: { bash: 'deny' },
      });
      const { out } = running(files, ['list']);
      assert.match(out, /^runner .* all but \d+ .*\.md$/m);
      assert.match(out, /^1 agent$/m);
      const explained = running(files, ['explain', file]).out;
      assert.match(explained, /all tools except [^·]*bash/);
      assert.match(explained, new RegExp(`denied by ${config}, line \\d+: .*bash`));
    });

    it('is not reported where each sets what the other does not', () => {
      const files = project(file, config, 'description: Runs.\nmode: subagent\n', {
        model: 'anthropic/claude-sonnet-4-5',
        permission: { bash: 'deny' },
      });
      assert.match(running(files, ['check']).out, /0 errors, 0 warnings/);
    });

    it('is reported in both where the file allows what the configuration denies', () => {
      const files = project(file, config, 'description: Runs.\npermission:\n  "*": allow\n', {
        permission: { bash: 'deny' },
      });
      const { out } = running(files, ['check']);
      assert.match(out, new RegExp(`also defined in ${config}, line \\d, with "bash: deny"`));
      assert.match(out, /, which allows more than "bash: deny"/);
      assert.match(out, /2 errors/);
    });

    it('is not reported after the limit is in one of them only', () => {
      const files = project(file, config, 'description: Runs.\npermission:\n  bash: deny\n', {});
      assert.match(running(files, ['check']).out, /0 errors, 0 warnings/);
    });

    it('keeps its denial in a conversion', () => {
      const files = project(file, config, 'description: Runs tests.\n', {
        permission: { bash: 'deny' },
      });
      const { out } = running(files, ['convert', file, '--to', 'claude-code']);
      assert.match(out, /^disallowedTools: .*Bash/m);
    });
  });
