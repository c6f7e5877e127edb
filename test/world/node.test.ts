// The disk, through the command that writes to it.
import assert from 'node:assert/strict';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { main } from '../../server/cli/main';
import { nodeFileSystem } from '../../server/world/node';
import { catalog } from '../support/catalog';
import { itOnPosix } from '../support/posix';

const text =
  '---\nname: reviewer\ndescription: d\ntools: Read, MultiEdit, Edit\n---\nYou review.\n';
const fixed = text.replace('MultiEdit, ', '');

describe('files on a disk', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    const root = mkdtempSync(path.join(tmpdir(), 'dossier-'));
    folder = path.join(root, '.claude/agents');
    file = path.join(folder, 'reviewer.md');
    mkdirSync(folder, { recursive: true });
  });
  afterEach(() => rmSync(path.join(folder, '../..'), { recursive: true }));

  itOnPosix('are fixed completely, keep their mode, and leave no other files in the folder', () => {
    writeFileSync(file, text);
    chmodSync(file, 0o640);
    assert.equal(fix(file).code, 0);
    assert.equal(readFileSync(file, 'utf8'), fixed);
    assert.equal(statSync(file).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(folder), ['reviewer.md']);
  });

  it('keep their byte order mark', () => {
    writeFileSync(file, `\ufeff${text}`);
    fix(file);
    assert.equal(readFileSync(file, 'utf8'), `\ufeff${fixed}`);
  });

  it('that are not UTF-8 remain unchanged, and that is reported', () => {
    const bytes = Buffer.from(text.replace('You review', 'You r\u00e9view'), 'latin1');
    writeFileSync(file, bytes);
    const { code, err } = fix(file);
    assert.deepEqual(readFileSync(file), bytes);
    assert.match(err, /reviewer\.md: not fixed: The file is not valid UTF-8/);
    assert.equal(code, 2);
  });

  it('that are not UTF-8 result in exit code 1 if they contain an error', () => {
    const other = path.join(folder, '../../.opencode/agent');
    mkdirSync(other, { recursive: true });
    const bytes = Buffer.from('---\ndescription: \u00e9t\u00e9\ncolor: orange\n---\nx\n', 'latin1');
    writeFileSync(path.join(other, 'a.md'), bytes);
    assert.equal(fix(path.join(other, 'a.md')).code, 1);
    assert.deepEqual(readFileSync(path.join(other, 'a.md')), bytes);
  });

  it('that changed in the meantime remain unchanged', () => {
    writeFileSync(file, fixed);
    assert.throws(() => nodeFileSystem.write(file, 'x', folder, text), /has changed/);
    assert.equal(readFileSync(file, 'utf8'), fixed);
  });

  itOnPosix('that are links are fixed at the target of the link', () => {
    const real = path.join(folder, '../real.md');
    writeFileSync(real, text);
    symlinkSync(real, file);
    fix(file);
    assert.equal(readFileSync(real, 'utf8'), fixed);
    assert.equal(readFileSync(file, 'utf8'), fixed);
  });

  it('are written if they are new', () => {
    nodeFileSystem.write(file, text, folder);
    assert.equal(readFileSync(file, 'utf8'), text);
  });
});

function fix(file: string): { code: number | null; err: string } {
  let err = '';
  const io = {
    out: () => undefined,
    err: (output: string) => {
      err += output;
    },
    stdin: () => '',
    color: false,
  };
  const code = main(['check', '--fix', file], {
    world: { ...nodeFileSystem, catalog },
    io,
    lsp: () => undefined,
  });
  return { code, err };
}
