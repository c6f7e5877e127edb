// What an author sees in a role of Codex, whose files are TOML.
import assert from 'node:assert/strict';
import { documentSymbols } from '../../../server/features/symbols';
import { completing } from '../../support/completing';
import { diagnosing } from '../../support/diagnosing';
import { fixing } from '../../support/fixing';
import { hovering } from '../../support/hovering';
import { viewAt } from '../../support/viewing';

const at = '.codex/agents/reviewer.toml';

const role = [
  'name = "reviewer"',
  'description = "Reviews changes."',
  'sandbox_mode = "read-only"',
  'developer_instructions = """',
  '# Task',
  'Review the change.',
  '"""',
  '',
].join('\n');

describe('Codex', () => {
  it('has the agent with its prompt', () => {
    const [verdict] = viewAt(role, { at }).verdicts();
    assert.equal(verdict?.place.host.id, 'codex');
    assert.equal(verdict.outcome, 'loads');
    assert.equal(verdict.persona?.id, 'reviewer');
    assert.equal(verdict.persona.description, 'Reviews changes.');
    assert.equal(verdict.persona.prompt, '# Task\nReview the change.\n');
    assert.deepEqual(viewAt(role, { at }).findings(), []);
  });

  it('does not read Markdown in its folder', () =>
    assert.deepEqual(viewAt(role, { at: '.codex/agents/reviewer.md' }).verdicts(), []));

  it('rejects a file with an unknown key', () =>
    diagnosing(
      `
      name = "reviewer"
      description = "Reviews changes."
      color = "red"
      ^^^^^ error unknown-field: "color"
      developer_instructions = "You review."
      `,
      { at },
    ));

  it('rejects a file with a wrong value, and replaces it', () => {
    diagnosing(
      `
      name = "reviewer"
      description = "Reviews changes."
      sandbox_mode = "readonly"
                     ^^^^^^^^^^ error invalid-value: "readonly"
      developer_instructions = "You review."
      `,
      { at },
    );
    fixing(
      'name = "r"\ndescription = "R."\nsandbox_mode = "read|only"\ndeveloper_instructions = "You."\n',
      { at },
    )
      .taking('Replace with "read-only"')
      .gives(
        'name = "r"\ndescription = "R."\nsandbox_mode = "read-only"\ndeveloper_instructions = "You."\n',
      );
  });

  it('reports a string without quotes, and quotes it', () =>
    fixing('name = re|viewer\ndescription = "R."\ndeveloper_instructions = "You."\n', { at })
      .taking('Add quotes')
      .gives('name = "reviewer"\ndescription = "R."\ndeveloper_instructions = "You."\n'));

  it('reports a colon after a key', () =>
    diagnosing(
      `
      name: reviewer
      ^^^^^^^^^^^^^^ error invalid-toml: A key in TOML is followed by "=", not by ":".
      description = "R."
      developer_instructions = "You."
      `,
      { at },
    ));

  it('reports a key that is defined twice by its name', () =>
    diagnosing(
      `
      name = "r"
      name = "s"
      ^^^^^^^^^^ error invalid-toml: "name" is defined twice.
      description = "R."
      developer_instructions = "You."
      `,
      { at },
    ));

  it('reports a header without its bracket, at the header', () =>
    diagnosing(
      `
      name = "r"
      description = "R."
      developer_instructions = "You."
      [mcp_servers.docs
      ^^^^^^^^^^^^^^^^^ error invalid-toml: A bracket is not closed.
      command = "npx"
      `,
      { at },
    ));

  it('reports a field that belongs to the table above it', () =>
    diagnosing(
      `
      name = "r"
      description = "R."
      [mcp_servers.docs]
      command = "npx"
      developer_instructions = "You."
      ^^^^^^^^^^^^^^^^^^^^^^ error missing-field: "developer_instructions" follows the header of the table "mcp_servers.docs", so it belongs to it.
      `,
      { at },
    ));

  it('reports a server without its program, and one with two kinds of keys', () => {
    const role = 'name = "r"\ndescription = "R."\ndeveloper_instructions = "You."\n';
    diagnosing(
      `${role}[mcp_servers.docs]\n             ^^^^ error invalid-value: "mcp_servers.docs" has no "command" or "url".\nargs = []\n`,
      { at },
    );
    diagnosing(
      `${role}[mcp_servers.docs]\ncommand = "npx"\nurl = "https://x"\n      ^^^^^^^^^^^ error invalid-value: "mcp_servers.docs.url" and "command" cannot be used together.\n`,
      { at },
    );
  });

  it('adds a missing name', () =>
    fixing('|description = "R."\ndeveloper_instructions = "You."\n', { at })
      .taking('Add "name = "reviewer""')
      .gives('description = "R."\ndeveloper_instructions = "You."\nname = "reviewer"\n'));

  it('completes keys with the form of their values', () => {
    completing('name = "reviewer"\n|', { at })
      .offers('description', 'developer_instructions', 'sandbox_mode', 'mcp_servers')
      .offersNot('name')
      .accepting('description')
      .gives('name = "reviewer"\ndescription = "Use it when"');
  });

  it('completes values with quotes where there are none', () => {
    const before = 'name = "reviewer"\nsandbox_mode = ';
    completing(`${before}|`, { at })
      .offersOnly('read-only', 'workspace-write', 'danger-full-access')
      .accepting('read-only')
      .gives(`${before}"read-only"`);
    completing(`${before}"|"`, { at }).accepting('read-only').gives(`${before}"read-only"`);
  });

  it('completes a value below a broken line', () =>
    completing('name = "reviewer\nsandbox_mode = "|"', { at }).offers('read-only'));

  it('completes the keys of an MCP server', () =>
    completing('name = "r"\n[mcp_servers.docs]\n|', { at }).offers('command', 'url', 'args'));

  it('offers a whole agent in an empty file only', () => {
    completing('|', { at }).offersOnly('Codex agent');
    completing('|', { at: 'docs/notes.md' }).offersNot('Codex agent');
  });

  it('describes keys and values', () => {
    hovering('sandbox|_mode = "read-only"\n', { at }).shows('What commands can change');
    hovering('sandbox_mode = "read|-only"\n', { at }).shows('cannot change files');
  });

  it('calls lists arrays and maps tables', () => {
    diagnosing(
      `
      name = ["reviewer"]
             ^^^^^^^^^^^^ error invalid-name: "name" must be a string, not an array.
      description = {}
                    ^^ error invalid-type: "description" must be a string, not a table.
      nickname_candidates = "Ada, Bob"
                            ^^^^^^^^^^ error invalid-type: "nickname_candidates" must be an array of strings, not "Ada, Bob".
      mcp_servers = []
                    ^^ error invalid-type: "mcp_servers" must be a table, not an empty array.
      developer_instructions = "You review."
      `,
      { at },
    );
    fixing('nickname_candidates = "Ada, |Bob"\n', { at })
      .taking('Convert to an array')
      .gives('nickname_candidates = ["Ada", "Bob"]\n');
    hovering('nick|name_candidates = ["Ada"]\n', { at }).shows('Values: an array of strings.');
    hovering('mcp_|servers = {}\n', { at }).shows('Values: a table.');
    const { documentation } = completing('mcp_ser|', { at }).item('mcp_servers');
    assert.match(documentation(), /Values: a table\./);
  });

  it('has the headings of the prompt below its field', () => {
    const symbols = documentSymbols(viewAt(role, { at }).outline);
    assert.deepEqual(
      symbols.map(({ name, children }) => [name, ...children.map((one) => one.name)]),
      [['name'], ['description'], ['sandbox_mode'], ['developer_instructions', 'Task']],
    );
  });
});
