// Code actions for a finding in addition to its fix: all of its kind, the other file, another name, and disabling the rule.
import assert from 'node:assert/strict';
import {
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  type TextEdit,
} from 'vscode-languageserver-protocol/node';
import { memoryFileSystem } from '../../server/world/memory';
import { type Session, serving } from '../support/serving';
import { editsByUri, versionsByUri } from '../support/workspace-edits';

const named = (name: string, tools: string): string =>
  `---\nname: ${name}\ndescription: Reviews changes.\ntools: ${tools}\n---\nYou review.\n`;
const at = (name: string): string => `/w/.claude/agents/${name}.md`;
const uri = (name: string): string => `file://${at(name)}`;

describe('actions for a finding', () => {
  let session: Session;
  const begin = async (
    files: Record<string, string>,
    path: string,
    isOurs = true,
    settings: unknown = {},
  ): Promise<void> => {
    session = await serving({
      world: memoryFileSystem(files, '/w'),
      settings,
      ...(isOurs && { options: { builtinPrompts: { version: '1.139.1', mode: 'off' } } }),
      capabilities: {
        window: { workDoneProgress: true },
        textDocument: { codeAction: { resolveSupport: { properties: ['edit'] } } },
        workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['rename'] } },
      },
    });
    const document = `file://${path}`;
    session.open(document, files[path] ?? '');
    await session.published(document);
    // Our own client is notified of the status when typing pauses.
    while (isOurs && session.statuses.length === 0) await actionsAt(document, 0, 0);
  };
  const actionsAt = async (
    document: string,
    line: number,
    character: number,
  ): Promise<CodeAction[]> => {
    const position = { line, character };
    const found = await session.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: document },
      range: { start: position, end: position },
      context: { diagnostics: [] },
    });
    return (found ?? []) as CodeAction[];
  };
  afterEach(() => session.end());

  const actions = (name: string, line: number, character: number): Promise<CodeAction[]> =>
    actionsAt(uri(name), line, character);
  const called = (all: readonly CodeAction[], title: string): CodeAction => {
    const found = all.find((one) => one.title === title);
    assert.ok(found, `no "${title}" in ${all.map((one) => one.title).join('; ')}`);
    return found;
  };
  const edited = async (action: CodeAction): Promise<Record<string, TextEdit[]>> => {
    const { edit } = await session.connection.sendRequest(CodeActionResolveRequest.type, action);
    return editsByUri(edit);
  };
  /** The actions among which a row lets the user choose. */
  const choices = ({ command }: CodeAction): readonly CodeAction[] => {
    assert.equal(command?.command, 'dossier.chooseAction');
    return command?.arguments?.[1] ?? [];
  };
  const choicesOf = (action: CodeAction): readonly string[] =>
    choices(action).map(({ title }) => title);
  /** The survey has seen all files: an action on the workspace is offered. */
  const whenSeen = async (name: string, line: number, character: number) => {
    for (;;) {
      const all = await actions(name, line, character);
      if (all.some(({ title }) => title.endsWith('in the workspace'))) return all;
    }
  };

  it('are all safe fixes of its kind, in the file and in the workspace', async () => {
    const files = {
      [at('one')]: named('one', 'Read, Edit, MultiEdit, LS, Glob, Task'),
      [at('two')]: named('two', 'Read, Edit, MultiEdit'),
      [at('three')]: named('three', 'Read, MultiEdit'),
    };
    await begin(files, at('one'));
    const all = await whenSeen('one', 3, 20);
    const inFile = called(all, 'Fix all removed-tool problems in this file (2)');
    assert.equal(inFile.edit, undefined);
    assert.deepEqual(await edited(inFile), {
      [uri('one')]: [
        {
          range: { start: { line: 3, character: 19 }, end: { line: 3, character: 34 } },
          newText: '',
        },
      ],
    });
    const everywhere = await edited(called(all, 'Fix all removed-tool problems in the workspace'));
    // The third agent has no Edit: only its author can decide what it was supposed to have.
    assert.deepEqual(Object.keys(everywhere ?? {}).sort(), [uri('one'), uri('two')]);
  });

  it('are offered for the workspace only where another file has agents', async () => {
    const at = '/w/opencode.json';
    // Settings are no file in which the same could be fixed.
    const text = '{"permission":{"bash":"deny"},"agent":{"reviewer":{"tools":{"read":true}}}}';
    session = await serving({
      world: memoryFileSystem(
        { [at]: text, '/w/.mcp.json': '{"mcpServers":{"a":{"command":"a"}}}' },
        '/w',
      ),
      capabilities: {
        textDocument: { codeAction: { resolveSupport: { properties: ['edit'] } } },
      },
    });
    session.open(`file://${at}`, text);
    await session.published(`file://${at}`);
    // The answer waits until the folder has been surveyed.
    await session.connection.sendRequest('workspace/diagnostic', { previousResultIds: [] });
    const position = { line: 0, character: text.indexOf('tools') };
    const all = await session.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: `file://${at}` },
      range: { start: position, end: position },
      context: { diagnostics: [] },
    });
    const titles = (all ?? []).map(({ title }) => title);
    assert.ok(titles.includes('Convert to "permission"'), titles.join('\n'));
    assert.deepEqual(
      titles.filter((title) => title.includes('in the workspace')),
      [],
    );
  });

  it('warn where the agent loses tools in another program', async () => {
    await begin({ [at('one')]: named('one', 'Read, Skill') }, at('one'), true, { guests: 'all' });
    const all = await actions('one', 3, 14);
    called(all, 'Remove "Skill" (the agent loses tools in Claude Code)');
  });

  it('are those of one row for several programs', async () => {
    const text = named('one', 'Read').replace(/^description.*\n/m, '');
    session = await serving({ settings: { guests: 'all' } });
    session.open(uri('one'), text);
    const [published] = (await session.published(uri('one'))).diagnostics;
    assert.equal(published?.source, 'Dossier · Claude Code, Copilot CLI');
    assert.match(
      published.relatedInformation?.[0]?.message ?? '',
      /^No "description"\. Copilot CLI/,
    );
    const found = called(await actions('one', 0, 0), 'Add "description" from the heading');
    assert.equal(found.diagnostics?.[0]?.source, published.source);
  });

  it('report progress while all files of the workspace are fixed', async () => {
    const files = {
      [at('one')]: named('one', 'Read, MultiEdit, Edit'),
      [at('two')]: named('two', 'Read, MultiEdit, Edit'),
    };
    await begin(files, at('one'));
    const reports: string[] = [];
    session.connection.onRequest('window/workDoneProgress/create', () => null);
    session.connection.onNotification(
      '$/progress',
      ({ value }: { readonly value: { readonly kind: string; readonly title?: string } }) =>
        void reports.push(value.title ?? value.kind),
    );
    const all = await whenSeen('one', 3, 14);
    await edited(called(all, 'Fix all removed-tool problems in the workspace'));
    assert.deepEqual(reports, ['Fixing removed-tool problems in the workspace', 'end']);
  });

  it('are the same fix everywhere, where it is for review', async () => {
    const files = {
      [at('one')]: named('one', 'Read, MultiEdit'),
      [at('two')]: named('two', 'Grep, MultiEdit'),
    };
    await begin(files, at('one'));
    const all = await whenSeen('one', 3, 16);
    const action = called(all, 'Replace with "Edit": all removed-tool problems in the workspace');
    assert.deepEqual(Object.keys((await edited(action)) ?? {}).sort(), [uri('one'), uri('two')]);
  });

  it('lead to the other of two of one name, and rename this one', async () => {
    const files = { [at('one')]: named('same', 'Read'), [at('two')]: named('same', 'Read') };
    await begin(files, at('two'));
    let all: CodeAction[] = [];
    while (!all.some(({ title }) => title.startsWith('Open '))) all = await actions('two', 1, 7);
    const open = called(all, 'Open .claude/agents/one.md').command;
    assert.deepEqual([open?.command, open?.arguments], ['vscode.open', [uri('one')]]);
    const rename = called(all, 'Rename this agent...').command;
    assert.deepEqual(rename?.arguments, [uri('two'), { line: 1, character: 6 }]);
  });

  it('rename the file where the path gives the name', async () => {
    const text = '---\ndescription: Reviews changes.\n---\nYou review.\n';
    const [one, two] = ['/w/.opencode/agent/same.md', '/w/.opencode/agents/same.md'];
    await begin({ [one]: text, [two]: text }, one);
    let all: CodeAction[] = [];
    while (!all.some(({ title }) => title.startsWith('Rename ')))
      all = await actionsAt(`file://${one}`, 0, 0);
    assert.deepEqual(called(all, 'Rename this file to same-2.md').edit?.documentChanges, [
      {
        kind: 'rename',
        oldUri: `file://${one}`,
        newUri: 'file:///w/.opencode/agent/same-2.md',
        options: { overwrite: false },
      },
    ]);
  });

  it('are in the order that is expected: fix, fix all, disable here and further out, documentation', async () => {
    await begin(
      {
        [at('one')]: named('one', 'Read, Foo'),
        [at('two')]: named('two', 'Read, MultiEdit, MultiEdit, Edit'),
      },
      at('two'),
    );
    const all = await whenSeen('two', 3, 14);
    const titles = all.map(({ title }) => title);
    assert.deepEqual(choicesOf(called(all, 'Disable removed-tool...')), [
      'Disable removed-tool for this line',
      'Disable removed-tool for this file',
      'Disable removed-tool in this workspace',
    ]);
    const order = [
      'Fix all removed-tool problems in this file',
      'Disable removed-tool...',
      'Show documentation for removed-tool',
    ].map((title) => titles.findIndex((one) => one.startsWith(title)));
    assert.ok(
      order.every((place) => place > 0),
      titles.join('\n'),
    );
    assert.deepEqual(
      order,
      [...order].sort((a, b) => a - b),
      titles.join('\n'),
    );
  });

  it('have one row of each kind where several rules report one word', async () => {
    const file = '/w/.opencode/agent/one.md';
    const text =
      '---\ndescription: Reviews.\nmode: subagent\ntools:\n  read: true\n---\nYou review.\n';
    await begin({ [file]: text }, file);
    const all = await actionsAt(`file://${file}`, 3, 2);
    const rows = all.map(({ title }) => title);
    assert.deepEqual(rows.slice(-2), ['Disable a rule...', 'Show documentation for a rule...']);
    assert.ok(rows.slice(0, -2).every((title) => !/^(?:Disable|Show)/.test(title)));
    assert.deepEqual(choicesOf(called(all, 'Disable a rule...')), [
      ...[
        'Disable non-restrictive-tools for this line',
        'Disable non-restrictive-tools for this file',
      ],
      ...['Disable deprecated-field for this line', 'Disable deprecated-field for this file'],
      'Disable non-restrictive-tools in this workspace',
      'Disable deprecated-field in this workspace',
    ]);
    assert.deepEqual(choicesOf(called(all, 'Show documentation for a rule...')), [
      'Show documentation for non-restrictive-tools',
      'Show documentation for deprecated-field',
    ]);
  });

  it('switch a rule off, for the file and in the settings, and show its page', async () => {
    await begin({ [at('one')]: named('one', 'Read, Foo') }, at('one'));
    const rows = await actions('one', 3, 14);
    const all = [...rows, ...choices(called(rows, 'Disable unknown-tool...'))];
    const [edit] =
      editsByUri(called(all, 'Disable unknown-tool for this file').edit)[uri('one')] ?? [];
    assert.deepEqual(versionsByUri(called(all, 'Disable unknown-tool for this file').edit), {
      [uri('one')]: 1,
    });
    assert.match(edit?.newText ?? '', /^# dossier-ignore-file unknown-tool:/);
    const settings = called(all, 'Disable unknown-tool in this workspace').command;
    assert.deepEqual(settings?.arguments, ['unknown-tool', uri('one')]);
    const page = called(all, 'Show documentation for unknown-tool').command;
    assert.deepEqual(page?.arguments, ['unknown-tool']);
  });

  it('switch a rule off in the file of a team, for every editor', async () => {
    const config = '/w/dossier.config.json';
    const files = {
      [at('one')]: named('one', 'Read, Foo'),
      [config]: '{\n  // ours\n  "guests": "all"\n}\n',
    };
    await begin(files, at('one'), false);
    const all = await actions('one', 3, 14);
    const action = called(all, 'Disable unknown-tool in dossier.config.json');
    assert.deepEqual(editsByUri(action.edit), {
      [`file://${config}`]: [
        {
          range: { start: { line: 2, character: 17 }, end: { line: 2, character: 17 } },
          newText: ',\n  "rules": { "unknown-tool": "off" }',
        },
      ],
    });
    assert.ok(all.every(({ command }) => command === undefined));
  });
});
