// Long work: its progress, its cancellation, and the trace of what the server does.
import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  type ClientCapabilities,
  DidChangeWorkspaceFoldersNotification,
  HoverRequest,
  LogTraceNotification,
  LSPErrorCodes,
  type ProgressToken,
  RenameRequest,
  ResponseError,
  SetTraceNotification,
  WorkDoneProgress,
  WorkDoneProgressCancelNotification,
  WorkDoneProgressCreateRequest,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver-protocol/node';
import { memoryFileSystem } from '../../server/world/memory';
import { type Session, serving } from '../support/serving';
import { editsByUri } from '../support/workspace-edits';

const at = (name: string): string => `/w/.claude/agents/${name}.md`;
const uri = (name: string): string => `file://${at(name)}`;
const agent = (name: string, more = ''): string =>
  `---\nname: ${name}\ndescription: Helps.\n${more}---\nYou help.\n`;

const calling = 'tools: Read, Agent(helper)\n';
const lead = agent('lead', calling);
const others = 400;
const files: Record<string, string> = { [at('lead')]: lead };
for (let n = 0; n < others; n++) files[at(`a${n}`)] = agent(`a${n}`);
// The last files that the survey reads.
files[at('z')] = agent('z', calling);
files[at('helper')] = agent('helper');

const withProgress: ClientCapabilities = {
  window: { workDoneProgress: true },
  workspace: { workspaceEdit: { documentChanges: true } },
};

type Shown = { readonly kind: string; readonly message?: string };

describe('lsp/progress', function () {
  this.timeout(120_000);
  let session: Session;
  /** What the client shows of each task, in order. */
  let tasks: Shown[][] = [];
  /** How many more tasks the user cancels at once. */
  let cancels = 0;

  const begin = async (): Promise<void> => {
    tasks = [];
    session = await serving({ world: memoryFileSystem(files, '/w'), capabilities: withProgress });
    const { connection } = session;
    connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
      const shown: Shown[] = [];
      tasks.push(shown);
      connection.onProgress(WorkDoneProgress.type, token, (value) => {
        shown.push(value);
        if (value.kind !== 'begin' || cancels === 0) return;
        cancels--;
        void connection.sendNotification(WorkDoneProgressCancelNotification.type, { token });
      });
    });
    session.open(uri('lead'), lead);
  };
  afterEach(() => session.end());

  const rename = (source = new CancellationTokenSource()) =>
    session.connection.sendRequest(
      RenameRequest.type,
      {
        textDocument: { uri: uri('lead') },
        position: { line: 3, character: calling.indexOf('helper') + 1 },
        newName: 'other',
      },
      source.token,
    );
  const renamed = async (): Promise<readonly string[]> =>
    Object.keys(editsByUri(await rename())).sort();
  const all = ['helper', 'lead', 'z'].map(uri);

  const isCancelled = (error: unknown): boolean =>
    error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled;

  it('of a survey begins, counts files and ends', async () => {
    cancels = 0;
    await begin();
    assert.deepEqual(await renamed(), all);
    const [survey = []] = tasks;
    assert.equal(tasks.length, 1);
    assert.deepEqual(survey[0], {
      kind: 'begin',
      title: 'Scanning workspace agents',
      cancellable: true,
    });
    assert.equal(survey.at(-1)?.kind, 'end');
    assert.equal(survey.filter(({ kind }) => kind !== 'report').length, 2);
    for (const { message = '' } of survey.slice(1, -1)) assert.match(message, /^[\d,]+ files$/);
  });

  it('ends when the user cancels, and a rename then reads all files again', async () => {
    cancels = 1;
    await begin();
    while (tasks[0]?.at(-1)?.kind !== 'end') await session.connection.sendRequest(hover, leadAt);
    assert.deepEqual(await renamed(), all);
    assert.equal(tasks.length, 2);
  });

  it('cancels a rename that needs the files', async () => {
    cancels = 1;
    await begin();
    await assert.rejects(rename(), isCancelled);
  });

  it('is not needed to cancel a rename', async () => {
    cancels = 0;
    await begin();
    const source = new CancellationTokenSource();
    const asked = rename(source);
    source.cancel();
    await assert.rejects(asked, isCancelled);
    assert.deepEqual(await renamed(), all);
  });

  it('of a survey that is cancelled does not end one that is already due', async () => {
    const bad = '/v/.claude/agents/bad.md';
    const world = memoryFileSystem({ ...files, [bad]: agent('bad', 'tools: MultiEdit\n') }, '/w');
    session = await serving({
      world,
      settings: { closedFiles: 'all' },
      capabilities: {
        ...withProgress,
        textDocument: { diagnostic: {} },
        workspace: { diagnostics: { refreshSupport: true }, workspaceFolders: true },
      },
    });
    const { connection } = session;
    const addAndCancel = async (token: ProgressToken): Promise<readonly string[]> => {
      void connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
        event: { added: [{ uri: 'file:///v', name: 'v' }], removed: [] },
      });
      // Meanwhile the server requests the settings of the folder, then the next survey is due.
      for (let turn = 0; turn < 4; turn++) await connection.sendRequest(hover, leadAt);
      void connection.sendNotification(WorkDoneProgressCancelNotification.type, { token });
      const all = { previousResultIds: [] };
      const { items } = await connection.sendRequest(WorkspaceDiagnosticRequest.type, all);
      return items.map((item) => item.uri);
    };
    const pulled = await new Promise<readonly string[]>((resolve, reject) => {
      let isFirst = true;
      connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
        if (!isFirst) return;
        isFirst = false;
        connection.onProgress(WorkDoneProgress.type, token, ({ kind }) => {
          if (kind === 'begin') addAndCancel(token).then(resolve, reject);
        });
      });
    });
    assert.ok(pulled.includes(`file://${bad}`), String(pulled));
  });

  const hover = HoverRequest.type;
  const leadAt = { textDocument: { uri: uri('lead') }, position: { line: 1, character: 1 } };

  it('is traced for clients that ask for it', async () => {
    cancels = 0;
    await begin();
    const traced: { message: string; verbose?: string }[] = [];
    session.connection.onNotification(LogTraceNotification.type, (one) => void traced.push(one));
    const trace = async (value: 'off' | 'messages' | 'verbose'): Promise<typeof traced> => {
      traced.length = 0;
      await session.connection.sendNotification(SetTraceNotification.type, { value });
      await session.connection.sendRequest(hover, leadAt);
      return traced.filter(({ message }) => message.startsWith('hover'));
    };
    assert.deepEqual(await trace('off'), []);
    assert.deepEqual(await trace('messages'), [
      { message: `hover for ${uri('lead')} (version 1)` },
    ]);
    const [one] = await trace('verbose');
    assert.match(one?.verbose ?? '', /^[\d.]+ ms$/);
    assert.deepEqual(await trace('off'), []);
  });
});
