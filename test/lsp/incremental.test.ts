// A server that has followed every edit of a document answers like one that has only just opened it. `node test/longer/edits.mjs`
// edits for as long as you like; what it has found is below.
import assert from 'node:assert/strict';
import type { Diagnostic, Hover, Location } from 'vscode-languageserver';
import type { FixAllAnswer, PersonaCard } from '../../server/protocol/protocol';
import { type DirectServer, directServer } from '../support/direct-server';
import { fuzzEdits } from '../support/edit-fuzzing';
import { type FakeClock, fakeClock } from '../support/fake-clock';
import { textsToEdit } from '../support/texts-to-edit';

describe('any edits', () => {
  it('leave the server as if it had just opened the document', async () => {
    const { differences, edits, answers } = await fuzzEdits({
      seed: 20,
      texts: textsToEdit(),
      isOver: ({ edits: made }) => made >= 150,
    });
    assert.deepEqual(differences, []);
    assert.ok(edits >= 150 && answers > 300, `${edits} edits, ${answers} answers`);
  }).timeout(120_000);
});

const turns = async (): Promise<void> => {
  for (let count = 0; count < 5; count++) await new Promise((done) => setImmediate(done));
};

describe('after an edit', () => {
  let clock: FakeClock;
  let server: DirectServer;

  beforeEach(async () => {
    clock = fakeClock();
    server = await directServer({ clock });
  });

  const pause = async (): Promise<void> => {
    await turns();
    clock.pass(2_000);
    await turns();
  };
  const insert = (
    uri: string,
    version: number,
    line: number,
    character: number,
    text: string,
  ): void =>
    server.edit(uri, version, [
      { range: { start: { line, character }, end: { line, character } }, text },
    ]);

  it('the program of a file that no program reads is guessed from the text as it is', async () => {
    const uri = 'file:///w/notes/reviewer.md';
    const text =
      '---\nname: reviewer\ndescription: Reviews.\ntools: Read, Bash\n---\nYou review.\n';
    server.open(uri, text, 'chatagent');
    await pause();
    const reported = (): readonly Diagnostic[] => server.diagnostics.get(uri) ?? [];
    const persona = (): PersonaCard | null =>
      server.ask('dossier/persona', { uri }) as PersonaCard | null;
    assert.equal(persona()?.hosts[0]?.host, 'claude-code');
    // Deletes everything that the program was guessed from, while typing.
    const range = { start: { line: 1, character: 0 }, end: { line: 4, character: 0 } };
    server.edit(uri, 2, [{ range, text: '' }]);
    assert.equal(persona()?.hosts[0]?.host, 'claude-code');
    await pause();
    assert.equal(persona(), null);
    assert.deepEqual(reported(), []);
  });

  it('a space after the closing dashes is judged, although the frontmatter is the same', async () => {
    const uri = 'file:///w/.gemini/agents/reviewer.md';
    server.open(uri, '---\nname: reviewer\ndescription: Reviews.\n--- \nYou review.\n', 'markdown');
    await pause();
    const reported = (): readonly unknown[] =>
      (server.diagnostics.get(uri) ?? []).map(({ code }: Diagnostic) => code);
    assert.deepEqual(reported(), ['broken-fence']);
    const range = { start: { line: 3, character: 3 }, end: { line: 3, character: 4 } };
    server.edit(uri, 2, [{ range, text: '' }]);
    await pause();
    assert.deepEqual(reported(), []);
  });

  it('a hover shows every program, whatever was asked before', async () => {
    const uri = 'file:///w/.claude/agents/reviewer.md';
    server.open(
      uri,
      '---\nname: reviewer\ndescription: Reviews.\ntools:\n  - Read\n  - x: 1\n---\nYou review.\n',
      'markdown',
    );
    await turns();
    const hover = (): Hover | null =>
      server.ask('onHover', {
        textDocument: { uri },
        position: { line: 3, character: 2 },
      }) as Hover | null;
    const first = hover();
    server.ask('dossier/outcomes', { uri });
    server.ask('dossier/persona', { uri });
    assert.deepEqual(hover(), first);
    assert.match(JSON.stringify(first), /Copilot CLI/);
  });

  it('a draft of the description follows the prompt', async () => {
    const uri = 'file:///w/.claude/agents/reviewer.md';
    server.open(uri, '---\nname: reviewer\n---\n\n', 'markdown');
    await pause();
    const fixes = (): readonly (string | null)[] => {
      const card = server.ask('dossier/persona', { uri }) as PersonaCard | null;
      return card?.hosts.flatMap(({ findings }) => findings.map(({ fix }) => fix)) ?? [];
    };
    assert.ok(!fixes().includes('Add "description" from the heading'));
    insert(uri, 2, 4, 0, '# Reviewer\n');
    await pause();
    assert.ok(fixes().includes('Add "description" from the heading'));
  });

  it('everything is fixed, however short ago the prompt was edited', async () => {
    const uri = 'file:///w/.claude/agents/reviewer.md';
    server.open(uri, '---\ndescription: Reviews.\n---\n\n# Reviewer\n', 'markdown');
    await pause();
    insert(uri, 2, 4, 0, 'x');
    const fixed = server.ask('dossier/fixAll', { uri }) as FixAllAnswer | null;
    assert.deepEqual(
      fixed?.edits.map(({ newText }) => newText),
      ['name: reviewer\n'],
    );
  });

  it('the definition of a name that was just changed is found', async () => {
    const uri = 'file:///w/.claude/agents/reviewer.md';
    server.open(uri, '---\nname: reviewer\ndescription: Reviews.\n---\nYou review.\n', 'markdown');
    await pause();
    insert(uri, 2, 1, 6, 'x');
    const found = server.ask('onDefinition', {
      textDocument: { uri },
      position: { line: 1, character: 8 },
    }) as readonly Location[];
    assert.deepEqual(
      found.map(({ range }) => range),
      [{ start: { line: 1, character: 6 }, end: { line: 1, character: 15 } }],
    );
  });
});

describe('after opening a new file', () => {
  it('a name is compared with that of the file itself', async () => {
    const clock = fakeClock();
    const server = await directServer({ clock });
    // Waits for the first survey.
    await server.ask('diagnosticsonWorkspace', { previousResultIds: [] });
    const uri = 'file:///w/.opencode/agent/reviewer.md';
    const text =
      '---\ndescription: Reviews.\npermission:\n  task:\n    review: allow\n---\nYou review.\n';
    server.open(uri, text, 'markdown');
    await turns();
    clock.pass(2_000);
    await turns();
    assert.deepEqual(
      server.diagnostics.get(uri)?.map(({ code }) => code),
      ['unknown-agent'],
    );
  });
});

describe('after closing and opening again', () => {
  it('the findings of the saved file do not replace those of the open one', async () => {
    const path = '/w/.claude/agents/reviewer.md';
    const uri = `file://${path}`;
    const saved = '---\nname: reviewer\n---\nYou review.\n';
    const typed = '---\nname: reviewer\ndescription: Reviews.\n---\nYou review.\n';
    const server = await directServer({
      files: { [path]: saved },
      settings: { closedFiles: 'all' },
    });
    // In the very turn in which the file is closed, and while its saved text is read.
    for (let wait = 0; wait < 30; wait++) {
      server.open(uri, typed, 'markdown');
      for (let count = 0; count < 8; count++) await turns();
      server.close(uri);
      for (let count = 0; count < wait; count++) await new Promise((done) => setImmediate(done));
      server.open(uri, typed, 'markdown');
      for (let count = 0; count < 8; count++) await turns();
      assert.deepEqual(server.diagnostics.get(uri), [], `opened ${wait} turns after closing`);
      server.close(uri);
      for (let count = 0; count < 8; count++) await turns();
      assert.equal(server.diagnostics.get(uri)?.length, 1, 'the saved file has a finding');
    }
  });
});
