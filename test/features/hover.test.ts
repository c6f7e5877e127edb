import assert from 'node:assert/strict';
import { diagnose } from '../../server/features/diagnostics';
import { hover } from '../../server/features/hover/hover';
import { rulesWithExamples as rules } from '../support/examples';
import { hovering } from '../support/hovering';
import { hoverSize, isShort, repeated } from '../support/short-hover';
import { claudeFile, type Opened, opencodeFile, viewAt, vscodeFile } from '../support/viewing';
import { words } from '../support/words';

const opencode = { at: opencodeFile };
const vscode = { at: vscodeFile };
/** In VS Code, which shows findings in the hover and describes many fields by itself. */
const inClaude = { at: claudeFile, builtinVersion: '1.139.1' };
const inGithub = { at: vscodeFile, builtinVersion: '1.139.1' };
const agent = '---\nname: a\ndescription: Reviews changes.\n';

describe('hover over a field', () => {
  it('describes the field, its values, its default and its source', () => {
    hovering('---\ncol|or: red\n---')
      .over('color')
      .answers('**color** (Claude Code): ')
      .shows('Values: `red`', 'Default:', 'Other values:', 'Checked by running');
    hovering('---\nmod|e: all\n---', opencode).shows('`subagent`', 'does not start', 'Checked by');
    hovering('---\nhand|offs: []\n---', vscode).shows('VS Code', 'Checked by');
  });

  it('names only the sources of the programs that it describes', () => {
    const others = ['@github/copilot', 'opencode', 'VS Code 1.', 'cursor'];
    for (const text of [
      '---\ncol|or: red\n---',
      '---\nto|ols: Read\n---',
      '---\ntools: Re|ad\n---',
      '---\nmodel: op|us\n---',
    ])
      hovering(text)
        .shows('@anthropic-ai/claude-code')
        .omits(...others);
    hovering('---\nmo|de: all\n---', opencode)
      .shows('opencode')
      .omits('@anthropic-ai', '@kilocode');
    hovering('---\ncol|or: red\n---', { at: claudeFile, settings: { guests: 'all' } }).shows(
      '@anthropic-ai/claude-code',
      '@github/copilot',
    );
  });

  it('states that it is deprecated, or has no effect', () => {
    hovering('---\nmax|Steps: 5\n---', opencode).shows('This field is deprecated. OpenCode ');
    hovering('---\nprom|pt: x\n---', opencode).shows('no effect. OpenCode');
    hovering('---\nprom|pt\n---', opencode).shows('This field has no effect here. OpenCode ');
  });

  it('states what happens to a key that the host does not know', () => {
    hovering('---\nname: a\nauth|or: me\n---')
      .over('author')
      .answers('**Claude Code**')
      .shows('ignored (unknown field)', 'Checked by');
    hovering('---\ntag|s: [a]\n---', opencode).answers('**OpenCode**: sent to the model provider');
    hovering('---\nautho|\n---').isEmpty();
  });

  it('explains keys further down', () => {
    hovering('---\npermission:\n  ba|sh: deny\n---', opencode).shows('Running shell commands');
    hovering('---\nhooks:\n  Sto|p: []\n---').shows('Hooks that run at Stop');
    hovering('---\nexperimental:\n  cache|Ttl: 5m\n---').shows('cache');
  });

  it('describes it for each owner, and for chosen guests', () => {
    hovering('---\nto|ols: [read]\n---', vscode).shows('(VS Code)', '(Copilot CLI)');
    hovering('---\nto|ols: Read\n---').omits('(VS Code)');
    hovering('---\nto|ols: Read\n---', { at: claudeFile, settings: { guests: 'all' } }).shows(
      '(Claude Code)',
      '(VS Code)',
    );
  });

  it('shows which tools the agent is granted', () => {
    hovering(`${agent}to|ols: Read, MultiEdit\n---`).shows(
      '**Claude Code**, VS Code: 1 of 2 tools (`Read`). Not granted: `MultiEdit`.',
      '- Copilot CLI: 2 tools (`Read`, `MultiEdit`)',
    );
    hovering(`${agent}to|ols: '*'\n---`).shows('**Claude Code**, Copilot CLI: every tool');
    hovering(`${agent}disallowed|Tools: Bash\n---`).shows('**Claude Code**: denies `Bash`');
    hovering('---\ndescription: d\nto|ols:\n  bash: false\n---', opencode).shows(
      '**OpenCode**: every tool except `bash`. This field is deprecated. OpenCode converts it to',
    );
    hovering('---\ndescription: d\npermis|sion:\n  edit: deny\n---', opencode).shows(
      '**OpenCode**: every tool except `edit`',
    );
    hovering(
      '---\ndescription: d\npermis|sion:\n  "*": deny\n  read: allow\n  grep: allow\n---',
      opencode,
    ).shows('**OpenCode**: 2 tools (`read`, `grep`)');
  });
});

describe('hover over a value', () => {
  it('explains the meaning of a value', () => {
    hovering('---\npermissionMode: pl|an\n---')
      .over('plan')
      .answers('**Claude Code**: Makes no changes. The agent also gets ExitPlanMode')
      .shows('Checked by');
    hovering('---\nmode: sub|agent\n---', opencode).answers('**OpenCode**: Called by other agents');
    hovering('---\npermission:\n  bash: de|ny\n---', opencode).shows('Never runs');
    hovering('---\ncolor: acc|ent\n---', opencode).shows(
      'accent color of the theme',
      'Checked by running',
    );
    hovering('---\ncolor: "or|ange"\n---').over('orange').shows('Orange', 'Read in');
  });

  it('states what happens to a value that the host does not accept', () => {
    hovering(`${agent}color: te|al\n---`)
      .over('teal')
      .answers('**Claude Code** ')
      .shows('ignores it')
      .shows('- Copilot CLI, VS Code: ignored (unknown field)');
  });

  it('shows which model is used, in each host', () => {
    hovering(`${agent}model: son|net\n---`)
      .answers('**Claude Code** sends claude-sonnet-5-5.')
      .shows('\n- VS Code uses Claude Sonnet 4.5', 'Copilot CLI ', 'Checked by');
    hovering('---\nmodel: claude-opus-4|-1\n---').shows('claude-opus-');
    hovering('---\nmodel: anthropic/claude-son|net-4-5\n---', opencode).shows(
      '**OpenCode** uses Claude Sonnet 4.5 (latest) from Anthropic.',
    );
    hovering('---\nmodel: gpt|-5\n---').shows('no such model');
  });

  it('is empty for free text', () => {
    hovering('---\nname: revi|ewer\n---').isEmpty();
    hovering('---\ndescription: Reviews| all.\n---').isEmpty();
  });
});

describe('hover over a tool', () => {
  it('shows first that it is granted, then what it does, then the other hosts', () => {
    hovering(`${agent}tools: Read, Ba|sh\n---`)
      .over('Bash')
      .answers('**Claude Code**: granted. Runs shell commands.')
      .shows('- VS Code: granted as `execute`', '- Copilot CLI: granted as `bash`', 'Checked by');
  });

  it('states why it is not granted, and what to use', () => {
    hovering('---\ntools: Read, Multi|Edit\n---').answers(
      '**Claude Code**: not granted, removed. Use `Edit` instead: Replaces text in a file.',
    );
    hovering('---\ntools: [Gr|ep, Bash]\n---').answers(
      '**Claude Code** does not grant it next to "Bash"',
    );
    hovering('---\ntools:\n  - Foo|bar\n---').shows('not granted, no such tool');
    hovering('---\ntools: ba|sh\n---').shows('names are case-sensitive', 'Use `Bash` instead');
    hovering('---\ntools: AskUser|Question\n---').shows('never gives this tool');
  });

  it('states what a form expands to', () => {
    hovering('---\ntools: Bash(gi|t:*)\n---')
      .over('Bash(git:*)')
      .answers('**Claude Code** ')
      .shows('grants all of "Bash". Runs shell commands.');
    hovering('---\ntools: mcp__do|cs__search\n---').answers(
      '**Claude Code** grants it if an MCP server',
    );
    hovering('---\ntools: mc|p__*\n---').shows('mcp__SERVER');
  });

  it('states its new name', () => {
    hovering('---\ntools: Ta|sk\n---').shows('granted as `Agent`, the new name');
    hovering("---\ntools: ['tod|os']\n---", vscode).shows('granted as `todo`, the new name');
  });

  it('states what is denied, and what is not', () => {
    hovering('---\ndisallowedTools: Ba|sh\n---').answers('**Claude Code**: denied.');
    hovering('---\ndisallowedTools: ba|sh\n---').answers('**Claude Code** has no such tool.');
    hovering(`${agent}tools: Ba|sh\ndisallowedTools: Bash\n---`).shows('denied by another field');
    hovering('---\ntools:\n  ba|sh: false\n---', opencode).answers('**OpenCode**: denied.');
    hovering('---\npermission:\n  wri|te: deny\n---', opencode)
      .answers('**OpenCode** has no tool with the permission "write"')
      .shows('limits nothing')
      .omits('granted');
  });

  it('merges hosts that do the same', () => {
    hovering(`${agent}tools: Foo|bar\n---`).answers(
      '**Claude Code**, Copilot CLI, VS Code: not granted, no such tool',
    );
    hovering(`${agent}tools: [foo|bar]\n---`, vscode).answers(
      '**Copilot CLI**, **VS Code**: not granted, no such tool',
    );
  });
});

describe('hover in VS Code', () => {
  it('adds the effect to a field that VS Code describes, the editor first', () => {
    hovering(`${agent}to|ols: Read, Foobar\n---`, inClaude)
      .answers(
        '**Claude Code**, Copilot CLI, VS Code: 1 of 2 tools (`Read`). Not granted: `Foobar`.',
      )
      .omits('Values:', 'The tools the agent may use');
    hovering(`${agent}to|ols: ['search', 'todo']\n---`, inGithub)
      .answers('**VS Code**: 2 tools if available (`search`, `todo`)')
      .shows('**Copilot CLI**: 2 tools (`search`, `todo`)')
      .omits('Values:', 'The tools the agent may use');
    hovering(`${agent}model: son|net\n---`, inClaude).answers('**Claude Code** sends');
    hovering(`${agent}permissionMode: pl|an\n---`, inClaude).answers(
      '**Claude Code**: Makes no changes.',
    );
    hovering('---\nname: a\ndescript|ion: d\n---', inClaude).answers(
      '**Claude Code**, Copilot CLI, VS Code: used as written',
    );
  });

  it('describes a field that VS Code does not know', () => {
    hovering(`${agent}col|or: red\n---`, inClaude).answers('**color** (Claude Code): ');
  });

  it('leaves the reason to the finding', () => {
    hovering(`${agent}tools: Read, Multi|Edit\n---`, inClaude)
      .answers('**Claude Code**: not granted')
      .shows('- VS Code: not granted, no such tool')
      .omits('removed', 'Use `Edit`');
    // In a folder that VS Code has no support for, too.
    hovering('---\ndescription: d\nmodel: son|net\n---', {
      ...opencode,
      withFindings: true,
    }).omits('provider');
  });

  it('is empty where the diagnostics contain everything', () => {
    hovering(`${agent}tools: ['foo|bar', 'search']\n---`, inGithub).isEmpty();
    hovering(`${agent}col|or: red\n---`, inGithub).isEmpty();
  });

  it('states the effect of a deprecated field', () => {
    hovering('---\ndescription: d\nto|ols:\n  bash: false\n---', {
      ...opencode,
      withFindings: true,
    })
      .shows('**OpenCode**: every tool except `bash`')
      .omits('Deprecated');
  });

  it('does not contradict VS Code, which alone sees what is signed in and installed', () => {
    hovering(`${agent}tools: ['sea|rch']\n---`, inGithub)
      .answers('**VS Code**: granted if available')
      .shows('**Copilot CLI**: granted as `grep`, `glob`');
    hovering(`${agent}model: GP|T-5\n---`, inGithub).answers('**VS Code**: used if available');
  });
});

describe('every hover', () => {
  /** Where each finding of the examples of all rules begins. */
  const places = rules.flatMap(({ failing }) =>
    failing.flatMap(({ path, text }) =>
      [{ at: path, builtinVersion: '1.139.1' }, { at: path }].flatMap((opened: Opened) => {
        const view = viewAt(text, opened);
        view.verdicts();
        return diagnose(view).flatMap(({ span, message }) =>
          span ? [{ view, span, message: words(message) }] : [],
        );
      }),
    ),
  );

  it('repeats no sentence of a finding that is shown with it', () => {
    assert.ok(places.length > 150);
    const actual = places.flatMap(({ view, span, message }) => {
      const markdown = words(hover(view, span.start, { withFindings: true })?.markdown ?? '');
      return repeated(markdown, words(message));
    });
    assert.deepEqual(actual, []);
  });

  it('is short for every field and tool, next to VS Code', () => {
    for (const at of [vscodeFile, claudeFile]) {
      const { lanes } = viewAt('---\nname: a\n---\n', { at });
      for (const { dialect } of lanes) {
        const heads = [
          ...Object.keys(dialect.fields).map((key) => `${key[0]}|${key.slice(1)}: x`),
          ...dialect.tools.tools.map(({ name }) => `tools: [${name[0]}|${name.slice(1)}]`),
          ...dialect.models.models.map(({ id }) => `model: ${id[0]}|${id.slice(1)}`),
        ];
        for (const head of heads) {
          const { markdown } = hovering(`---\n${head}\n---`, { at, builtinVersion: '1.139.1' });
          assert.ok(isShort(markdown), `${JSON.stringify(hoverSize(markdown))}\n${markdown}`);
        }
      }
    }
  });

  it('answers in its first line', () => {
    for (const at of [vscodeFile, claudeFile, opencodeFile]) {
      const { lanes } = viewAt('---\nname: a\n---\n', { at });
      for (const { dialect } of lanes)
        for (const { name } of dialect.tools.tools) {
          const template = `---\ntools: [${name[0]}|${name.slice(1)}]\n---`;
          const { markdown } = hovering(template, { at });
          if (markdown === '') continue;
          const [first = ''] = markdown.split('\n');
          // A label after the name of the host, or a sentence with that name.
          assert.match(first, /^\*\*.+\*\*(?:.*: \S| \S.*\.)/, markdown);
        }
    }
  });
});

describe('hover elsewhere', () => {
  it('is empty', () => {
    hovering('--|-\nname: a\n---').isEmpty();
    hovering('---\nname: a # wh|y\n---').isEmpty();
    hovering('---\nname: a\n---\nThe too|ls are many.').isEmpty();
    hovering('---\nto|ols: Read\n---', { at: 'notes/diary.md' }).isEmpty();
  });

  it('works with Windows line breaks', () => {
    hovering('---\nname: a\ntools: Read, Multi|Edit\n---', { crlf: true }).over('MultiEdit');
  });
});

describe('hover on a field that other hosts read too', () => {
  it('states what happens to it there, in one line for hosts that agree', () => {
    hovering('---\nname: reviewer\ndescription: d\nco|lor: blue\n---').shows(
      '**Claude Code**: used as written',
      '- Copilot CLI, VS Code: ignored (unknown field)',
    );
  });

  it('states where the file has no agent', () => {
    hovering('---\nname: reviewer\ndescription: d\nhooks: [x]\nco|lor: blue\n---').shows(
      '- Copilot CLI: file rejected (hooks)',
    );
  });

  it('adds nothing where no other host reads the file', () => {
    hovering('---\ndescription: d\nmo|de: all\n---', { at: opencodeFile }).omits('\n- VS Code');
  });
});
