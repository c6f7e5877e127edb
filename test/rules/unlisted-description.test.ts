// What an author sees of unlisted-description. Its examples are tested by test/rules/examples.test.ts.
import assert from 'node:assert/strict';
import { reportedBy } from '../support/reporting';
import { running } from '../support/running';

const rule = 'unlisted-description';

const skills = (
  folder: string,
  names: readonly string[],
  length: number,
  more = '',
): Record<string, string> =>
  Object.fromEntries(
    names.map((name) => [
      `${folder}/${name}/SKILL.md`,
      `---\nname: ${name}\ndescription: ${'x'.repeat(length)}\n${more}---\n\nDo it.\n`,
    ]),
  );

const numbered = (count: number, prefix = 's'): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${String(index).padStart(2, '0')}`);

describe('unlisted-description', () => {
  it('reports each skill after the last one that fits, as many as the list counts', () => {
    const files = skills('.github/skills', numbered(20), 900);
    const found = reportedBy(rule, files, '--program=copilot-cli');
    assert.deepEqual(
      found,
      Array.from(
        { length: 5 },
        () =>
          'information Copilot CLI lists the first 15 of 20 skills in alphabetical order with their descriptions, and this one without. Shorten the descriptions, or add "disable-model-invocation: true" to skills that only users call.',
      ),
    );
    assert.match(running(files, ['list']).out, /: 5 of 20 skills have no description there/);
  });

  it('advises no field that another program of the folder ignores', () => {
    const found = reportedBy(rule, skills('.agents/skills', numbered(20), 900));
    assert.ok(found.length > 0);
    for (const one of found) assert.doesNotMatch(one, /disable-model-invocation/);
  });

  it('is once, at the longest description, where the order depends on use or all are cut', () => {
    const long = {
      ...skills('.claude/skills', numbered(34), 900),
      ...skills('.claude/skills', ['z'], 1200),
    };
    assert.deepEqual(reportedBy(rule, long), [
      'information Claude Code lists about 26 of 35 skills with their descriptions, and those used least without. Shorten the longest ones, beginning with this one.',
    ]);
    assert.deepEqual(
      reportedBy(rule, skills('.agents/skills', numbered(60), 900), '--program=codex'),
      [
        'information Codex lists at most about 21,700 of 55,980 characters and cuts the descriptions of all 60 skills. Shorten the longest ones, beginning with this one.',
      ],
    );
  });

  it('accepts lists that fit: skills of several projects, hidden ones, and those of other programs', () => {
    const closed = 'disable-model-invocation: true\n';
    assert.deepEqual(
      reportedBy(rule, {
        ...skills('a/.github/skills', numbered(10), 900),
        ...skills('b/.github/skills', numbered(10), 900),
        ...skills('a/.github/skills', numbered(10, 'h'), 900, closed),
        ...skills('.opencode/skills', numbered(60), 900),
      }),
      [],
    );
  });

  it('counts the skills of the folders around', () => {
    const found = reportedBy(
      rule,
      {
        ...skills('.github/skills', numbered(10, 'a'), 900),
        ...skills('web/.github/skills', numbered(10, 'b'), 900),
      },
      '--program=copilot-cli',
    );
    assert.equal(found.length, 5);
  });
});
