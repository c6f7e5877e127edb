// What a rename changes for callers that name agents by patterns, reported before the rename.
import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  RenameRequest,
  ShowMessageNotification,
} from 'vscode-languageserver-protocol/node';
import { memoryFileSystem } from '../../server/world/memory';
import { type Session, serving } from '../support/serving';

const agent = '/w/app/.opencode/agent/review-api.md';
const lead = '/w/app/.opencode/agent/lead.md';
const ruled = (rules: string): Record<string, string> => ({
  [agent]: '---\ndescription: Reviews.\n---\nYou review.\n',
  [lead]: `---\ndescription: Leads.\npermission:\n  task:\n${rules}---\nYou lead.\n`,
  '/w/app/.opencode/agent/caller.md':
    '---\ndescription: Calls.\npermission:\n  task:\n    review-api: allow\n---\nYou call.\n',
  '/w/other/.opencode/agent/lead.md':
    '---\ndescription: Leads.\npermission:\n  task:\n    "review-*": ask\n---\nYou lead.\n',
});

describe('lsp/renaming', () => {
  let session: Session;
  const messages: string[] = [];
  const begin = async (rules: string, canAnnotate: boolean): Promise<void> => {
    const support = canAnnotate ? { changeAnnotationSupport: {} } : {};
    const files = ruled(rules);
    session = await serving({
      world: memoryFileSystem(files, '/w'),
      capabilities: {
        workspace: {
          workspaceEdit: { documentChanges: true, resourceOperations: ['rename'], ...support },
        },
      },
    });
    messages.length = 0;
    session.connection.onNotification(ShowMessageNotification.type, ({ message }) => {
      messages.push(message);
    });
    session.open(
      'file:///w/app/.opencode/agent/caller.md',
      files['/w/app/.opencode/agent/caller.md'] ?? '',
      'markdown',
    );
  };
  afterEach(() => session.end());

  /** As soon as the folders are walked over, both of the agents that name it are found. */
  const renamed = async (newName: string) => {
    for (;;) {
      const edit = await session.connection
        .sendRequest(RenameRequest.type, {
          textDocument: { uri: 'file:///w/app/.opencode/agent/caller.md' },
          position: { line: 4, character: 6 },
          newName,
        })
        .catch(() => null);
      if (edit) return edit;
    }
  };

  it('can be cancelled while many files are searched', async () => {
    const body = 'Ask the `helper` agent.\n'.repeat(40);
    const one = (name: string): string => `---\nname: ${name}\ndescription: d\n---\n${body}`;
    const files: Record<string, string> = { '/w/.claude/agents/helper.md': one('helper') };
    for (let at = 0; at < 600; at++) files[`/w/.claude/agents/a${at}.md`] = one(`a${at}`);
    session = await serving({
      world: memoryFileSystem(files, '/w'),
      capabilities: { workspace: { workspaceEdit: { documentChanges: true } } },
    });
    const uri = 'file:///w/.claude/agents/helper.md';
    session.open(uri, one('helper'), 'markdown');
    const params = {
      textDocument: { uri },
      position: { line: 1, character: 7 },
      newName: 'tester',
    };
    // Waits for the survey.
    assert.ok(await session.connection.sendRequest(RenameRequest.type, params));
    const source = new CancellationTokenSource();
    const asked = session.connection.sendRequest(RenameRequest.type, params, source.token);
    setTimeout(() => source.cancel(), 60);
    const begin = performance.now();
    await assert.rejects(asked, ({ code }: { code: number }) => code === -32800);
    assert.ok(performance.now() - begin < 2_000);
  });

  it('asks, with the reason, where a pattern stands for the old name only', async () => {
    await begin('    "*": allow\n    "review-*": deny\n', true);
    const edit = await renamed('checker');
    const [id = '', annotation] = Object.entries(edit.changeAnnotations ?? {})[0] ?? [];
    assert.equal(annotation?.needsConfirmation, true);
    assert.equal(
      annotation?.description,
      'In .opencode/agent/lead.md, "review-api" has "deny" (rule "review-*"), and "checker" gets "allow" (rule "*").',
    );
    const marks = (edit.documentChanges ?? [])
      .flatMap((change): readonly object[] => ('edits' in change ? change.edits : [change]))
      .map((one) => ('annotationId' in one ? one.annotationId : undefined));
    assert.deepEqual(marks, [id, id], 'the call and the file');
  });

  it('asks where a pattern stands for the new name only', async () => {
    await begin('    "check*": ask\n', true);
    const { changeAnnotations } = await renamed('checker');
    assert.match(
      Object.values(changeAnnotations ?? {})[0]?.description ?? '',
      /no rule matches "review-api", and "checker" gets "ask" \(rule "check\*"\)/,
    );
  });

  it('asks nothing where patterns have the same effect on both names', async () => {
    await begin('    "*": deny\n    "review-*": deny\n    review-api: allow\n', true);
    assert.equal((await renamed('checker')).changeAnnotations, undefined);
    assert.equal((await renamed('review-web')).changeAnnotations, undefined);
  });

  it('shows a message in an editor that cannot ask', async () => {
    await begin('    "review-*": deny\n', false);
    const edit = await renamed('checker');
    assert.equal(edit.changeAnnotations, undefined);
    while (messages.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    assert.match(
      messages[0] ?? '',
      /"review-api" has "deny" \(rule "review-\*"\), and no rule matches "checker"/,
    );
  });
});
