// What a cloned repository may contain instead of plain files. Everything else in it is still checked.
import assert from 'node:assert/strict';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
} from 'node:fs';
import path from 'node:path';
import { nodeFileSystem } from '../../server/world/node';
import { type DiskFolder, diskFolder } from '../support/disk-folder';
import { describeOnPosix } from '../support/posix';
import { inEnglish } from '../support/words';

const agents = '.claude/agents';
const agent =
  '---\nname: reviewer\ndescription: Reviews.\ntools: Read, MultiEdit, Edit\n---\nReview.\n';
const fixed = agent.replace('MultiEdit, ', '');
/** What a terminal or the log of a workflow would obey. */
const interpreted = /[^\n\P{Cc}]|\u202e|^::error::b/mu;
/** Bytes. */
const limit = 16 * 1024 * 1024;

describeOnPosix('files of a hostile repository', () => {
  let disk: DiskFolder;

  beforeEach(() => {
    disk = diskFolder();
    disk.write(`${agents}/reviewer.md`, agent);
  });
  afterEach(() => disk.remove());

  /** The other agent is found and checked whatever is next to it. */
  const reportsOnly = (name: string, message: string): void => {
    const line = `dossier: ${name}: ${message}\n`;
    const check = disk.run('check', '--notes');
    assert.equal(check.err, line);
    assert.match(check.out, /removed-tool/);
    assert.equal(check.code, 2);
    const list = disk.run('list');
    assert.equal(list.err, line);
    assert.match(list.out, /reviewer +Claude Code/);
    const graph = disk.run('graph');
    assert.equal(graph.err, line);
    assert.match(graph.out, /reviewer/);
    const named = disk.run('check', name);
    assert.ok(named.err.startsWith(`dossier: ${name}: ${message}`), named.err);
    assert.equal(named.code, 2);
    const explained = disk.run('explain', name);
    assert.ok(`${explained.out}${explained.err}`.includes(message), explained.err);
    assert.equal(explained.code, 2);
  };

  it('are reported if symbolic links form a cycle', () => {
    disk.link(`${agents}/loop.md`, 'loop.md');
    reportsOnly(`${agents}/loop.md`, 'The symbolic links form a cycle.');
  });

  it('are reported if they lead to a device', () => {
    disk.link(`${agents}/zero.md`, '/dev/zero');
    reportsOnly(`${agents}/zero.md`, 'This is not a regular file.');
  });

  it('are reported if they are a pipe, which would never end', () => {
    disk.pipe(`${agents}/pipe.md`);
    reportsOnly(`${agents}/pipe.md`, 'This is not a regular file.');
  });

  it('are reported if they are too large', () => {
    disk.write(`${agents}/large.md`, '');
    truncateSync(disk.at(`${agents}/large.md`), limit + 1);
    reportsOnly(`${agents}/large.md`, 'The file is larger than 16 MiB and is not read.');
  });

  it('are read up to the limit', () => {
    disk.write(`${agents}/large.md`, '');
    truncateSync(disk.at(`${agents}/large.md`), limit);
    const text = nodeFileSystem.read(disk.at(`${agents}/large.md`));
    assert.equal(typeof text === 'string' && text.length, limit);
  });

  it('are read to the end if their size is not known in advance', () => {
    // Such a file has the size 0.
    const text = nodeFileSystem.read('/proc/self/environ');
    assert.ok(typeof text === 'string' && text.includes('PATH='));
  });

  it('are left out if a link leads to nothing, as the locks of an editor do', () => {
    disk.link(`${agents}/.#reviewer.md`, 'someone@computer.1234');
    const { code, err } = disk.run('check');
    assert.deepEqual([code, err], [0, '']);
  });

  it('are found once if a link to a folder leads back', () => {
    disk.link(`${agents}/again`, '..');
    disk.link(`${agents}/folder.md`, '.');
    const { out, err } = disk.run('check', '--format', 'json');
    assert.equal(err, '');
    assert.equal(JSON.parse(out).files, 1);
  });

  it('are read through a link to a regular file', () => {
    disk.write('common/other.md', agent.replace('reviewer', 'other'));
    disk.link(`${agents}/other.md`, '../../common/other.md');
    assert.equal(JSON.parse(disk.run('check', '--format', 'json').out).files, 2);
  });

  it('are reported if reading them is not permitted', function () {
    if (process.getuid?.() === 0) this.skip(); // Root may read everything.
    disk.write(`${agents}/secret.md`, agent);
    chmodSync(disk.at(`${agents}/secret.md`), 0);
    reportsOnly(`${agents}/secret.md`, 'You do not have permission to read the file.');
  });

  for (const [name, content] of [
    ['.mcp.json', 'servers'],
    ['.claude/settings.json', 'settings'],
    ['opencode.json', 'settings of another host'],
    ['.claude/skills/deploy/SKILL.md', 'a skill'],
    ['.claude-plugin/plugin.json', 'a manifest'],
  ] as const)
    it(`do not stop the check if ${content} should be in a device or a pipe`, () => {
      disk.link(name, '/dev/zero');
      const device = disk.run('check', '--notes');
      assert.match(device.out, /removed-tool/);
      assert.doesNotMatch(device.err, /unexpected/);
      rmSync(disk.at(name));
      disk.pipe(name);
      const pipe = disk.run('check', '--notes');
      assert.deepEqual(pipe, device);
    });

  it('are named in a warning if companions cannot be read', () => {
    disk.link('.kiro/settings/mcp.json', '/dev/zero');
    const { code, err } = disk.run('check');
    assert.equal(err, 'dossier: warning: .kiro/settings/mcp.json: This is not a regular file.\n');
    assert.equal(code, 0);
  });

  it('are reported if they should be a configuration, a baseline or a list', () => {
    disk.link('zero.json', '/dev/zero');
    for (const argv of [
      ['check', '--config', 'zero.json'],
      ['check', '--baseline', 'zero.json'],
      ['explain', '--files-from', 'zero.json'],
    ]) {
      const { code, err } = disk.run(...argv);
      assert.equal(code, 2);
      assert.match(
        err,
        /^dossier: .*zero\.json: This is not a regular file\. Check the path and its permissions\.\n$/,
      );
    }
    disk.pipe('dossier.config.json');
    const { code, err } = disk.run('check');
    assert.equal(code, 2);
    assert.equal(
      err,
      'dossier: dossier.config.json:1:1: This is not a regular file.\ndossier: correct dossier.config.json, or use --no-config.\n',
    );
  });

  it('that vanish after they were found are reported', () => {
    const { walk, read } = nodeFileSystem;
    const found = [...walk(disk.root, (file) => file.endsWith('.md'))];
    assert.equal(found.length, 1);
    rmSync(disk.at('.claude'), { recursive: true });
    const absent = { problem: 'absent', message: 'The file does not exist.' };
    assert.deepEqual(inEnglish(read(found[0] ?? '')), absent);
    // The folder is a file now.
    disk.write('.claude', 'a file');
    assert.deepEqual(inEnglish(read(found[0] ?? '')), absent);
    assert.equal(nodeFileSystem.isFolder(disk.at(agents)), false);
    assert.deepEqual([...walk(disk.at(agents), () => true)], []);
  });

  it('that vanish while a folder is walked do not end the walk', () => {
    disk.write('a/one.md', '');
    disk.write('b/two.md', '');
    const found: string[] = [];
    for (const file of nodeFileSystem.walk(disk.root, (one) => one.endsWith('.md'))) {
      found.push(path.basename(file));
      rmSync(disk.at('a'), { recursive: true, force: true });
    }
    assert.deepEqual(found, ['reviewer.md', 'two.md']);
  });

  it('may have names of 255 bytes, in fixes as well', () => {
    const name = `${agents}/${'x'.repeat(252)}.md`;
    disk.write(name, agent);
    assert.equal(disk.run('check', '--fix', name).code, 0);
    assert.equal(readFileSync(disk.at(name), 'utf8'), fixed);
  });

  it('with longer names are reported', () => {
    const { code, err } = disk.run('check', `${agents}/${'x'.repeat(300)}.md`);
    assert.equal(code, 2);
    assert.match(
      err,
      /^dossier: \S+: The path is too long\. Check the path and its permissions\.\n$/,
    );
  });

  it('in UTF-16 and other encodings are checked without an exception, and not changed', () => {
    const texts = [
      Buffer.from(`\ufeff${agent}`, 'utf16le'),
      Buffer.from(`\ufeff${agent}`, 'utf16le').swap16(),
      Buffer.concat([Buffer.from(agent), Buffer.from([0xff, 0xfe, 0xc3, 0x28])]),
    ];
    for (const bytes of texts) {
      disk.write(`${agents}/strange.md`, bytes);
      const { err } = disk.run('check', '--fix', `${agents}/strange.md`);
      assert.doesNotMatch(err, /unexpected/);
      assert.deepEqual(readFileSync(disk.at(`${agents}/strange.md`)), bytes);
    }
  });

  it('have names that no terminal and no log interprets', () => {
    const name = `${agents}/a\u001b[31m\n::error::b\u202e"'.md`;
    disk.write(name, agent);
    disk.link(`${agents}/c\u001b]0;x\u0007.md`, '/dev/zero');
    for (const argv of [
      ['check'],
      ['list'],
      ['graph'],
      ['check', '--format', 'github'],
      ['check', '--fix', '--dry-run'],
    ]) {
      const { out, err } = disk.run(...argv);
      assert.doesNotMatch(`${out}${err}`, interpreted, argv.join(' '));
    }
  });

  describe('are written', () => {
    it('through a link inside the project, which remains a link', () => {
      disk.write('common/other.md', agent);
      disk.link(`${agents}/other.md`, '../../common/other.md');
      assert.equal(disk.run('check', '--fix', `${agents}/other.md`).code, 0);
      assert.equal(readFileSync(disk.at('common/other.md'), 'utf8'), fixed);
      assert.ok(lstatSync(disk.at(`${agents}/other.md`)).isSymbolicLink());
    });

    it('never through a link out of it', () => {
      const outside = diskFolder();
      try {
        outside.write('other.md', agent);
        disk.link(`${agents}/other.md`, outside.at('other.md'));
        const { code, err } = disk.run('check', '--fix', `${agents}/other.md`);
        assert.equal(readFileSync(outside.at('other.md'), 'utf8'), agent);
        assert.match(err, /not fixed: A symbolic link leads to ".*other\.md", outside of/);
        assert.equal(code, 2);
        disk.link('baseline.json', outside.at('other.md'));
        const baseline = disk.run('check', '--write-baseline', 'baseline.json');
        assert.equal(readFileSync(outside.at('other.md'), 'utf8'), agent);
        assert.equal(baseline.code, 2);
      } finally {
        outside.remove();
      }
    });

    it('with their line endings', () => {
      disk.write(`${agents}/reviewer.md`, agent.replaceAll('\n', '\r\n'));
      disk.run('check', '--fix');
      assert.equal(
        readFileSync(disk.at(`${agents}/reviewer.md`), 'utf8'),
        fixed.replaceAll('\n', '\r\n'),
      );
    });

    it('completely or not at all if a rename fails', () => {
      mkdirSync(disk.at('folder.json'));
      const { code, err } = disk.run('check', '--write-baseline', 'folder.json');
      assert.equal(code, 2);
      assert.equal(err, 'dossier: folder.json: This is not a regular file. Use another path.\n');
      assert.deepEqual(readdirSync(disk.root).sort(), ['.claude', 'folder.json']);
    });

    it('with the reason where the folder is missing', () => {
      const { code, err } = disk.run('check', '--write-baseline', 'no/list.json');
      assert.equal(code, 2);
      assert.equal(err, 'dossier: no/list.json: Its folder does not exist. Use another path.\n');
    });

    it('as new files only where there is none', () => {
      const file = disk.at(`${agents}/reviewer.md`);
      assert.throws(() => nodeFileSystem.create(file, 'x', disk.root), /exist/);
      assert.equal(readFileSync(file, 'utf8'), agent);
      nodeFileSystem.create(disk.at('new/folder/file.md'), 'x', disk.root);
      assert.deepEqual(readdirSync(disk.at('new/folder')), ['file.md']);
    });
  });
});
