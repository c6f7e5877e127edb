// Tools that only the running editor knows: what it has is not called unknown.
import assert from 'node:assert/strict';
import { HoverRequest, type PublishDiagnosticsParams } from 'vscode-languageserver-protocol/node';
import { editorToolsMethod } from '../../server/protocol/protocol';
import { memoryFileSystem } from '../../server/world/memory';
import { type Session, serving } from '../support/serving';

const at = (name: string): string => `/w/.github/agents/${name}.agent.md`;
const uri = (name: string): string => `file://${at(name)}`;
const text = "---\nname: one\ndescription: Works.\ntools: ['hello', 'read']\n---\nYou work.\n";

describe('lsp/editor-tools', () => {
  let session: Session;
  afterEach(() => session.end());

  const ofEditor = ({ diagnostics }: PublishDiagnosticsParams): readonly unknown[] =>
    diagnostics.filter(({ source }) => source?.includes('VS Code')).map(({ code }) => code);
  const until = async (name: string, wanted: readonly unknown[]): Promise<void> => {
    for (;;) {
      const reported = ofEditor(await session.published(uri(name)));
      if (JSON.stringify(reported) === JSON.stringify(wanted)) return;
    }
  };
  const notify = (...tools: string[]): Promise<void> =>
    session.connection.sendNotification(editorToolsMethod, { tools, models: [] });

  it('are taken for known in files that are open, from then on', async () => {
    session = await serving({ world: memoryFileSystem({}, '/w') });
    session.open(uri('one'), text);
    await until('one', ['unknown-tool']);
    await notify('hello', 'pub.probe/hello');
    await until('one', []);
    // An extension that is gone takes its tools along.
    await notify();
    await until('one', ['unknown-tool']);
  });

  it('are taken for known in files that are not', async () => {
    session = await serving({
      world: memoryFileSystem({ [at('one')]: text }, '/w'),
      settings: { closedFiles: 'all' },
    });
    await until('one', ['unknown-tool']);
    await notify('hello');
    await until('one', []);
  });

  it('leave a name of old what it is', async () => {
    session = await serving({ world: memoryFileSystem({}, '/w') });
    await notify('codebase');
    session.open(uri('one'), text.replace('hello', 'codebase'));
    await until('one', ['renamed-tool']);
  });

  it('show which model is used, if the editor has it', async () => {
    session = await serving({ world: memoryFileSystem({}, '/w') });
    await session.connection.sendNotification(editorToolsMethod, {
      tools: ['hello'],
      models: ['GPT-5 (copilot)'],
    });
    session.open(uri('one'), text.replace('tools:', 'model: GPT-5\ntools:'));
    const hover = await session.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: uri('one') },
      position: { line: 3, character: 9 },
    });
    assert.match(
      JSON.stringify(hover),
      /uses GPT-5 \(copilot\), which is available in this editor/,
    );
  });
});
