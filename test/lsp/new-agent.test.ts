// A new agent, as the wizard asks for it.
import assert from 'node:assert/strict';
import {
  type AgentItem,
  agentsMethod,
  type NewAgentChoices,
  type NewAgentFiles,
  type NewAgentParams,
  newAgentChoicesMethod,
  newAgentFilesMethod,
} from '../../server/protocol/protocol';
import { memoryFileSystem } from '../../server/world/memory';
import { type Session, serving } from '../support/serving';

const there = '/w/.opencode/agent/taken.md';

describe('a new agent', () => {
  let session: Session;
  before(async () => {
    session = await serving({ world: { has: (path) => path === there } });
  });
  after(() => session.end());

  const files = (params: Partial<NewAgentParams>): Promise<NewAgentFiles> =>
    session.connection.sendRequest(newAgentFilesMethod, {
      ...{ folder: 'file:///w', scope: 'project', hosts: ['claude-code'], name: 'eagle' },
      ...params,
    });

  it('offers hosts, roles, capabilities and colors', async () => {
    const choices: NewAgentChoices = await session.connection.sendRequest(newAgentChoicesMethod);
    const claude = choices.hosts.find(({ host }) => host === 'claude-code');
    assert.deepEqual([claude?.folder, claude?.userFolder], ['.claude/agents', '.claude/agents']);
    assert.ok(claude?.models.some(({ id }) => id === 'haiku'));
    assert.ok(choices.roles.every(({ capabilities }) => capabilities.length > 0));
    assert.ok(choices.capabilities.some(({ id, isPrivilege }) => id === 'run' && isPrivilege));
    assert.ok(choices.colors.length > 4);
    const colored = choices.hosts.filter(({ hasColors }) => hasColors).map(({ host }) => host);
    assert.ok(colored.includes('claude-code') && colored.includes('opencode'), colored.join());
    for (const plain of ['codex', 'cursor', 'vscode']) assert.ok(!colored.includes(plain), plain);
  });

  it('is one file where one is read by all', async () => {
    const answer = await files({ hosts: ['claude-code', 'vscode'], role: 'reviewer' });
    assert.deepEqual(
      answer.files.map(({ uri, path, hostNames }) => [uri, path, hostNames]),
      [
        [
          'file:///w/.claude/agents/eagle.md',
          '.claude/agents/eagle.md',
          ['Claude Code', 'VS Code'],
        ],
      ],
    );
    assert.equal(answer.error, null);
    assert.match(answer.files[0]?.text ?? '', /You review code changes/);
  });

  it('is created in the folder that the project has, where the program reads several', async () => {
    const path = '/w/.opencode/agents/there.md';
    const world = memoryFileSystem({ [path]: '---\ndescription: d\n---\nx\n' }, '/w');
    const other = await serving({ world, folders: ['/w'] });
    // The first answers may come while the folders are still being surveyed.
    while (
      (await other.connection.sendRequest<readonly AgentItem[]>(agentsMethod, {})).length === 0
    );
    const params = { folder: 'file:///w', scope: 'project', name: 'eagle' };
    const { files: made } = await other.connection.sendRequest<NewAgentFiles>(newAgentFilesMethod, {
      ...params,
      hosts: ['opencode', 'kilo'],
    });
    assert.deepEqual(
      made.map(({ path }) => path),
      ['.kilo/agent/eagle.md', '.opencode/agents/eagle.md'],
    );
    other.end();
  });

  it('has the prompt and the description of a purpose in the words of the author', async () => {
    const purpose = 'reviews SQL migrations for locks';
    const answer = await files({ purpose, capabilities: ['read', 'search'] });
    const description = 'Reviews SQL migrations for locks. Use for every task of this kind.';
    assert.equal(answer.description, description);
    const text = answer.files[0]?.text ?? '';
    assert.ok(text.includes(`description: ${description}\n`), text);
    assert.match(
      text,
      /reviews SQL migrations for locks\.\n[\s\S]*Do not change files or run commands/,
    );
  });

  it('states what each host grants', async () => {
    const { files: made } = await files({ hosts: ['claude-code', 'opencode'], role: 'reviewer' });
    const grants = made.flatMap((file) => file.grants);
    assert.deepEqual(grants.find(({ hostName }) => hostName === 'Claude Code')?.tools, [
      'Read',
      'Glob',
      'Grep',
    ]);
    const open = grants.find(({ hostName }) => hostName === 'OpenCode')?.tools;
    assert.deepEqual(open, ['read', 'grep', 'glob']);
  });

  it('is written for the version and the generation that are set', async () => {
    const versions = { 'copilot-cli': '1.0.92', opencode: '2' };
    const older = await serving({ settings: { versions } });
    const params = { folder: 'file:///w', scope: 'project', name: 'eagle' };
    const { files: made } = await older.connection.sendRequest<NewAgentFiles>(newAgentFilesMethod, {
      ...{ ...params, hosts: ['copilot-cli', 'opencode'] },
      capabilities: ['read', 'search'],
    });
    older.end();
    assert.deepEqual(
      made.map(({ hostNames }) => hostNames),
      [['Copilot CLI 1.0.92'], ['OpenCode 2 (preview)']],
    );
    assert.match(made[0]?.text ?? '', /^tools: \[read, glob, grep\]$/m);
    assert.match(made[1]?.text ?? '', /^permissions:$/m);
  });

  it('takes a selected text for its prompt', async () => {
    const { files: made } = await files({
      prompt: 'Look twice.\n\nThen say so.',
      role: 'reviewer',
    });
    assert.match(made[0]?.text ?? '', /\n---\n\nLook twice\.\n\nThen say so\.\n$/);
  });

  it('can be for all projects', async () => {
    const { files: made } = await files({ scope: 'user', hosts: ['opencode'] });
    assert.equal(made[0]?.uri, 'file:///home/me/.config/opencode/agent/eagle.md');
    assert.equal(made[0].path, '~/.config/opencode/agent/eagle.md');
  });

  it('rejects an invalid name and an existing file, and warns of a shared name', async () => {
    assert.match((await files({ name: 'a/b' })).error ?? '', /is a path/);
    const taken = await files({ name: 'taken', hosts: ['opencode'] });
    assert.match(taken.error ?? '', /^\.opencode\/agent\/taken\.md already exists\.$/);
    assert.equal(taken.suggestion, 'taken-2');
    const second = '/w/.opencode/agent/taken-2.md';
    const fuller = await serving({ world: { has: (path) => path === there || path === second } });
    const params = { folder: 'file:///w', scope: 'project', hosts: ['opencode'], name: 'taken' };
    const { suggestion } = await fuller.connection.sendRequest<NewAgentFiles>(
      newAgentFilesMethod,
      params,
    );
    assert.equal(suggestion, 'taken-3');
    fuller.end();
    assert.equal((await files({})).suggestion, null);
    assert.match((await files({ name: 'Plan' })).warning ?? '', /built-in agent named/);
    const uri = 'file:///w/.claude/agents/old/bird.md';
    session.open(uri, '---\nname: eagle\ndescription: Flies.\n---\nFly.\n');
    await session.published(uri);
    let warning: string | null = null;
    while (warning === null) {
      await new Promise((go) => setTimeout(go, 20));
      ({ warning } = await files({}));
    }
    assert.match(warning, /already has an agent named "eagle" in \.claude\/agents\/old\/bird\.md/);
  });
});
