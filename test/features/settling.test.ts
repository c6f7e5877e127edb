// What is shown of a new file while its author thinks, after each key.
import assert from 'node:assert/strict';
import { diagnose } from '../../server/features/diagnostics';
import { settleFindings } from '../../server/features/view/settling';
import { viewAt } from '../support/viewing';
import { words } from '../support/words';

/** What is shown after each key of a text that is typed into an empty file. */
function thinking(at: string, text: string): readonly string[] {
  const shown: string[] = [];
  for (let end = 1; end <= text.length; end++) {
    const typed = text.slice(0, end);
    const view = viewAt(typed, { at });
    const edit = { start: end - 1, end };
    const settled = settleFindings(view, diagnose(view), {
      ...{ phase: 'paused', edit, wasShown: () => false },
    });
    for (const { rule, severity, message } of settled.shown)
      if (severity === 'error' || severity === 'warning')
        shown.push(`${typed}| ${rule}: ${words(message)}`);
  }
  return shown;
}

describe('a new file in which nothing could be finished yet', () => {
  for (const at of [
    '.claude/agents/ab.md',
    '.github/agents/ab.agent.md',
    '.opencode/agent/ab.md',
    '.kilo/agent/ab.md',
    '.cursor/agents/ab.md',
    '.gemini/agents/ab.md',
    '.qwen/agents/ab.md',
    '.factory/droids/ab.md',
  ])
    it(`has no errors and warnings, however long its author thinks after a key: ${at}`, () =>
      assert.deepEqual(thinking(at, '---\nname: ab\ndescription: "R"\n---\n\nYou'), []));

  it('has none for a colon that the program repairs once the frontmatter is closed', () =>
    assert.deepEqual(
      thinking('.opencode/agent/ab.md', '---\ndescription: Traces: sources.\nmode: all\n---\n\nY'),
      [],
    ));

  it('has none in TOML', () => {
    const role = 'name = "a"\ndescription = "d"\ndeveloper_instructions = """\nYou.\n"""\n';
    assert.deepEqual(thinking('.codex/agents/a.toml', role), []);
  });

  for (const [key, rest] of [
    ['permission:', '\n  edit: deny\n  bash:\n    "*": ask'],
    ['tools:', '\n  bash: false'],
  ])
    it(`has none below ${key}`, () =>
      assert.deepEqual(
        thinking('.opencode/agent/ab.md', `---\ndescription: d\n${key}${rest}`),
        [],
      ));
});
