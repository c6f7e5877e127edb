// Configurations that cannot be read for a moment: what is reported once they can, and of agents that depend on them.
import assert from 'node:assert/strict';
import type { PublishDiagnosticsParams } from 'vscode-languageserver-protocol/node';
import { memoryFileSystem } from '../../server/world/memory';
import { type Session, serving } from '../support/serving';

const rulesOf = (published: PublishDiagnosticsParams | undefined): readonly unknown[] =>
  published?.diagnostics.map(({ code }) => code).sort() ?? [];

/** Larger than any of the texts. */
const whole = { start: { line: 0, character: 0 }, end: { line: 1_000, character: 0 } };

interface Edit {
  readonly range: typeof whole;
  readonly text: string;
}

/** What differs is removed, and the new text is typed in its place, one character at a time. */
function typedEdits(before: string, after: string): readonly Edit[] {
  let same = 0;
  while (same < before.length && before[same] === after[same]) same++;
  const most = Math.min(before.length, after.length) - same;
  let end = 0;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end++;
  let now = before;
  const edit = (start: number, until: number, text: string): Edit => {
    const at = (offset: number) => {
      const lines = now.slice(0, offset).split('\n');
      return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    };
    const range = { start: at(start), end: at(until) };
    now = now.slice(0, start) + text + now.slice(until);
    return { range, text };
  };
  const edits = [edit(same, before.length - end, '')];
  for (const letter of after.slice(same, after.length - end))
    edits.push(edit(now.length - end, now.length - end, letter));
  assert.equal(now, after);
  return edits;
}

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

describe('lsp/broken-configurations', () => {
  let session: Session;
  afterEach(() => session.end());

  const replaced = (uri: string, version: number, text: string): void =>
    session.edit(uri, version, [{ range: whole, text }]);
  const last = (uri: string): PublishDiagnosticsParams | undefined =>
    session.pushed.findLast((one) => one.uri === uri);

  const opencode = '{ "agent": { "a": { "description": "Reviews.", "color": "yellow" } } }';
  const codex = '[agents.a]\ndescription = 5\n';

  for (const [path, before, after] of [
    ['/w/opencode.json', '', opencode],
    ['/w/opencode.json', opencode.slice(0, -1), opencode],
    ['/w/opencode.json', '{ "agent": ', opencode],
    ['/w/.codex/config.toml', '', codex],
    ['/w/.codex/config.toml', `${codex}x = \n`, codex],
    ['/w/.codex/config.toml', '[agents.a\ndescription = 5\n', codex],
  ] as const)
    it(`have findings after the edit that makes them readable: ${path} ${JSON.stringify(before)}`, async () => {
      const uri = `file://${path}`;
      session = await serving({ world: memoryFileSystem({ [path]: before }, '/w') });
      session.open(uri, after);
      await wait(300);
      const wanted = rulesOf(last(uri));
      assert.ok(wanted.length > 0);
      for (const edits of [[{ range: whole, text: after }], typedEdits(before, after)]) {
        session.end();
        session = await serving({ world: memoryFileSystem({ [path]: before }, '/w') });
        session.open(uri, before);
        await wait(300);
        for (const [index, edit] of edits.entries()) session.edit(uri, index + 2, [edit]);
        await wait(1_300);
        assert.deepEqual(rulesOf(last(uri)), wanted, `${edits.length} edits`);
      }
    });

  it('do not take findings from agents that depend on them', async () => {
    const files = {
      '/w/.codex/config.toml': 'model = "gpt-5.1"\n',
      '/w/.codex/agents/a.toml': 'name = "a"\ndeveloper_instructions = "Review."\n',
    };
    session = await serving({ world: memoryFileSystem(files, '/w') });
    const [config, agent] = ['file:///w/.codex/config.toml', 'file:///w/.codex/agents/a.toml'];
    session.open(agent, files['/w/.codex/agents/a.toml']);
    await wait(500);
    const wanted = rulesOf(last(agent));
    assert.deepEqual(wanted, ['missing-field']);
    session.open(config, 'model = \n');
    await wait(400);
    assert.deepEqual(rulesOf(last(agent)), wanted, 'open');
    replaced(config, 2, 'model = "gpt-5.1"\n');
    await wait(400);
    assert.deepEqual(rulesOf(last(agent)), wanted, 'readable');
    replaced(config, 3, 'model = \n');
    await wait(400);
    assert.deepEqual(rulesOf(last(agent)), wanted, 'again');
    replaced(agent, 2, `${files['/w/.codex/agents/a.toml']}\n`);
    await wait(400);
    assert.deepEqual(rulesOf(last(agent)), wanted, 'edited');
  });
});
