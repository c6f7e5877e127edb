// Names of agents that do not exist, in prompts, commands, skills and configurations.
import assert from 'node:assert/strict';
import { memoryFileSystem } from '../../server/world/memory';
import { type Session, serving } from '../support/serving';

const agent = (name: string): string =>
  `---\nname: ${name}\ndescription: Reviews changes.\n---\nYou review.\n`;
const files = {
  '/w/.claude/agents/reviewer.md': agent('reviewer'),
  '/w/.github/agents/code-review.agent.md': agent('Auditor'),
  '/w/.opencode/agent/planner.md': '---\ndescription: Plans.\nmode: subagent\n---\nYou plan.\n',
};

const command = (name: string): string =>
  `---\ndescription: Checks.\nagent: ${name}\n---\nCheck it.\n`;
const forked = (name: string): string => command(name).replace('agent:', 'context: fork\nagent:');

describe('lsp/dangling-names', () => {
  let session: Session;
  const begin = async (options?: unknown): Promise<void> => {
    session = await serving({
      world: memoryFileSystem(files, '/w'),
      options,
      settings: { closedFiles: 'problems' },
    });
  };
  afterEach(() => session.end());

  const reviewer = '/w/.claude/agents/reviewer.md';
  /** A rename waits until all files are known, and is refused here. The second one waits for the effects of the first. */
  const survey = async (): Promise<void> => {
    const textDocument = { uri: `file://${reviewer}` };
    const position = { line: 1, character: 8 };
    const params = { textDocument, position, newName: '' };
    for (let turn = 0; turn < 2; turn++)
      await session.connection.sendRequest('textDocument/rename', params).catch(() => undefined);
  };
  /** The messages that are shown of a document. */
  const shown = async (uri: string): Promise<string[]> => {
    await survey();
    const { diagnostics = [] } = session.pushed.findLast((one) => one.uri === uri) ?? {};
    return diagnostics.map(({ message }) => String(message));
  };
  const messages = async (path: string, text: string, languageId?: string): Promise<string[]> => {
    session.open(`file://${reviewer}`, files[reviewer]);
    session.open(`file:///w/${path}`, text, languageId);
    await session.published(`file:///w/${path}`);
    return shown(`file:///w/${path}`);
  };

  it('are reported where another name or a file was meant, for every host', async () => {
    await begin();
    assert.deepEqual(await messages('.claude/commands/check.md', forked('reviewr')), [
      'Claude Code has no agent named "reviewr" in this workspace. Did you mean "reviewer"?',
    ]);
    const call = (name: string): string =>
      `---\ndescription: Checks.\n---\nCall \`Task(subagent_type="${name}")\`.\n`;
    const near =
      'Claude Code has no agent named "reviewr" in this workspace. Did you mean "reviewer"?';
    assert.deepEqual(await messages('.claude/commands/call.md', call('reviewr')), [near]);
    assert.deepEqual(await messages('.claude/skills/ask/SKILL.md', call('reviewr')), [near]);
    assert.deepEqual(await messages('.claude/commands/call.md', call('Reviewer')), []);
    assert.deepEqual(await messages('.claude/skills/style/SKILL.md', forked('reviewer.md')), [
      '"reviewer.md" is a file name. In Claude Code the agent is named "reviewer". Use that name.',
    ]);
    assert.deepEqual(await messages('.github/prompts/plan.prompt.md', command('code-review')), [
      '"code-review" is a file name. In VS Code the agent is named "Auditor". Use that name.',
    ]);
    assert.deepEqual(await messages('.opencode/command/plan.md', command('plannr')), [
      'OpenCode has no agent named "plannr". OpenCode answers every call of the command with "Unexpected server error". Did you mean "planner"?',
    ]);
    const settings = '{ "command": { "go": { "template": "Go.", "agent": "plannr" } } }\n';
    assert.deepEqual(await messages('opencode.json', settings), [
      'OpenCode has no agent named "plannr". OpenCode answers every call of the command with "Unexpected server error". Did you mean "planner"?',
    ]);
  });

  it('are left alone where they may be those of agents elsewhere', async () => {
    await begin();
    for (const name of ['reviewer', 'Stranger', 'general-purpose', 'r', 'plug:reviewer'])
      assert.deepEqual(await messages('.claude/commands/check.md', forked(name)), [], name);
  });

  it('are left to VS Code where it reports them itself', async () => {
    await begin({ builtinPrompts: { version: '1.139.1', mode: 'auto' } });
    const prompt = '.github/prompts/plan.prompt.md';
    assert.deepEqual(await messages(prompt, command('code-review'), 'prompt'), []);
  });

  it('are resolved by a new agent', async () => {
    await begin();
    const path = '.claude/commands/check.md';
    assert.equal((await messages(path, forked('reviewr'))).length, 1);
    session.open('file:///w/.claude/agents/new.md', agent('reviewr'));
    await session.published('file:///w/.claude/agents/new.md');
    assert.deepEqual(await shown(`file:///w/${path}`), []);
  });
});
