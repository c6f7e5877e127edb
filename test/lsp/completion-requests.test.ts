// Which requests for completion the server takes for one of the author. Only the author's own may offer a whole file at `---`.
import assert from 'node:assert/strict';
import type { CompletionList } from 'vscode-languageserver-protocol';
import { type Session, serving } from '../support/serving';

const uri = 'file:///w/.claude/agents/reviewer.md';

/** The values are those of `CompletionTriggerKind`. */
const invoked = { triggerKind: 1 } as const;
const byDash = { triggerKind: 2, triggerCharacter: '-' } as const;
const incomplete = { triggerKind: 3 } as const;
/** What our own client sends for a list that it triggers. */
const byClient = { triggerKind: 1, triggerCharacter: '' } as const;

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
