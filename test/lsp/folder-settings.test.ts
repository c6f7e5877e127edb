// Folders of agents that settings of VS Code add and disable, through the server.
import assert from 'node:assert/strict';
import {
  CodeLensRequest,
  DidChangeConfigurationNotification,
} from 'vscode-languageserver-protocol/node';
import { type WhyAnswer, whyMethod } from '../../server/protocol/protocol';
import { memoryFileSystem } from '../../server/world/memory';
import { type Serving, type Session, serving } from '../support/serving';

const key = 'chat.agentFilesLocations';
const text =
  '---\nname: lead\ndescription: Leads.\ntools: [read, serach/codebase]\n---\nYou lead.\n';
const added = 'file:///w/my/agents/lead.agent.md';
const own = 'file:///w/.github/agents/lead.agent.md';

const lenses = async ({ connection }: Session, uri: string): Promise<readonly string[]> =>
  ((await connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } })) ?? []).map(
    ({ command }) => command?.title ?? '',
  );

const why = async ({ connection }: Session, uri: string): Promise<readonly string[]> =>
  ((await connection.sendRequest(whyMethod, { uri })) as readonly WhyAnswer[]).map(
    ({ message }) => message,
  );

async function opened(uri: string, more: Serving = {}): Promise<Session> {
  const session = await serving(more);
  session.open(uri, text, 'chatagent');
  await session.published(uri);
  return session;
}

describe('folders of agents in the settings of VS Code, in an editor', () => {
  it('come from the editor, not from the workspace file', async () => {
    const session = await opened(added, { hostSettings: { [key]: { 'my/agents': true } } });
    assert.match((await lenses(session, added)).join(), /^VS Code: 1 of 2 tools$/);
    assert.deepEqual(await why(session, added), ['VS Code loads it as "lead".']);
    session.end();
  });

  it('are those of the workspace file in every other editor', async () => {
    const world = memoryFileSystem(
      { '/w/.vscode/settings.json': `{ "${key}": { "my/agents": true } }` },
      '/w',
    );
    const session = await opened(added, { world });
    assert.match((await lenses(session, added)).join(), /^VS Code: 1 of 2 tools$/);
    session.end();
  });

  it('are looked at again when the setting changes', async () => {
    const session = await opened(added);
    assert.deepEqual(await lenses(session, added), ['No program reads agents from this folder']);
    session.hostSettings = { [key]: { 'my/agents': true } };
    await session.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: null,
    });
    await session.published(added);
    assert.match((await lenses(session, added)).join(), /^VS Code: 1 of 2 tools$/);
    session.end();
  });

  it('are named where an agent is missing', async () => {
    const session = await opened(own, { hostSettings: { [key]: { '.github/agents': false } } });
    const found = await why(session, own);
    assert.ok(
      found.includes(
        `VS Code does not read this file. "${key}" disables ".github/agents" in VS Code.`,
      ),
      found.join('\n'),
    );
    assert.doesNotMatch((await lenses(session, own)).join(), /VS Code/);
    session.end();
  });
});

describe('an agent in a folder that no program reads', () => {
  it('is not an agent, in any language of the editor', async () => {
    const session = await opened(added);
    const found = await why(session, added);
    assert.doesNotMatch(found.join(), /loads it/);
    assert.match(found[0] ?? '', /^No program reads agents from this folder/);
    session.end();
  });
});
