// Why an agent is missing, as our own client asks for it.
import assert from 'node:assert/strict';
import {
  type PersonaCard,
  personaMethod,
  type WhyAnswer,
  type WhyParams,
  whyMethod,
} from '../../server/protocol/protocol';
import { serving } from '../support/serving';

const uri = 'file:///w/.opencode/agent/stuck.md';

describe('why an agent is missing', () => {
  it('answers for an open document with its position, and for a name', async () => {
    const session = await serving();
    session.open(uri, '---\ndescription: Is stuck.\nsteps: 3.5\n---\nWait.\n');
    await session.published(uri);
    const ask = (params: WhyParams): Promise<readonly WhyAnswer[]> =>
      session.connection.sendRequest(whyMethod, params);
    const [first] = await ask({ uri });
    assert.deepEqual([first?.hostName, first?.kind], ['OpenCode', 'lost']);
    assert.equal(first?.range?.start.line, 2);
    assert.equal(first.cause, '.');
    const [answer] = await ask({ name: 'eagle' });
    assert.deepEqual([answer?.hostName, answer?.range], ['', null]);
    assert.deepEqual(await ask({ uri: 'file:///w/closed.md' }), []);
    session.end();
  });

  it('answers for a file that no program reads, which the editor does not synchronize', async () => {
    const session = await serving();
    const closed = 'file:///w/docs/notes.md';
    const sent = { version: 1, text: '# Notes\n' };
    const [first, ...others] = await session.connection.sendRequest<readonly WhyAnswer[]>(
      whyMethod,
      { uri: closed, sent },
    );
    assert.equal(first?.message, 'No program reads agents from this folder.');
    assert.ok(
      others.some(
        ({ hostName, message }) =>
          hostName === 'VS Code' && /^VS Code reads agents from \.github\/agents/.test(message),
      ),
    );
    session.end();
  });

  it('shows such a file as an agent in the folder of a program', async () => {
    const session = await serving();
    const closed = 'file:///w/docs/notes.md';
    const text = '---\nname: notes\ndescription: Takes notes.\ntools: Read\n---\nTake notes.\n';
    const params = { uri: closed, sent: { version: 3, text } };
    const ask = (assumedHost?: string): Promise<PersonaCard | null> =>
      session.connection.sendRequest(personaMethod, { ...params, assumedHost });
    assert.equal(await ask(), null);
    const card = await ask('claude-code');
    assert.equal(card?.version, 3);
    assert.match(card.file, /docs\/notes\.md as \.claude\/agents\/notes\.md$/);
    assert.deepEqual(
      card.hosts.map(({ hostName, agent }) => [hostName, agent?.name]),
      [['Claude Code', 'notes']],
    );
    session.end();
  });

  it('judges it as the version of the program does that is set', async () => {
    const session = await serving({ settings: { versions: { 'claude-code': '2.1.306' } } });
    const text = '---\nname: notes\ndescription: Takes notes.\ntools: Read, Monitor\n---\nWatch.\n';
    const params = { uri: 'file:///w/docs/notes.md', sent: { version: 3, text } };
    const asked = { ...params, assumedHost: 'claude-code' };
    const card: PersonaCard = await session.connection.sendRequest(personaMethod, asked);
    session.end();
    assert.deepEqual(
      card.hosts.map(({ hostVersion, findings }) => [hostVersion, findings[0]?.message]),
      [
        [
          '2.1.306',
          'Claude Code 2.1.306 has no tool named "Monitor" and silently ignores it; newer versions have it. Update Claude Code or remove it.',
        ],
      ],
    );
  });
});
