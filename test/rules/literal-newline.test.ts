// The two characters `\n` in a description, by what the hosts in use make of them.
import assert from 'node:assert/strict';
import { reportedBy } from '../support/reporting';

const text = '---\nname: a\ndescription: Reviews.\\nUse it often.\n---\nYou review.\n';
const open = '---\ndescription: Reviews.\\nUse it often.\n---\nYou review.\n';

const reported = (
  files: Readonly<Record<string, string>>,
  ...flags: readonly string[]
): readonly string[] => reportedBy('literal-newline', files, ...flags);

describe('written line breaks in a description', () => {
  const project = { '.claude/agents/a.md': text };

  it('are a hint where the host turns them into line breaks', () => {
    assert.deepEqual(reported(project), [
      'hint The description contains the two characters "\\n" once. Claude Code turns them into line breaks; most other hosts do not. Write real line breaks.',
    ]);
  });

  it('are not reported where that host is the only one in use', () => {
    assert.deepEqual(reported(project, '--host', 'claude-code'), []);
    assert.equal(reported(project, '--host', 'claude-code,copilot-cli').length, 1);
    assert.match(reported(project, '--host', 'copilot-cli').join(), /^information .*Copilot CLI/);
  });

  it('are reported where the host keeps them', () => {
    assert.deepEqual(reported({ '.opencode/agent/a.md': open }), [
      'information The description contains the two characters "\\n" once. OpenCode keeps them as two characters. Write real line breaks.',
    ]);
    // A plugin's description is not changed.
    const plugin = { 'p/.claude-plugin/plugin.json': '{"name": "p"}', 'p/agents/a.md': text };
    assert.match(reported(plugin).join(), /^information .* Claude Code keeps them/);
  });
});
