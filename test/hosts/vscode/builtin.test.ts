import assert from 'node:assert/strict';
import { claudeFields } from '../../../server/hosts/vscode/claude-fields';
import { editorSupport } from '../../../server/hosts/vscode/editor-support';
import { agentFields } from '../../../server/hosts/vscode/fields';

describe("VS Code's own support for agent files", () => {
  const own = { languageId: 'chatagent', path: 'w/.github/agents/a.agent.md', version: '1.139.1' };
  const claude = { ...own, path: 'w/.claude/agents/a.md' };

  it('exists only for its own language ID', () => {
    assert.ok(editorSupport(own));
    assert.equal(editorSupport({ ...own, languageId: 'markdown' }), null);
  });

  it('begins with a different version for each folder', () => {
    assert.ok(editorSupport({ ...own, version: '1.106.0' }));
    assert.equal(editorSupport({ ...own, version: '1.105.3' }), null);
    assert.equal(editorSupport({ ...claude, version: '1.109.0' }), null);
    assert.ok(editorSupport({ ...claude, version: '1.110.0' }));
  });

  it('differs by target', () => {
    assert.ok(editorSupport(own)?.reports['vscode']?.includes('unknown-tool'));
    assert.ok(
      !editorSupport({ ...own, target: 'github-copilot' })?.reports['vscode']?.includes(
        'unknown-tool',
      ),
    );
    assert.ok(!editorSupport(claude)?.reports['vscode']?.includes('unknown-field'));
    assert.ok(!editorSupport(claude)?.completesFields.includes('color'));
  });

  it('completes only fields that the host knows', () => {
    for (const [document, fields] of [
      [own, agentFields],
      [claude, claudeFields],
    ] as const) {
      const unknown = editorSupport(document)?.completesFields.filter((key) => !(key in fields));
      assert.deepEqual(unknown, []);
    }
  });
});
