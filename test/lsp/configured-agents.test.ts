// Agents in configuration files, as an editor asks for them.
import assert from 'node:assert/strict';
import {
  CodeActionRequest,
  type CompletionItem,
  HoverRequest,
} from 'vscode-languageserver-protocol/node';
import { memoryFileSystem } from '../../server/world/memory';
import { type Session, serving } from '../support/serving';

const uri = 'file:///w/opencode.json';
const text = '{\n  "agent": {\n    "a": { "mode": "sub", "color": "info" }\n  }\n}\n';

describe('lsp/configured agents', () => {
  let session: Session;
  beforeEach(async () => {
    const dynamic = { dynamicRegistration: true };
    session = await serving({
      world: memoryFileSystem({ '/w/opencode.json': text }, '/w'),
      capabilities: {
        textDocument: {
          ...{ synchronization: dynamic, hover: dynamic, completion: dynamic, codeAction: dynamic },
        },
      },
    });
    session.open(uri, text, 'json');
  });
  afterEach(() => session.end());

  it('are checked, and again after an edit', async () => {
    const { diagnostics } = await session.published(uri);
    assert.deepEqual(
      diagnostics.map(({ code, range }) => [code, range.start.line, range.start.character]),
      [['invalid-mode', 2, 19]],
    );
    const end = { line: 2, character: 23 };
    session.edit(uri, 2, [{ range: { start: end, end }, text: 'agent' }]);
    assert.deepEqual((await session.published(uri)).diagnostics, []);
  });

  it('are explained, completed and fixed', async () => {
    await session.published(uri);
    const textDocument = { uri };
    const position = { line: 2, character: 13 };
    const hover = await session.connection.sendRequest(HoverRequest.type, {
      textDocument,
      position,
    });
    assert.match(JSON.stringify(hover?.contents), /mode \(OpenCode\)/);
    const items = (await session.connection.sendRequest('textDocument/completion', {
      textDocument,
      position: { line: 2, character: 40 },
    })) as { items: CompletionItem[] };
    assert.ok(items.items.some(({ label }) => label === 'accent'));
    const actions = await session.connection.sendRequest(CodeActionRequest.type, {
      textDocument,
      range: { start: { line: 2, character: 20 }, end: { line: 2, character: 20 } },
      context: { diagnostics: [] },
    });
    assert.ok(actions?.some(({ title }) => title === 'Replace with "subagent"'));
    assert.ok(!actions?.some(({ title }) => /comment/i.test(title)));
  });

  it('and agent files may use models of a provider as soon as it is configured', async () => {
    const file = 'file:///w/.opencode/agent/b.md';
    const agent = '---\ndescription: Reviews.\nmodel: ollama/qwen3:8b\n---\nYou review.\n';
    session.open(file, agent, 'markdown');
    assert.deepEqual(
      (await session.published(file)).diagnostics.map(({ code }) => code),
      ['invalid-model'],
    );
    const start = { line: 1, character: 2 };
    const provider = '"provider": { "ollama": { "models": { "qwen3:8b": {} } } },\n  ';
    const model = '"model": "mistral/mistral-large-latest",\n  ';
    session.edit(uri, 2, [{ range: { start, end: start }, text: provider + model }]);
    // The file may have been published once more before.
    while ((await session.published(file)).diagnostics.length > 0);
    const labels = async (typed: string, version: number): Promise<readonly string[]> => {
      const all = { start: { line: 2, character: 7 }, end: { line: 2, character: 99 } };
      session.edit(file, version, [{ range: all, text: typed }]);
      const { items } = (await session.connection.sendRequest('textDocument/completion', {
        textDocument: { uri: file },
        position: { line: 2, character: 7 + typed.length },
      })) as { items: CompletionItem[] };
      return items.map(({ label }) => label);
    };
    assert.ok((await labels('oll', 2)).includes('ollama/'));
    assert.deepEqual(await labels('ollama/', 3), ['ollama/qwen3:8b']);
    // The settings name a model of the first, and define the second.
    assert.deepEqual((await labels('', 4)).slice(0, 2), ['mistral/', 'ollama/']);
  });

  it('are registered for where the client can', async () => {
    await session.published(uri);
    const patterns = session.registered
      .filter(({ method }) => method === 'textDocument/completion')
      .flatMap(({ registerOptions }) =>
        (registerOptions as { documentSelector: { pattern: string }[] }).documentSelector.map(
          ({ pattern }) => pattern,
        ),
      );
    assert.ok(patterns.includes('**/{opencode,.opencode/opencode}.{json,jsonc}'), String(patterns));
  });
});
