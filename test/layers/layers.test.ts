// Invariants 1 and 2 of the design: which room may import what.
import assert from 'node:assert/strict';
import { builtinModules } from 'node:module';
import { core, mayImport, speakLsp, typesOnly } from './rooms';
import { code, type Import, importsOf, roomOf } from './sources';

const server = code.filter((file) => file.startsWith('server/'));
const client = code.filter((file) => file.startsWith('client/'));
const imports = (list: readonly string[]): readonly Import[] =>
  list.flatMap((file) => importsOf(file));

const isPackage = (found: Import, name: string): boolean =>
  found.from === name || found.from.startsWith(`${name}/`);
const isNode = (found: Import): boolean =>
  found.from.startsWith('node:') || builtinModules.includes(found.from);
const said = (list: readonly Import[]): readonly string[] =>
  list.map(({ file, from }) => `${file} imports ${from}`);

describe('the rooms', () => {
  it('are all known here', () => {
    const rooms = new Set(server.map(roomOf).filter((room) => room !== null));
    assert.deepEqual(
      [...rooms].filter((room) => !(room in mayImport)),
      [],
    );
  });

  it('import one way', () => {
    const wrong = imports(server).filter(({ file, target, typeOnly }) => {
      // What a world is may be known; which one it is, is said at the front door.
      if (target === 'server/world/file-system' && typeOnly && /\/(lsp|cli)\//.test(file))
        return false;
      const from = roomOf(file);
      const to = target === null ? null : roomOf(target);
      return from !== null && to !== null && from !== to && !mayImport[from]?.includes(to);
    });
    assert.deepEqual(said(wrong), []);
  });

  it('stay inside the server', () => {
    const wrong = imports(server).filter(({ target }) => target?.startsWith('server/') === false);
    assert.deepEqual(said(wrong.filter(({ target }) => !target?.endsWith('package.json'))), []);
  });

  it('of the core need no Node', () => {
    const wrong = imports(server).filter(
      (found) => core.some((room) => room === roomOf(found.file)) && isNode(found),
    );
    assert.deepEqual(said(wrong), []);
  });

  it('imports vscode only in client/', () => {
    const wrong = imports(server).filter(
      (found) => isPackage(found, 'vscode') || isPackage(found, 'vscode-languageclient'),
    );
    assert.deepEqual(said(wrong), []);
  });

  it('imports the protocol only in lsp/ and bin/', () => {
    const wrong = imports([...server, ...client]).filter(
      (found) =>
        found.from.startsWith('vscode-languageserver') &&
        !(found.typeOnly && typesOnly.some((name) => isPackage(found, name))) &&
        !speakLsp.includes(roomOf(found.file) ?? ''),
    );
    assert.deepEqual(said(wrong), []);
  });

  it('of the client know the protocol, not the server', () => {
    const wrong = imports(client).filter(
      ({ target }) => target?.startsWith('server/') && target !== 'server/protocol',
    );
    assert.deepEqual(said(wrong), []);
  });
});
