// The lens that counts references, through the server: its title, its target, and its updates.
import assert from 'node:assert/strict';
import {
  type CodeLens,
  CodeLensRefreshRequest,
  CodeLensRequest,
  ExecuteCommandRequest,
  ShowMessageNotification,
  ShutdownRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol/node';
import { memoryFileSystem } from '../../server/world/memory';
import { type Session, serving } from '../support/serving';

const lead = 'file:///w/.claude/agents/lead.md';
const reviewer = 'file:///w/.claude/agents/reviewer.md';
const leading =
  '---\nname: lead\ndescription: Leads.\ntools: Read, Agent(reviewer)\n---\nYou lead.\n';
const files = {
  '/w/.claude/agents/lead.md': leading,
  '/w/.claude/agents/boss.md': leading.replaceAll('lead', 'boss'),
  '/w/.claude/agents/reviewer.md': '---\nname: reviewer\ndescription: Reviews.\n---\nYou review.\n',
};

const lensesOf = async ({ connection }: Session, uri: string): Promise<readonly CodeLens[]> => {
  const found = await connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } });
  return (found ?? []).filter(({ command }) => /reference/.test(command?.title ?? ''));
};

async function until<T>(ask: () => Promise<T | false>): Promise<T> {
  for (let left = 900; left > 0; left--) {
    const found = await ask();
    if (found !== false) return found;
    await new Promise((resume) => setTimeout(resume, 20));
  }
  throw new Error('it never came');
}

const onceThere = (session: Session, title: string): Promise<CodeLens> =>
  until(async () => {
    const [lens] = await lensesOf(session, reviewer);
    return lens?.command?.title === title ? lens : false;
  });

async function opened(more: { readonly options?: unknown; readonly settings?: unknown } = {}) {
  const session = await serving({
    world: memoryFileSystem(files, '/w'),
    capabilities: { workspace: { codeLens: { refreshSupport: true } } },
    ...more,
  });
  const refreshed: number[] = [];
  session.connection.onRequest(CodeLensRefreshRequest.type, () => void refreshed.push(1));
  session.open(lead, files['/w/.claude/agents/lead.md']);
  session.open(reviewer, files['/w/.claude/agents/reviewer.md']);
  return { session, refreshed };
}

/** Ends once nothing is on its way any more. */
async function over(session: Session): Promise<void> {
  await session.connection.sendRequest(ShutdownRequest.type);
  session.end();
}

describe('lsp/lenses', function () {
  // What comes at rest is waited for.
  this.timeout(120_000);

  it('count the references to an agent, and are omitted without any', async () => {
    const { session } = await opened();
    try {
      const lens = await onceThere(session, '2 references');
      assert.deepEqual(lens.range.start, { line: 0, character: 0 });
      // The server itself answers in other editors.
      const { command = '', arguments: given = [] } = lens.command ?? {};
      const { executeCommandProvider } = session.answer.capabilities;
      assert.ok(executeCommandProvider?.commands.includes(command), command);
      const shown = new Promise<string>((resume) => {
        session.connection.onNotification(ShowMessageNotification.type, ({ message }) =>
          resume(message),
        );
      });
      await session.connection.sendRequest(ExecuteCommandRequest.type, {
        command,
        arguments: given,
      });
      assert.deepEqual((await shown).split('\n').length, 2);
      assert.match(await shown, /lead\.md:\d+/);
      assert.deepEqual(await lensesOf(session, lead), []);
    } finally {
      await over(session);
    }
  });

  it('lead to a list in our own editor', async () => {
    const { session } = await opened({ options: { builtinPrompts: { version: '', mode: 'off' } } });
    try {
      const { command } = await onceThere(session, '2 references');
      assert.equal(command?.command, 'dossier.showReferences');
      assert.deepEqual(command?.arguments, [reviewer, { line: 0, character: 0 }]);
    } finally {
      await over(session);
    }
  });

  it('are asked for again when another file takes a reference away', async () => {
    const { session, refreshed } = await opened();
    try {
      await onceThere(session, '2 references');
      refreshed.length = 0;
      const range = { start: { line: 3, character: 0 }, end: { line: 4, character: 0 } };
      session.edit(lead, 2, [{ range, text: 'tools: Read\n' }]);
      await until(async () => refreshed.length > 0);
      await onceThere(session, '1 reference');
    } finally {
      await over(session);
    }
  });

  it('are not there when they are switched off', async () => {
    const { session } = await opened({ settings: { referencesLens: { enabled: false } } });
    try {
      // Answered when all files are known.
      await session.connection.sendRequest(WorkspaceSymbolRequest.type, { query: '' });
      assert.deepEqual(await lensesOf(session, reviewer), []);
    } finally {
      await over(session);
    }
  });

  it('always carry a command, which shows the result of the host in other editors', async () => {
    const { session } = await opened();
    try {
      const all = await session.connection.sendRequest(CodeLensRequest.type, {
        textDocument: { uri: reviewer },
      });
      const { commands = [] } = session.answer.capabilities.executeCommandProvider ?? {};
      assert.ok(all?.length);
      for (const { command } of all) assert.ok(commands.includes(command?.command ?? ''));
      const shown = new Promise<string>((resume) => {
        session.connection.onNotification(ShowMessageNotification.type, ({ message }) =>
          resume(message),
        );
      });
      const { command = '', title = '', arguments: given = [] } = all[0]?.command ?? {};
      await session.connection.sendRequest(ExecuteCommandRequest.type, {
        command,
        arguments: given,
      });
      assert.ok((await shown).startsWith(title));
      assert.match(title, /^Claude Code: /);
    } finally {
      await over(session);
    }
  });

  it('have commands of the client in our own editor, which the server does not register', async () => {
    const { session } = await opened({ options: { builtinPrompts: { version: '', mode: 'off' } } });
    try {
      assert.equal(session.answer.capabilities.executeCommandProvider, undefined);
    } finally {
      await over(session);
    }
  });
});
