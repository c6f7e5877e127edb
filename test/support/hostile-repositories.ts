// Repositories whose files are not what they should be. Git can hold most of them, and an archive all.
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, truncateSync } from 'node:fs';
import path from 'node:path';
import type { DiskFolder } from './disk-folder';

export const agentsFolder = '.claude/agents';

/** Has a finding that can be fixed. */
export const reviewerText =
  '---\nname: reviewer\ndescription: Reviews.\ntools: Read, MultiEdit, Edit\n---\nReview.\n';

export interface HostileRepository {
  readonly name: string;
  /** Adds the files to a folder that contains `reviewer.md`. */
  readonly make: (disk: DiskFolder) => void;
  /** Whether the configuration is among them, so that nothing is checked. */
  readonly isConfiguration?: true;
}

const at = (name: string): string => `${agentsFolder}/${name}`;
const other = (name: string): string => reviewerText.replace('reviewer', name);

/** What hosts define next to agents. */
const companions = [
  '.mcp.json',
  '.vscode/mcp.json',
  '.claude/settings.json',
  '.vscode/settings.json',
  'opencode.json',
  '.claude-plugin/plugin.json',
  '.claude/skills/deploy/SKILL.md',
  '.claude/commands/go.md',
  'package.json',
];

export const hostileRepositories: readonly HostileRepository[] = [
  {
    name: 'links that form a cycle',
    make: (disk) => {
      disk.link(at('loop.md'), 'loop.md');
      disk.link(at('one.md'), 'two.md');
      disk.link(at('two.md'), 'one.md');
      disk.link(at('again'), '..');
      disk.link('root', '.');
    },
  },
  { name: 'a link to nothing', make: (disk) => disk.link(at('.#reviewer.md'), 'me@here.1') },
  { name: 'a link to an endless device', make: (disk) => disk.link(at('zero.md'), '/dev/zero') },
  { name: 'a pipe without a writer', make: (disk) => disk.pipe(at('pipe.md')) },
  { name: 'a socket', make: (disk) => makeSocket(disk, at('socket.md')) },
  {
    name: 'companions that are an endless device',
    make: (disk) => {
      for (const name of companions) disk.link(name, '/dev/zero');
    },
  },
  {
    name: 'companions that are pipes',
    make: (disk) => {
      for (const name of companions) disk.pipe(name);
    },
  },
  {
    name: 'companions that are folders, or nested deeply',
    make: (disk) => {
      for (const name of companions.slice(0, 4)) mkdirSync(disk.at(name), { recursive: true });
      for (const name of companions.slice(4)) disk.write(name, '['.repeat(200_000));
    },
  },
  {
    name: 'files of 600 MB',
    make: (disk) => {
      for (const name of [at('large.md'), '.mcp.json', 'opencode.json', '.claude/settings.json']) {
        disk.write(name, '---\nname: large\n');
        truncateSync(disk.at(name), 600 * 1024 * 1024);
      }
    },
  },
  {
    name: 'files and folders without permission',
    make: (disk) => {
      disk.write(at('secret.md'), other('secret'));
      chmodSync(disk.at(at('secret.md')), 0);
      disk.write(at('closed/inner.md'), other('inner'));
      chmodSync(disk.at(at('closed')), 0);
      disk.write('.mcp.json', '{}');
      chmodSync(disk.at('.mcp.json'), 0);
    },
  },
  {
    name: 'names with control characters, quotes and brackets',
    make: (disk) => {
      for (const name of [
        'a\nb',
        'a\u001b[31m',
        '\u202egnp',
        `"'\`$(x)`,
        '[a](b)',
        ' ',
        '-rf',
        '%0A%2e',
        'a\\b',
        '::error::x',
      ])
        disk.write(at(`${name}.md`), other('named'));
    },
  },
  {
    name: 'names that differ only by case',
    make: (disk) => {
      disk.write(at('Reviewer.md'), other('Reviewer'));
      disk.write(at('REVIEWER.MD'), other('REVIEWER'));
      disk.write('.Claude/Agents/reviewer.md', other('reviewer'));
    },
  },
  {
    name: 'names of 255 bytes and deep folders',
    make: (disk) => {
      disk.write(at(`${'x'.repeat(252)}.md`), other('long'));
      disk.write(at(`${'ü'.repeat(126)}.md`), other('umlauts'));
      disk.write(at(`${'deep/'.repeat(600)}a.md`), other('deep'));
    },
  },
  { name: 'a name that is not UTF-8', make: (disk) => makeWithInvalidName(disk) },
  {
    name: 'texts in other encodings',
    make: (disk) => {
      const text = `\ufeff${other('encoded')}`;
      disk.write(at('utf16le.md'), Buffer.from(text, 'utf16le'));
      disk.write(at('utf16be.md'), Buffer.from(text, 'utf16le').swap16());
      disk.write(at('latin1.md'), Buffer.from(text.replace('Reviews', 'R\u00e9vise'), 'latin1'));
      disk.write(at('nul.md'), text.replaceAll('e', 'e\0'));
      disk.write(at('random.md'), Buffer.from(Array.from({ length: 5_000 }, (_, n) => n * 7919)));
      disk.write(at('empty.md'), '');
    },
  },
  {
    name: 'folders in place of files, and files in place of folders',
    make: (disk) => {
      mkdirSync(disk.at(at('folder.md')));
      disk.write('.github/agents', 'a file');
      disk.write('.opencode', 'a file');
      disk.write('.git', 'gitdir: /dev/zero');
    },
  },
  {
    name: 'links out of the repository',
    make: (disk) => {
      disk.link(at('passwd.md'), '/etc/passwd');
      disk.link('.github/agents', '/etc');
      disk.link('.opencode/agent', '/proc/self/fd');
      disk.link(at('above.md'), '../../../../../../../../etc/hostname');
      disk.link('up', '..');
    },
  },
  {
    name: 'prompts that name devices, computers and folders above',
    make: (disk) =>
      disk.write(
        at('paths.md'),
        `${other('paths')}@/dev/zero @//host/share/x.md @../../../../etc/passwd [a](/dev/zero) [b](file:///dev/zero) @${'../'.repeat(2_000)}x.md\n`,
      ),
  },
  {
    name: 'a configuration that includes everything',
    make: (disk) =>
      disk.write(
        'dossier.config.json',
        '{ "include": ["/**", "../**/*.md", "/etc/**", "**/*"], "exclude": ["*a*b*c"] }',
      ),
  },
  {
    name: 'a configuration that is an endless device',
    make: (disk) => disk.link('dossier.config.json', '/dev/zero'),
    isConfiguration: true,
  },
  {
    name: 'a configuration that is a pipe',
    make: (disk) => disk.pipe('dossier.config.json'),
    isConfiguration: true,
  },
];

function makeSocket(disk: DiskFolder, name: string): void {
  // A process that is killed leaves its socket behind.
  const script = `require('net').createServer().listen(${JSON.stringify(path.basename(name))}, () => process.kill(process.pid, 'SIGKILL'))`;
  spawnSync(process.execPath, ['-e', script], { cwd: path.dirname(disk.at(name)) });
}

function makeWithInvalidName(disk: DiskFolder): void {
  execFileSync('bash', ['-c', `cp reviewer.md $'\\xff\\xfe.md'; cp reviewer.md $'caf\\xe9.md'`], {
    cwd: disk.at(agentsFolder),
  });
}
