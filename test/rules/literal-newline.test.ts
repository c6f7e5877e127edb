// The two characters `\n` in a description, for different hosts in use.
import assert from 'node:assert/strict';
import { reportedBy } from '../support/reporting';

const text = '---\nname: a\ndescription: Reviews.\\nUse it often.\n---\nYou review.\n';
const open = '---\ndescription: Reviews.\\nUse it often.\n---\nYou review.\n';

const reported = (
  files: Readonly<Record<string, string>>,
  ...flags: readonly string[]
): readonly string[] => reportedBy('literal-newline', files, ...flags);

describe('a literal "\\n" in a description', () => {
  const project = { '.claude/agents/a.md': text };

  it('is a hint if the host converts it to a line break', () => {
    assert.deepEqual(reported(project), [
      'hint The description contains a literal "\\n". Claude Code converts "\\n" to a line break; most other programs keep it as text. Use line breaks.',
    ]);
  });

  it('is not reported if that host is the only one in use', () => {
    assert.deepEqual(reported(project, '--host', 'claude-code'), []);
    assert.equal(reported(project, '--host', 'claude-code,copilot-cli').length, 1);
    assert.match(reported(project, '--host', 'copilot-cli').join(), /^information .*Copilot CLI/);
  });

  it('is reported if the host keeps it', () => {
    assert.deepEqual(reported({ '.opencode/agent/a.md': open }), [
      'information The description contains a literal "\\n". OpenCode keeps "\\n" as text. Use line breaks.',
    ]);
    // A plugin's description is not changed.
    const plugin = { 'p/.claude-plugin/plugin.json': '{"name": "p"}', 'p/agents/a.md': text };
    assert.match(reported(plugin).join(), /^information .* Claude Code keeps "\\n" as text/);
  });
});
