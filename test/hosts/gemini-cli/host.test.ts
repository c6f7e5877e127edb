// What an author sees in a file of Gemini CLI.
import assert from 'node:assert/strict';
import { completing } from '../../support/completing';
import { diagnosing } from '../../support/diagnosing';
import { fixing } from '../../support/fixing';
import { viewAt } from '../../support/viewing';

const at = '.gemini/agents/reviewer.md';
const head = 'name: reviewer\ndescription: Reviews changes.';

describe('Gemini CLI', () => {
  it('is the only reader of its folder and has the agent', () => {
    const view = viewAt(
      `---\n${head}\ntools:\n  - read_file\n  - mcp_docs_find\n---\nYou review.\n`,
      { at },
    );
    const [verdict, ...others] = view.verdicts();
    assert.deepEqual(others, []);
    assert.equal(verdict?.place.host.id, 'gemini-cli');
    assert.equal(verdict.outcome, 'loads');
    assert.equal(verdict.persona?.id, 'reviewer');
    assert.deepEqual(verdict.persona.tools.granted, ['read_file']);
    assert.deepEqual(verdict.persona.tools.unverified, ['mcp_docs_find']);
    assert.equal(verdict.persona.prompt, 'You review.');
  });

  it('rejects a file for one unknown key', () =>
    diagnosing(
      `
      ---
      name: reviewer
      description: Reviews changes.
      color: red
      ^^^^^ error unknown-field: "color" is not a field in Gemini CLI. Gemini CLI rejects the file and shows an error. Remove it.
      ---
      You review.
      `,
      { at },
    ));

  it('suggests the field that another spelling means', () =>
    fixing(`---\n${head}\nmax|Turns: 20\n---\nYou review.\n`, { at })
      .taking('Rename to "max_turns"')
      .gives(`---\n${head}\nmax_turns: 20\n---\nYou review.\n`));

  it('rejects a file for one unknown tool', () =>
    diagnosing(
      `
      ---
      name: reviewer
      description: Reviews changes.
      tools: [read_file, ReadFolder]
                         ^^^^^^^^^^ error unknown-tool: Gemini CLI has no tool named "ReadFolder". Gemini CLI rejects the file and shows an error. Use "list_directory" instead.
      ---
      You review.
      `,
      { at },
    ));

  it('rejects tools in a string', () =>
    diagnosing(
      `
      ---
      name: reviewer
      description: Reviews changes.
      tools: read_file, glob
             ^^^^^^^^^^^^^^^ error invalid-type: Gemini CLI rejects the file
      ---
      You review.
      `,
      { at },
    ));

  it('takes spaces after the closing dashes for text', () =>
    fixing(`---\n${head}\n---|  \nYou review.\n`, { at })
      .offersSafely('Remove the spaces after "---"')
      .offersNot('Replace with "—"')
      .taking('Remove the spaces after "---"')
      .gives(`---\n${head}\n---\nYou review.\n`));

  it('completes the names of tools', () => {
    completing(`---\n${head}\ntools:\n  - |\n---\nYou review.\n`, { at }).offers(
      'run_shell_command',
      'mcp_SERVER_*',
    );
  });

  it('judges no remote agent', () => {
    const [verdict] = viewAt(
      '---\nkind: remote\nname: reviewer\nagent_card_url: https://example.com/card\n---\n',
      { at },
    ).verdicts();
    assert.equal(verdict?.outcome, 'unknown');
  });

  it('suggests its own tool of the purpose that a name of another program has', () => {
    const text = (name: string): string => `---\n${head}\ntools:\n  - ${name}\n---\nYou review.\n`;
    const names = {
      search_files: 'grep_search',
      codebase_search: 'grep_search',
      execute_command: 'run_shell_command',
      'replace-in-file': 'replace',
      WebSearch: 'google_web_search',
    };
    for (const [written, meant] of Object.entries(names))
      fixing(text(`|${written}`), { at })
        .taking(`Replace with "${meant}"`)
        .gives(text(meant));
  });

  it('replaces a kind that it does not have with the only one of a file', () =>
    fixing(`---\n${head}\nkind: T|ASK\n---\nYou review.\n`, { at })
      .taking('Replace with "local"')
      .gives(`---\n${head}\nkind: local\n---\nYou review.\n`));
});
