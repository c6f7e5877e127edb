// Skills where a program does not look for them.
import assert from 'node:assert/strict';
import { reportedBy } from '../support/reporting';

const text = '---\nname: x\ndescription: Deploys. Use when asked.\n---\n\nDeploy it.\n';

const found = (...paths: readonly string[]): readonly string[] =>
  reportedBy('unread-location', Object.fromEntries(paths.map((path) => [path, text])));

describe('a skill that the program does not read', () => {
  it('is too deep, although other programs read it as guests', () =>
    assert.deepEqual(found('.claude/skills/team/x/SKILL.md'), [
      'warning Claude Code reads only skills directly in ".claude/skills". Move the folder of the skill there.',
    ]));

  it('has no folder of its own', () =>
    assert.deepEqual(found('.claude/skills/SKILL.md'), [
      'warning Claude Code reads skills only in folders of their own. Move the file into a folder with the name of the skill.',
    ]));

  it('is a note where other owners of the folder read it', () =>
    assert.deepEqual(found('.agents/skills/team/x/SKILL.md'), [
      'information Gemini CLI reads only skills directly in ".agents/skills". Move the folder of the skill there.',
    ]));

  it('is not one that belongs to another skill, or that the program reads', () =>
    assert.deepEqual(
      found(
        '.claude/skills/x/SKILL.md',
        '.claude/skills/x/examples/y/SKILL.md',
        '.gemini/skills/SKILL.md',
        '.gemini/skills/x/SKILL.md',
        '.agents/skills/SKILL.md',
        '.opencode/skills/team/x/SKILL.md',
      ),
      [],
    ));
});
