// From an agent to those that it calls and back, in files that come while the editor is open.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, isOurs, open, until, uriOf } from './desk';

const folder = 'packages/team/.claude/agents';
const files = {
  [`${folder}/chief.md`]:
    '---\nname: chief\ndescription: Leads.\ntools: Read, Agent(scribe)\n---\n\nYou lead.\n',
  [`${folder}/scribe.md`]: '---\nname: scribe\ndescription: Writes.\n---\n\nYou write.\n',
};
const command = 'packages/team/.claude/commands/note.md';

const names = (locations: readonly (vscode.Location | vscode.LocationLink)[]): string[] =>
  locations
    .map((one) => ('uri' in one ? one.uri : one.targetUri))
    .map(({ path }) => path.slice(path.lastIndexOf('/') + 1))
    .sort();

describe('agents that call each other', () => {
  before(async () => {
    for (const [file, text] of Object.entries(files))
      await vscode.workspace.fs.writeFile(uriOf(file), new TextEncoder().encode(text));
  });
  after(() =>
    vscode.workspace.fs.delete(uriOf('packages/team'), { recursive: true, useTrash: false }),
  );

  const asked = async (command: string, ...more: unknown[]) => {
    const document = await open(`${folder}/chief.md`);
    return vscode.commands.executeCommand(
      command,
      document.uri,
      at(document, 'Agent(scr|ibe)'),
      ...more,
    );
  };

  it('lead from the call to the agent, also where it is not open', async () => {
    const found = await until('definition', async () => {
      const all = (await asked('vscode.executeDefinitionProvider')) as vscode.Location[];
      return all.length > 0 && all;
    });
    assert.deepEqual(names(found), ['scribe.md']);
  });

  it('are found from the agent', async () => {
    const document = await open(`${folder}/scribe.md`);
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      at(document, 'name: scr|ibe'),
    );
    assert.deepEqual(names(found), ['chief.md', 'scribe.md']);
  });

  it('are counted above the agent, and listed by a click', async () => {
    const document = await open(`${folder}/scribe.md`);
    const lens = await until('lens of references', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        100,
      );
      return found.find(({ command }) => command?.command === 'dossier.showReferences');
    });
    assert.equal(lens.command?.title, '1 reference');
    const { command, arguments: given = [] } = lens.command ?? {};
    await vscode.commands.executeCommand(command ?? '', ...given);
    // The list takes the keys: its own command closes it.
    await vscode.commands.executeCommand('closeReferenceSearch');
  });

  it('are renamed together, and can be looked at before', async () => {
    const edit = (await asked(
      'vscode.executeDocumentRenameProvider',
      'clerk',
    )) as vscode.WorkspaceEdit;
    assert.deepEqual(
      edit
        .entries()
        .map(([uri, edits]) => [
          uri.path.slice(uri.path.lastIndexOf('/') + 1),
          edits.map((one) => one.newText),
        ])
        .sort(),
      [
        ['chief.md', ['clerk']],
        ['scribe.md', ['clerk']],
      ],
    );
  });

  it('show who calls whom', async () => {
    const document = await open(`${folder}/scribe.md`);
    const [item] = await vscode.commands.executeCommand<vscode.CallHierarchyItem[]>(
      'vscode.prepareCallHierarchy',
      document.uri,
      at(document, 'name: scr|ibe'),
    );
    assert.ok(item);
    const calls = await vscode.commands.executeCommand<vscode.CallHierarchyIncomingCall[]>(
      'vscode.provideIncomingCalls',
      item,
    );
    assert.deepEqual(
      calls.map(({ from }) => from.name),
      ['chief'],
    );
  });

  it('are found by their names', async () => {
    const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'scrb',
    );
    assert.ok(found.some(({ name }) => name === 'scribe'));
  });

  it('report a duplicate name when a second agent is added', async function () {
    this.timeout(90000);
    const twin = uriOf(`${folder}/twin.md`);
    const scribe = uriOf(`${folder}/scribe.md`);
    const settings = vscode.workspace.getConfiguration('dossier');
    await settings.update('closedFiles', 'problems', vscode.ConfigurationTarget.Global);
    const text = new TextEncoder().encode(files[`${folder}/scribe.md`] ?? '');
    const isReported = (): boolean =>
      [scribe, twin]
        .flatMap((uri) => vscode.languages.getDiagnostics(uri))
        .some(({ code }) => {
          const name = typeof code === 'object' ? code.value : code;
          return name === 'duplicate-name';
        });
    // The editor's watcher is late at times.
    await until(
      'finding in a file that is not open',
      async () => {
        await vscode.workspace.fs.writeFile(twin, text);
        await new Promise((resolve) => setTimeout(resolve, 1000));
        return isReported();
      },
      75000,
    );
    await settings.update('closedFiles', undefined, vscode.ConfigurationTarget.Global);
  });

  it('are found from a command that names one', async () => {
    const text =
      '---\ndescription: Notes.\ncontext: fork\nagent: scribe\n---\n\nAsk @agent-scribe.\n';
    await vscode.workspace.fs.writeFile(uriOf(command), new TextEncoder().encode(text));
    const document = await open(command);
    for (const part of ['agent: scr|ibe', '@agent-scr|ibe']) {
      const found = await until('definition', async () => {
        const all = await vscode.commands.executeCommand<vscode.Location[]>(
          'vscode.executeDefinitionProvider',
          document.uri,
          at(document, part),
        );
        return all.length > 0 && all;
      });
      // Another test may have made a second agent of that name.
      assert.ok(names(found).includes('scribe.md'), names(found).join(' '));
    }
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri).filter(isOurs), []);
  });
});
