// How many descriptions of skills the programs list to their models, against what `dossier list` prints.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { running } from '../support/running';

interface Recorded {
  readonly host: string;
  readonly path: string;
  readonly cases: readonly {
    readonly skills: number;
    readonly length: number;
    readonly described?: number;
    readonly shortenedTo?: number;
  }[];
}

const recorded: readonly Recorded[] = JSON.parse(
  readFileSync('test/hosts/lists/lists.data.json', 'utf8'),
);

const filesOf = (path: string, skills: number, length: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: skills }, (_, index) => {
      const name = `s${String(index).padStart(3, '0')}`;
      const text = `---\nname: ${name}\ndescription: ${'x'.repeat(length)}\n---\n\nDo it.\n`;
      return [path.replace('{name}', name), text];
    }),
  );

interface Lists {
  readonly lists: readonly {
    readonly host: string;
    readonly characters: number;
    readonly limit: number;
    readonly described: number;
  }[];
}

for (const { host, path, cases } of recorded)
  describe(`the list of skills in ${host}`, () => {
    for (const { skills, length, described = skills, shortenedTo } of cases)
      it(`has ${skills} descriptions of ${length} characters`, () => {
        const flags = ['--program', host, '--format=json'];
        const { json } = running(filesOf(path, skills, length), ['list', ...flags]);
        const list = (json as Lists).lists.find((one) => one.host === host);
        assert.equal(list?.described, described);
        assert.equal(list.characters > list.limit, described < skills || shortenedTo !== undefined);
      });
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

  it('states nothing where all are listed', () =>
    assert.equal(printed('.github/skills/{name}/SKILL.md', 40, 200), '40 skills'));
});
