// A text that is too long to be judged at each key.
import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver';
import { type DirectServer, directServer } from '../support/direct-server';
import { type FakeClock, fakeClock } from '../support/fake-clock';

const uri = 'file:///w/.claude/agents/reviewer.md';
const textWith = (tools: string): string =>
  `---\nname: reviewer\ndescription: Reviews.\ntools: ${tools}\n---\n${'You review.\n'.repeat(20_000)}`;

const turns = async (): Promise<void> => {
  for (let count = 0; count < 8; count++) await new Promise((done) => setImmediate(done));
};

describe('a long text', () => {
  let clock: FakeClock;
  let server: DirectServer;

  beforeEach(async () => {
    clock = fakeClock();
    server = await directServer({ clock });
  });

  const codes = (): readonly unknown[] =>
    (server.diagnostics.get(uri) ?? []).map(({ code }: Diagnostic) => code);
  const rest = async (ms: number): Promise<void> => {
    await turns();
    clock.pass(ms);
    await turns();
  };
  const insert = (version: number, line: number, character: number, text: string): void =>
    server.edit(uri, version, [
      { range: { start: { line, character }, end: { line, character } }, text },
    ]);

  it('is judged as soon as it is opened', async () => {
    server.open(uri, textWith('Read, MultiEdit'), 'markdown');
    await turns();
    assert.deepEqual(codes(), ['removed-tool']);
  });

  it('is judged when typing pauses for a moment', async () => {
    server.open(uri, textWith('Read, MultiEdit'), 'markdown');
    await rest(2_000);
    // The end of the name, which resolves the finding.
    for (let key = 0; key < 9; key++)
      server.edit(uri, 2 + key, [
        {
          range: {
            start: { line: 3, character: 21 - key },
            end: { line: 3, character: 22 - key },
          },
          text: '',
        },
      ]);
    await turns();
    assert.deepEqual(codes(), ['removed-tool'], 'not yet');
    await rest(500);
    assert.deepEqual(codes(), []);
  });

  it('is judged at once when it is saved', async () => {
    server.open(uri, textWith('Read'), 'markdown');
    await rest(2_000);
    insert(2, 3, 11, ', MultiEdit');
    await turns();
    server.save(uri);
    await turns();
    assert.deepEqual(codes(), ['removed-tool']);
  });

  it('is judged for a request on it', async () => {
    server.open(uri, textWith('Read').replace('name: reviewer\n', ''), 'markdown');
    await rest(2_000);
    insert(2, 4, 0, '# Reviewer\n');
    const fixed = server.ask('dossier/fixAll', { uri }) as {
      readonly edits: readonly { readonly newText: string }[];
    } | null;
    assert.deepEqual(
      fixed?.edits.map(({ newText }) => newText),
      ['name: reviewer\n'],
    );
  });

  it('keeps what is shown at its place until then', async () => {
    server.open(uri, textWith('Read'), 'markdown');
    await rest(2_000);
    const persona = (): string => JSON.stringify(server.ask('dossier/persona', { uri }));
    const before = persona();
    insert(2, 1, 6, 'x');
    const during = persona();
    assert.match(during, /"reviewer"/);
    assert.doesNotMatch(during, /xreviewer/);
    assert.notEqual(before, '');
    await rest(2_000);
    assert.match(persona(), /xreviewer/);
  });
});
