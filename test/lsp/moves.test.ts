// A file where no host looks, moved by the editor to where one does.
import assert from 'node:assert/strict';
import { type ClientCapabilities, CodeActionRequest } from 'vscode-languageserver-protocol/node';
import { serving } from '../support/serving';

const uri = 'file:///w/.github/agents/team%20a/reviewer.agent.md';
const text = '---\ndescription: Reviews changes.\n---\n\nYou review.\n';
const renames: ClientCapabilities = {
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['rename'] } },
};

async function actionsAt(line: number, capabilities: ClientCapabilities, of = uri) {
  const session = await serving({ capabilities });
  try {
    session.open(of, text);
    await session.published(of);
    const at = { line, character: 0 };
    const actions = await session.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: of },
      range: { start: at, end: at },
      context: { diagnostics: [] },
    });
    return (actions ?? []).filter(({ title }) => title.startsWith('Move'));
  } finally {
    session.end();
  }
}

describe('a file where a host does not look', () => {
  it('is moved by a rename, never over another', async () => {
    const [action, ...more] = await actionsAt(0, renames);
    assert.deepEqual(more, []);
    assert.equal(action?.title, 'Move to .github/agents/reviewer.agent.md');
    assert.ok(action && 'edit' in action);
    assert.deepEqual(action.edit?.documentChanges, [
      {
        kind: 'rename',
        oldUri: uri,
        newUri: 'file:///w/.github/agents/reviewer.agent.md',
        options: { overwrite: false, ignoreIfExists: false },
      },
    ]);
    assert.notEqual(action.isPreferred, true);
  });

  it('is moved with its folder if it is a skill', async () => {
    const [action] = await actionsAt(0, renames, 'file:///w/.claude/skills/team/x/SKILL.md');
    assert.equal(action?.title, 'Move to .claude/skills/x');
    assert.ok(action && 'edit' in action);
    assert.deepEqual(action.edit?.documentChanges, [
      {
        kind: 'rename',
        oldUri: 'file:///w/.claude/skills/team/x',
        newUri: 'file:///w/.claude/skills/x',
        options: { overwrite: false, ignoreIfExists: false },
      },
    ]);
  });

  it('the command of a client that cannot rename files, and none if it only notifies', async () => {
    assert.deepEqual(await actionsAt(0, {}), []);
    assert.deepEqual(await actionsAt(4, renames), []);
  });
});
