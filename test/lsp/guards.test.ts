// What the programs of a folder decide about a call, through the server.
import assert from 'node:assert/strict';
import { type GuardsAnswer, guardsMethod } from '../../server/protocol/protocol';
import { memoryFileSystem } from '../../server/world/memory';
import { type Session, serving } from '../support/serving';

const settings = '{\n  "permissions": {\n    "deny": ["Bash(git push:*)"]\n  }\n}\n';
const opencode = '{\n  "permission": { "bash": "deny" }\n}\n';

describe('lsp/guards', () => {
  let session: Session;
  before(async () => {
    session = await serving({
      world: memoryFileSystem(
        {
          '/w/.claude/settings.json': settings,
          '/w/opencode.json': opencode,
          '/other/.claude/settings.json': settings,
        },
        '/w',
      ),
    });
  });
  after(() => session?.end());

  const ask = (call: string, folder = 'file:///w'): Promise<GuardsAnswer> =>
    session.connection.sendRequest<GuardsAnswer>(guardsMethod, { folder, call });
  const decided = async (call: string): Promise<readonly string[]> =>
    (await ask(call)).programs.map(
      ({ hostName, action, rule }) =>
        `${hostName}: ${action}${rule ? ` by ${rule.text} (${rule.at?.path}:${rule.at?.line})` : ''}`,
    );

  it('names the rule of each program and where it is', async () =>
    assert.deepEqual(await decided('Bash: git push'), [
      'Claude Code: deny by deny Bash(git push:*) (.claude/settings.json:2)',
      'OpenCode: deny by deny bash, * (opencode.json:1)',
    ]));

  for (const call of ['', 'Bash', 'Bash:', ': ls', '   ', 'mcp'])
    it(`answers "${call}" with examples`, async () => {
      const { isComplete, examples, programs } = await ask(call);
      assert.equal(isComplete, false);
      assert.ok(examples.includes('Bash: git push'));
      assert.deepEqual(programs, []);
    });

  it('shows the guards of the folder while nothing is typed', async () => {
    const rows = async (folder?: string): Promise<readonly string[]> =>
      (await ask('', folder)).guards.map(
        ({ call, guard, programs, isUnguarded }) =>
          `${guard.text} (${guard.at?.path}:${guard.at?.line}): ${call}: ${programs.map(({ action }) => action).join()}${isUnguarded ? '!' : ''}`,
      );
    assert.deepEqual(await rows(), [
      'deny Bash(git push:*) (.claude/settings.json:2): Bash: git push: deny,deny',
      'deny bash, * (opencode.json:1): bash: ls: unknown,deny',
    ]);
    assert.deepEqual(await rows('file:///other'), []);
    session.open('file:///w/opencode.json', '{ "permission": { "bash": "allow" } }', 'json');
    assert.deepEqual(await rows(), [
      'deny Bash(git push:*) (.claude/settings.json:2): Bash: git push: deny,allow!',
    ]);
    session.close('file:///w/opencode.json');
    assert.deepEqual((await ask('Bash')).guards, []);
  });

  it('answers for a call that no program knows', async () =>
    assert.deepEqual(
      (await ask('Nothing: x')).programs.map(({ action }) => action),
      ['unknown', 'unknown'],
    ));

  it('answers for no folder that is not open', async () => {
    for (const folder of ['file:///other', 'file:///w/..', 'untitled:x', ''])
      assert.equal((await ask('Bash: git push', folder)).isComplete, false, folder);
  });

  it('reads settings that are not saved', async () => {
    session.open('file:///w/.claude/settings.json', '{}', 'json');
    assert.equal((await ask('Bash: git push')).programs[0]?.rule, null);
    session.close('file:///w/.claude/settings.json');
  });
});
