// The dialog that is shown before a tool is changed in all copies of an agent.
import assert from 'node:assert/strict';
import { reviewOf } from '../../client/persona/copies-review';
import type { ToolInCopy } from '../../server/protocol/protocol';

const file = (path: string, hostNames: string, more: Partial<ToolInCopy> = {}): ToolInCopy => ({
  ...{ uri: `file:///w/${path}`, path, hostNames, version: null },
  ...{ edits: [], notes: [], problem: null },
  ...more,
});
const start = { line: 0, character: 0 };
const edits = [{ range: { start, end: start }, newText: 'x' }];

describe('the review of a tool in all copies', () => {
  it('lists what changes first, and what cannot be changed last, with the reasons', () => {
    const { detail, changed } = reviewOf({
      files: [
        file('.claude/agents/a.md', 'Claude Code', {
          edits,
          notes: ['VS Code reads this file too and then grants "web".'],
        }),
        file('.cursor/agents/a.md', 'Cursor', { problem: 'Cursor has no name for it.' }),
        file('.gemini/agents/a.md', 'Gemini CLI'),
        file('.opencode/agent/a.md', 'OpenCode', { edits }),
      ],
    });
    assert.equal(
      detail,
      [
        'Changes:',
        '.claude/agents/a.md (Claude Code)',
        '    VS Code reads this file too and then grants "web".',
        '.opencode/agent/a.md (OpenCode)',
        '',
        'No change needed:',
        '.gemini/agents/a.md (Gemini CLI)',
        '',
        'Cannot be changed:',
        '.cursor/agents/a.md (Cursor)',
        '    Cursor has no name for it.',
      ].join('\n'),
    );
    assert.deepEqual(
      changed.map(({ path }) => path),
      ['.claude/agents/a.md', '.opencode/agent/a.md'],
    );
  });
});
