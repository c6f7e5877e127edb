// How much of a file is read.
import assert from 'node:assert/strict';
import { truncateSync } from 'node:fs';
import path from 'node:path';
import {
  entriesGuarded,
  readBytesGuarded,
  readTextGuarded,
  sizeLimitOf,
  statGuarded,
} from '../../server/world/guarded-disk';
import { nodeFileSystem } from '../../server/world/node';
import { type DiskFolder, diskFolder } from '../support/disk-folder';
import { inEnglish } from '../support/words';

const mebibyte = 1024 * 1024;

describe('a file on the disk', () => {
  let disk: DiskFolder;
  beforeEach(() => {
    disk = diskFolder();
  });
  afterEach(() => disk.remove());

  for (const [file, limit] of [
    ['.claude/agents/a.md', 16],
    ['.claude/agents/plugin.json.md', 16],
    ['opencode.json', 8],
    ['opencode.jsonc', 8],
    ['.codex/agents/a.toml', 8],
    ['a.yml', 8],
    ['a.yaml', 8],
    ['a.yaml.txt', 16],
    ['SKILL.md', 2],
    ['.claude/skills/a/SKILL.md', 2],
    ['MY-SKILL.md', 16],
    ['package.json', 2],
    ['.claude-plugin/plugin.json', 2],
    ['.claude-plugin/marketplace.json', 2],
    ['other-package.json', 8],
  ] as const)
    it(`named ${file} is read up to ${limit} MiB`, () => {
      assert.equal(sizeLimitOf(file), limit * mebibyte);
      assert.equal(sizeLimitOf(`C:\\w\\${file.replaceAll('/', '\\')}`), limit * mebibyte);
      if (limit === 16) return; // Larger than what the others have.
      const [whole, larger] = [
        disk.at(path.join('whole', file)),
        disk.at(path.join('larger', file)),
      ];
      disk.write(path.join('whole', file), '');
      disk.write(path.join('larger', file), '');
      truncateSync(whole, limit * mebibyte);
      truncateSync(larger, limit * mebibyte + 1);
      const text = nodeFileSystem.read(whole);
      assert.equal(typeof text === 'string' && text.length, limit * mebibyte);
      assert.deepEqual(inEnglish(nodeFileSystem.read(larger)), {
        problem: 'too-large',
        message: `The file is larger than ${limit} MiB and is not read.`,
      });
    });

  it('is found in the order of names, whatever the disk returns', () => {
    const names = ['b.md', 'a.md', 'C.md', 'a10.md', 'a9.md', 'z/x.md', 'd/x.md'];
    for (const name of names) disk.write(name, 'x');
    const entries = entriesGuarded(disk.root).map(({ name }) => name);
    assert.deepEqual(entries, ['C.md', 'a.md', 'a10.md', 'a9.md', 'b.md', 'd', 'z']);
    assert.deepEqual(entriesGuarded(disk.at('none')), []);
  });

  it('does not exist below another file', () => {
    disk.write('a.md', 'x');
    assert.equal(statGuarded(disk.at('a.md/b.md')), 'absent');
    assert.equal(statGuarded(disk.at('b.md')), 'absent');
    const absent = { problem: 'absent', message: 'The file does not exist.' };
    assert.deepEqual(inEnglish(readTextGuarded(disk.at('a.md/b.md'), 10)), absent);
  });

  it('is read whole in any size around the size of a buffer', () => {
    for (const size of [0, 1, 65_535, 65_536, 65_537, 200_000]) {
      const content = 'ab'.repeat(size).slice(0, size);
      disk.write('a.md', content);
      assert.equal(readTextGuarded(disk.at('a.md'), size), content);
      const bytes = readBytesGuarded(disk.at('a.md'), size);
      assert.ok(bytes instanceof Uint8Array && bytes.equals(Buffer.from(content)));
      if (size === 0) continue;
      const cut = readTextGuarded(disk.at('a.md'), size - 1);
      assert.equal(typeof cut === 'object' && cut.problem, 'too-large');
    }
  });

  it('is not read beyond the limit if it is larger than its size states', function () {
    if (process.platform !== 'linux') this.skip(); // These files have the size 0.
    const file = '/proc/self/environ';
    const whole = readTextGuarded(file, mebibyte);
    assert.ok(typeof whole === 'string' && whole.length > 1);
    const length = Buffer.byteLength(whole);
    assert.equal(readTextGuarded(file, length), whole);
    const cut = readTextGuarded(file, length - 1);
    assert.equal(typeof cut === 'object' && cut.problem, 'too-large');
  });
});
