// The user's programs, through the server: how they are detected, and what follows their order.

import assert from 'node:assert/strict';
import {
  type CodeLens,
  CodeLensRefreshRequest,
  CodeLensRequest,
  DidChangeConfigurationNotification,
  type InlayHint,
  InlayHintRefreshRequest,
  InlayHintRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver-protocol/node';
import {
  type AgentItem,
  agentsMethod,
  type FixAllAnswer,
  fixAllMethod,
  type InstalledExtensions,
  installedExtensionsMethod,
  type ProgramsAnswer,
  programsMethod,
  type ValidFor,
  validForMethod,
} from '../../server/protocol/protocol';
import { memoryFileSystem } from '../../server/world/memory';
import { catalog } from '../support/catalog';
import { type Session, serving } from '../support/serving';

const ours = { editor: 'vscode', builtinPrompts: { version: '', mode: 'off' } } as const;
const claude = 'file:///w/.claude/agents/reviewer.md';
const github = 'file:///w/.github/agents/reviewer.agent.md';
const text =
  '---\nname: reviewer\ndescription: Reviews changes.\ntools: Read, MultiEdit\n---\nYou review.\n';

const namesOf = (programs: ProgramsAnswer['all']): readonly string[] =>
  programs.map(({ hostName }) => hostName);

const lensesOf = async ({ connection }: Session, uri: string): Promise<readonly CodeLens[]> =>
  (await connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } })) ?? [];

const titlesOf = async (session: Session, uri: string): Promise<readonly string[]> =>
  (await lensesOf(session, uri)).map(({ command }) => command?.title ?? '');

const wholeFile = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

const hintsOf = async ({ connection }: Session, uri: string): Promise<readonly InlayHint[]> =>
  (await connection.sendRequest(InlayHintRequest.type, {
    textDocument: { uri },
    range: wholeFile,
  })) ?? [];

describe('lsp/programs', () => {
  it('are detected by extensions, the project and the home folder, the most reliable first', async () => {
    const world = memoryFileSystem(
      {
        '/w/opencode.json': '{}',
        '/w/.claude/agents/reviewer.md': text,
        '/home/me/.claude/settings.json': '{}',
        '/home/me/.copilot/config.json': '{}',
      },
      '/w',
    );
    const session = await serving({ options: ours, world: { ...world, home: '/home/me' } });
    const asked: string[] = [];
    session.connection.onRequest(
      installedExtensionsMethod,
      ({ extensions }: InstalledExtensions): InstalledExtensions => {
        asked.push(...extensions);
        return { extensions: extensions.filter((id) => id === 'anthropic.claude-code') };
      },
    );
    const answer = await session.connection.sendRequest<ProgramsAnswer>(programsMethod, {});
    assert.deepEqual(namesOf(answer.detected), [
      'Claude Code',
      'OpenCode',
      'VS Code',
      'Copilot CLI',
    ]);
    assert.deepEqual(
      namesOf(answer.all),
      catalog.mainHosts.map(({ name }) => name),
    );
    assert.ok(asked.includes('kilocode.kilo-code'), 'only declared extensions are looked for');
    session.end();
  });

  it('are not detected by extensions in other editors, which do not know the request', async () => {
    const session = await serving({ world: memoryFileSystem({}, '/w') });
    const answer = await session.connection.sendRequest<ProgramsAnswer>(programsMethod, {});
    assert.deepEqual(answer.detected, []);
    session.end();
  });

  it('are shown with icons in the lenses of our own editor, which open the preview', async () => {
    const session = await serving({ options: ours });
    session.open(claude, text, 'chatagent');
    const [first, second] = await lensesOf(session, claude);
    assert.equal(first?.command?.title, '$(warning)\u00a0Claude Code: 1 of 2 tools');
    assert.match(first?.command?.tooltip ?? '', /^Loads, but not as written\. Claude Code: /);
    assert.equal(first?.command?.command, 'dossier.previewPersona');
    assert.deepEqual(first?.command?.arguments, [claude, 'claude-code']);
    assert.match(
      second?.command?.title ?? '',
      /^\$\((?:pass|warning)\)\u00a0VS Code: \d of 2 tools$/,
    );
    session.end();
  });

  it('are shown without icons in other editors, the owner first', async () => {
    const session = await serving();
    session.open(claude, text);
    const [lens] = await lensesOf(session, claude);
    assert.equal(lens?.command?.title, 'Claude Code: 1 of 2 tools');
    assert.ok(
      session.answer.capabilities.executeCommandProvider?.commands.includes(
        lens?.command?.command ?? '',
      ),
    );
    session.end();
  });

  it('come in another order once the user has chosen, and lenses and hints are requested again', async () => {
    const session = await serving({
      options: ours,
      capabilities: {
        workspace: {
          codeLens: { refreshSupport: true },
          inlayHint: { refreshSupport: true },
        },
      },
    });
    const refreshed: string[] = [];
    const isRefreshed = new Promise<void>((resume) => {
      session.connection.onRequest(CodeLensRefreshRequest.type, () => void refreshed.push('lens'));
      session.connection.onRequest(InlayHintRefreshRequest.type, () => {
        refreshed.push('hint');
        resume();
      });
    });
    session.open(claude, text, 'chatagent');
    assert.match((await titlesOf(session, claude))[0] ?? '', /Claude Code/);
    session.settings = { programs: ['vscode'] };
    await session.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: null,
    });
    await isRefreshed;
    assert.deepEqual(refreshed, ['lens', 'hint']);
    assert.match((await titlesOf(session, claude))[0] ?? '', /VS Code/);
    session.end();
  });

  it('decide on the first lens only when the settings are known', async () => {
    let arrive = (): void => undefined;
    const settingsArrive = new Promise<void>((resume) => {
      arrive = resume;
    });
    const session = await serving({
      options: ours,
      settings: { programs: ['claude-code'] },
      settingsArrive,
    });
    session.open(claude, text, 'chatagent');
    const titles = titlesOf(session, claude);
    // Other requests are answered meanwhile.
    await session.connection.sendRequest(programsMethod, {}).catch(() => undefined);
    arrive();
    assert.equal((await titles)[0], '$(warning)\u00a0Claude Code: 1 of 2 tools');
    session.end();
  });

  it('do not make tools of VS Code look unknown because Copilot CLI lacks them', async () => {
    const session = await serving({ options: ours });
    const file = '---\ndescription: Reviews.\ntools: [edit/editFiles, nope]\n---\nYou review.\n';
    session.open(github, file, 'chatagent');
    const { connection, answer } = session;
    const { data = [] } =
      (await connection.sendRequest(SemanticTokensRequest.type, {
        textDocument: { uri: github },
      })) ?? {};
    const legend = answer.capabilities.semanticTokensProvider?.legend;
    const tokens: string[] = [];
    let [line, character] = [0, 0];
    for (let at = 0; at < data.length; at += 5) {
      const [down = 0, right = 0, length = 0, type = 0, modifiers = 0] = data.slice(at, at + 5);
      [line, character] = [line + down, down === 0 ? character + right : right];
      const word = file.split('\n')[line]?.slice(character, character + length);
      const states = legend?.tokenModifiers.filter((_, bit) => (modifiers & (1 << bit)) !== 0);
      tokens.push([legend?.tokenTypes[type], word, ...(states ?? [])].join(' '));
    }
    // The grammar colors known keys already: a token would change their color after the file has opened.
    assert.deepEqual(tokens, ['agentTool edit/editFiles', 'agentTool nope unknown']);
    session.end();
  });

  it('never have a hint on a line that the field has left', async () => {
    const session = await serving({ options: ours, settings: { programs: ['claude-code'] } });
    session.open(claude, text, 'chatagent');
    const lineOf = async (): Promise<readonly number[]> =>
      (await hintsOf(session, claude)).map(({ position }) => position.line);
    assert.deepEqual(await lineOf(), [3]);
    // Enter at the end of the line, then a key that is not finished.
    const end = { line: 3, character: 'tools: Read, MultiEdit'.length };
    session.edit(claude, 2, [{ range: { start: end, end }, text: '\n' }]);
    for (const line of await lineOf()) assert.equal(line, 3);
    const below = { line: 4, character: 0 };
    session.edit(claude, 3, [{ range: { start: below, end: below }, text: 'm' }]);
    for (const line of await lineOf()) assert.equal(line, 3);
    session.end();
  });

  it('come first where hosts are offered, and their agents in the list of agents', async () => {
    const files = { '/w/.claude/agents/reviewer.md': text, '/w/.opencode/agent/a.md': text };
    const session = await serving({
      options: ours,
      settings: { programs: ['opencode', 'copilot-cli'] },
      world: memoryFileSystem(files, '/w'),
    });
    session.open(claude, text, 'chatagent');
    const { hosts } = await session.connection.sendRequest<ValidFor>(validForMethod, {
      uri: claude,
      hosts: [],
    });
    const here = hosts.filter(({ isHere }) => isHere);
    assert.deepEqual(
      here.map(({ hostName, isIntended }) => [hostName, isIntended]),
      [
        ['Copilot CLI', true],
        ['Claude Code', true],
        ['VS Code', false],
      ],
    );
    const items = await session.connection.sendRequest<readonly AgentItem[]>(agentsMethod, {});
    const ranks = Object.fromEntries(items.map(({ host, hostRank }) => [host, hostRank]));
    assert.deepEqual(ranks, { opencode: 0, 'copilot-cli': 1, 'claude-code': 2, vscode: 3 });
    session.end();
  });

  it('come after the program of the folder in the list of agents, without a choice', async () => {
    const file = '/w/.claude/agents/reviewer.md';
    const session = await serving({
      world: memoryFileSystem({ [file]: text }, '/w'),
      options: ours,
    });
    session.open(claude, text, 'chatagent');
    await session.published(claude);
    const items = await session.connection.sendRequest<readonly AgentItem[]>(agentsMethod, {});
    const ranked = items.toSorted((a, b) => a.hostRank - b.hostRank).map(({ host }) => host);
    assert.deepEqual(ranked, ['claude-code', 'vscode', 'copilot-cli']);
    session.end();
  });

  it('have their safe fixes counted', async () => {
    const session = await serving({ options: ours, settings: { programs: ['claude-code'] } });
    const wrong = '---\nname: reviewer\ndescription: Use: always\ncolor: Blue\n---\nYou review.\n';
    session.open(claude, wrong, 'chatagent');
    const answer = await session.connection.sendRequest<FixAllAnswer>(fixAllMethod, {
      uri: claude,
    });
    assert.equal(answer.version, 1);
    assert.equal(answer.count, 2);
    assert.ok(answer.edits.length > 0);
    session.end();
  });
});
