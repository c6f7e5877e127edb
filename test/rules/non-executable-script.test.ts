// What an author sees of non-executable-script. Its examples are tested by test/rules/examples.test.ts.
import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import { type DiskFolder, diskFolder } from '../support/disk-folder';

const skill = '.claude/skills/review/SKILL.md';
const head = '---\nname: review\ndescription: Reviews changes. Use when asked.\n---\n\n';

describe('non-executable-script', () => {
  let disk: DiskFolder;
  beforeEach(function () {
    if (process.platform === 'win32') this.skip();
    disk = diskFolder();
    disk.write('.claude/skills/review/scripts/count.sh', 'wc -l\n');
    disk.write('.claude/skills/review/scripts/run.sh', 'wc -l\n');
    chmodSync(disk.at('.claude/skills/review/scripts/run.sh'), 0o755);
    disk.write('top.sh', 'wc -l\n');
  });
  afterEach(() => disk?.remove());

  /** `4 warning ./scripts/count.sh`: line, severity and script of each finding. */
  const found = (body: string, at = skill): readonly string[] => {
    disk.write(at, `${head}${body}\n`);
    const { findings } = JSON.parse(disk.run('check', '--format=json').out) as {
      readonly findings: readonly {
        readonly file: string;
        readonly rule: string;
        readonly severity: string;
        readonly message: string;
        readonly range: { readonly start: { readonly line: number } };
      }[];
    };
    return findings
      .filter(({ rule, file }) => rule === 'non-executable-script' && file === at)
      .map(
        ({ severity, message, range }) =>
          `${range.start.line} ${severity} ${/"(.*?)"/.exec(message)?.[1]}`,
      );
  };

  it('reports what is to be run: in a sentence, with arguments, in a block, by the program', () => {
    assert.deepEqual(
      found(
        [
          'Run `./scripts/count.sh`, or `./scripts/count.sh src`.',
          '```bash',
          '$ ./scripts/count.sh | sort',
          '"${CLAUDE_SKILL_DIR}/scripts/count.sh"',
          '```',
          'Lines: !`./top.sh`',
        ].join('\n'),
      ),
      [
        '5 information ./scripts/count.sh',
        '5 information ./scripts/count.sh',
        '7 information ./scripts/count.sh',
        '8 information ${CLAUDE_SKILL_DIR}/scripts/count.sh',
        '10 warning ./top.sh',
      ],
    );
    assert.deepEqual(found('Lines: !`./top.sh`', '.claude/commands/lines.md'), [
      '5 warning ./top.sh',
    ]);
  });

  it('accepts executable and missing ones, interpreters, mentions, other languages and folders', () => {
    assert.deepEqual(
      found(
        [
          'Run `./scripts/run.sh`, `bash ./scripts/count.sh` and `./scripts/other.sh`.',
          'Read `./scripts/count.sh`. Run `scripts/count.sh`, `./scripts` and `./../review/scripts/count.sh`.',
          '```js',
          './scripts/count.sh',
          '```',
          '```bash',
          'cd x && ./scripts/count.sh',
          '${OTHER}/scripts/count.sh',
          '```',
        ].join('\n'),
      ),
      [],
    );
  });
});
