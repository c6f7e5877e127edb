// What other editors send at the start, and what they are given for it.
import assert from 'node:assert/strict';
import { DefinitionRequest, type LocationLink } from 'vscode-languageserver-protocol/node';
import { memoryFileSystem } from '../../server/world/memory';
import { type Session, serving } from '../support/serving';

const uri = 'file:///w/.claude/agents/lead.md';
const text =
  '---\nname: lead\ndescription: Leads.\ntools: Agent(api-reviewer), MultiEdit\n---\nYou lead.\n';
const files = {
  '/w/.claude/agents/lead.md': text,
  '/w/.claude/agents/a.md': '---\nname: api-reviewer\ndescription: Reviews.\n---\nYou review.\n',
};

describe('lsp/other-clients', () => {
  let session: Session;
  afterEach(() => session.end());
  const codes = async (): Promise<readonly unknown[]> => {
    session.open(uri, text);
    return (await session.published(uri)).diagnostics.map(({ code }) => code);
  };
  const off = { dossier: { rules: { 'removed-tool': 'off' } } };

  it('may send their settings at the start', async () => {
    session = await serving({ configuration: false, options: off });
    assert.ok(!(await codes()).includes('removed-tool'));
  });

  it('may have no section of settings besides', async () => {
    session = await serving({ options: off, settings: null });
    assert.ok(!(await codes()).includes('removed-tool'));
    session.end();
    session = await serving({ options: off, settings: { rules: {} } });
    assert.ok((await codes()).includes('removed-tool'), 'the settings of the editor apply');
  });

  it('may send a single folder', async () => {
    session = await serving({ folders: null, world: memoryFileSystem(files, '/w') });
    session.open(uri, text);
    assert.ok((await session.published(uri)).diagnostics.length > 0);
    const found = await definition();
    assert.equal(found.length, 1);
  });

  const definition = async (): Promise<readonly object[]> => {
    for (;;) {
      const found = await session.connection.sendRequest(DefinitionRequest.type, {
        textDocument: { uri },
        position: { line: 3, character: 'tools: Agent(api-re'.length },
      });
      const all = Array.isArray(found) ? found : [];
      if (all.length > 0) return all;
    }
  };

  it('are shown which words lead to a definition, if they show it', async () => {
    session = await serving({
      world: memoryFileSystem(files, '/w'),
      capabilities: { textDocument: { definition: { linkSupport: true } } },
    });
    session.open(uri, text);
    const [link] = (await definition()) as LocationLink[];
    assert.equal(link?.targetUri, 'file:///w/.claude/agents/a.md');
    assert.deepEqual(link.targetSelectionRange.start, { line: 1, character: 6 });
    assert.deepEqual(link.originSelectionRange, {
      start: { line: 3, character: 'tools: Agent('.length },
      end: { line: 3, character: 'tools: Agent(api-reviewer'.length },
    });
    session.end();
    session = await serving({ world: memoryFileSystem(files, '/w') });
    session.open(uri, text);
    const [location] = await definition();
    assert.deepEqual(Object.keys(location ?? {}).sort(), ['range', 'uri']);
  });

  it('are led to the pages of rules where the server is installed', async () => {
    session = await serving({ docs: 'file:///lib/docs' });
    session.open(uri, text);
    const found = (await session.published(uri)).diagnostics.find(
      ({ code }) => code === 'removed-tool',
    );
    assert.equal(found?.codeDescription?.href, 'file:///lib/docs/rules/removed-tool.md');
  });

  it('count positions in the encoding that they prefer, and in UTF-16 if they offer none', async () => {
    const offers: readonly (readonly [readonly string[] | undefined, string])[] = [
      [undefined, 'utf-16'],
      [[], 'utf-16'],
      [['utf-16'], 'utf-16'],
      [['utf-16', 'utf-8'], 'utf-16'],
      [['utf-8', 'utf-32', 'utf-16'], 'utf-8'],
      [['utf-32', 'utf-8', 'utf-16'], 'utf-32'],
      [['utf-7', 'utf-32'], 'utf-32'],
      [['utf-7'], 'utf-16'],
    ];
    for (const [positionEncodings, expected] of offers) {
      session?.end();
      session = await serving({
        capabilities: positionEncodings
          ? { general: { positionEncodings: [...positionEncodings] } }
          : {},
      });
      assert.equal(session.answer.capabilities.positionEncoding, expected);
    }
  });
});
