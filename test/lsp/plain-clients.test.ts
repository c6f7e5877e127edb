// Clients differ in what they show: snippets, Markdown and marks go only to those that declare them.
import assert from 'node:assert/strict';
import {
  type ClientCapabilities,
  type CompletionItem,
  CompletionItemTag,
  type CompletionList,
  CompletionResolveRequest,
  type Hover,
  HoverRequest,
  InsertTextFormat,
  InsertTextMode,
  type MarkupContent,
} from 'vscode-languageserver-protocol/node';
import { memoryFileSystem } from '../../server/world/memory';
import { everythingDeclared, type Session, serving } from '../support/serving';

const at = '/w/.claude/agents/reviewer.md';
const uri = `file://${at}`;
const head = '---\nname: reviewer\ndescription: Reviews changes.\ntools: Read, MultiEdit\n';
/** A stop of a snippet: `$1`, `${2:name}`, `${1|a,b|}`. */
const stops = /\$\d|\$\{\d/;

describe('a client', () => {
  let session: Session;
  afterEach(() => session.end());

  const begin = async (
    textDocument: ClientCapabilities['textDocument'],
    text: string,
    of = uri,
  ): Promise<void> => {
    session = await serving({
      capabilities: { textDocument: textDocument ?? {} },
      world: memoryFileSystem({}, '/w'),
    });
    session.open(of, text);
    await session.published(of);
  };
  const offered = async (line: number, character: number, of = uri): Promise<CompletionItem[]> => {
    const { items } = await session.connection.sendRequest<CompletionList>(
      'textDocument/completion',
      { textDocument: { uri: of }, position: { line, character } },
    );
    return items;
  };
  const hovered = async (line: number, character: number): Promise<MarkupContent> => {
    const found = await session.connection.sendRequest(HoverRequest.type, {
      ...{ textDocument: { uri }, position: { line, character } },
    });
    return (found as Hover).contents as MarkupContent;
  };
  const itemOf = (items: readonly CompletionItem[], label: string): CompletionItem => {
    const found = items.find((item) => item.label === label);
    assert.ok(found, items.map((item) => item.label).join(' '));
    return found;
  };
  const inserted = ({ textEdit }: CompletionItem): string | undefined => textEdit?.newText;

  describe('that declares nothing', () => {
    it('is sent the text that a snippet stands for', async () => {
      await begin({}, `${head}\n---\n`);
      const items = await offered(4, 0);
      assert.ok(items.every((item) => item.insertTextFormat !== InsertTextFormat.Snippet));
      assert.deepEqual(
        items.filter((item) => stops.test(inserted(item) ?? '')).map(({ label }) => label),
        [],
      );
      assert.equal(inserted(itemOf(items, 'model')), 'model: sonnet');
      assert.equal(inserted(itemOf(items, 'maxTurns')), 'maxTurns: 20');
      const hooks = itemOf(items, 'hooks');
      assert.match(inserted(hooks) ?? '', /^hooks:\n {2}\w+/);
      assert.equal(hooks.insertTextMode, undefined);
    });

    it('is sent whole new files as text, for every host', async () => {
      const files = ['.claude/agents', '.github/agents', '.opencode/agent', '.kilo/agent', 'notes'];
      for (const folder of files) {
        const file = `file:///w/${folder}/fresh.md`;
        await begin({}, '', file);
        const items = await offered(0, 0, file);
        assert.ok(items.length > 0, folder);
        for (const item of items) {
          assert.doesNotMatch(inserted(item) ?? '', stops);
          assert.match(inserted(item) ?? '', /^---\n[\s\S]*\n---\n/);
        }
        if (folder !== 'notes') session.end();
      }
    });

    it('is sent no mark on what is not advised', async () => {
      await begin({}, `${head}effort: \n---\n`);
      const items = await offered(4, 8);
      assert.ok(items.every((item) => item.tags === undefined && item.deprecated === undefined));
    });

    it('is sent plain text', async () => {
      await begin({}, `${head}color: red\n---\n`);
      const { kind, value } = await hovered(4, 2);
      assert.equal(kind, 'plaintext');
      assert.match(value, /^color/);
      assert.doesNotMatch(value, /\*\*|`|\]\(/);
      const [item] = await offered(3, 13);
      assert.ok(item);
      const resolved = await session.connection.sendRequest(CompletionResolveRequest.type, item);
      const documentation = resolved.documentation as MarkupContent;
      assert.equal(documentation.kind, 'plaintext');
      assert.doesNotMatch(documentation.value, /\*\*|`/);
    });
  });

  describe('that declares everything', () => {
    it('is sent snippets, modes and tags', async () => {
      await begin(everythingDeclared, `${head}\n---\n`);
      const items = await offered(4, 0);
      const model = itemOf(items, 'model');
      assert.equal(model.insertTextFormat, InsertTextFormat.Snippet);
      assert.match(inserted(model) ?? '', stops);
      assert.equal(itemOf(items, 'hooks').insertTextMode, InsertTextMode.asIs);
    });

    it('is sent tags', async () => {
      await begin(everythingDeclared, `${head}effort: \n---\n`);
      const old = itemOf(await offered(4, 8), 'med');
      assert.deepEqual(old.tags, [CompletionItemTag.Deprecated]);
      assert.equal(old.deprecated, undefined);
    });

    it('is sent Markdown', async () => {
      await begin(everythingDeclared, `${head}color: red\n---\n`);
      const { kind, value } = await hovered(4, 2);
      assert.equal(kind, 'markdown');
      assert.match(value, /\*\*color\*\*/);
    });
  });

  it('that knows only the older flag is sent that', async () => {
    await begin(
      { completion: { completionItem: { deprecatedSupport: true } } },
      `${head}effort: \n---\n`,
    );
    const old = itemOf(await offered(4, 8), 'med');
    assert.equal(old.deprecated, true);
    assert.equal(old.tags, undefined);
  });

  it('that prefers plain text is sent plain text', async () => {
    await begin(
      { hover: { contentFormat: ['plaintext', 'markdown'] } },
      `${head}color: red\n---\n`,
    );
    assert.equal((await hovered(4, 2)).kind, 'plaintext');
  });
});
