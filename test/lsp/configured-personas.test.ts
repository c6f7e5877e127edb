// Agents in a configuration file, in an editor: each has its lens, and the preview shows the one at the caret.
import assert from 'node:assert/strict';
import type { CodeLens } from 'vscode-languageserver';
import {
  type PersonaCard,
  personaMethod,
  type SetTools,
  setToolsMethod,
} from '../../server/protocol/protocol';
import { directFolder, directServer } from '../support/direct-server';

const text = `{
  "$schema": "https://opencode.ai/config.json",
  "agent": {
    "reviewer": {
      "description": "Reviews changes.",
      "mode": "subagent",
      "prompt": "You review.",
      "permission": { "edit": "deny" }
    },

    "broken": { "mode": "sub" },
    "writer": { "description": "Writes.", "prompt": "You write.", "color": "#112233" }
  }
}
`;

/** The position of the caret, marked by the text before it. */
function caretAfter(before: string): { line: number; character: number } {
  const lines = text.slice(0, text.indexOf(before) + before.length).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

describe('agents in opencode.json', () => {
  const uri = `file://${directFolder}/opencode.json`;
  const opened = async () => {
    const server = await directServer();
    server.open(uri, text, 'json');
    return server;
  };
  const personaAt = async (at?: { line: number; character: number }) =>
    (await (await opened()).ask(personaMethod, { uri, ...(at && { at }) })) as PersonaCard | null;
  const nameAt = async (before: string): Promise<string> => {
    const card = await personaAt(caretAfter(before));
    const [host] = card?.hosts ?? [];
    return host?.agent?.name ?? host?.headline ?? 'none';
  };

  it('have a lens each, at their names', async () => {
    const server = await opened();
    const lenses = (await server.ask('onCodeLens', { textDocument: { uri } })) as CodeLens[];
    assert.deepEqual(
      lenses.map(({ range, command }) => [
        text.split('\n')[range.start.line]?.slice(range.start.character, range.end.character),
        command?.title.replace(/^\$\(\w+\)\s/, ''),
        command?.arguments?.[2],
      ]),
      [
        ['"reviewer"', 'OpenCode: every tool except 3', { line: 3, character: 4 }],
        ['"broken"', 'OpenCode: does not start (mode)', { line: 10, character: 4 }],
        ['"writer"', 'OpenCode: every tool', { line: 11, character: 4 }],
      ],
    );
  });

  it('keep their last lenses, at their names, while a word is typed', async () => {
    const server = await opened();
    const lenses = async () => {
      const all = (await server.ask('onCodeLens', { textDocument: { uri } })) as CodeLens[];
      return all.map(({ range: { start }, command }) => [
        [start.line, start.character],
        command?.title.replace(/^\$\(\w+\)\s/, ''),
      ]);
    };
    const before = await lenses();
    const start = caretAfter('"mode": "sub');
    server.edit(uri, 2, [{ range: { start, end: start }, text: 'x' }]);
    assert.deepEqual(await lenses(), before);
  });

  it('keep their last lenses and preview, at their places, while the JSON is not valid', async () => {
    const server = await opened();
    const lines = async () => {
      const all = (await server.ask('onCodeLens', { textDocument: { uri } })) as CodeLens[];
      return all.map(({ range: { start } }) => [start.line, start.character]);
    };
    const named = async (line: number) => {
      const at = { line, character: 8 };
      const card = (await server.ask(personaMethod, { uri, at })) as PersonaCard | null;
      return [card?.hosts[0]?.agent?.name, card?.entry];
    };
    assert.equal((await lines()).length, 3);
    // A key without a colon, and two new lines above the other agents.
    const start = caretAfter('"agent": {');
    server.edit(uri, 2, [{ range: { start, end: start }, text: '\n    "new" \n' }]);
    assert.deepEqual(await lines(), [
      [5, 4],
      [12, 4],
      [13, 4],
    ]);
    assert.deepEqual(await named(6), ['reviewer', { at: { line: 5, character: 4 }, lastLine: 10 }]);
    assert.deepEqual(await named(13), ['writer', { at: { line: 13, character: 4 }, lastLine: 13 }]);
    // Without the name of an agent there is no place for its lens.
    const line = { start: { line: 12, character: 0 }, end: { line: 12, character: 99 } };
    server.edit(uri, 3, [{ range: line, text: '' }]);
    assert.deepEqual(await lines(), [
      [5, 4],
      [13, 4],
    ]);
    const typed = { start: { line: 3, character: 4 }, end: { line: 3, character: 10 } };
    server.edit(uri, 4, [
      { range: typed, text: '"new": { "description": "New.", "prompt": "P" },' },
    ]);
    assert.deepEqual(await lines(), [
      [3, 4],
      [5, 4],
      [13, 4],
    ]);
  });

  it('are shown at the caret; between two agents the one before, above all the first', async () => {
    assert.equal(await nameAt('"mode": "suba'), 'reviewer');
    assert.equal(await nameAt('"edit": "deny" }\n    },\n'), 'reviewer');
    assert.equal(await nameAt('"broken": { '), 'OpenCode does not start with this file.');
    assert.equal(await nameAt('"You wri'), 'writer');
    assert.equal(await nameAt('{\n  "$sch'), 'reviewer');
    assert.equal(await nameAt(text), 'writer');
  });

  it('are shown with their prompt, their place, and what was asked without a caret', async () => {
    const card = await personaAt(caretAfter('"You write'));
    assert.equal(card?.hosts[0]?.agent?.prompt ?? text.slice(...range(card)), 'You write.');
    assert.deepEqual(card?.entry, { at: { line: 11, character: 4 }, lastLine: 11 });
    assert.deepEqual((await personaAt(caretAfter('"description"')))?.entry, {
      at: { line: 3, character: 4 },
      lastLine: 8,
    });
    assert.equal(await personaAt(), null);
  });

  it('get and lose tools in their own entry', async () => {
    const server = await opened();
    const edits = async (agent: string, granted: boolean, tool: string) => {
      const made = (await server.ask(setToolsMethod, {
        ...{ uri, host: 'opencode', at: caretAfter(agent), changes: [{ tool, granted }] },
      })) as SetTools | null;
      assert.equal(made?.problem, null);
      return made.edits.map(({ range: { start }, newText }) => [start.line, newText]);
    };
    assert.deepEqual(await edits('"writer"', false, 'bash'), [
      [11, ', "permission": { "bash": "deny" }'],
    ]);
    assert.deepEqual(await edits('"reviewer"', false, 'bash'), [[7, ', "bash": "deny"']]);
    assert.deepEqual(await edits('"reviewer"', true, 'edit'), [[7, 'allow']]);
  });
});

const range = (card: PersonaCard | null): [number, number] => {
  const { start, end } = card?.hosts[0]?.agent?.promptAt ?? { start: 0, end: 0 };
  return [start, end];
};
