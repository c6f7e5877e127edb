// What an author sees in a file of Cursor, which reads lines and no YAML.
import assert from 'node:assert/strict';
import { completing } from '../../support/completing';
import { diagnosing, findingsIn } from '../../support/diagnosing';
import { fixing } from '../../support/fixing';
import { hovering } from '../../support/hovering';
import { running } from '../../support/running';
import { claudeFile, viewAt } from '../../support/viewing';
import { words } from '../../support/words';

const at = '.cursor/agents/reviewer.md';
const head = 'name: reviewer\ndescription: Reviews changes.';
const text = (fields: string): string => `---\n${fields}\n---\nYou review the changes.\n`;

describe('Cursor', () => {
  it('is the only reader of its folder and has the agent', () => {
    const [verdict, ...others] = viewAt(text(`${head}\nreadonly: true\nmodel: fast`), {
      at,
    }).verdicts();
    assert.deepEqual(others, []);
    assert.equal(verdict?.place.host.id, 'cursor');
    assert.equal(verdict.outcome, 'loads');
    assert.equal(verdict.persona?.id, 'reviewer');
    assert.equal(verdict.persona.model.written, 'fast');
    assert.equal(verdict.persona.tools.all, true);
    assert.equal(verdict.persona.prompt, 'You review the changes.');
  });

  it('names an agent without a name after its file', () => {
    const [verdict] = viewAt(text('description: Reviews.'), {
      at: '.cursor/agents/code_review two.md',
    }).verdicts();
    assert.equal(verdict?.persona?.id, 'code-review-two');
  });

  it('reports a limit that is lost because of a comment, quotes or another word', () => {
    for (const value of ['true # always', '"true"', 'yes', '1'])
      diagnosing(
        `
        ---
        name: reviewer
        description: Reviews changes.
        readonly: ${value}
                  ${'^'.repeat(value.length)} error invalid-value: "readonly" must be true or false
        ---
        You review the changes.
        `,
        { at },
      );
    fixing(text(`${head}\nreadonly: true # |always`), { at })
      .taking('Replace with "true"')
      .gives(text(`${head}\nreadonly: true`));
  });

  it('reports no limit where none is meant', () =>
    diagnosing(
      `
      ---
      name: reviewer
      description: Reviews changes.
      readonly: no
                ^^ warning invalid-value: "readonly" must be true or false, not "no". Cursor silently ignores it.
      is_background: TRUE
      ---
      You review the changes.
      `,
      { at },
    ));

  it('reports values of several lines and joins them', () => {
    diagnosing(
      `
      ---
      name: reviewer
      description: >-
      ^^^^^^^^^^^ warning misread-lines: "description" has more than one line. Cursor reads only the first line of a value. Write the value on one line.
        Reviews changes.
        Use it often.
      ---
      You review the changes.
      `,
      { at },
    );
    fixing(
      text('name: reviewer\ndes|cription: >-\n  Reviews changes.\n  Use it often.\nmodel: fast'),
      {
        at,
      },
    )
      .taking('Write it on one line')
      .gives(text('name: reviewer\ndescription: Reviews changes. Use it often.\nmodel: fast'));
  });

  it('reports a list of tools once, in whichever form it is written, and never next to the limit', () => {
    const reported = (fields: string): readonly string[] =>
      findingsIn(text(`${head}\n${fields}`), { at }).map(
        ({ rule, message }) => `${rule} ${words(message)}`,
      );
    for (const tools of [
      ' Read, Grep',
      ' [Read, Grep]',
      ' "Read"',
      '\n  - Read\n  - Grep',
      ' >-\n  Read',
    ]) {
      const [one, ...more] = reported(`tools:${tools}`);
      assert.match(one ?? '', /^ineffective-field .*documents no list of tools/, tools);
      assert.deepEqual(more, [], tools);
    }
    assert.deepEqual(reported('tools: Read\nreadonly: true'), []);
  });

  it('reports a lost limit as an error, in any letter case of its key', () =>
    diagnosing(
      `
      ---
      name: reviewer
      description: Reviews changes.
      ReadOnly: >-
      ^^^^^^^^ error misread-lines: "ReadOnly" has more than one line.
        true
      ---
      You review the changes.
      `,
      { at },
    ));

  it('reports a key inside of another field, which it reads as its own', () =>
    diagnosing(
      `
      ---
      name: reviewer
      description: Reviews changes.
      metadata:
      ^^^^^^^^ hint unknown-field: "metadata" is not a field in Cursor.
        name: other
        ^^^^ warning misread-lines: "name" is inside of another field. Cursor ignores indentation and uses it as a field of the agent. Rename it or remove it.
        owner: me
      ---
      You review the changes.
      `,
      { at },
    ));

  it('reports quotes that become part of a name', () => {
    diagnosing(
      `
      ---
      name: "reviewer"
            ^^^^^^^^^^ warning invalid-name: Cursor reads the quotes as part of the value.
      description: "Reviews changes."
      model: fast # cheap
             ^^^^^^^^^^^^ warning invalid-value: Cursor reads the comment as part of the value.
      ---
      You review the changes.
      `,
      { at },
    );
    fixing(text('name: |"reviewer"\ndescription: Reviews.'), { at })
      .taking('Replace with "reviewer"')
      .gives(text('name: reviewer\ndescription: Reviews.'));
  });

  it('reads a value that is not valid YAML as it is written', () =>
    diagnosing(
      `
      ---
      name: reviewer
      description: Use when: code changed, or [not
      ---
      You review the changes.
      `,
      { at },
    ));

  it('reports an agent without a prompt', () =>
    diagnosing(
      `
      ---
      name: reviewer
      description: Reviews changes.
      ---
      ^^^ error empty-prompt: The agent has no prompt. Cursor silently does not load the agent.
      `,
      { at, settings: { rules: { 'empty-prompt': 'error' } } },
    ));

  it('completion offers its documented fields and their values', () => {
    completing(text(`${head}\n|`), { at }).offersOnly('model', 'readonly', 'is_background');
    completing(text(`${head}\nreadonly: |`), { at }).offersOnly('true', 'false');
    completing(text(`${head}\nmodel: |`), { at }).offers('inherit', 'fast');
  });

  it('a hover states what a value means', () => {
    hovering(text(`${head}\nread|only: true`), { at }).shows('The agent cannot change files');
  });

  it("reads Claude Code's agents where it is in use, and not by default", () => {
    const readers = (programs: readonly string[]): readonly string[] =>
      viewAt(text(head), { at: claudeFile, settings: { programs } })
        .verdicts()
        .map(({ place }) => place.host.id);
    assert.ok(!readers([]).includes('cursor'));
    assert.ok(readers(['cursor']).includes('cursor'));
    const { out } = running({ [claudeFile]: text(head) }, ['explain', claudeFile, '--host', 'all']);
    assert.match(out, /Cursor \d\S+: loads as written/);
  });

  it('knows which files and folders it leaves out', () => {
    const hosts = (path: string): readonly string[] =>
      viewAt(text(head), { at: path })
        .verdicts()
        .map(({ place }) => place.host.id);
    assert.deepEqual(hosts('.cursor/agents/team/reviewer.mdc'), ['cursor']);
    for (const path of ['build/reviewer.md', '.old/reviewer.md', 'reviewer.txt'])
      assert.deepEqual(hosts(`.cursor/agents/${path}`), [], path);
    const { err } = running({ '.cursor/agents/build/reviewer.md': text(head) }, [
      'explain',
      '.cursor/agents/build/reviewer.md',
    ]);
    assert.equal(err, '');
  });
});
