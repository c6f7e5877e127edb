// Skills on the command line.
import assert from 'node:assert/strict';
import { running } from '../support/running';

const skill = (head: string): string => `---\n${head}\n---\n\nDeploy the project.\n`;

const files = {
  '.claude/skills/deploy/SKILL.md': skill('description: Deploys.\nallowed-tools: Bash'),
  '.agents/skills/ship/SKILL.md': skill(
    'name: ship it\ndescription: Ships.\ndisable-model-invocation: true',
  ),
  '.opencode/skills/lost/SKILL.md': '# Lost\n',
};

describe('skills on the command line', () => {
  it('are listed with their name and their callers in each program', () =>
    assert.equal(
      running(files, ['list']).out,
      [
        'SKILL    PROGRAM      RESULT                                      CALLED BY                  FILE',
        'ship it  Codex        loads                                       model, users unknown       .agents/skills/ship/SKILL.md',
        'ship-it  Copilot CLI  loads with changes (name)                   users                      .agents/skills/ship/SKILL.md',
        'ship it  Gemini CLI   loads                                       model, users unknown       .agents/skills/ship/SKILL.md',
        'ship it  OpenCode     loads                                       users, model               .agents/skills/ship/SKILL.md',
        'ship     VS Code      loads                                       users                      .agents/skills/ship/SKILL.md',
        'deploy   Claude Code  loads                                       users, model (asks first)  .claude/skills/deploy/SKILL.md',
        '-        OpenCode     silently ignores the file (no frontmatter)  -                          .opencode/skills/lost/SKILL.md',
        '',
        '2 skills',
        '',
      ].join('\n'),
    ));

  it('are checked like agents', () => {
    const { out, code } = running(files, ['check', '--format', 'concise']);
    assert.equal(code, 1);
    assert.match(out, /^\.agents\/skills\/ship\/SKILL\.md:4:1: error ignored-guard: /m);
    assert.match(out, /^\.opencode\/skills\/lost\/SKILL\.md:1:1: error no-frontmatter: /m);
  });

  it('are not taken for agents in a folder that no program reads', () => {
    const path = 'skills/deploy/SKILL.md';
    const text = skill('name: deploy\ndescription: Deploys.');
    const { out, err } = running({ [path]: text }, ['check', path]);
    assert.equal(out, '');
    assert.match(err, /no program reads files in this location; not checked/);
    assert.doesNotMatch(running({ [path]: text }, ['explain', path]).out, /loads/);
  });

  it('are no agents', () => {
    const { json } = running(files, ['list', '--format', 'json']);
    assert.deepEqual((json as { agents: unknown[] }).agents, []);
  });
});
