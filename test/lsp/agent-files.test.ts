// Agents that are named after their files, agents of plugins, and words that only may name an agent: what a rename changes.
import assert from 'node:assert/strict';
import picomatch from 'picomatch';
import {
  type ClientCapabilities,
  DidDeleteFilesNotification,
  DidRenameFilesNotification,
  PrepareRenameRequest,
  type Range,
  RenameRequest,
  WillRenameFilesRequest,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { type AgentItem, agentsMethod } from '../../server/protocol/protocol';
import { memoryFileSystem } from '../../server/world/memory';
import { type Session, serving } from '../support/serving';
import { editsByUri, movesIn, textAfter } from '../support/workspace-edits';

const files: Readonly<Record<string, string>> = {
  'pl/.claude-plugin/plugin.json': '{ "name": "pl" }\n',
  'pl/agents/b.md': '---\nname: b\ndescription: Reviews.\n---\nYou review.\n',
  'pl/agents/sub/nameless.md': '---\ndescription: Reviews.\n---\nYou review.\n',
  'pl/agents/a.md':
    '---\nname: a\ndescription: Calls.\ntools: Agent(pl:b), Agent(pl:sub:nameless)\n---\nAsk @agent-pl:b and @pl:b.\n',
  '.claude/agents/caller.md':
    '---\nname: caller\ndescription: Calls.\ntools: Agent(pl:b)\n---\nAsk @agent-pl:b.\n',
  '.opencode/agent/helper.md': '---\ndescription: Helps.\nmode: subagent\n---\nYou help.\n',
  '.opencode/agent/team/one.md': '---\ndescription: Works.\nmode: subagent\n---\nYou work.\n',
  '.opencode/agent/lead.md':
    '---\ndescription: Leads.\npermission:\n  task:\n    helper: allow\n    team/one: allow\n---\nAsk @helper, or [it](helper.md). Use the `helper` agent; helper texts and my-helper are others.\n',
  '.opencode/command/go.md': '---\nagent: helper\n---\nAsk @helper.\n',
  '.kilo/agent/writer.md': '---\ndescription: Writes.\nmode: subagent\n---\nYou write.\n',
  '.kilo/agent/lead.md':
    '---\ndescription: Leads.\npermission:\n  task:\n    writer: allow\n---\nYou lead.\n',
  '.github/agents/planner.agent.md': '---\ndescription: Plans.\n---\nYou plan.\n',
  '.github/agents/lead.agent.md':
    "---\ndescription: Leads.\ntools: ['agent']\nagents: [planner]\n---\nUse #runSubagent planner, or #tool:agent/runSubagent with the planner agent.\n",
  '.github/prompts/go.prompt.md': '---\nagent: planner\n---\nGo.\n',
};

const everything: ClientCapabilities = {
  workspace: {
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ['rename'],
      changeAnnotationSupport: {},
    },
  },
};

describe('renaming agents and their files', () => {
  let session: Session;
  let disk: Record<string, string>;
  const begin = async (capabilities: ClientCapabilities = everything): Promise<void> => {
    disk = Object.fromEntries(Object.entries(files).map(([path, text]) => [`/w/${path}`, text]));
    session = await serving({
      world: {
        ...memoryFileSystem(disk, '/w'),
        has: (path) => memoryFileSystem(disk, '/w').has(path),
        read: (path) => memoryFileSystem(disk, '/w').read(path),
      },
      capabilities,
    });
  };
  afterEach(() => session.end());

  /** The position of the `|` in a part of an open file. */
  const at = (path: string, part: string) => {
    const text = files[path] ?? '';
    session.open(`file:///w/${path}`, text);
    const start = text.indexOf(part.replace('|', ''));
    assert.ok(start >= 0, `no ${part} in ${path}`);
    const lines = text.slice(0, start + part.indexOf('|')).split('\n');
    const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    return { textDocument: { uri: `file:///w/${path}` }, position };
  };
  const rename = (path: string, part: string, newName: string) =>
    session.connection.sendRequest(RenameRequest.type, { ...at(path, part), newName });
  const prepare = async (path: string, part: string): Promise<readonly string[] | null> => {
    const asked = at(path, part);
    // The answer is computed from all files that are known so far.
    for (let tries = 0; tries < 400; tries++) {
      const found = (await session.connection.sendRequest(PrepareRenameRequest.type, asked)) as {
        range: Range;
        placeholder: string;
      } | null;
      const line = (files[path] ?? '').split('\n')[found?.range.start.line ?? 0] ?? '';
      if (found)
        return [
          line.slice(found.range.start.character, found.range.end.character),
          found.placeholder,
        ];
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return null;
  };
  /** The lines that differ, by file, and the moves. Edits that need confirmation are left out. */
  const changes = (edit: WorkspaceEdit | null): readonly string[] => [
    ...Object.entries(editsByUri(edit))
      .flatMap(([uri, edits]) => {
        const path = uri.replace('file:///w/', '');
        const sure = edits.filter((one) => !('annotationId' in one));
        const after = textAfter(files[path] ?? '', sure).split('\n');
        return after.flatMap((line, index) =>
          line === (files[path] ?? '').split('\n')[index] ? [] : [`${path}: ${line.trim()}`],
        );
      })
      .sort(),
    ...movesIn(edit).map(({ oldUri, newUri }) =>
      `${oldUri} -> ${newUri}`.replaceAll('file:///w/', ''),
    ),
  ];
  const ofPlugin = [
    '.claude/agents/caller.md: Ask @agent-pl:c.',
    '.claude/agents/caller.md: tools: Agent(pl:c)',
    'pl/agents/a.md: Ask @agent-pl:c and @pl:c.',
    'pl/agents/a.md: tools: Agent(pl:c), Agent(pl:sub:nameless)',
    'pl/agents/b.md: name: c',
  ];

  for (const [path, part] of [
    ['pl/agents/b.md', 'name: |b'],
    ['pl/agents/a.md', 'Agent(pl:|b'],
    ['.claude/agents/caller.md', '@agent-pl:|b'],
  ] as const)
    for (const name of ['c', 'pl:c'])
      it(`gives the agent of a plugin the name ${name} from ${part}`, async () => {
        await begin();
        assert.deepEqual(changes(await rename(path, part, name)), ofPlugin);
      });

  it('offers the name that is at the position', async () => {
    await begin();
    assert.deepEqual(await prepare('pl/agents/b.md', 'name: |b'), ['b', 'b']);
    assert.deepEqual(await prepare('pl/agents/a.md', 'Agent(pl:|b'), ['pl:b', 'pl:b']);
    assert.deepEqual(await prepare('.opencode/agent/helper.md', '|---'), ['', 'helper']);
    assert.deepEqual(await prepare('.opencode/agent/team/one.md', 'descr|iption'), [
      '',
      'team/one',
    ]);
    assert.deepEqual(await prepare('pl/agents/sub/nameless.md', '|---'), ['', 'nameless']);
  });

  it('offers nothing in the values and the prompt of such a file', async () => {
    await begin();
    assert.deepEqual(await prepare('.opencode/agent/helper.md', '|---'), ['', 'helper']);
    for (const part of ['Hel|ps.', 'sub|agent', 'You |help.']) {
      const asked = at('.opencode/agent/helper.md', part);
      assert.equal(await session.connection.sendRequest(PrepareRenameRequest.type, asked), null);
    }
  });

  it('renames the file of an agent that is named after it, from the file itself', async () => {
    await begin();
    assert.deepEqual(changes(await rename('.opencode/agent/helper.md', '|---', 'aide')), [
      '.opencode/agent/lead.md: Ask @aide, or [it](aide.md). Use the `helper` agent; helper texts and my-helper are others.',
      '.opencode/agent/lead.md: aide: allow',
      '.opencode/command/go.md: Ask @aide.',
      '.opencode/command/go.md: agent: aide',
      '.opencode/agent/helper.md -> .opencode/agent/aide.md',
    ]);
    assert.deepEqual(changes(await rename('.kilo/agent/writer.md', 'mo|de', 'author')), [
      '.kilo/agent/lead.md: author: allow',
      '.kilo/agent/writer.md -> .kilo/agent/author.md',
    ]);
    assert.deepEqual(changes(await rename('.github/agents/planner.agent.md', '|---', 'guide')), [
      '.github/agents/lead.agent.md: Use #runSubagent guide, or #tool:agent/runSubagent with the guide agent.',
      '.github/agents/lead.agent.md: agents: [guide]',
      '.github/prompts/go.prompt.md: agent: guide',
      '.github/agents/planner.agent.md -> .github/agents/guide.agent.md',
    ]);
    assert.deepEqual(changes(await rename('pl/agents/sub/nameless.md', '|---', 'named')), [
      'pl/agents/a.md: tools: Agent(pl:b), Agent(pl:sub:named)',
      'pl/agents/sub/nameless.md -> pl/agents/sub/named.md',
    ]);
  });

  it('refuses it where the editor cannot rename files', async () => {
    await begin({ workspace: { workspaceEdit: { documentChanges: true } } });
    await assert.rejects(
      rename('.opencode/agent/helper.md', '|---', 'aide'),
      /does not support file renames/,
    );
  });

  it('lists words that may name the agent for confirmation', async () => {
    await begin();
    const edit = await rename('.opencode/agent/helper.md', '|---', 'aide');
    const [[id = '', annotation] = []] = Object.entries(edit?.changeAnnotations ?? {});
    assert.equal(annotation?.needsConfirmation, true);
    assert.equal(annotation.label, 'Words that may name the agent');
    const lead = editsByUri(edit)['file:///w/.opencode/agent/lead.md'] ?? [];
    const uncertain = lead.filter((one) => 'annotationId' in one && one.annotationId === id);
    assert.equal(uncertain.length, 1);
    assert.match(
      textAfter(files['.opencode/agent/lead.md'] ?? '', uncertain),
      /Use the `aide` agent; helper texts and my-helper are others\./,
    );
  });

  it('leaves such words unchanged where the editor cannot ask', async () => {
    await begin({
      workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['rename'] } },
    });
    const edit = await rename('.opencode/agent/helper.md', '|---', 'aide');
    assert.equal(edit?.changeAnnotations, undefined);
    assert.match(changes(edit).join(), /Use the `helper` agent/);
  });

  const moved = (from: string, to: string) =>
    session.connection.sendRequest(WillRenameFilesRequest.type, {
      files: [{ oldUri: `file:///w/${from}`, newUri: `file:///w/${to}` }],
    });

  it('registers for files and folders that are renamed elsewhere', async () => {
    await begin();
    const { fileOperations } = session.answer.capabilities.workspace ?? {};
    const patterns = fileOperations?.willRename?.filters.map(({ pattern }) => pattern) ?? [];
    const globs = (what: string): string[] =>
      patterns.flatMap(({ glob, matches }) => (matches === what ? glob : []));
    const isFile = picomatch(globs('file'), { dot: true });
    for (const name of ['a.md', 'a.agent.md', 'a.toml', 'a.mdc'])
      assert.ok(isFile(`w/.any/agents/${name}`), name);
    assert.ok(!isFile('w/src/a.ts'));
    assert.deepEqual(globs('folder'), ['**']);
    assert.deepEqual(fileOperations?.didRename, fileOperations?.willRename);
  });

  it('follows a file that is renamed in the explorer', async () => {
    await begin();
    const edit = await moved('.opencode/agent/helper.md', '.opencode/agent/aide.md');
    assert.deepEqual(changes(edit), [
      '.opencode/agent/lead.md: Ask @aide, or [it](aide.md). Use the `helper` agent; helper texts and my-helper are others.',
      '.opencode/agent/lead.md: aide: allow',
      '.opencode/command/go.md: Ask @aide.',
      '.opencode/command/go.md: agent: aide',
    ]);
  });

  it('follows a folder that is part of a name', async () => {
    await begin();
    assert.deepEqual(changes(await moved('.opencode/agent/team', '.opencode/agent/crew')), [
      '.opencode/agent/lead.md: crew/one: allow',
    ]);
  });

  it('leaves the references to an agent whose name is in its file', async () => {
    await begin();
    assert.equal(await moved('pl/agents/b.md', 'pl/agents/other.md'), null);
    assert.equal(await moved('readme.md', 'other.md'), null);
  });

  it('changes nothing twice when the editor asks again for its own rename', async () => {
    await begin();
    const edit = await rename('.opencode/agent/helper.md', '|---', 'aide');
    for (const [uri, edits] of Object.entries(editsByUri(edit))) {
      const path = uri.replace('file:///w/', '');
      const sure = edits.filter((one) => !('annotationId' in one));
      session.open(uri, textAfter(files[path] ?? '', sure));
    }
    assert.equal(await moved('.opencode/agent/helper.md', '.opencode/agent/aide.md'), null);
  });

  it('knows the file under its new path afterwards', async () => {
    await begin();
    await rename('.opencode/agent/helper.md', '|---', 'aide');
    session.close('file:///w/.opencode/agent/helper.md');
    disk['/w/.opencode/agent/aide.md'] = disk['/w/.opencode/agent/helper.md'] ?? '';
    delete disk['/w/.opencode/agent/helper.md'];
    await session.connection.sendNotification(DidRenameFilesNotification.type, {
      files: [
        {
          oldUri: 'file:///w/.opencode/agent/helper.md',
          newUri: 'file:///w/.opencode/agent/aide.md',
        },
      ],
    });
    await assert.rejects(
      rename('.opencode/agent/team/one.md', '|---', 'aide'),
      /already defines an agent named "aide"/,
    );
  });

  it('drops a file that is deleted in the explorer, also with its folder', async () => {
    // Such a client is expected to report what changes on disk, and does not always.
    await begin({ workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } });
    const names = async (): Promise<readonly string[]> => {
      // A request that is answered after the changes on disk were read.
      await moved('.opencode/agent/lead.md', '.opencode/agent/lead.md');
      const items = await session.connection.sendRequest<readonly AgentItem[]>(agentsMethod, {});
      return [...new Set(items.map(({ name }) => name))].sort();
    };
    const before = await names();
    assert.ok(before.includes('helper') && before.includes('team/one'), before.join());
    delete disk['/w/.opencode/agent/helper.md'];
    for (const path of Object.keys(disk))
      if (path.startsWith('/w/.opencode/agent/team/')) delete disk[path];
    await session.connection.sendNotification(DidDeleteFilesNotification.type, {
      files: [
        { uri: 'file:///w/.opencode/agent/helper.md' },
        { uri: 'file:///w/.opencode/agent/team' },
      ],
    });
    assert.deepEqual(
      await names(),
      before.filter((name) => name !== 'helper' && !name.startsWith('team/')),
    );
  });

  it('renames what is on disk, although the editor does not report changes there', async () => {
    await begin();
    await rename('.opencode/agent/helper.md', '|---', 'aide');
    const lead = '/w/.opencode/agent/lead.md';
    disk[lead] = `---\nmodel: a/b\n${(disk[lead] ?? '').slice(4)}`;
    const edit = await rename('.opencode/agent/helper.md', '|---', 'aide');
    const edits = editsByUri(edit)[`file://${lead}`] ?? [];
    assert.match(
      textAfter(disk[lead], edits),
      /task:\n {4}aide: allow\n {4}team\/one: allow\n---\nAsk @aide,/,
    );
  });
});
