import assert from 'node:assert/strict';
import { fixesFor } from '../../server/features/fixes/fixes';
import { viewOfExample } from '../support/examples';
import { fixing, fixingAll } from '../support/fixing';
import { opencodeFile, vscodeFile } from '../support/viewing';
import { words } from '../support/words';

const opencode = { at: opencodeFile };
const vscode = { at: vscodeFile };

const withTools = (tools: string): string =>
  `---\nname: reviewer\ndescription: Reviews changes.\ntools: ${tools}\n---\n`;

describe('quick fixes for tools', () => {
  it('remove just the one', () => {
    fixing(withTools('Read, Edit, Multi|Edit, Bash'))
      .offersSafely('Remove "MultiEdit"')
      .taking('Remove "MultiEdit"')
      .gives(withTools('Read, Edit, Bash'));
    fixing(withTools('[Read, "Bahs|", Bash]'))
      .taking('Remove "Bahs"')
      .gives(withTools('[Read, Bash]'));
    fixing(withTools('\n  - Read\n  - LS| # folders\n  - Edit'))
      .taking('Remove "LS"')
      .gives(withTools('\n  - Read\n  - Edit'));
    fixing(withTools('Read, Edit, Multi|Edit'), { crlf: true })
      .taking('Remove "MultiEdit"')
      .gives(withTools('Read, Edit'));
  });

  it('never remove the last as a safe fix', () => {
    for (const tools of ['Multi|Edit', '[Bah|s]', '\n  - Bah|s', 'Bah|s, Foo', '"Bah|s"']) {
      const door = fixing(withTools(tools));
      door.offersForReview(...door.titles);
    }
    for (const tools of ['MultiEdit', '[Bahs]', 'Bahs, Foo', 'AskUserQuestion', 'mcp__*']) {
      fixingAll(withTools(tools)).gives(withTools(tools));
    }
  });

  it('are only those whose edits can be made together', () => {
    // Each of the two names would need quotes around the whole value, because of the invisible character.
    const text = '---\n:: \ntools: Read,Write,\ufeff\n---';
    const view = viewOfExample({ path: vscodeFile, text });
    const finding = view.findings().find(({ rule }) => rule === 'empty-tools');
    assert.deepEqual(finding && fixesFor(view, finding).map(({ title }) => words(title)), [
      'Use the tool names of VS Code',
      'Remove "tools" to grant every tool',
    ]);
  });

  it('leave it to the author to grant more', () => {
    fixing(withTools('Read, bas|h'))
      // Another host that reads the file accepts the name unchanged.
      .offersForReview('Replace with "Bash"', 'Remove "bash"')
      .taking('Replace with "Bash"')
      .gives(withTools('Read, Bash'));
    fixing(withTools('Read, WebSerc|h')).offersForReview(
      'Replace with "WebSearch"',
      'Remove "WebSerch"',
    );
    fixing(withTools('Read, Bash(git| diff:*)')).offersForReview(
      'Replace with "Bash", which has the same effect',
    );
  });

  it('offer the successor that the agent does not have, and remove its old name for review', () => {
    fixing(withTools('Read, Multi|Edit')).offersForReview(
      'Replace with "Edit"',
      'Remove "MultiEdit"',
    );
    fixingAll(withTools('Read, MultiEdit')).gives(withTools('Read, MultiEdit'));
  });

  it('rewrite no item that is a sentence', () => {
    fixing(withTools('Read, Ta|sk Decomposer')).offersForReview('Replace with "Agent"');
    fixing(withTools('\n  - Read\n  - Ta|sk for others')).offersForReview('Replace with "Agent"');
    fixing(withTools('Read Ta|sk')).offersSafely('Replace with "Agent"');
  });

  it('do not touch what another system still reads', () => {
    fixing(withTools('Read, Gre|p, Bash')).offersForReview('Remove "Grep"');
    fixingAll(withTools('Read, Grep, Glob, Bash')).gives(withTools('Read, Grep, Glob, Bash'));
  });

  it('replace a former name with the new one', () => {
    fixing('---\ndescription: d\ntools: [read, tod|os]\n---\n', vscode)
      .offersSafely('Replace with "todo"')
      .taking('Replace with "todo"')
      .gives('---\ndescription: d\ntools: [read, todo]\n---\n');
    fixing("---\ndescription: d\ntools: ['todo', 'tod|os']\n---\n", vscode)
      .taking('Remove "todos"')
      .gives("---\ndescription: d\ntools: ['todo']\n---\n");
  });

  it('write the form of another host in that of this one', () => {
    fixing('---\ndescription: d\ntools: [read, mcp__docs__sea|rch]\n---\n', vscode)
      .offersForReview('Replace with "docs/search"')
      .taking('Replace with "docs/search"')
      .gives('---\ndescription: d\ntools: [read, docs/search]\n---\n');
    fixing('---\ndescription: d\ntools: [read, WebS|earch]\n---\n', vscode).offers(
      'Replace with "web"',
    );
  });

  it('never grant every tool without review', () => {
    fixing('---\nname: a\ndescription: d\ntool|s:\n---\n').offersForReview(
      'Remove "tools" to grant every tool',
    );
  });

  it('make a denial count', () => {
    fixing('---\nname: a\ndescription: d\ndisallowedTools: bas|h\n---\n')
      .taking('Replace with "Bash"')
      .gives('---\nname: a\ndescription: d\ndisallowedTools: Bash\n---\n');
  });
});

describe('quick fixes for fields', () => {
  it('rename a field for review where its value would be dropped under the right name', () => {
    fixing('---\ndescription: d\nhand|off: reviewer\n---\n', vscode).offersForReview(
      'Rename to "handoffs"',
    );
    fixing(
      '---\ndescription: d\nhand|off:\n  - label: Go\n    agent: builder\n    prompt: Go.\n---\n',
      vscode,
    ).offersSafely('Rename to "handoffs"');
  });

  it('take a color for another only where they look alike', () => {
    const colored = (color: string): string =>
      `---\nname: a\ndescription: d\ncolor: ${color}\n---\n`;
    fixing(colored('"#e25|822"')).offersSafely('Replace with "orange"');
    fixing(colored('Bl|ue')).offersSafely('Replace with "blue"');
    fixing(colored('te|al')).offersForReview('Replace with "cyan"');
    fixing(colored('"#00|00ff"')).offersForReview('Replace with "blue"');
    fixing('---\ndescription: d\ncolor: te|al\n---\n', opencode).offersSafely(
      'Replace with "#14b8a6"',
    );
  });

  it('make a frontmatter of the heading', () => {
    fixing('# Code Rev|iewer\n\nYou **review** code: all of it. And more.\n')
      .offersForReview('Add frontmatter from the heading')
      .taking('Add frontmatter from the heading')
      .gives(
        "---\nname: reviewer\ndescription: 'Code Reviewer. You review code: all of it.'\n---\n\n# Code Reviewer\n\nYou **review** code: all of it. And more.\n",
      );
    fixing('# Planner|\r\n\r\n- a list\r\n', vscode)
      .taking('Add frontmatter from the heading')
      .gives('---\r\ndescription: Planner.\r\n---\r\n\r\n# Planner\r\n\r\n- a list\r\n');
    fixing('-|--\nname: reviewer\n---\n# Code Reviewer\n')
      .taking('Add "description" from the heading')
      .gives('---\nname: reviewer\ndescription: Code Reviewer.\n---\n# Code Reviewer\n');
  });

  it('add the part that a handoff lacks', () => {
    fixing('---\ndescription: d\nhandoffs:\n  - la|bel: Go\n    agent: builder\n---\n', vscode)
      .offersForReview('Add "prompt: Continue with the task."')
      .taking('Add "prompt: Continue with the task."')
      .gives(
        '---\ndescription: d\nhandoffs:\n  - label: Go\n    agent: builder\n    prompt: Continue with the task.\n---\n',
      );
    fixing(
      '---\ndescription: d\nhandoffs:\n  - {ag|ent: builder, prompt: Go.}\n---\n',
      vscode,
    ).offersForReview('Add "label: Continue with builder"');
  });

  it('write the word that is meant, and the model that an alias stands for', () => {
    fixing('---\nname: a\ndescription: d\npermissionMode: read|-only\n---\n')
      .offersForReview('Replace with "plan"')
      .taking('Replace with "plan"')
      .gives('---\nname: a\ndescription: d\npermissionMode: plan\n---\n');
    fixing('---\ndescription: d\nmodel: hai|ku\n---\n', opencode).offersForReview(
      'Replace with "anthropic/claude-haiku-4-5"',
    );
    fixing('---\ndescription: d\nmodel: hai|ku\n---\n', vscode).offersForReview(
      'Replace with "Claude Haiku 4.5 (copilot)"',
    );
  });

  it('take away an old field whose new one is there', () => {
    fixing('---\ndescription: d\nmax|Steps: 3\nsteps: 4\n---\n', opencode).offersForReview(
      'Remove "maxSteps"',
    );
  });

  it('rename a misspelled field', () => {
    fixing('---\nname: a\ndescription: d\nmod|le: haiku\n---\n')
      .offersSafely('Rename to "model"')
      .taking('Rename to "model"')
      .gives('---\nname: a\ndescription: d\nmodel: haiku\n---\n');
    fixing('---\ndescription: d\nperm|issions:\n  edit: deny\n---\n', opencode)
      .taking('Rename to "permission"')
      .gives('---\ndescription: d\npermission:\n  edit: deny\n---\n');
    fixing('---\ndescription: d\nmax|Steps: 20\n---\n', opencode)
      .offersSafely('Rename to "steps"')
      .taking('Rename to "steps"')
      .gives('---\ndescription: d\nsteps: 20\n---\n');
  });

  it('turn the value around where the new word is the opposite', () => {
    fixing('---\ndescription: d\ninf|er: false\n---\n', vscode)
      .taking('Replace with "disable-model-invocation: true"')
      .gives('---\ndescription: d\ndisable-model-invocation: true\n---\n');
    fixingAll('---\ndescription: d\ninfer: true\n---\n', vscode).gives(
      '---\ndescription: d\ndisable-model-invocation: false\n---\n',
    );
  });

  it('take the name from the file, and make no description up', () => {
    fixingAll('---\ndescription: d\n---\n').gives('---\ndescription: d\nname: reviewer\n---\n');
    fixingAll('---\nname: a\n---\n').gives('---\nname: a\n---\n');
  });

  it('do not remove fields of other hosts without review', () => {
    fixing('---\nname: a\ndescription: d\ntempera|ture: 1\n---\n').offersForReview(
      'Remove "temperature"',
    );
    const doubled = '---\nname: a\ndescription: d\nmodel: opus\nmodle: haiku\n---\n';
    fixingAll(doubled).gives(doubled);
  });
});

describe('quick fixes for values', () => {
  it('offer the only word that begins like the written one', () => {
    const withLines = (lines: string): string =>
      `---\ndescription: Reviews.\n${lines}\n---\nReview.\n`;
    fixing(withLines('mode: sub|'), opencode)
      .offersForReview('Replace with "subagent"')
      .taking('Replace with "subagent"')
      .gives(withLines('mode: subagent'));
    fixing(withLines('permission:\n  edit: den|ied'), opencode)
      .taking('Replace with "deny"')
      .gives(withLines('permission:\n  edit: deny'));
  });

  it('write the word that was meant', () => {
    fixing('---\nmode: Sub|agent\n---\n', opencode)
      .taking('Replace with "subagent"')
      .gives('---\nmode: subagent\n---\n');
    fixing('---\nname: a\ndescription: d\npermissionMode: "accept-edit|s"\n---\n')
      .taking('Replace with "acceptEdits"')
      .gives('---\nname: a\ndescription: d\npermissionMode: "acceptEdits"\n---\n');
    fixing('---\nname: a\ndescription: d\nhooks:\n  Sto|op: []\n---\n')
      .taking('Rename to "Stop"')
      .gives('---\nname: a\ndescription: d\nhooks:\n  Stop: []\n---\n');
  });

  it('fix quotes that are missing or too many', () => {
    fixing('---\ndescription: 4|2\n---\n', opencode)
      .offersSafely('Add quotes')
      .taking('Add quotes')
      .gives('---\ndescription: "42"\n---\n');
    fixing('---\nhidden: "tr|ue"\n---\n', opencode)
      .taking('Replace with true, without quotes')
      .gives('---\nhidden: true\n---\n');
    fixing('---\ntools:\n  write: n|o\n---\n', opencode)
      .taking('Replace with false')
      .gives('---\ntools:\n  write: false\n---\n');
  });

  it('restore a color that was read as a comment, and a number that was a string', () => {
    fixingAll('---\ncolor: #ff0000\n---\n', opencode).gives('---\ncolor: "#ff0000"\n---\n');
    fixingAll('---\ntemperature: "0.1"\n---\n', opencode).gives('---\ntemperature: 0.1\n---\n');
  });

  it('offer a color that the host accepts', () => {
    fixing('---\ncolor: yel|low\n---\n', opencode)
      .offersSafely('Replace with "#ca8a04"')
      .offersForReview('Replace with "warning"', 'Replace with "error"')
      .taking('Replace with "#ca8a04"')
      .gives("---\ncolor: '#ca8a04'\n---\n");
    fixing('---\nname: a\ndescription: d\ncolor: Bl|ue\n---\n')
      .offersSafely('Replace with "blue"')
      .taking('Replace with "blue"')
      .gives('---\nname: a\ndescription: d\ncolor: blue\n---\n');
    fixing('---\nname: a\ndescription: d\ncolor: "#1|6a34a"\n---\n').offersSafely(
      'Replace with "green"',
    );
    fixing('---\ncolor: sparkl|y\n---\n', opencode).offersForReview('Replace with "primary"');
    fixingAll('---\ncolor: sparkly\n---\n', opencode).gives('---\ncolor: sparkly\n---\n');
  });

  it('write a model that is there', () => {
    fixing('---\nname: a\ndescription: d\nmodel: claude-opus-4|-1\n---\n')
      .offersForReview('Replace with "opus"')
      .taking('Replace with "opus"')
      .gives('---\nname: a\ndescription: d\nmodel: opus\n---\n');
    fixing('---\nname: a\ndescription: d\nmodel: claude-sonnet-4-20250514|\n---\n').offersForReview(
      'Replace with "sonnet"',
    );
  });

  it('write real line breaks', () => {
    fixingAll('---\nname: a\ndescription: Reviews.\\nOften.\n---\n').gives(
      '---\nname: a\ndescription: ||-\n  Reviews.\n  Often.\n---\n'.replace('||', '|'),
    );
  });
});

describe('quick fixes for a broken frontmatter', () => {
  it('put quotes around a text with a colon', () => {
    fixing('---\nname: a\ndescription: Us|e: this\n---\n')
      .offersSafely('Quote the value of "description"')
      .taking('Quote the value of "description"')
      .gives('---\nname: a\ndescription: "Use: this"\n---\n');
    fixingAll('---\nname: a\ndescription: Use: this\nmodel: haiku\n---\n', { crlf: true }).gives(
      '---\nname: a\ndescription: "Use: this"\nmodel: haiku\n---\n',
    );
  });

  it('fold a text that goes on in the first column', () => {
    fixing('---\nname: a\ndescription: Use this\nwhen: it| is\n  late: yes\nand more\n---\n');
    fixingAll(`
      ---
      name: a
      description: Use this when it is late.
      <example>
      user: now
      </example>
      model: haiku
      ---
      `).gives(`
      ---
      name: a
      description: |-
        Use this when it is late.
        <example>
        user: now
        </example>
      model: haiku
      ---
      `);
  });

  it('keep a long description as readable as it was', () => {
    const words = 'Use this agent when the changes of a branch are to be reviewed before a merge';
    const head = (description: string): string =>
      `---\nname: a\ndescription: ${description}\n---\n`;
    fixingAll(head(`${words}. Examples: user says "it's done"`)).gives(
      head(`>-\n  ${words}. Examples: user says "it's done"`),
    );
    fixingAll(head(`${words}. Examples:\\n\\nContext: it's done`)).gives(
      head(`|-\n  ${words}. Examples:\n\n  Context: it's done`),
    );
  });

  it('close the fence, and remove what is before it', () => {
    fixingAll('---\nname: a\ndescription: d\n').gives('---\nname: a\ndescription: d\n---\n');
    fixingAll('\n\n\n---\nname: a\ndescription: d\n---\n').gives(
      '---\nname: a\ndescription: d\n---\n',
    );
  });
});

describe('all safe fixes at once', () => {
  it('fix one after the other', () => {
    fixingAll(`
      ---
      name: reviewer
      description: Use this: always
      tools: Read, Edit, MultiEdit, Bash(git:*), Foo
      color: Blue
      modle: opus
      ---

      You review.
      `).gives(`
      ---
      name: reviewer
      description: "Use this: always"
      tools: Read, Edit, Bash(git:*), Foo
      color: blue
      model: opus
      ---

      You review.
      `);
  });

  it('let a host start again', () => {
    fixingAll(
      `
      ---
      description: 42
      mode: Primary
      color: yellow
      hidden: "false"
      permission:
        edit: Deny
      ---
      `,
      opencode,
    ).gives(`
      ---
      description: "42"
      mode: primary
      color: '#ca8a04'
      hidden: false
      permission:
        edit: deny
      ---
      `);
  });

  it('leave a valid file alone', () => {
    const right = '---\nname: a\ndescription: d\ntools: Read\n---\n\nYou.\n';
    fixingAll(right).gives(right);
    fixingAll('').gives('');
    fixingAll('# Notes\n').gives('# Notes\n');
  });
});
