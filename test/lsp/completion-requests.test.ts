// Which requests for completion the server takes for one of the author. Only the author's own may offer a whole file at `---`.
import assert from 'node:assert/strict';
import type { CompletionList } from 'vscode-languageserver-protocol';
import { agentsMethod } from '../../server/protocol/protocol';
import { memoryFileSystem } from '../../server/world/memory';
import { type Session, serving } from '../support/serving';

const uri = 'file:///w/.claude/agents/reviewer.md';

/** The values are those of `CompletionTriggerKind`. */
const invoked = { triggerKind: 1 } as const;
const byDash = { triggerKind: 2, triggerCharacter: '-' } as const;
const incomplete = { triggerKind: 3 } as const;
/** What our own client sends for a list that it triggers. */
const byClient = { triggerKind: 1, triggerCharacter: '' } as const;

describe('completion of a model, in a project', () => {
  it('begins with the provider that its other agents use, then those that most files use', async () => {
    const agent = (model: string): string =>
      `---\ndescription: Reviews changes.\nmodel: ${model}\n---\nReview.\n`;
    const at = '/w/.opencode/agent/new.md';
    const files = { '/w/.opencode/agent/one.md': agent('zai/glm-4.6'), [at]: agent('') };
    const session = await serving({ world: memoryFileSystem(files, '/w') });
    session.open(`file://${at}`, agent(''));
    await session.connection.sendRequest(agentsMethod, { shouldRescan: false });
    const { items } = await session.connection.sendRequest<CompletionList>(
      'textDocument/completion',
      {
        textDocument: { uri: `file://${at}` },
        position: { line: 2, character: 'model: '.length },
        context: invoked,
      },
    );
    session.end();
    const order = items
      .toSorted((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1))
      .map(({ label }) => label);
    // The model itself, and its provider.
    assert.ok(order.slice(0, 2).includes('zai/'), order.slice(0, 5).join(' '));
    assert.ok(order.indexOf('openai/') < order.indexOf('302ai/'), order.join(' '));
  });
});

describe('a completion request', () => {
  let session: Session;
  before(async () => {
    session = await serving();
  });
  after(() => session.end());

  /** Types `---` into an empty file. @returns what each request offers there, one after the other. */
  async function offered(...contexts: readonly object[]): Promise<readonly number[]> {
    session.open(uri, '', 'markdown');
    let version = 1;
    for (const character of [0, 1, 2]) {
      const caret = { line: 0, character };
      session.edit(uri, ++version, [{ range: { start: caret, end: caret }, text: '-' }]);
    }
    const counts: number[] = [];
    for (const context of contexts) {
      const position = { line: 0, character: 3 };
      const list = await session.connection.sendRequest<CompletionList>('textDocument/completion', {
        textDocument: { uri },
        position,
        context,
      });
      counts.push(list.items.length);
    }
    session.close(uri);
    return counts;
  }

  it('for what has just been typed offers no file', async () => {
    assert.deepEqual(await offered(invoked), [0]);
    assert.deepEqual(await offered(byDash), [0]);
  });

  it('that is repeated for the same text is one of the author', async () => {
    const [first, second] = await offered(byDash, invoked);
    assert.equal(first, 0);
    assert.ok(second !== undefined && second > 0);
  });

  it('that the client has triggered late is not one of the author', async () => {
    assert.deepEqual(await offered(byDash, byClient), [0, 0]);
  });

  it('for an incomplete list is not one of the author', async () => {
    const [, requested, again] = await offered(byDash, invoked, incomplete);
    assert.ok(requested !== undefined && requested > 0);
    assert.equal(again, 0);
  });
});
