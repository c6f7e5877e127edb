// The hook as pre-commit runs it. Offline: the hook is a local one with our own entry; everything else of it is what
// is declared in .pre-commit-hooks.yaml.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { hosts } from '../support/catalog';
import { cli, good, has, type Ran, repository, stops } from './repository';

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly files: string;
}

const [hook] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as Hook[];
assert.ok(hook);

function committing(files: Readonly<Record<string, string>>): Ran {
  const local = {
    ...hook,
    entry: hook?.entry.replace('dossier', `${process.execPath} ${cli}`),
    language: 'system',
  };
  const config = stringify({ repos: [{ repo: 'local', hooks: [local] }] });
  const made = repository({ ...files, '.pre-commit-config.yaml': config });
  try {
    const home = path.join(made.folder, '.git', 'pre-commit-home');
    return made.run('pre-commit', ['run', '--verbose'], { PRE_COMMIT_HOME: home });
  } finally {
    made.end();
  }
}

describe('.pre-commit-hooks.yaml', () => {
  it('looks wherever a host looks in a project', () => {
    const wanted = new RegExp(hook.files);
    const globs = hosts.flatMap(({ locations }) =>
      locations.flatMap(({ glob, scope }) => (scope === 'user' ? [] : glob)),
    );
    for (const glob of new Set(globs)) {
      const [, words = ''] = /\{(.*?)\}/.exec(glob) ?? [];
      for (const word of words.split(',')) {
        const file = glob
          .replace(/\{.*?\}/, word)
          .replace('**/', 'team/')
          .replace('*.md', 'a.md');
        assert.ok(wanted.test(file), file);
        assert.ok(wanted.test(`packages/web/${file}`), file);
      }
    }
    for (const file of ['README.md', 'docs/guide.md', 'src/agent.md', 'agents/a.txt'])
      assert.ok(!wanted.test(file), file);
  });

  (has('pre-commit') ? describe : describe.skip)('with pre-commit (Debian has it)', () => {
    it('lets a commit pass in which every agent loads', () => {
      const { code, out, err } = committing({
        '.claude/agents/reviewer.md': good,
        'README.md': '# A repository\n',
      });
      assert.equal(code, 0, out + err);
      assert.match(out, /^1 file, 0 errors/m);
    });

    it('blocks a commit with an error in a nested folder and shows the file', () => {
      const { code, out } = committing({
        '.claude/agents/reviewer.md': good,
        'packages/web app/.opencode/agent/team/planner.md': stops,
      });
      assert.equal(code, 1);
      assert.match(out, /--> packages\/web app\/\.opencode\/agent\/team\/planner\.md:3:8/);
      assert.match(out, /OpenCode does not start/);
    });

    it('has nothing to do in a commit without agents', () => {
      const { code, out } = committing({ 'README.md': '# A repository\n' });
      assert.equal(code, 0);
      assert.match(out, /no files to check/);
    });
  });
});
