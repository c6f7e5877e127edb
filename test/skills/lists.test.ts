// How many descriptions of skills the programs list to their models, against what `dossier list` prints.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { running } from '../support/running';

interface Case {
  /** As many skills with descriptions of one length. */
  readonly skills?: number;
  readonly length?: number;
  /** The lengths of the descriptions by name. */
  readonly lengths?: Readonly<Record<string, number>>;
  /** Those of skills that the model cannot call. */
  readonly hidden?: Readonly<Record<string, number>>;
  readonly described?: number;
  /** In the order of the list. */
  readonly firstUndescribed?: string;
  readonly shortenedTo?: number;
}

interface Recorded {
  readonly host: string;
  readonly path: string;
  readonly cases: readonly Case[];
}

const recorded: readonly Recorded[] = JSON.parse(
  readFileSync('test/hosts/lists/lists.data.json', 'utf8'),
);

const namedSkills = (
  path: string,
  lengths: Readonly<Record<string, number>>,
  more = '',
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(lengths).map(([name, length]) => {
      const text = `---\nname: ${name}\ndescription: ${'x'.repeat(length)}\n${more}---\n\nDo it.\n`;
      return [path.replace('{name}', name), text];
    }),
  );

const equalLengths = (skills: number, length: number): Record<string, number> =>
  Object.fromEntries(
    Array.from({ length: skills }, (_, index) => [`s${String(index).padStart(3, '0')}`, length]),
  );

const filesOf = (path: string, skills: number, length: number): Record<string, string> =>
  namedSkills(path, equalLengths(skills, length));

interface Lists {
  readonly lists: readonly {
    readonly host: string;
    readonly characters: number;
    readonly limit: number;
    readonly described: number;
    readonly firstUndescribed: string | null;
  }[];
}

const hiding = 'disable-model-invocation: true\n';

for (const { host, path, cases } of recorded)
  describe(`the list of skills in ${host}`, () => {
    for (const { skills = 0, length = 0, hidden = {}, shortenedTo, ...one } of cases) {
      const lengths = one.lengths ?? equalLengths(skills, length);
      const count = Object.keys(lengths).length;
      const { described = count, firstUndescribed } = one;
      it(`has ${described} of ${count} descriptions, the longest of ${Math.max(...Object.values(lengths))} characters`, () => {
        const flags = ['--program', host, '--format=json'];
        const files = { ...namedSkills(path, lengths), ...namedSkills(path, hidden, hiding) };
        const { json } = running(files, ['list', ...flags]);
        const list = (json as Lists).lists.find((one) => one.host === host);
        assert.equal(list?.described, described);
        assert.equal(list.characters > list.limit, described < count || shortenedTo !== undefined);
        if (firstUndescribed !== undefined) assert.equal(list.firstUndescribed, firstUndescribed);
      });
    }
  });

describe('dossier list', () => {
  const printed = (path: string, skills: number, length: number, ...flags: string[]): string =>
    running(filesOf(path, skills, length), ['list', ...flags])
      .out.split('\n')
      .slice(-2)[0] ?? '';

  it('states which descriptions the model does not see', () => {
    assert.equal(
      printed('.github/skills/{name}/SKILL.md', 60, 900),
      'Copilot CLI lists about 15,000 of 59,880 characters to its model: 45 of 60 skills have no description there (from "s015"). Shorten the descriptions.',
    );
    assert.equal(
      printed('.claude/skills/{name}/SKILL.md', 60, 900),
      'Claude Code lists at most about 23,900 of 54,540 characters to its model: 34 of 60 skills have no description there (those used least). Shorten the descriptions.',
    );
    assert.equal(
      printed('.agents/skills/{name}/SKILL.md', 60, 900, '--program', 'codex'),
      'Codex lists at most about 21,700 of 56,040 characters to its model and cuts the descriptions of all 60 skills. Shorten them.',
    );
  });

  it('counts what one project lists, not all of a repository', () => {
    const both = {
      ...filesOf('packages/a/.github/skills/{name}/SKILL.md', 30, 400),
      ...filesOf('packages/b/.github/skills/{name}/SKILL.md', 30, 400),
    };
    assert.equal(running(both, ['list']).out.split('\n').slice(-2)[0], '60 skills');
  });

  it('counts no skill that is listed only once a matching file is used', () => {
    const some = namedSkills(
      '.claude/skills/{name}/SKILL.md',
      equalLengths(60, 900),
      'paths: src/**\n',
    );
    assert.equal(running(some, ['list']).out.split('\n').slice(-2)[0], '60 skills');
  });

  it('states nothing where all are listed', () =>
    assert.equal(printed('.github/skills/{name}/SKILL.md', 40, 200), '40 skills'));
});
