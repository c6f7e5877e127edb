import assert from 'node:assert/strict';
import { inlayHints } from '../../server/features/inlay-hints';
import { type Opened, opencodeFile, viewAt, vscodeFile } from '../support/viewing';
import { inEnglish } from '../support/words';

/** The text with its hints where they are shown: `model: sonnet«→ claude-sonnet-5-5»`. */
function hinted(text: string, opened: Opened = {}): string {
  const hints = inEnglish(inlayHints(viewAt(text, opened)));
  return [...hints]
    .sort((a, b) => b.offset - a.offset)
    .reduce(
      (shown, { offset, label }) => `${shown.slice(0, offset)}«${label}»${shown.slice(offset)}`,
      text,
    );
}

describe('inlay hints', () => {
  it('show what an alias stands for', () => {
    assert.match(
      hinted('---\nmodel: sonnet\n---'),
      /^---\nmodel: sonnet«→ claude-sonnet-[\d-]+»\n---$/,
    );
    assert.equal(hinted('---\nmodel: claude-opus-5-5\n---'), '---\nmodel: claude-opus-5-5\n---');
    assert.equal(hinted('---\nmodel: inherit\n---'), '---\nmodel: inherit\n---');
  });

  it('show how many tools are granted, unless it is all of them', () => {
    const head = 'name: a\ndescription: d';
    assert.equal(
      hinted(`---\n${head}\ntools: Read, MultiEdit, Bash, Grep\n---`),
      `---\n${head}\ntools: Read, MultiEdit, Bash, Grep«Claude Code: 2 of 4 tools»\n---`,
    );
    assert.equal(
      hinted(`---\n${head}\ntools: [Read, MultiEdit] # both\n---`),
      `---\n${head}\ntools: [Read, MultiEdit]«Claude Code: 1 of 2 tools» # both\n---`,
    );
    assert.equal(
      hinted(`---\n${head}\ntools:\n  - Read\n  - MultiEdit\n---`),
      `---\n${head}\ntools:«Claude Code: 1 of 2 tools»\n  - Read\n  - MultiEdit\n---`,
    );
    const right = `---\n${head}\ntools: Read, Bash\n---`;
    assert.equal(hinted(right), right);
    const all = `---\n${head}\n---`;
    assert.equal(hinted(all), all);
  });

  it('show what is not granted', () => {
    const text = '---\nname: a\ndescription: d\ntools: Read, MultiEdit, mcp__docs\n---';
    const [hint] = inEnglish(inlayHints(viewAt(text, {})));
    assert.match(hint?.tooltip ?? '', /Claude Code grants Read/);
    assert.match(hint?.tooltip ?? '', /Not granted: MultiEdit/);
    assert.match(hint?.tooltip ?? '', /Granted if available: mcp__docs/);
  });

  it('stay away where they were not asked for', () => {
    const text = '---\nname: a\ndescription: d\nmodel: sonnet\n---';
    assert.equal(hinted(text, { settings: { inlayHints: false } }), text);
    assert.equal(hinted(text, { at: 'notes/a.md' }), text);
  });

  it('are not shown for hosts that have no aliases', () => {
    const opencode = '---\nmodel: anthropic/claude-sonnet-4-5\n---';
    assert.equal(hinted(opencode, { at: opencodeFile }), opencode);
    const vscode = '---\ndescription: d\nmodel: GPT-5 (copilot)\n---';
    assert.equal(hinted(vscode, { at: vscodeFile }), vscode);
  });
});
