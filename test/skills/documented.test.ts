// Skills and commands of programs of which only the documentation is known, and those of Qoder CLI, as an author meets them.
import assert from 'node:assert/strict';
import { completing } from '../support/completing';
import { diagnosing } from '../support/diagnosing';
import { hovering } from '../support/hovering';
import { running } from '../support/running';
import { viewAt } from '../support/viewing';

const head = (lines: string, body = 'Do it.'): string => `---\n${lines}\n---\n\n${body}\n`;

function skillAt(at: string, text: string) {
  const found = viewAt(text, { at })
    .verdicts()
    .find(({ place }) => place.role === 'owner');
  return { host: found?.place.host.id, skill: found?.skill };
}

describe('documented skills', () => {
  const places = {
    cursor: '.cursor/skills/ops/deploy/SKILL.md',
    factory: '.factory/skills/ops/deploy/SKILL.md',
    kiro: '.kiro/skills/deploy/SKILL.md',
    auggie: '.augment/skills/deploy/SKILL.md',
  };

  for (const [id, at] of Object.entries(places)) {
    it(`are read in the folder of ${id}`, () => {
      const { host, skill } = skillAt(at, head('name: deploy\ndescription: Deploys.'));
      assert.equal(host, id);
      assert.equal(skill?.id, 'deploy');
      assert.equal(skill.description, 'Deploys.');
      assert.equal(skill.modelInvocable, 'yes');
    });

    it(`of ${id} cause no finding where the documentation states no effect`, () => {
      diagnosing(head('name: deploy\ndescription: [a]\nnonsense: 5'), { at });
      diagnosing('Deploy the app.\n', { at });
    });

    it(`of ${id} are completed and explained`, () => {
      completing('---\nname: deploy\n|\n---\n\nDo it.\n', { at }).offers('description');
      hovering(head('name: deploy\ndescr|iption: Deploys.'), { at }).shows('Documented in');
    });

    it(`of ${id} are created, listed and converted`, () => {
      const made = running({}, ['new', '--kind', 'skill', '--program', id, '--name', 'deploy']);
      assert.equal(made.code, 0, made.err);
      const file = at.replace('/ops/', '/');
      const text = made.file(file) ?? '';
      assert.match(text, /^---\nname: deploy\ndescription: /);
      const listed = running({ [file]: text }, ['list', '--format', 'json']);
      assert.match(listed.out, /"deploy"/);
      const to = running({ [file]: text }, ['convert', file, '--to', 'claude-code']);
      assert.equal(to.code, 0, to.err);
      const closed = head('name: deploy\ndescription: Deploys.\ndisable-model-invocation: true');
      const own = '.claude/skills/deploy/SKILL.md';
      const from = running({ [own]: closed }, ['convert', own, '--to', id]);
      assert.equal(from.code, id === 'cursor' ? 0 : 1, from.out);
    });
  }

  it('of Cursor can be closed to the model and limited to files', () => {
    const { skill } = skillAt(
      places.cursor,
      head(
        'name: deploy\ndescription: D.\ndisable-model-invocation: true\npaths: "src/**, lib/**"',
      ),
    );
    assert.equal(skill?.modelInvocable, 'no');
    assert.deepEqual(skill.paths, ['src/**', 'lib/**']);
  });

  it('are shown for shared folders only where the program is in use', () => {
    const at = '.agents/skills/deploy/SKILL.md';
    const ids = viewAt(head('name: deploy\ndescription: Deploys.'), { at })
      .verdicts()
      .map(({ place }) => place.host.id);
    for (const id of ['cursor', 'auggie', 'qoder']) assert.ok(!ids.includes(id), id);
  });
});

describe('documented commands', () => {
  const names = {
    '.cursor/commands/review.md': 'review',
    '.factory/commands/Code Review.md': 'code-review',
    '.augment/commands/git/pr.md': 'git:pr',
  };

  for (const [at, name] of Object.entries(names)) {
    it(`need no frontmatter: ${at}`, () => {
      const { skill } = skillAt(at, 'Review the change.\n');
      assert.equal(skill?.id, name);
      assert.equal(skill.modelInvocable, 'no');
      diagnosing('Review the change.\n', { at });
    });
  }

  for (const id of ['cursor', 'factory', 'auggie'])
    it(`of ${id} are created`, () => {
      const { code, err } = running({}, [
        ...['new', '--kind', 'command', '--program', id, '--name', 'review'],
      ]);
      assert.equal(code, 0, err);
    });
});

describe('a skill of Qoder CLI', () => {
  const qoder = { at: '.qoder/skills/deploy/SKILL.md' };

  it('needs nothing, and is named by its folder', () => {
    const { host, skill } = skillAt(qoder.at, '# Deploy\n\nDeploy the app.\n');
    assert.equal(host, 'qoder');
    assert.equal(skill?.id, 'deploy');
    assert.equal(skill.description, 'Deploy');
  });

  it('is closed to users by any other value than true', () =>
    diagnosing(
      `
      ---
      description: Deploys.
      user-invocable: yes
                      ^^^ warning invalid-value: Qoder CLI reads it as false.
      ---
      Do it.
      `,
      qoder,
    ));

  it('loses the guard with YAML that cannot be repaired', () => {
    const { skill } = skillAt(
      qoder.at,
      head('description: Deploys.\nuser-invocable: false\nlicense: a\nlicense: b'),
    );
    assert.equal(skill?.userInvocable, true);
    assert.equal(skill.description, 'Deploys.');
  });

  it('is completed, explained, created and converted', () => {
    completing('---\ndescription: D.\n|\n---\n\nDo it.\n', qoder).offers('user-invocable');
    hovering(head('description: D.\nuser-inv|ocable: false'), qoder).shows('Checked by running');
    const made = running({}, ['new', '--kind', 'skill', '--program', 'qoder', '--name', 'deploy']);
    assert.equal(made.code, 0, made.err);
    const closed = { [qoder.at]: head('description: Deploys.\nuser-invocable: false') };
    const to = running(closed, ['convert', qoder.at, '--to', 'claude-code']);
    assert.match(to.out, /user-invocable: false/);
  });

  it('stays closed to the model, also where it is not known whether its program reads the guard', () => {
    const closed = { [qoder.at]: head('description: Deploys.\ndisable-model-invocation: true') };
    const { out } = running(closed, ['convert', qoder.at, '--to', 'claude-code']);
    assert.match(out, /^disable-model-invocation: true$/m);
    const open = running(closed, ['convert', qoder.at, '--to', 'codex']);
    assert.match(open.out, /refused[\s\S]*Whether it can in Qoder CLI is not known\./);
  });

  it('has commands with the names of their folders', () => {
    const { skill } = skillAt('.qoder/commands/git/pr.md', 'Open a pull request.\n');
    assert.equal(skill?.id, 'git:pr');
    assert.equal(skill.description, 'Open a pull request.');
  });
});
