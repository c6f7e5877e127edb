// The layers: which folder may import what (`rooms.ts`), and that no files import each other in a cycle.
import assert from 'node:assert/strict';
import { builtinModules } from 'node:module';
import {
  core,
  isAllowed,
  mayImport,
  roomOf,
  typesOnly,
  usedByClient,
  usesDisk,
  usesProtocolLibrary,
} from './rooms';
import { code, type Import, importsOf, read } from './sources';

const server = code.filter((file) => file.startsWith('server/'));
const client = code.filter((file) => file.startsWith('client/'));
const imports = (list: readonly string[]): readonly Import[] =>
  list.flatMap((file) => importsOf(file));

const isPackage = (found: Import, name: string): boolean =>
  found.from === name || found.from.startsWith(`${name}/`);
const isNode = (found: Import): boolean =>
  found.from.startsWith('node:') || builtinModules.includes(found.from);
const described = (list: readonly Import[]): readonly string[] =>
  list.map(({ file, from }) => `${file} imports ${from}`);

describe('the layers', () => {
  it('contain every folder of the server', () => {
    const rooms = new Set(server.map(roomOf).filter((room) => room !== null));
    assert.deepEqual(
      [...rooms].filter((room) => !(room in mayImport)),
      [],
    );
  });

  it('import in one direction', () => {
    const wrong = imports(server).filter(({ file, target, typeOnly }) => {
      // The type of a file system may be used; the entry points choose the implementation.
      if (target === 'server/world/file-system' && typeOnly && /\/(lsp|cli)\//.test(file))
        return false;
      const from = roomOf(file);
      const to = target === null ? null : roomOf(target);
      return from !== null && to !== null && !isAllowed(from, to);
    });
    assert.deepEqual(described(wrong), []);
  });

  it('render messages where they leave the server only, with no language of the process', () => {
    const atTheEdge = /^server\/(?:text|lsp|cli|library|mcp)\//;
    const rendering = imports(server.filter((file) => !atTheEdge.test(file))).filter(
      ({ target, typeOnly }) => target === 'server/text/translated' && !typeOnly,
    );
    assert.deepEqual(described(rendering), []);
    const holders = imports(server.filter((file) => /^server\/lsp\//.test(file)))
      .filter(
        ({ file, target }) =>
          target === 'server/text/translate' && /\btranslator\b.*from/.test(read(file)),
      )
      .map(({ file }) => file);
    assert.deepEqual(holders, ['server/lsp/handlers/lifecycle.ts']);
  });

  it('allow no import that no file needs', () => {
    const used = new Set(
      imports(server).flatMap(({ file, target }) => {
        const from = roomOf(file);
        const to = target === null ? null : roomOf(target);
        return from === null || to === null ? [] : [`${from} ${to}`, `${from} ${to.split('/')[0]}`];
      }),
    );
    const idle = Object.entries(mayImport).flatMap(([from, allowed]) =>
      allowed.filter((to) => !used.has(`${from} ${to}`)).map((to) => `${from}: ${to}`),
    );
    assert.deepEqual(idle, []);
  });

  it('write files only through the writer for the hosts that read them', () => {
    const isWriting = /^server\/agent\/write-(?:cells|fields|lists|values|yaml|lines)$/;
    const wrong = imports(server.filter((file) => !file.startsWith('server/agent/'))).filter(
      ({ target }) => target !== null && isWriting.test(target),
    );
    assert.deepEqual(described(wrong), []);
    const own = imports(server.filter((file) => file.startsWith('server/agent/')));
    assert.notDeepEqual(
      own.filter(({ target }) => target !== null && isWriting.test(target)),
      [],
    );
  });

  it('stay inside the server', () => {
    const wrong = imports(server).filter(({ target }) => target?.startsWith('server/') === false);
    assert.deepEqual(
      described(wrong.filter(({ target }) => !target?.endsWith('package.json'))),
      [],
    );
  });

  it('of the core do not import Node', () => {
    const wrong = imports(server).filter(
      (found) => core.some((room) => room === roomOf(found.file)?.split('/')[0]) && isNode(found),
    );
    assert.deepEqual(described(wrong), []);
  });

  it('use the disk only through world/, and read files only through its guarded door', () => {
    const isDisk = ({ from }: Import): boolean => /^(?:node:)?fs(?:\/promises)?$/.test(from);
    const users = imports([...server, ...client]).filter(isDisk);
    assert.deepEqual([...new Set(users.map(({ file }) => file))].sort(), usesDisk);
    const reading =
      /\b(?:readFile|readSync|readdir|opendir|openAsBlob|createReadStream|statSync)\w*/g;
    const readers = users.flatMap(({ file }) =>
      [...new Set(read(file).match(reading) ?? [])].map((name) => `${file}: ${name}`),
    );
    assert.deepEqual(
      readers.filter((one) => !one.startsWith('server/world/guarded-disk.ts')).sort(),
      [
        // The standard input, and the device number of the null device.
        'server/cli/terminal.ts: readFileSync',
        'server/cli/terminal.ts: readSync',
        'server/cli/terminal.ts: statSync',
        // The mode and owner of the file that is replaced.
        'server/world/replace.ts: statSync',
      ],
    );
  });

  it('import vscode only in client/', () => {
    const wrong = imports(server).filter(
      (found) => isPackage(found, 'vscode') || isPackage(found, 'vscode-languageclient'),
    );
    assert.deepEqual(described(wrong), []);
  });

  it('import the protocol library only in lsp/ and bin/', () => {
    const wrong = imports([...server, ...client]).filter(
      (found) =>
        found.from.startsWith('vscode-languageserver') &&
        !(found.typeOnly && typesOnly.some((name) => isPackage(found, name))) &&
        !usesProtocolLibrary.includes(roomOf(found.file) ?? ''),
    );
    assert.deepEqual(described(wrong), []);
  });

  it('convert positions of the protocol in one file, which knows how the client counts', () => {
    const inLsp = imports(server).filter(({ file }) => roomOf(file) === 'lsp');
    const made = inLsp.filter(
      ({ from, typeOnly }) => from === 'vscode-languageserver-textdocument' && !typeOnly,
    );
    assert.deepEqual(
      made.map(({ file }) => file),
      ['server/lsp/documents/encoded-document.ts'],
    );
    // Line numbers are the same for every client.
    const lines = inLsp.filter(({ target }) => target === 'server/text/lines');
    assert.deepEqual(
      lines.map(({ file }) => file),
      ['server/lsp/answers/convert.ts', 'server/lsp/answers/valid-for.ts'],
    );
  });

  it('of the client import the protocol and what escapes text only, not the server', () => {
    const wrong = imports(client).filter(
      ({ target }) => target?.startsWith('server/') && !usedByClient.includes(target),
    );
    assert.deepEqual(described(wrong), []);
  });

  it('of the client show notifications through one file, which makes links in names inert', () => {
    const showing = /\.show(?:Information|Warning|Error)Message\b/;
    const wrong = client.filter((file) => file.endsWith('.ts') && showing.test(read(file)));
    assert.deepEqual(wrong, ['client/notify.ts']);
  });

  it('get the hosts as a value: only entry points import the registry', () => {
    const importers = imports([...server, ...client]).filter(
      ({ target }) => target === 'server/hosts/catalog/registry',
    );
    assert.deepEqual([...new Set(importers.map(({ file }) => file.split('/')[1]))], ['bin']);
  });

  it('contain no cycle of imports, not even of types', () => {
    const files = [...server, ...client].filter((file) => file.endsWith('.ts'));
    const known = new Set(files.map((file) => file.slice(0, -3)));
    const targets = new Map(
      files.map((file) => [
        file.slice(0, -3),
        importsOf(file).flatMap(({ target }) =>
          target !== null && known.has(target) ? [target] : [],
        ),
      ]),
    );
    assert.deepEqual(cyclesIn(targets), []);
  });
});

/** The strongly connected components with more than one file (Tarjan's algorithm). */
function cyclesIn(targets: ReadonlyMap<string, readonly string[]>): readonly string[][] {
  const cycles: string[][] = [];
  const indexes = new Map<string, number>();
  const stack: string[] = [];
  const visit = (file: string): number => {
    const index = indexes.size;
    indexes.set(file, index);
    let low = index;
    stack.push(file);
    for (const target of targets.get(file) ?? []) {
      if (!indexes.has(target)) low = Math.min(low, visit(target));
      else if (stack.includes(target)) low = Math.min(low, indexes.get(target) ?? low);
    }
    if (low === index) {
      const component = stack.splice(stack.indexOf(file));
      if (component.length > 1) cycles.push(component.sort());
    }
    return low;
  };
  for (const file of targets.keys()) if (!indexes.has(file)) visit(file);
  return cycles;
}
