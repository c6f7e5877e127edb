// Several skills and commands with one name, of which the programs were asked which one they list.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { openedInProject } from '../support/opened-in-project';
import { reportedBy } from '../support/reporting';
import { words } from '../support/words';

type Case =
  | { readonly used: string; readonly not: string }
  /** The program uses one of them. Which one is not the same at each start, or does not follow from the paths. */
  | { readonly either: readonly [string, string] }
  | { readonly both: readonly [string, string] };

const recorded: readonly { readonly host: string; readonly cases: readonly Case[] }[] = JSON.parse(
  readFileSync('test/hosts/precedence/skills.data.json', 'utf8'),
);

const text = '---\nname: aa\ndescription: Does it. Use when asked.\n---\n\nDo it.\n';

/** What is reported of the first file, next to the second one. */
const reported = (path: string, other: string, program?: string): readonly string[] => {
  const [at, next] = [path, other].map((one) => one.replace('~', 'home'));
  if (at === undefined || next === undefined) return [];
  return openedInProject(text, { at, files: { [next]: text } })
    .view.findings()
    .filter(({ rule, host }) => rule === 'duplicate-name' && host === (program ?? host))
    .map(({ severity, message }) => `${severity} ${words(message)}`);
};

const isOfUser = (path: string): boolean => path.startsWith('~');

for (const { host, cases } of recorded)
  describe(`skills and commands with one name in ${host}`, () => {
    for (const one of cases)
      it(JSON.stringify(one), () => {
        if ('both' in one) {
          for (const paths of [one.both, one.both.toReversed() as [string, string]])
            assert.deepEqual(reported(...paths, host), []);
          return;
        }
        if ('either' in one) {
          for (const paths of [one.either, one.either.toReversed() as [string, string]])
            assert.equal(reported(...paths, host).length, 1);
          return;
        }
        assert.deepEqual(reported(one.used, one.not, host), []);
        // A file of the project is meant to override one of the user.
        const isMeant = isOfUser(one.not) && !isOfUser(one.used);
        assert.equal(reported(one.not, one.used, host).length, isMeant ? 0 : 1);
      });
  });

describe('a skill with the name of another one', () => {
  it('names the other file, who uses which, and what to do', () => {
    assert.deepEqual(reported('.claude/commands/aa.md', '.claude/skills/aa/SKILL.md'), [
      'warning "aa" is also defined in .claude/skills/aa/SKILL.md, which Claude Code uses instead. Rename one of the two.',
    ]);
    assert.deepEqual(reported('.opencode/skills/xx/SKILL.md', '.opencode/skills/yy/SKILL.md'), [
      'warning "aa" is also defined in .opencode/skills/yy/SKILL.md, and OpenCode uses only one of them. Rename one of the two.',
    ]);
  });

  it('shows at the other file how the program decides', () => {
    const view = openedInProject(text, {
      at: '.claude/commands/aa.md',
      files: { '.claude/skills/aa/SKILL.md': text },
    }).view;
    const related = view.findings().flatMap((one) => one.related ?? []);
    assert.deepEqual(
      related.map(({ path, message }) => [path, words(message)]),
      [
        [
          '.claude/skills/aa/SKILL.md',
          'Claude Code prefers skills to commands, and those of the user to those of the project.',
        ],
      ],
    );
  });

  it('is reported once by the command line, and not for copies in the folders of other programs', () => {
    const found = (...paths: readonly string[]): readonly string[] =>
      reportedBy('duplicate-name', Object.fromEntries(paths.map((path) => [path, text])));
    assert.equal(found('.claude/commands/aa.md', '.claude/skills/aa/SKILL.md').length, 1);
    assert.equal(found('.opencode/skills/xx/SKILL.md', '.opencode/skills/yy/SKILL.md').length, 1);
    assert.deepEqual(
      found(
        '.claude/skills/aa/SKILL.md',
        '.github/skills/aa/SKILL.md',
        '.agents/skills/aa/SKILL.md',
        '.opencode/skills/aa/SKILL.md',
        'web/.claude/skills/aa/SKILL.md',
      ),
      [],
    );
  });

  it('may have its label', () =>
    assert.deepEqual(reported('.claude/skills/xx/SKILL.md', '.claude/skills/yy/SKILL.md'), []));
});
