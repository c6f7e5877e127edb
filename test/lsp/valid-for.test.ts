// One file for several hosts, as an editor asks for it.
import assert from 'node:assert/strict';
import { type CodeAction, CodeActionRequest } from 'vscode-languageserver-protocol/node';
import {
  type NewVersion,
  newVersionMethod,
  type ValidFor,
  validForMethod,
} from '../../server/protocol/protocol';
import { type Session, serving } from '../support/serving';

const uri = 'file:///w/.claude/agents/reviewer.md';
const text = `---
name: reviewer
description: Use when: reviewing
color: yellow
---
You review.
`;

describe('one file for several hosts', () => {
  const open = async (options?: unknown): Promise<Session> => {
    const session = await serving({ options });
    session.open(uri, text);
    await session.published(uri);
    return session;
  };
  const ask = (session: Session, hosts: readonly string[]): Promise<ValidFor | null> =>
    session.connection.sendRequest(validForMethod, { uri, hosts });
  const actions = async (session: Session, only?: string[]): Promise<CodeAction[]> => {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const context = { diagnostics: [], ...(only && { only }) };
    const found = await session.connection.sendRequest(CodeActionRequest.type, {
      ...{ textDocument: { uri }, range, context },
    });
    return (found ?? []) as CodeAction[];
  };

  it('shows the outcome in each host, those of the folder first', async () => {
    const session = await open();
    const answer = await ask(session, []);
    session.end();
    assert.equal(answer?.hosts[0]?.host, 'claude-code');
    assert.equal(answer.hosts[0].isIntended, true);
    const opencode = answer.hosts.find(({ host }) => host === 'opencode');
    assert.equal(opencode?.isHere, false);
    assert.match(opencode.result, /^does not start/);
    assert.equal(answer.change, null);
  });

  it('names the tools that remain without effect', async () => {
    const other = 'file:///w/.claude/agents/tester.md';
    const asked = async (tools: string): Promise<ValidFor | null> => {
      const session = await serving({});
      session.open(other, `---\nname: tester\ndescription: Tests.\ntools: ${tools}\n---\nTest.\n`);
      await session.published(other);
      const hosts = ['claude-code'];
      const found = await session.connection.sendRequest(validForMethod, { uri: other, hosts });
      session.end();
      return found as ValidFor | null;
    };
    const few = await asked('Read, Edit, Bahs, Glop');
    assert.deepEqual(
      [few?.change, few?.notes],
      [null, ['Claude Code does not grant "Bahs" and "Glop".']],
    );
    const many = await asked('Read, A1, A2, A3, A4, A5, A6');
    assert.deepEqual(many?.notes, ['Claude Code does not grant 6 of 7 tools.']);
    // Bash does the work of Grep there.
    assert.deepEqual((await asked('Read, Bash, Grep'))?.notes, []);
  });

  it('shows what blocks which host at which line, and returns the edits', async () => {
    const session = await open();
    const answer = await ask(session, ['claude-code', 'copilot-cli', 'opencode']);
    session.end();
    assert.ok(answer);
    assert.ok(answer.blocked.some(({ host, line }) => host === 'copilot-cli' && line === 2));
    assert.ok(answer.blocked.some(({ host, line }) => host === 'opencode' && line === 3));
    assert.equal(answer.change?.steps.length, 2);
    const lines = answer.change.text.split('\n');
    assert.deepEqual(
      answer.change.reasons.map(({ line, hostName }) => [lines[line], hostName]).sort(),
      [
        ["color: '#ca8a04'", 'OpenCode'],
        ['description: "Use when: reviewing"', 'Copilot CLI'],
      ],
    );
    assert.equal(answer.version, 1);
  });

  it('offers a second file where there is no common form, which can do no more', async () => {
    const session = await serving();
    const limited = text.replace('color: yellow', 'tools: Read, Grep').replace('Use when: ', '');
    session.open(uri, limited);
    await session.published(uri);
    const answer = await ask(session, ['claude-code', 'opencode']);
    assert.equal(answer?.change, null);
    assert.ok(answer.blocked.some(({ host }) => host === 'opencode'));
    const params = { uri, host: 'claude-code', target: 'opencode' };
    const version = await session.connection.sendRequest<NewVersion | null>(
      newVersionMethod,
      params,
    );
    session.end();
    assert.equal(version?.hostName, 'OpenCode');
    assert.deepEqual(version.agent.hosts, ['opencode']);
    assert.deepEqual(version.agent.capabilities, ['read', 'search']);
    assert.equal(version.agent.prompt, 'You review.');
  });

  it('is null for a document that is not open', async () => {
    const session = await serving();
    assert.equal(await ask(session, ['opencode']), null);
    session.end();
  });

  it('is a command for our own client, at the light bulb only where a host is lost', async () => {
    const session = await open({ builtinPrompts: { version: '1.139.1', mode: 'auto' } });
    const [asked] = await actions(session, ['refactor']);
    assert.equal(asked?.command?.command, 'dossier.makeValid');
    assert.deepEqual(asked.command.arguments, [uri]);
    // Once the author rests every host has judged the file.
    while (session.statuses.length === 0) await new Promise((go) => setTimeout(go, 5));
    const all = await actions(session);
    assert.ok(all.some(({ title }) => title === 'Make valid for programs...'));
    session.end();
  });

  it('is a change for the hosts of the folder in another editor, when asked for', async () => {
    const session = await open();
    const [action] = await actions(session, ['refactor.rewrite']);
    assert.match(action?.title ?? '', /^Make valid for Claude Code/);
    assert.ok(action?.edit?.changes?.[uri]);
    assert.deepEqual(
      (await actions(session)).filter(({ kind }) => kind?.startsWith('refactor')),
      [],
    );
    session.end();
  });
});
