// The agents of the workspace as a view receives them, and the notifications to request them again.
import assert from 'node:assert/strict';
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
} from 'vscode-languageserver-protocol/node';
import {
  type AgentItem,
  type AgentName,
  type AgentPage,
  agentNameMethod,
  agentPageMethod,
  agentsChangedMethod,
  agentsMethod,
  type Graph,
  graphMethod,
  type MoveTargets,
  moveTargetsMethod,
  type PersonaCard,
  personaMethod,
} from '../../server/protocol/protocol';
import { type MemoryFileSystem, memoryFileSystem } from '../../server/world/memory';
import { type Session, serving } from '../support/serving';

const named = (name: string, more = ''): string =>
  `---\nname: ${name}\ndescription: Reviews changes.\n${more}---\nYou review.\n`;
const claude = (name: string): string => `/w/.claude/agents/${name}.md`;

describe('lsp/agents', () => {
  let session: Session;
  let changes: number;
  let world: MemoryFileSystem;
  const begin = async (files: Record<string, string>, folders = ['/w']): Promise<void> => {
    world = memoryFileSystem(files, '/w');
    session = await serving({ world, folders });
    changes = 0;
    session.connection.onNotification(agentsChangedMethod, () => {
      changes += 1;
    });
  };
  afterEach(() => session.end());

  const everyItem = (): Promise<readonly AgentItem[]> =>
    session.connection.sendRequest(agentsMethod, {});
  /** The items of the programs that own the folders. */
  const ask = async (): Promise<readonly AgentItem[]> =>
    (await everyItem()).filter(({ role }) => role === 'owner');
  /** A first answer may come while the folders are still walked over. */
  const all = async (count: number): Promise<readonly AgentItem[]> => {
    for (;;) {
      const items = await ask();
      if (items.length >= count) return items;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const changed = async (): Promise<void> => {
    while (changes === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  };

  it('come with how many skills each program lists without a description', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `s${String(index).padStart(2, '0')}`);
    const text = `description: ${'x'.repeat(900)}\n---\nText.\n`;
    await begin(
      Object.fromEntries(
        names.map((name) => [`/w/.github/skills/${name}/SKILL.md`, `---\nname: ${name}\n${text}`]),
      ),
    );
    const ask = async (withSkills: boolean): Promise<AgentPage['lists']> =>
      (
        await session.connection.sendRequest<AgentPage>(agentPageMethod, {
          after: null,
          withSkills,
        })
      ).lists;
    assert.deepEqual(await ask(false), []);
    let lists = await ask(true);
    // A first answer may come while the folders are still walked over.
    for (; lists.length === 0; lists = await ask(true))
      await new Promise((resolve) => setTimeout(resolve, 5));
    assert.deepEqual(lists, [{ host: 'copilot-cli', label: '5 of 20 skills without description' }]);
  });

  it('are listed with skills and commands for a view that asks for them', async () => {
    const skill = '/w/.claude/skills/style/SKILL.md';
    await begin({
      [claude('reviewer')]: named('reviewer'),
      [skill]: '---\nname: style\ndescription: House style.\n---\nText.\n',
      '/w/.claude/commands/git/pr.md': '---\ndescription: Opens it.\n---\nOpen it.\n',
      '/w/.opencode/command/broken.md': '---\ndescription: [x\nagent: {}\n---\nText.\n',
    });
    const ask = async (withSkills: boolean): Promise<readonly string[]> => {
      const page: AgentPage = await session.connection.sendRequest(agentPageMethod, {
        after: null,
        withSkills,
      });
      return page.items
        .filter(({ role }) => role === 'owner')
        .map(({ kind, id, host, tone, description, problem, callers }) =>
          [kind, id, host, tone, description, problem, callers].filter(Boolean).join(' '),
        );
    };
    assert.deepEqual(await ask(false), ['agent reviewer claude-code good Reviews changes.']);
    assert.deepEqual(await ask(true), [
      'agent reviewer claude-code good Reviews changes.',
      'command git:pr claude-code good Opens it. users and model',
      'skill style claude-code good House style. users and model',
      'command broken opencode changed users only',
    ]);
    world.write(skill, '---\nname: style\ndescription: Other.\n---\nText.\n');
    session.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: `file://${skill}`, type: FileChangeType.Changed }],
    });
    while (changes === 0) await new Promise((resume) => setTimeout(resume, 20));
    assert.ok((await ask(true)).some((one) => one.includes('skill style claude-code good Other.')));
    world.files.delete(skill);
    session.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: `file://${skill}`, type: FileChangeType.Deleted }],
    });
    while ((await ask(true)).some((one) => one.startsWith('skill')))
      await new Promise((resume) => setTimeout(resume, 20));
  });

  it('shows who may call whom, with the same labels as the command line', async () => {
    await begin({
      [claude('lead')]: named('lead', 'tools: Read, Agent(builder, ghost)\n'),
      [claude('team/builder')]: named('builder', 'tools: Read, Bash\n'),
    });
    await all(2);
    const graph = await session.connection.sendRequest<Graph>(graphMethod, {});
    assert.equal(graph.count, 2);
    assert.deepEqual(
      graph.folders.map(({ name, agents }) => [name, agents.map(({ name: agent }) => agent)]),
      [
        ['.claude/agents', ['lead']],
        ['.claude/agents/team', ['builder']],
      ],
    );
    const builder = graph.folders[1]?.agents[0];
    assert.deepEqual(
      [builder?.uri, builder?.path, builder?.hosts],
      [
        'file:///w/.claude/agents/team/builder.md',
        '.claude/agents/team/builder.md',
        ['Claude Code'],
      ],
    );
    assert.deepEqual(builder?.capabilities, [
      { label: 'Read', isPrivilege: false },
      { label: 'Run commands', isPrivilege: true },
    ]);
    assert.deepEqual(
      graph.others.map(({ name, isMissing }) => [name, isMissing]),
      [['ghost', true]],
    );
    const keyOf = new Map(
      graph.folders.flatMap(({ agents }) => agents.map((one) => [one.key, one.name])),
    );
    assert.deepEqual(
      graph.links.map(({ from, to, label, isEscalation }) => [
        keyOf.get(from),
        keyOf.get(to) ?? to,
        label,
        isEscalation,
      ]),
      [
        ['lead', 'builder', 'call, escalation: runs commands', true],
        ['lead', 'm0', 'call', false],
      ],
    );
  });

  it('shows in the graph what limits an agent whose tools are not listed', async () => {
    await begin({
      '.codex/agents/auditor.toml':
        'name = "auditor"\ndescription = "Reads."\nsandbox_mode = "read-only"\ndeveloper_instructions = "Read."\n',
      '.codex/agents/maker.toml':
        'name = "maker"\ndescription = "Makes."\ndeveloper_instructions = "Make."\n',
      '.cursor/agents/designer.md': named('designer', 'readonly: true\n'),
      '.opencode/agent/talker.md':
        '---\ndescription: Talks.\npermission:\n  "*": deny\n---\nTalk.\n',
    });
    await all(4);
    const { folders } = await session.connection.sendRequest<Graph>(graphMethod, {});
    assert.deepEqual(
      folders.flatMap(({ agents }) =>
        agents.map((one) => [one.name, ...one.capabilities.map(({ label }) => label)].join(': ')),
      ),
      ['auditor: read-only, not guaranteed', 'maker: every tool', 'designer: read-only', 'talker'],
    );
  });

  it('shows agents by the names of their authors, the folders of plugins last', async () => {
    await begin({
      'backups/.claude/agents/old.md': named('old', ''),
      'addons/review/.claude-plugin/plugin.json': '{"name": "review"}',
      'addons/review/agents/checker.md': named('checker', ''),
      '.github/agents/plan.agent.md': named('Planner', ''),
    });
    await all(4);
    const { folders } = await session.connection.sendRequest<Graph>(graphMethod, {});
    assert.deepEqual(
      folders.map(({ name, isForeign, agents }) => [
        name,
        isForeign,
        ...agents.map((one) => `${one.name} (${one.ids.join(', ')})`),
      ]),
      [
        ['.github/agents', false, 'Planner (plan)'],
        ['addons/review/agents', true, 'checker (review:checker)'],
        ['backups/.claude/agents', true, 'old ()'],
      ],
    );
  });

  it('calls the folder of a plugin the own one where there is no other', async () => {
    await begin({
      '.claude-plugin/plugin.json': '{"name": "review"}',
      'agents/checker.md': named('checker', ''),
    });
    await all(1);
    const { folders } = await session.connection.sendRequest<Graph>(graphMethod, {});
    assert.deepEqual(
      folders.map(({ name, isForeign }) => [name, isForeign]),
      [['agents', false]],
    );
  });

  it('shows the neighbors of an agent in the preview as in the graph', async () => {
    const builder = named('builder', 'tools: Read\n');
    const files = {
      [claude('lead')]: `${named('lead', 'tools: Read\n')}Delegate to builder.\n`,
      [claude('caller')]: named('caller', 'tools: Read, Agent(builder)\n'),
      [claude('builder')]: `${builder}Ask @lead.\n`,
      '/w/.claude/commands/build.md': '---\nagent: builder\n---\nBuild it.\n',
    };
    await begin(files);
    await all(3);
    const graph = await session.connection.sendRequest<Graph>(graphMethod, {});
    const names = new Map([
      ...graph.folders.flatMap(({ agents }) => agents.map((one) => [one.key, one.uri] as const)),
      ...graph.others.flatMap(({ key, uri }) => (uri === null ? [] : [[key, uri] as const])),
    ]);
    const uri = `file://${claude('builder')}`;
    session.open(uri, files[claude('builder')] ?? '');
    const card = await session.connection.sendRequest<PersonaCard>(personaMethod, { uri });
    const { calls = [], calledBy = [] } = card.hosts[0]?.agent?.related ?? {};
    assert.deepEqual(
      calledBy.map(({ name, note }) => [name, note]),
      [
        ['caller', ''],
        ['lead', 'mentions it'],
        ['.claude/commands/build.md', 'starts it'],
      ],
    );
    assert.deepEqual(
      calls.map(({ name, note }) => [name, note]),
      [['lead', 'mentioned in the prompt']],
    );
    const [own] = [...names].filter(([, at]) => at === uri);
    assert.ok(own);
    const ends = (which: 'from' | 'to', other: 'from' | 'to'): (string | undefined)[] =>
      graph.links.filter((link) => link[which] === own[0]).map((link) => names.get(link[other]));
    assert.deepEqual(ends('to', 'from').sort(), calledBy.map((one) => one.uri ?? '').sort());
    assert.deepEqual(
      ends('from', 'to'),
      calls.map((one) => one.uri),
    );
  });

  it('lists an agent under every program that reads it', async () => {
    await begin({ [claude('one')]: named('one') });
    await all(1);
    const items = await everyItem();
    const roles = new Map(items.map(({ hostName, role }) => [hostName, role]));
    assert.equal(roles.get('Claude Code'), 'owner');
    assert.equal(roles.get('VS Code'), 'guest');
    assert.ok(!roles.has('OpenCode'), [...roles.keys()].join(', '));
    assert.equal(new Set(items.map(({ host, uri }) => `${host} ${uri}`)).size, items.length);
  });

  it('knows where the name of an agent is, for actions on it', async () => {
    const byName = claude('one');
    const byFile = '/w/.opencode/agent/two.md';
    const files = { [byName]: named('one'), [byFile]: '---\ndescription: d\n---\nWork.\n' };
    await begin(files);
    await all(1);
    const nameOf = (path: string): Promise<AgentName | null> =>
      session.connection.sendRequest(agentNameMethod, { uri: `file://${path}` });
    assert.equal(await nameOf(byName), null);
    for (const [path, text] of Object.entries(files)) session.open(`file://${path}`, text);
    assert.deepEqual(await nameOf(byName), {
      name: 'one',
      range: { start: { line: 1, character: 6 }, end: { line: 1, character: 9 } },
    });
    const start = { line: 0, character: 0 };
    assert.deepEqual(await nameOf(byFile), { name: 'two', range: { start, end: start } });
  });

  it('offers the folder of each program for a file, those that already read it marked', async () => {
    await begin({ [claude('one')]: named('one'), '/w/docs/notes.md': 'Notes.\n' });
    await all(1);
    const targetsOf = async (path: string): Promise<ReadonlyMap<string, readonly unknown[]>> => {
      const { targets } = await session.connection.sendRequest<MoveTargets>(moveTargetsMethod, {
        uri: `file://${path}`,
      });
      return new Map(
        targets.map(({ hostName, uri, path: to, isReader }) => [hostName, [uri, to, isReader]]),
      );
    };
    const notes = await targetsOf('/w/docs/notes.md');
    // No program is offered twice, and none with the file that is already there.
    const sent = await session.connection.sendRequest<MoveTargets>(moveTargetsMethod, {
      uri: 'file:///w/docs/notes.md',
    });
    assert.equal(sent.targets.length, notes.size);
    assert.ok(![...notes.values()].some(([uri]) => uri === 'file:///w/docs/notes.md'));
    assert.deepEqual(notes.get('Claude Code'), [
      'file:///w/.claude/agents/notes.md',
      '.claude/agents/notes.md',
      false,
    ]);
    assert.deepEqual(notes.get('VS Code')?.[1], '.github/agents/notes.agent.md');
    // Codex reads no Markdown.
    assert.ok(!notes.has('Codex'));
    const own = await targetsOf(claude('one'));
    assert.ok(!own.has('Claude Code'));
    assert.deepEqual(own.get('VS Code'), [
      'file:///w/.github/agents/one.agent.md',
      '.github/agents/one.agent.md',
      true,
    ]);
  });

  it('offers a location where more hosts would read an agent', async () => {
    await begin({
      '/w/.github/agents/team/x.agent.md': named('x'),
      '/w/.github/agents/y.agent.md': named('y'),
    });
    const items = await all(3);
    assert.deepEqual(
      items.map(({ id, host, moveTarget }) => [id, host, moveTarget]),
      [
        ['team--x', 'copilot-cli', 'file:///w/.github/agents/x.agent.md'],
        ['y', 'copilot-cli', null],
        ['y', 'vscode', null],
      ],
    );
  });

  it('contains what a row and its tooltip show', async () => {
    await begin({ [claude('one')]: named('reviewer', 'model: sonnet\ncolor: blue\n') });
    const [item, ...others] = await all(1);
    assert.deepEqual(others, [], 'guests are no owners');
    assert.deepEqual(item, {
      uri: 'file:///w/.claude/agents/one.md',
      folder: 'file:///w',
      path: '.claude/agents/one.md',
      host: 'claude-code',
      hostName: 'Claude Code',
      hostRank: 0,
      isMine: true,
      kind: 'agent',
      role: 'owner',
      scope: 'project',
      isConfigured: false,
      start: null,
      id: 'reviewer',
      name: 'reviewer',
      description: 'Reviews changes.',
      color: { name: 'blue', hex: item?.color?.hex ?? '' },
      model: item?.model ?? '',
      outcome: 'loads',
      tone: 'good',
      headline: 'Loads as written.',
      problem: '',
      callers: '',
      shadowedBy: null,
      sameNameAs: null,
      nameConflict: '',
      moveTarget: null,
      startsIn: 'terminal',
    });
    assert.match(item?.color?.hex ?? '', /^#[0-9a-f]{6}$/);
    assert.match(item?.model ?? '', /sonnet/);
  });

  it('contains the outcome of a file that is not loaded, under the name of the file', async () => {
    await begin({ '/w/.opencode/agent/painter.md': named('x', 'color: teal\n') });
    const [item] = await all(1);
    assert.deepEqual(
      [item?.id, item?.name, item?.tone, item?.problem],
      [null, 'painter', 'bad', 'does not start (color)'],
    );
    assert.equal(item?.headline, 'OpenCode does not start with this file.');
  });

  it('marks shared names, and agents that are shadowed', async () => {
    await begin({
      [claude('one')]: named('reviewer'),
      [claude('two')]: named('reviewer'),
      '/w/.opencode/agent/tester.md': 'Test.\n',
      '/w/web/.opencode/agent/tester.md': 'Test the web.\n',
    });
    const items = await all(4);
    assert.deepEqual(
      items.map(({ path, shadowedBy, sameNameAs }) => [path, shadowedBy, sameNameAs]),
      [
        ['.claude/agents/one.md', null, '.claude/agents/two.md'],
        ['.claude/agents/two.md', null, '.claude/agents/one.md'],
        ['.opencode/agent/tester.md', null, null],
        ['web/.opencode/agent/tester.md', '.opencode/agent/tester.md', null],
      ],
    );
    assert.match(items[0]?.nameConflict ?? '', /^"reviewer" is also defined in /);
    assert.match(
      items[3]?.nameConflict ?? '',
      /OpenCode uses only those fields of this agent that the other one does not set/,
    );
  });

  it('comes in pages, which together are the whole list', async () => {
    const files = Array.from({ length: 600 }, (_, at) => [
      claude(`agent-${String(at).padStart(3, '0')}`),
      named(`agent-${at}`),
    ]);
    await begin(Object.fromEntries(files));
    await all(600);
    const items = await everyItem();
    const pages: AgentPage[] = [];
    for (let after: string | null = null; pages.length === 0 || after !== null; ) {
      const page: AgentPage = await session.connection.sendRequest(agentPageMethod, { after });
      pages.push(page);
      after = page.next;
    }
    assert.deepEqual(
      pages.map((page) => new Set(page.items.map(({ uri }) => uri)).size),
      [250, 250, 100],
    );
    assert.deepEqual(
      pages.flatMap((page) => page.items),
      items,
    );
    // The file with which a page ended may be gone when the next one is requested.
    const rest = await session.connection.sendRequest<AgentPage>(agentPageMethod, {
      after: `${claude('agent-549')}x`,
    });
    assert.equal(new Set(rest.items.map(({ uri }) => uri)).size, 50);
  });

  it('contains the position of an agent in a configuration file, also after it has moved', async () => {
    const path = '/w/opencode.json';
    await begin({ [path]: '{\n  "agent": {\n    "helper": { "description": "Helps." }\n  }\n}\n' });
    const [item] = await all(1);
    assert.deepEqual([item?.isConfigured, item?.start], [true, { line: 2, character: 5 }]);
    changes = 0;
    world.write(path, '{\n\n  "agent": {\n    "helper": { "description": "Helps." }\n  }\n}\n');
    await session.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: `file://${path}`, type: FileChangeType.Changed }],
    });
    await changed();
    assert.deepEqual((await ask())[0]?.start, { line: 3, character: 5 });
  });

  it('marks an agent that a file disables, and one in a rejected file', async () => {
    await begin({
      '/w/.opencode/agent/tester.md': 'Test.\n',
      '/w/.opencode/mode/tester.md': '---\ndisable: true\n---\nTest.\n',
      '/w/.opencode/agent/deployer.md': 'Deploy.\n',
      '/w/opencode.json': '{ "agent": { "deployer": { "disable": true } } }',
      '/w/.github/agents/lead.md': '---\ndescription: Leads.\n---\nLead.\n',
      '/w/.github/agents/lead.agent.md': '---\ndescription: Leads.\ntools:\n---\nLead.\n',
    });
    const items = await all(8);
    const reported = (path: string, host: string) =>
      items
        .filter((one) => one.path === path && one.host === host)
        .map(({ id, shadowedBy, problem }) => [id, shadowedBy, problem]);
    assert.deepEqual(
      [
        reported('.opencode/agent/tester.md', 'opencode'),
        reported('.opencode/mode/tester.md', 'opencode'),
        reported('.opencode/agent/deployer.md', 'opencode'),
        reported('opencode.json', 'opencode'),
        reported('.github/agents/lead.md', 'copilot-cli'),
        reported('.github/agents/lead.agent.md', 'copilot-cli'),
      ],
      [
        [['tester', '.opencode/mode/tester.md', '']],
        [[null, null, 'ignored (disabled)']],
        [['deployer', 'opencode.json', '']],
        [[null, null, 'ignored (disabled)']],
        [['lead', '.github/agents/lead.agent.md', '']],
        [[null, null, 'file rejected (tools)']],
      ],
    );
    const message =
      items.find(({ path }) => path === '.opencode/agent/tester.md')?.nameConflict ?? '';
    assert.match(
      message,
      /^OpenCode does not use this agent because "tester" is also defined in .* disables all agents with that name/,
    );
  });

  it('names a file below its own folder where there are several', async () => {
    await begin({ '/w/.claude/agents/a.md': named('a'), '/v/.claude/agents/b.md': named('b') }, [
      '/w',
      '/v',
    ]);
    assert.deepEqual(
      (await all(2)).map(({ folder, path }) => [folder, path]),
      [
        ['file:///v', '.claude/agents/b.md'],
        ['file:///w', '.claude/agents/a.md'],
      ],
    );
  });

  it('marks an agent with a limit that does not apply, as the preview does', async () => {
    const deny = (last: string): string =>
      `---\ndescription: Deploys.\npermission:\n  bash:\n    "git push *": deny\n    ${last}: allow\n---\nx\n`;
    await begin({
      [claude('ignored')]: named('ignored', 'tools: Read, Bash(git diff:*)\n'),
      [claude('applied')]: named('applied', 'tools: Read, Agent(ignored)\n'),
      [claude('silenced')]: named(
        'silenced',
        '# dossier-ignore ignored-tool-limit: set in the settings\ntools: Bash(git diff:*)\n',
      ),
      '/w/.opencode/agent/overridden.md': deny('"*"'),
      '/w/.opencode/agent/ordered.md': deny('"git log"'),
      '/w/.opencode/agent/unlimited.md': '---\ndescription: d\ntools:\n  read: true\n---\nx\n',
    });
    const items = await all(6);
    assert.deepEqual(
      items.map(({ name, tone, headline }) => [name, tone, headline]),
      [
        ['applied', 'good', 'Loads as written.'],
        ['ignored', 'changed', 'Loads, but not as written.'],
        ['silenced', 'good', 'Loads as written.'],
        ['ordered', 'good', 'Loads as written.'],
        ['overridden', 'changed', 'Loads, but not as written.'],
        ['unlimited', 'changed', 'Loads, but not as written.'],
      ],
    );
    for (const { uri, host, tone } of items) {
      session.open(uri, world.read(uri.slice('file://'.length)) as string);
      const card = await session.connection.sendRequest<PersonaCard>(personaMethod, { uri });
      assert.equal(card.hosts.find((one) => one.host === host)?.tone, tone, uri);
    }
  });

  it('follows a limit that is removed', async () => {
    const uri = 'file:///w/.claude/agents/one.md';
    const text = named('one', 'tools: Bash(git diff:*)\n');
    await begin({ [claude('one')]: text });
    assert.equal((await all(1))[0]?.tone, 'changed');
    session.open(uri, text);
    await session.published(uri);
    changes = 0;
    session.edit(uri, 2, [
      {
        range: { start: { line: 3, character: 11 }, end: { line: 3, character: 23 } },
        text: '',
      },
    ]);
    await changed();
    assert.equal((await ask())[0]?.tone, 'good');
  });

  it('answers with nothing where there is nothing', async () => {
    await begin({ '/w/readme.md': '# Nothing\n' });
    assert.deepEqual(await ask(), []);
  });

  it('is notified of a change once, also of one that affects no other file', async () => {
    const uri = 'file:///w/.claude/agents/one.md';
    await begin({ [claude('one')]: named('reviewer') });
    await all(1);
    session.open(uri, named('reviewer'));
    await session.published(uri);
    changes = 0;
    session.edit(uri, 2, [
      {
        range: { start: { line: 2, character: 13 }, end: { line: 2, character: 20 } },
        text: 'Rewrites',
      },
    ]);
    await changed();
    assert.equal((await ask())[0]?.description, 'Rewrites changes.');
    assert.equal(changes, 1);
  });

  it('includes a folder that is added, and drops it when it is removed', async () => {
    const files = memoryFileSystem({ [claude('one')]: named('one') }, '/w');
    session = await serving({ world: files });
    await all(1);
    const notify = (type: FileChangeType): Promise<void> =>
      session.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri: 'file:///w/.claude/agents/old', type }],
      });
    files.files.set('/w/.claude/agents/old/two.md', named('two'));
    await notify(FileChangeType.Created);
    await all(2);
    files.files.delete('/w/.claude/agents/old/two.md');
    await notify(FileChangeType.Deleted);
    while ((await ask()).length > 1) await new Promise((resolve) => setTimeout(resolve, 5));
  });

  it('scans again on request', async () => {
    const files = memoryFileSystem({ [claude('one')]: named('one') }, '/w');
    session = await serving({ world: files });
    await all(1);
    files.files.set(claude('two'), named('two'));
    await session.connection.sendRequest(agentsMethod, { shouldRescan: true });
    await all(2);
  });

  it('notifies no client that has not requested the agents', async () => {
    const uri = 'file:///w/.claude/agents/one.md';
    await begin({ [claude('one')]: named('reviewer') });
    session.open(uri, named('tester'));
    await session.published(uri);
    await new Promise((resolve) => setTimeout(resolve, 450));
    assert.equal(changes, 0);
  });
});
