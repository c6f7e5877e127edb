// What the folders of skills in a cloned repository may contain. Everything else in it is still checked, and nothing is run.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, truncateSync } from 'node:fs';
import { type DiskFolder, diskFolder } from '../support/disk-folder';
import { describeOnPosix } from '../support/posix';
import { processorTime } from '../support/processor-time';

const skills = '.claude/skills';
const skill = (body = 'Deploy.'): string =>
  `---\nname: deploy\ndescription: Deploys the project. Use when asked.\nuser-invokable: false\n---\n\n${body}\n`;
/** What a terminal or the log of a workflow would obey. */
const interpreted = /[^\n\P{Cc}]|\u202e|^::error::b/mu;

describeOnPosix('skills of a hostile repository', () => {
  let disk: DiskFolder;

  beforeEach(() => {
    disk = diskFolder();
    disk.write(`${skills}/deploy/SKILL.md`, skill());
  });
  afterEach(() => disk.remove());

  /** The other skill is found and checked whatever is next to it. */
  const reportsOnly = (name: string, message: string): void => {
    const check = disk.run('check', '--notes');
    assert.ok(check.err.includes(`dossier: ${name}: ${message}\n`), check.err);
    assert.match(check.out, /unknown-field[\s\S]*deploy\/SKILL\.md/);
    assert.equal(check.code, 2);
    assert.match(disk.run('list').out, /deploy +Claude Code/);
  };

  it('are reported if the file is a pipe', () => {
    disk.pipe(`${skills}/pipe/SKILL.md`);
    reportsOnly(`${skills}/pipe/SKILL.md`, 'This is not a regular file.');
  });

  it('are reported if the file is huge', () => {
    disk.write(`${skills}/huge/SKILL.md`, `${skill()}${'a'.repeat(3_000_000)}`);
    reportsOnly(`${skills}/huge/SKILL.md`, 'The file is larger than 2 MiB and is not read.');
  });

  it('are reported if the links to them form a cycle', () => {
    disk.link(`${skills}/loop/SKILL.md`, 'SKILL.md');
    reportsOnly(`${skills}/loop/SKILL.md`, 'The symbolic links form a cycle.');
  });

  it('are not read if they lead to a file of the user', () => {
    const user = diskFolder();
    try {
      user.write('token', 'user-invokable: secret\n');
      disk.link(`${skills}/out/SKILL.md`, user.at('token'));
      reportsOnly(
        `${skills}/out/SKILL.md`,
        `The symbolic link leads to "${user.at('token')}", outside of the project, and is not read. Copy the file into the project.`,
      );
      const named = disk.run('check', '--notes', `${skills}/out/SKILL.md`);
      assert.doesNotMatch(named.out + named.err, /secret/);
    } finally {
      user.remove();
    }
  });

  it('are read if a link leads to Markdown that several projects share', () => {
    const shared = diskFolder();
    try {
      shared.write('ship/SKILL.md', skill());
      disk.link(`${skills}/ship/SKILL.md`, shared.at('ship/SKILL.md'));
      const { out, err } = disk.run('check');
      assert.equal(err, '');
      assert.match(out, /unknown-field[\s\S]*ship\/SKILL\.md/);
    } finally {
      shared.remove();
    }
  });

  it('do not make it look at files outside of their folder', () => {
    const outside = ['/etc/passwd', '../../../../../../etc/passwd', '%2e%2e/%2e%2e/secret.md'];
    disk.write('.claude/secret.md', 'A secret.');
    disk.write(
      `${skills}/deploy/SKILL.md`,
      skill(outside.map((one) => `See [a](${one}) and @${one}.`).join('\n')),
    );
    const { out, err } = disk.run('check', '--notes');
    assert.equal(err, '');
    assert.doesNotMatch(out, /broken-link|A secret/);
  });

  it('do not make it read what they link to', () => {
    disk.pipe(`${skills}/deploy/references/pipe.md`);
    disk.link(`${skills}/deploy/references/out.md`, '/etc/passwd');
    disk.link(`${skills}/deploy/references/loop.md`, 'loop.md');
    disk.write(`${skills}/deploy/references/bytes.bin`, new Uint8Array(5_000_000));
    const names = ['pipe.md', 'out.md', 'loop.md', 'bytes.bin', 'none.md'];
    disk.write(
      `${skills}/deploy/SKILL.md`,
      skill(names.map((name) => `See [a](references/${name}).`).join('\n')),
    );
    const { out, err } = disk.run('check', '--notes');
    assert.equal(err, '');
    assert.match(out, /"references\/none\.md" does not exist/);
    assert.doesNotMatch(out, /root:|"references\/bytes\.bin"/);
  });

  it('are not run', () => {
    const ran = disk.at('ran');
    disk.write(
      `${skills}/deploy/SKILL.md`,
      skill(`!\`touch ${ran}\`\n\n\`\`\`!\ntouch ${ran}\n\`\`\``),
    );
    for (const command of ['check', 'list', 'graph'])
      assert.notEqual(disk.run(command).out + disk.run(command).err, '');
    assert.equal(disk.run('check', '--fix').code === null, false);
    assert.equal(existsSync(ran), false);
  });

  it('may be very deep', () => {
    const deep = `${skills}/${'d/'.repeat(400)}SKILL.md`;
    disk.write(deep, skill());
    const { out, err } = disk.run('check');
    assert.equal(err, '');
    assert.match(out, /unknown-field[\s\S]*deploy\/SKILL\.md/);
  });

  it('may have names that a terminal would obey', () => {
    for (const name of ['a\u001b[31mb', 'a\n::error::b', 'a\u202eb', 'a\u0007b'])
      disk.write(`${skills}/${name}/SKILL.md`, skill('See [a](references/none.md).'));
    for (const command of [['check', '--notes'], ['list'], ['check', '--format', 'github']]) {
      const { out, err } = disk.run(...command);
      assert.doesNotMatch(out + err, interpreted, command.join(' '));
      assert.match(out, /deploy/);
    }
  });

  it('may be bytes', () => {
    disk.write(
      `${skills}/bytes/SKILL.md`,
      Uint8Array.from({ length: 5_000 }, (_, at) => (at * 7) % 256),
    );
    const { out, err } = disk.run('check', '--notes');
    assert.doesNotMatch(out + err, interpreted);
    assert.match(out, /unknown-field[\s\S]*deploy\/SKILL\.md/);
  });

  it('are left out if a folder has the name of the file', () => {
    disk.write(`${skills}/folder/SKILL.md/inner.md`, 'Inner.');
    const { out, err } = disk.run('list');
    assert.equal(err, '');
    assert.match(out, /\n1 skill\n/);
  });

  it('cost little more where a folder is deep and another one is wide', () => {
    for (let count = 0; count < 100; count++)
      disk.write(`${skills}/other-${count}/SKILL.md`, skill('Deploy. '.repeat(500)));
    const list = (): number => processorTime(() => disk.run('list'));
    list();
    const before = list();
    disk.write(`${skills}/deploy/references/${'d/'.repeat(200)}x.md`, '');
    mkdirSync(disk.at(`${skills}/deploy/assets`));
    for (let count = 0; count < 5_000; count++)
      disk.write(`${skills}/deploy/assets/${count}.md`, '');
    const now = Math.min(list(), list());
    // To read all these files takes more than half a second.
    assert.ok(now < 2 * before + 250, `${now.toFixed(0)} ms after ${before.toFixed(0)} ms`);
  });

  describe('are converted', () => {
    const converted = () => disk.run('convert', skills, '--to', 'kilo', '--write');

    const isRefused = (why: RegExp): void => {
      disk.write(`${skills}/ship/SKILL.md`, skill());
      const { code, out, err } = converted();
      assert.match(err, why);
      assert.equal(code, 2);
      assert.match(out, /1 written, 1 that could not be written/);
      assert.deepEqual(readdirSync(disk.at('.kilo/skill')), ['ship']);
    };

    it('without one that has a huge file', () => {
      disk.write(`${skills}/deploy/references/huge.md`, '');
      truncateSync(disk.at(`${skills}/deploy/references/huge.md`), 1024 ** 3);
      isRefused(/cannot write \S+: The folder contains more than 64 MiB\.\n/);
    });

    it('without one that has a pipe', () => {
      disk.pipe(`${skills}/deploy/references/pipe.md`);
      isRefused(/"references\/pipe\.md" is not a regular file\.\n/);
    });

    it('without one that has a link out of its folder', () => {
      disk.write('secret.md', 'A secret.');
      disk.link(`${skills}/deploy/references/out.md`, '../../../../secret.md');
      isRefused(/The symbolic link "references\/out\.md" leads out of the folder\./);
    });

    it('without one whose folder is too deep', () => {
      disk.write(`${skills}/deploy/references/${'d/'.repeat(40)}x.md`, '');
      isRefused(/is in too many folders\.\n/);
    });

    it('without one whose folder is too wide', () => {
      for (let count = 0; count < 2_001; count++)
        disk.write(`${skills}/deploy/assets/${count}.md`, '');
      isRefused(/The folder contains more than 2000 files\.\n/);
    });
  });
});
