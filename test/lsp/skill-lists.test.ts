// Descriptions that the list of a program has no room for, once the workspace has been surveyed.
import assert from 'node:assert/strict';
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
} from 'vscode-languageserver-protocol/node';
import { type MemoryFileSystem, memoryFileSystem } from '../../server/world/memory';
import { type Session, serving } from '../support/serving';

const pathOf = (name: string): string => `/w/.github/skills/${name}/SKILL.md`;
const textOf = (name: string): string =>
  `---\nname: ${name}\ndescription: ${'x'.repeat(900)}\n---\n\nDo it.\n`;
const names = Array.from({ length: 20 }, (_, index) => `s${String(index).padStart(2, '0')}`);

describe('lsp/skill-lists', () => {
  let session: Session;
  let world: MemoryFileSystem;
  const begin = async (settings: unknown = null): Promise<void> => {
    world = memoryFileSystem(
      Object.fromEntries(names.map((name) => [pathOf(name), textOf(name)])),
      '/w',
    );
    session = await serving({ world, settings });
  };
  afterEach(() => session.end());

  /** The lines and messages of the rule in the last diagnostics of the file, once `isWanted` holds for them. */
  const shown = async (
    name: string,
    isWanted: (messages: readonly string[]) => boolean,
  ): Promise<readonly string[]> => {
    const uri = `file://${pathOf(name)}`;
    for (;;) {
      const { diagnostics = [] } = session.pushed.findLast((one) => one.uri === uri) ?? {};
      const messages = diagnostics
        .filter(({ code }) => code === 'unlisted-description')
        .map(({ range, message }) => `${range.start.line}: ${String(message).split('.')[0]}`);
      if (isWanted(messages)) return messages;
      await new Promise((resume) => setTimeout(resume, 10));
    }
  };

  it('are reported where they are, and no longer once enough of the others are gone', async () => {
    await begin();
    session.open(`file://${pathOf('s19')}`, textOf('s19'));
    session.open(`file://${pathOf('s00')}`, textOf('s00'));
    assert.deepEqual(await shown('s19', (messages) => messages.length > 0), [
      '2: Copilot CLI lists the first 15 of 20 skills in alphabetical order with their descriptions, and this one without',
    ]);
    assert.deepEqual(await shown('s00', () => true), []);
    const gone = names.slice(1, 6).map(pathOf);
    for (const path of gone) world.files.delete(path);
    await session.connection.sendNotification(DidChangeWatchedFilesNotification.method, {
      changes: gone.map((path) => ({ uri: `file://${path}`, type: FileChangeType.Deleted })),
    });
    assert.deepEqual(await shown('s19', (messages) => messages.length === 0), []);
  });

  it('are reported of files that are not open, if the user wants all of their findings', async () => {
    await begin({ closedFiles: 'all' });
    assert.equal((await shown('s19', (messages) => messages.length > 0)).length, 1);
    assert.equal((await shown('s15', (messages) => messages.length > 0)).length, 1);
    assert.deepEqual(await shown('s14', () => true), []);
  });
});
