// Skills where a program does not look for them.
import assert from 'node:assert/strict';
import { movesOf } from '../../server/features/renaming/moves';
import { viewOf } from '../../server/features/view/view';
import { misplacedSkill } from '../../server/hosts/catalog/misplaced';
import { defaultSettings } from '../../server/settings/settings';
import { WorkspaceIndex } from '../../server/workspace/index';
import { catalog } from '../support/catalog';
import { reportedBy } from '../support/reporting';

const text = '---\nname: x\ndescription: Deploys. Use when asked.\n---\n\nDeploy it.\n';

const index = new WorkspaceIndex(catalog, { has: () => false });

const found = (...paths: readonly string[]): readonly string[] =>
  reportedBy('unread-location', Object.fromEntries(paths.map((path) => [path, text])));

describe('a skill that the program does not read', () => {
  it('is too deep, although other programs read it as guests', () =>
    assert.deepEqual(found('.claude/skills/team/x/SKILL.md'), [
      'warning Claude Code reads only skills directly in ".claude/skills". Move the folder of the skill there.',
    ]));

  it('has no folder of its own', () =>
    assert.deepEqual(found('.claude/skills/SKILL.md'), [
      'warning Claude Code reads "SKILL.md" only in a folder with the name of the skill. Move it there.',
    ]));

  it('is a note where other owners of the folder read it', () =>
    assert.deepEqual(found('.agents/skills/team/x/SKILL.md'), [
      'information Gemini CLI reads only skills directly in ".agents/skills". Move the folder of the skill there.',
      'information VS Code reads only skills directly in ".agents/skills". Move the folder of the skill there.',
    ]));

  it('is not one that belongs to another skill, or that the program reads', () =>
    assert.deepEqual(
      found(
        '.claude/skills/x/SKILL.md',
        '.claude/skills/x/examples/y/SKILL.md',
        '.gemini/skills/SKILL.md',
        '.gemini/skills/x/SKILL.md',
        '.opencode/skills/team/x/SKILL.md',
      ),
      [],
    ));

  it('has no folder, or another name in it', () => {
    assert.deepEqual(found('.claude/skills/x.md', '.claude/commands/y.md'), [
      'warning Claude Code reads skills only in folders of their own. Move the file to "x/SKILL.md".',
    ]);
    assert.deepEqual(found('.gemini/skills/x/skill.md'), [
      'warning Gemini CLI reads only files with the name "SKILL.md" here. Rename the file.',
    ]);
    assert.deepEqual(found('.github/skills/x/Skill.md'), [
      'warning Copilot CLI reads only files with the name "SKILL.md" here. Rename the file.',
      'warning VS Code reads only files with the name "SKILL.md" here. Rename the file.',
    ]);
  });

  it('is in a folder with a misspelled name', () => {
    assert.deepEqual(found('.claude/skill/x/SKILL.md', '.claude/command/git/y.md'), [
      'warning Claude Code reads its commands from ".claude/commands". Move the file there.',
      'warning Claude Code reads its skills from ".claude/skills". Move the folder of the skill there.',
    ]);
    assert.deepEqual(found('.opencode/skill/x/SKILL.md', '.opencode/command/y.md'), []);
  });

  it('is moved alone where it gets a folder of its own', () => {
    const moves = (path: string): readonly string[] => {
      const place = misplacedSkill(catalog, path);
      return movesOf(
        viewOf({
          ...{ catalog, path, text, workspace: index, settings: defaultSettings },
          places: place ? [place] : [],
        }),
      ).map(({ to }) => to);
    };
    assert.deepEqual(moves('p/.claude/skills/x.md'), ['p/.claude/skills/x/SKILL.md']);
    assert.deepEqual(moves('p/.claude/skills/x/skill.md'), ['p/.claude/skills/x/SKILL.md']);
    assert.deepEqual(moves('p/.claude/skill/x/SKILL.md'), ['p/.claude/skills/x']);
    assert.deepEqual(moves('p/.claude/command/x.md'), ['p/.claude/commands/x.md']);
  });

  it('is not a page, or a note next to a skill', () => {
    assert.deepEqual(
      reportedBy('unread-location', {
        '.claude/skills/README.md': '# Our skills\n',
        '.claude/skills/index.md': '---\ntitle: Skills\n---\n\nOur skills.\n',
        '.claude/skills/x.md': text,
        '.claude/skills/x/SKILL.md': text,
        '.claude/skills/x/references/skill.md': text,
        'docs/skills/x.md': text,
      }),
      [],
    );
  });
});
