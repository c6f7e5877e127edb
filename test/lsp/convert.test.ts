// Conversions as our own client asks for them.
import assert from 'node:assert/strict';
import {
  type AgentCopy,
  type AgentsParams,
  agentsMethod,
  type ConvertAnswer,
  type ConvertFolderAnswer,
  type ConvertTargets,
  convertFolderMethod,
  convertMethod,
  convertTargetsMethod,
  copiesMethod,
  copySkillMethod,
} from '../../server/protocol/protocol';
import { memoryFileSystem } from '../../server/world/memory';
import { type Session, serving } from '../support/serving';

const uri = 'file:///w/.claude/agents/reviewer.md';
const text =
  '---\nname: reviewer\ndescription: Reviews changes.\ntools: Read, Edit\n---\n\nYou review.\n';
const copyPath = '/w/.opencode/agent/reviewer.md';
const copy =
  "---\ndescription: Reviews changes.\npermission:\n  '*': deny\n  read: allow\nmode: subagent\n---\n\nYou review.\n";

const begin = async (
  files: Record<string, string> = {},
  settings: unknown = {},
): Promise<Session> => {
  const world = memoryFileSystem({ '/w/.claude/agents/reviewer.md': text, ...files }, '/w');
  const session = await serving({ world, settings });
  session.open(uri, text);
  await session.published(uri);
  return session;
};

/** Waits until the folders are surveyed. */
const surveyed = (session: Session): Promise<unknown> => {
  const params: AgentsParams = { shouldRescan: false };
  return session.connection.sendRequest(agentsMethod, params);
};

describe('lsp/convert', () => {
  it('lists the other hosts', async () => {
    const session = await begin();
    const found: ConvertTargets | null = await session.connection.sendRequest(
      convertTargetsMethod,
      {
        uri,
      },
    );
    session.end();
    assert.equal(found?.hostName, 'Claude Code');
    assert.ok(found.targets.some(({ host }) => host === 'opencode@2'));
    assert.ok(!found.targets.some(({ host }) => host === 'claude-code'));
  });

  it('returns the file, the account with lines, and what there is to choose', async () => {
    const session = await begin();
    const ask = (choices: Record<string, string>): Promise<ConvertAnswer | null> =>
      session.connection.sendRequest(convertMethod, { uri, to: 'opencode', choices });
    const first = await ask({});
    assert.deepEqual(
      [first?.uri, first?.path, first?.exists, first?.isRefused, first?.text],
      [`file://${copyPath}`, '.opencode/agent/reviewer.md', false, false, copy],
    );
    const row = first?.rows.find(({ part }) => part === 'change files');
    assert.deepEqual([row?.change, row?.line], ['narrower', 3]);
    const [choice] = first?.choices ?? [];
    assert.deepEqual(
      [choice?.id, choice?.chosen, choice?.options.map(({ value, isWider }) => [value, isWider])],
      [
        'change-file',
        'narrower',
        [
          ['narrower', false],
          ['wider', true],
        ],
      ],
    );
    const second = await ask({ 'change-file': 'wider' });
    session.end();
    assert.match(second?.text ?? '', /\n {2}edit: allow\n/);
    assert.equal(second?.isRefused, false);
  });

  it('takes models from the settings', async () => {
    const models = { sonnet: { opencode: 'anthropic/claude-sonnet-4-5' } };
    const session = await begin({}, { convert: { models } });
    const other = 'file:///w/.claude/agents/writer.md';
    session.open(other, text.replace('tools: Read, Edit', 'model: sonnet'));
    const answer: ConvertAnswer | null = await session.connection.sendRequest(convertMethod, {
      ...{ uri: other, to: 'opencode', choices: {} },
    });
    session.end();
    assert.match(answer?.text ?? '', /\nmodel: anthropic\/claude-sonnet-4-5\n/);
  });

  describe('to a program that is set to an older version', () => {
    const settings = { versions: { 'copilot-cli': '1.0.92' } };
    const finder = '/w/.opencode/agent/finder.md';
    const finding =
      '---\ndescription: d\npermission:\n  "*": deny\n  grep: allow\n  glob: allow\n---\n\nYou find.\n';
    const toolsIn = (answer: ConvertAnswer | null | undefined) =>
      /^tools: (.*)$/m.exec(answer?.text ?? '')?.[1];

    it('writes the names of tools that the version has', async () => {
      const answers: (ConvertAnswer | null)[] = [];
      for (const used of [{}, settings]) {
        const session = await begin({}, used);
        session.open(`file://${finder}`, finding);
        answers.push(
          await session.connection.sendRequest(convertMethod, {
            ...{ uri: `file://${finder}`, to: 'copilot-cli', choices: {} },
          }),
        );
        session.end();
      }
      assert.deepEqual(answers.map(toolsIn), ['[search]', '[glob, grep]']);
      assert.deepEqual(
        answers.map((answer) => answer?.hostName),
        ['Copilot CLI', 'Copilot CLI 1.0.92'],
      );
    });

    it('does so for the agents of a folder, as the configuration of each demands', async () => {
      const session = await begin({
        [finder]: finding,
        '/w/b/.opencode/agent/finder.md': finding,
        '/w/b/dossier.config.json': JSON.stringify(settings),
      });
      await surveyed(session);
      const answer: ConvertFolderAnswer | null = await session.connection.sendRequest(
        convertFolderMethod,
        { uri: 'file:///w', to: 'copilot-cli' },
      );
      session.end();
      const made = answer?.files.map((one) => [one.path, toolsIn(one)]);
      assert.deepEqual(
        made?.filter(([path]) => path?.includes('finder')),
        [
          ['.github/agents/finder.agent.md', '[search]'],
          ['b/.github/agents/finder.agent.md', '[glob, grep]'],
        ],
      );
    });
  });

  it('converts the agents of a folder, without those of the host itself', async () => {
    const session = await begin({
      '/w/.opencode/agent/tester.md': '---\ndescription: Tests.\n---\nTest.\n',
    });
    await surveyed(session);
    const answer: ConvertFolderAnswer | null = await session.connection.sendRequest(
      convertFolderMethod,
      { uri: 'file:///w', to: 'opencode' },
    );
    session.end();
    assert.deepEqual(
      answer?.files.map(({ source, path }) => [source, path]),
      [[uri, '.opencode/agent/reviewer.md']],
    );
  });

  it('compares the agent with its copy for another host', async () => {
    const session = await begin({ [copyPath]: copy.replace('read: allow', 'webfetch: allow') });
    await surveyed(session);
    const copies: readonly AgentCopy[] = await session.connection.sendRequest(copiesMethod, {
      uri,
    });
    session.end();
    assert.deepEqual(
      copies.map(({ host, path, differences, text: wanted }) => [host, path, differences, wanted]),
      [
        [
          ...['opencode', '.opencode/agent/reviewer.md'],
          [
            'The copy may do more: fetch web pages.',
            'The copy may do less: read files, list folders.',
          ],
          copy,
        ],
      ],
    );
  });

  describe('compared with its copy after a conversion', () => {
    const ofEdit = copy.replace('read: allow', 'read: allow\n  edit: allow');
    const choices = { 'change-file': 'wider' };
    const decided = [{ source: uri, copy: `file://${copyPath}`, choices }];
    const compared = async (
      document: string,
      files: Record<string, string>,
      known: unknown = decided,
    ): Promise<AgentCopy | undefined> => {
      const session = await begin(files);
      await surveyed(session);
      if (document !== uri) session.open(document, files[copyPath] ?? '');
      const params = { uri: document, decided: known };
      const [found]: readonly AgentCopy[] = await session.connection.sendRequest(
        copiesMethod,
        params,
      );
      session.end();
      return found;
    };

    it('has what was decided there', async () => {
      const without = await compared(uri, { [copyPath]: ofEdit }, []);
      assert.deepEqual(without?.differences, [
        'The copy may do more: create files, change files, edit notebooks.',
      ]);
      assert.deepEqual(without?.decisions, []);
      const found = await compared(uri, { [copyPath]: ofEdit });
      assert.deepEqual([found?.differences, found?.isRefused], [[], false]);
      assert.match(found?.text ?? '', /\n {2}edit: allow\n/);
      assert.equal(found?.decisions[0]?.part, 'change files');
      assert.match(found.decisions[0].label, /^Grant "edit"/);
    });

    it('is the copy where the comparison begins with it', async () => {
      const here = `file://${copyPath}`;
      const leftOut = [{ source: uri, copy: here, choices: { 'change-file': 'narrower' } }];
      const found = await compared(here, { [copyPath]: copy }, leftOut);
      assert.deepEqual(
        [found?.source, found?.uri, found?.fromName, found?.hostName, found?.differences],
        [uri, here, 'Claude Code', 'OpenCode', []],
      );
      const changed = copy.replace('You review.', 'You test.');
      const differs = await compared(here, { [copyPath]: changed }, leftOut);
      assert.deepEqual(differs?.differences, ['The prompts differ.']);
      assert.equal(differs?.text, copy);
    });

    it('has no decision that the agent does not need any more', async () => {
      const other = [{ source: uri, copy: `file://${copyPath}`, choices: { gone: 'wider' } }];
      const found = await compared(uri, { [copyPath]: copy }, other);
      assert.deepEqual([found?.decisions, found?.differences], [[], []]);
    });
  });
});

describe('lsp/convert: skills and commands', () => {
  const skillUri = 'file:///w/.claude/skills/deploy/SKILL.md';
  const skill = '---\ndescription: Deploys.\n---\n\nRun scripts/a.sh.\n';
  const files = {
    '/w/.claude/skills/deploy/SKILL.md': skill,
    '/w/.claude/skills/deploy/scripts/a.sh': 'ls',
  };

  it('offers each program that has skills, and a command also as a skill of the same', async () => {
    const session = await begin(files);
    session.open(skillUri, skill);
    await session.published(skillUri);
    const found = await session.connection.sendRequest<ConvertTargets | null>(
      convertTargetsMethod,
      { uri: skillUri },
    );
    assert.equal(found?.kind, 'skill');
    assert.ok(found.targets.some(({ host }) => host === 'codex'));
    assert.ok(!found.targets.some(({ host }) => host === 'claude-code'));
    const command = 'file:///w/.claude/commands/pr.md';
    session.open(command, 'Open a PR.\n');
    await session.published(command);
    const others = await session.connection.sendRequest<ConvertTargets | null>(
      convertTargetsMethod,
      { uri: command },
    );
    session.end();
    assert.ok(others?.targets.some(({ host, as }) => host === 'claude-code' && as === 'skill'));
  });

  it('converts a skill and copies its folder, all of it or nothing', async () => {
    const session = await begin(files);
    session.open(skillUri, skill);
    await session.published(skillUri);
    const made = await session.connection.sendRequest<ConvertAnswer | null>(convertMethod, {
      ...{ uri: skillUri, to: 'codex', choices: {} },
    });
    assert.equal(made?.kind, 'skill');
    assert.equal(made.path, '.agents/skills/deploy/SKILL.md');
    assert.deepEqual(made.folder, {
      from: 'file:///w/.claude/skills/deploy',
      to: 'file:///w/.agents/skills/deploy',
    });
    for (const { why } of made.rows) assert.doesNotMatch(why, /agent/i);
    const copy = { ...made.folder, text: made.text };
    assert.equal(await session.connection.sendRequest(copySkillMethod, copy), null);
    const again = await session.connection.sendRequest(copySkillMethod, copy);
    assert.match(String(again), /already exists/);
    const elsewhere = { ...copy, to: 'file:///w/src/deploy' };
    const refused = await session.connection.sendRequest(copySkillMethod, elsewhere);
    session.end();
    assert.equal(refused, 'This is not a folder of a skill.');
  });
});
