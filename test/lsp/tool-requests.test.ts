// The requests with which the preview changes an agent, as our client sends them.
import assert from 'node:assert/strict';
import {
  type FindingFixes,
  findingFixesMethod,
  type NewVersion,
  newVersionMethod,
  type OutcomeTable,
  outcomesMethod,
  type PersonaCard,
  type ProbeAnswer,
  type ProtocolEdit,
  personaMethod,
  probeMethod,
  type SetTools,
  setToolsMethod,
  type ToolChoices,
  toolChoicesMethod,
} from '../../server/protocol/protocol';
import { type Session, serving } from '../support/serving';

const uri = 'file:///w/.claude/agents/reviewer.md';
const text =
  '---\nname: reviewer\ndescription: Reviews.\ntools: Read, Edit, MultiEdit\n---\nYou review.\n';

describe('the requests of the preview', () => {
  let session: Session;
  beforeEach(async () => {
    session = await serving({
      options: { builtinPrompts: { version: '1.139.1', mode: 'auto' } },
    });
    session.open(uri, text, 'markdown');
    await session.published(uri);
  });
  afterEach(() => session.end());

  const ask = <Answer>(method: string, params: object = {}): Promise<Answer> =>
    session.connection.sendRequest<Answer>(method, { uri, host: 'claude-code', ...params });
  const persona = async () => (await ask<PersonaCard>(personaMethod)).hosts[0];
  const apply = (version: number, edits: readonly ProtocolEdit[]): void =>
    session.edit(
      uri,
      version,
      edits.map(({ range, newText }) => ({ range, text: newText })),
    );

  it('return edits for a version, after which the preview shows the new state at once', async () => {
    const changes = [{ tool: 'Edit', granted: false }];
    const made = await ask<SetTools>(setToolsMethod, { changes });
    assert.deepEqual([made.version, made.problem, made.question], [1, null, null]);
    apply(2, made.edits);
    const card = await persona();
    assert.equal(card?.agent?.tools.summary, '1 of 2 tools');
    assert.ok(card.findings.some(({ severity }) => severity === 'warning'));
  });

  it('fix a finding that the preview shows', async () => {
    const finding = (await persona())?.findings.find(({ rule }) => rule === 'removed-tool');
    assert.ok(finding);
    const { version, fixes } = await ask<FindingFixes>(findingFixesMethod, finding);
    assert.equal(fixes[0]?.title, finding.fix);
    apply(version + 1, fixes[0]?.edits ?? []);
    assert.deepEqual(
      (await persona())?.findings.filter(({ rule }) => rule === 'removed-tool'),
      [],
    );
    assert.equal(await ask(findingFixesMethod, finding), null);
  });

  it('list the tools, and draft a version for another program', async () => {
    const { hostName, groups } = await ask<ToolChoices>(toolChoicesMethod);
    assert.equal(hostName, 'Claude Code');
    assert.ok(groups.every(({ tools }) => tools.length > 0));
    const version = await ask<NewVersion>(newVersionMethod, { target: 'opencode' });
    assert.equal(version.hostName, 'OpenCode');
    assert.deepEqual(version.agent.hosts, ['opencode']);
    assert.deepEqual(version.agent.name, 'reviewer');
  });

  it('draft it for the version of that program that is set', async () => {
    const older = await serving({ settings: { versions: { 'copilot-cli': '1.0.92' } } });
    older.open(uri, text, 'markdown');
    const params = { uri, host: 'claude-code', target: 'copilot-cli' };
    const made = await older.connection.sendRequest<NewVersion>(newVersionMethod, params);
    older.end();
    assert.equal(made.hostName, 'Copilot CLI 1.0.92');
    assert.deepEqual(made.agent.hosts, ['copilot-cli']);
  });

  it('change a file that no program reads, shown as an agent of one', async () => {
    const shown = {
      uri: 'file:///w/drafts/idea.md',
      assumedHost: 'opencode',
      host: 'opencode',
      sent: {
        version: 7,
        text: '---\ndescription: Has ideas.\nmode: subagent\nmaxSteps: 5\npermission:\n  edit: deny\n---\nHave ideas.\n',
      },
    };
    const changes = [{ tool: 'edit', granted: true }];
    const made = await ask<SetTools>(setToolsMethod, { ...shown, changes });
    assert.equal(made.version, 7);
    assert.match(made.edits.map(({ newText }) => newText).join(''), /allow/);
    const { groups } = await ask<ToolChoices>(toolChoicesMethod, shown);
    assert.ok(groups.some(({ tools }) => tools.some(({ tool }) => tool === 'edit')));
    const [card] = (await ask<PersonaCard>(personaMethod, shown)).hosts;
    const finding = card?.findings.find(({ fix }) => fix !== null);
    assert.ok(finding);
    const { fixes } = await ask<FindingFixes>(findingFixesMethod, { ...shown, ...finding });
    assert.equal(fixes[0]?.title, finding.fix);
    const query = { purpose: 'change-file', subject: 'src/index.ts' };
    const answer = await ask<ProbeAnswer>(probeMethod, { ...shown, ...query });
    assert.equal(answer.action, 'deny');
    const version = await ask<NewVersion>(newVersionMethod, { ...shown, target: 'claude-code' });
    assert.deepEqual(version.agent.hosts, ['claude-code']);
    const table = await ask<OutcomeTable>(outcomesMethod, { ...shown, assumedHost: undefined });
    assert.ok(table.hosts.length > 0 && table.hosts.every(({ isRead }) => !isRead));
  });

  it('answer nothing for a host that has no agent', async () => {
    const unknown = { host: 'no-host', changes: [], target: 'opencode', rule: '', message: '' };
    for (const method of [setToolsMethod, toolChoicesMethod, findingFixesMethod, newVersionMethod])
      assert.equal(await ask(method, unknown), null, method);
  });
});
