// What the preview shows while the document is edited, and of files that no program reads.
import assert from 'node:assert/strict';
import { loadView, promptOf, type ViewOptions } from '../../client/persona/load-view';
import {
  type AgentCard,
  outcomesMethod,
  type PersonaCard,
  type PersonaParams,
  personaMethod,
  probeMethod,
} from '../../server/protocol/protocol';
import { cardOf, claude, opencode, reviewer } from './cards';

const text = '---\nname: a\n---\nYou review.\n';
const uri = 'file:///w/.claude/agents/code-reviewer.md';
const options: ViewOptions = {
  host: undefined,
  at: undefined,
  query: undefined,
  typed: undefined,
  isComparing: false,
  isAssumed: false,
};

const cardWith = (agent: Partial<AgentCard>): PersonaCard =>
  cardOf({ ...claude, agent: { ...reviewer, ...agent } });

/** The card of a version of the document, whose prompt is not sent with it. */
const cardAt = (version: number): PersonaCard => {
  const promptAt = { start: text.indexOf('You'), end: text.length };
  return { ...cardWith({ prompt: null, promptAt }), uri, version };
};

interface Sent {
  readonly method: string;
  readonly params: PersonaParams;
}

/** A server that answers in this way, and a document whose version grows by one for each time it is read before `last`. */
function sourceOf(answer: (sent: Sent) => unknown, last = 1) {
  const sent: Sent[] = [];
  let version = 0;
  return {
    sent,
    uri,
    file: 'agents/code-reviewer.md',
    request: async <Answer>(method: string, params: object): Promise<Answer> => {
      const one = { method, params: params as PersonaParams };
      sent.push(one);
      return answer(one) as Answer;
    },
    document: async () => {
      if (version < last) version++;
      return { version, getText: () => text };
    },
  };
}

describe('the view of a document', () => {
  it('has the prompt of the document, at the place that the card states', async () => {
    const source = sourceOf(() => cardAt(1));
    const view = await loadView(source, { ...options, at: { line: 3, character: 1 } });
    assert.ok(view.kind === 'card');
    assert.deepEqual(
      [view.prompt, view.isAssumed, view.comparison, view.answer],
      ['You review.\n', false, null, null],
    );
    assert.deepEqual(source.sent, [
      { method: personaMethod, params: { uri, at: { line: 3, character: 1 } } },
    ]);
  });

  it('is requested again while the document is edited, at most five times', async () => {
    const behind = sourceOf(() => cardAt(3), 3);
    const view = await loadView(behind, options);
    assert.equal(view.kind === 'card' && view.prompt, 'You review.\n');
    assert.equal(behind.sent.length, 3);
    const never = sourceOf(() => cardAt(0));
    const last = await loadView(never, options);
    assert.equal(last.kind === 'card' && last.prompt, '');
    assert.equal(never.sent.length, 5);
  });

  it('is that of a file in the folder of a program where no program reads it', async () => {
    const source = sourceOf(({ method, params }) => {
      if (method === outcomesMethod) return { hosts: [] };
      return params.assumedHost === undefined ? null : cardAt(1);
    });
    const assumed = { ...options, host: 'claude-code', isAssumed: true, isComparing: true };
    const view = await loadView(source, assumed);
    assert.ok(view.kind === 'card' && view.isAssumed && view.comparison !== null);
    const sent = { version: 1, text };
    assert.deepEqual(source.sent, [
      { method: personaMethod, params: { uri } },
      { method: outcomesMethod, params: { uri, sent } },
      { method: personaMethod, params: { uri, sent, assumedHost: 'claude-code' } },
    ]);
    for (const other of [
      { ...options, isAssumed: true },
      { ...options, host: 'claude-code' },
    ])
      assert.deepEqual(
        await loadView(
          sourceOf(() => null),
          other,
        ),
        {
          kind: 'no-agent',
          file: 'agents/code-reviewer.md',
        },
      );
  });

  it('has the answer to a query about a permission, unless it is empty', async () => {
    const answerOf = async (subject: string) => {
      const source = sourceOf(({ method }) =>
        method === probeMethod ? { outcome: 'asks' } : cardAt(1),
      );
      const view = await loadView(source, {
        ...options,
        query: { purpose: 'run-command', subject },
      });
      assert.ok(view.kind === 'card');
      return { answer: view.answer, sent: source.sent.slice(1) };
    };
    const host = cardAt(1).hosts[0]?.host;
    assert.deepEqual(await answerOf('git push'), {
      answer: { outcome: 'asks' },
      sent: [
        { method: probeMethod, params: { uri, host, purpose: 'run-command', subject: 'git push' } },
      ],
    });
    assert.deepEqual(await answerOf(' '), { answer: null, sent: [] });
  });

  it('is a message where the server reports an error', async () => {
    const source = sourceOf(() => {
      throw new Error('Request dossier/persona failed with message: It broke.');
    });
    assert.deepEqual(await loadView(source, options), { kind: 'failed', message: 'It broke.' });
  });

  it('has no prompt of another version of the document', () => {
    const document = { version: 2, getText: () => text };
    assert.equal(promptOf(cardAt(1), undefined, document), null);
    assert.equal(promptOf(cardAt(2), undefined, document), 'You review.\n');
    assert.equal(promptOf(cardWith({ prompt: 'Sent.' }), undefined, document), 'Sent.');
    assert.equal(promptOf(cardOf(opencode), undefined, document), '');
  });
});
