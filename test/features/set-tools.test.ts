// Granting and revoking tools from the preview: the file keeps its style, and nothing else changes without a question.
import assert from 'node:assert/strict';
import { setTools } from '../../server/features/tool-edits/set-tools';
import { toolChoices } from '../../server/features/tool-edits/tool-choices';
import { applyEdits } from '../../server/text/edit';
import { english } from '../../server/text/translate';
import { copiedAgents } from '../support/corpus-agents';
import { dedent } from '../support/marked-text';
import { claudeFile, opencodeFile, viewAt, vscodeFile } from '../support/viewing';
import { inEnglish } from '../support/words';

interface Asked {
  readonly at?: string;
  readonly host: string;
}

function asking(lines: string, { at = claudeFile, host }: Asked) {
  const fileWith = (head: string): string =>
    `---\nname: a\ndescription: d\n${dedent(head).trimEnd()}\n---\n\nYou review.\n`;
  const change = (tools: readonly string[], granted: boolean) => {
    const view = viewAt(fileWith(lines), { at });
    const made = setTools(
      view,
      host,
      tools.map((tool) => ({ tool, granted })),
    );
    assert.ok(made, 'there is no agent');
    return {
      question: made.question && english(made.question),
      problem: made.problem && english(made.problem),
      gives(head: string) {
        assert.equal(made.problem, null);
        assert.equal(applyEdits(view.outline.text, made.edits), fileWith(head));
        return this;
      },
      asks(question: RegExp | null) {
        if (question === null) assert.equal(made.question, null);
        else assert.match(made.question ? english(made.question) : '', question);
        return this;
      },
      refuses(problem: RegExp) {
        assert.match(made.problem ? english(made.problem) : '', problem);
        assert.deepEqual(made.edits, []);
      },
    };
  };
  return {
    granting: (...tools: string[]) => change(tools, true),
    revoking: (...tools: string[]) => change(tools, false),
  };
}

const claude = { host: 'claude-code' };
const vscode = { host: 'vscode', at: vscodeFile };
const copilot = { host: 'copilot-cli', at: vscodeFile };
const opencode = { host: 'opencode', at: opencodeFile };

describe('granting a tool', () => {
  it('adds it to a string of names', () => {
    asking('tools: Read, Write # no shell', claude)
      .granting('WebSearch')
      .gives('tools: Read, Write, WebSearch # no shell');
  });

  it('adds it to a list with the quotes of its items', () => {
    asking("tools: ['Read', 'Write']", claude)
      .granting('WebSearch')
      .gives("tools: ['Read', 'Write', 'WebSearch']");
    asking(
      `
      tools:
        # for the code
        - "Read"
      model: sonnet`,
      claude,
    )
      .granting('WebSearch')
      .gives(
        `
        tools:
          # for the code
          - "Read"
          - "WebSearch"
        model: sonnet`,
      );
  });

  it('removes it from the denied tools', () => {
    asking('disallowedTools: Bash, WebFetch', claude)
      .granting('WebFetch')
      .gives('disallowedTools: Bash')
      .asks(null);
    asking('model: sonnet\ndisallowedTools: WebFetch', claude)
      .granting('WebFetch')
      .gives('model: sonnet');
  });

  it('asks before another program grants more', () => {
    asking('tools: [read]', vscode)
      .granting('execute/runInTerminal')
      .gives('tools: [read, execute/runInTerminal]')
      .asks(/^Copilot CLI reads this file too and then grants "bash"/);
    asking('tools: Read', claude).granting('Skill').asks(null);
  });

  it('changes a permission rule in its place', () => {
    asking(
      `
      permission:
        bash: deny # never
        edit: ask`,
      opencode,
    )
      .granting('bash')
      .gives(
        `
        permission:
          bash: allow # never
          edit: ask`,
      );
  });

  it('adds a permission rule after a rule for everything', () => {
    asking(
      `
      permission:
        "*": deny
        read: allow`,
      opencode,
    )
      .granting('webfetch')
      .gives(
        `
        permission:
          "*": deny
          read: allow
          webfetch: allow`,
      )
      .asks(null);
    asking('permission: deny', opencode)
      .granting('read')
      .gives(
        `
      permission:
        '*': deny
        read: allow`,
      );
  });

  it('refuses what the host would not grant', () => {
    asking('tools: Bash', claude)
      .granting('Grep')
      .refuses(/"Grep" cannot be granted in Claude Code/);
  });
});

describe('revoking a tool', () => {
  it('removes it from a list of any style', () => {
    asking('tools: Read, Write, Bash', claude).revoking('Write').gives('tools: Read, Bash');
    asking('tools: ["Read", "Write"]', claude).revoking('Read').gives('tools: ["Write"]');
    asking('tools:\n- Read\n- Write # later\n- Bash', claude)
      .revoking('Write')
      .gives('tools:\n- Read\n- Bash');
    asking('tools: Read, Bash(git:*)', claude).revoking('Bash(git:*)').gives('tools: Read');
  });

  it('replaces a name that grants more', () => {
    asking('tools: [read, edit]', copilot)
      .revoking('create')
      .refuses(/"create" cannot be revoked in Copilot CLI/);
    asking('tools: [search]', copilot).revoking('grep').gives('tools: [glob]');
  });

  it('names it in the field that denies tools where the file lists none', () => {
    asking('model: sonnet', claude)
      .revoking('Bash')
      .gives('model: sonnet\ndisallowedTools: Bash')
      .asks(null);
    asking('disallowedTools: [WebFetch]', claude)
      .revoking('Bash')
      .gives('disallowedTools: [WebFetch, Bash]');
  });

  it('asks before it lists all other tools where the host cannot deny one', () => {
    const made = asking('model: Auto (copilot)', vscode).revoking('execute');
    made.asks(
      /^VS Code has no field that denies single tools\. The file then lists the other \d+ names, and tools of MCP servers and extensions are no longer granted\.$/,
    );
  });

  it('denies a permission', () => {
    asking('mode: subagent', opencode)
      .revoking('bash')
      .gives('mode: subagent\npermission:\n  bash: deny')
      .asks(null);
    asking('permission:\n  edit: ask', opencode)
      .revoking('bash')
      .gives('permission:\n  edit: ask\n  bash: deny');
    asking('permission: { edit: ask }', opencode)
      .revoking('bash')
      .gives('permission: { edit: ask, bash: deny }');
  });

  it('keeps the older map of tools', () => {
    asking('tools:\n  write: true\n  bash: true', opencode)
      .revoking('bash')
      .gives('tools:\n  write: true\n  bash: false');
    asking('tools:\n  bash: false', opencode)
      .revoking('webfetch')
      .gives('tools:\n  bash: false\n  webfetch: false');
  });

  it('asks before it replaces rules for single commands', () => {
    asking('permission:\n  bash:\n    "*": deny\n    "git *": allow\n  edit: ask', opencode)
      .revoking('bash')
      .gives('permission:\n  bash: deny\n  edit: ask')
      .asks(/^The 2 rules under "bash" are replaced\.$/);
  });

  it('moves a rule that a later one would override', () => {
    asking('permission:\n  bash: ask\n  "*": allow', opencode)
      .revoking('bash')
      .gives('permission:\n  "*": allow\n  bash: deny');
  });

  it('leaves an empty list of the last tool, which no missing field replaces', () => {
    asking('tools: Read', claude).revoking('Read').gives('tools: []').asks(null);
    asking('tools: [Read]', claude).revoking('Read').gives('tools: []');
  });

  it('refuses to leave an agent that its host does not start', () => {
    asking('tools: Read, Foo', claude)
      .revoking('Read')
      .refuses(/"Read" is the only tool/);
  });
});

describe('the checklist of tools', () => {
  const choices = (head: string, { at = claudeFile, host }: Asked) => {
    const view = viewAt(`---\nname: a\ndescription: d\n${head}\n---\n\nx\n`, { at });
    const verdict = view.verdicts().find(({ place }) => place.host.id === host);
    assert.ok(verdict);
    return inEnglish(toolChoices(verdict)).flatMap(({ tools }) => tools);
  };
  const checked = (head: string, asked: Asked): readonly string[] =>
    choices(head, asked).flatMap(({ tool, isGranted }) => (isGranted ? [tool] : []));

  it('checks the tools that the agent has', () => {
    assert.deepEqual(checked('tools: Read, Write, mcp__docs__find', claude), [
      'Read',
      'Write',
      'mcp__docs__find',
    ]);
    assert.ok(checked('model: sonnet', claude).includes('Bash'));
    assert.deepEqual(checked('tools: [search, edit/createFile]', vscode).includes('edit'), false);
    assert.ok(checked('tools: [search]', vscode).includes('search/fileSearch'));
    assert.deepEqual(checked('tools: [execute, glob]', copilot), ['glob', 'execute']);
    assert.ok(!checked('permission:\n  bash: deny', opencode).includes('bash'));
  });

  it('shows what each tool does, and which change together', () => {
    for (const { tool, means } of choices('model: sonnet', claude))
      assert.notEqual(means, '', tool);
    const write = choices('mode: all', opencode).find(({ tool }) => tool === 'write');
    assert.match(write?.note ? english(write.note) : '', /^together with .*edit/);
  });

  it('changes nothing where nothing is chosen', () => {
    const view = viewAt('---\nname: a\ndescription: d\ntools: Read\n---\n', {});
    assert.deepEqual(setTools(view, 'claude-code', []), {
      edits: [],
      question: null,
      problem: null,
    });
    assert.equal(setTools(view, 'no-host', []), null);
  });
});

describe('the tools of real files', () => {
  it('can be revoked and granted again, one by one, without a change elsewhere', () => {
    let count = 0;
    for (const { path, text } of copiedAgents(10).slice(0, 60)) {
      const view = viewAt(text, { at: path });
      const [verdict] = view.verdicts();
      if (!verdict?.persona) continue;
      const body = text.slice(view.outline.body.start);
      for (const { tool, isGranted } of inEnglish(toolChoices(verdict)).flatMap(
        ({ tools }) => tools,
      )) {
        const made = setTools(view, verdict.place.host.id, [{ tool, granted: !isGranted }]);
        assert.ok(made);
        if (made.problem !== null) continue;
        const now = applyEdits(text, made.edits);
        assert.ok(now.endsWith(body), `${path} ${tool}`);
        count++;
      }
      if (count > 400) break;
    }
    assert.ok(count > 100, String(count));
  });
});
