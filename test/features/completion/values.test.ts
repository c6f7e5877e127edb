import assert from 'node:assert/strict';
import { completing } from '../../support/completing';
import { opencodeFile, vscodeFile } from '../../support/viewing';

const opencode = { at: opencodeFile };
const codex = { at: '.codex/agents/reviewer.toml' };
const kilo = { at: '.kilo/agent/reviewer.md' };
const vscode = { at: vscodeFile };

describe('completion of values', () => {
  it('offers the models of Claude Code', () => {
    completing(`
      ---
      name: reviewer
      model: |
      ---`)
      .offers('sonnet', 'opus', 'haiku', 'inherit')
      .accepting('sonnet')
      .gives(`
      ---
      name: reviewer
      model: sonnet
      ---`);
  });

  it('replaces the whole word, wherever the caret is in it', () => {
    for (const written of ['|opus', 'op|us', 'opus|', '"op|us"', "'|'", '"|"']) {
      const quote = /["']/.exec(written)?.[0] ?? '';
      completing(`---\nmodel: ${written}\n---`)
        .accepting('haiku')
        .gives(`---\nmodel: ${quote}haiku${quote}\n---`);
    }
  });

  it('offers the words of each field', () => {
    completing('---\npermissionMode: |\n---').offers('plan', 'acceptEdits', 'bypassPermissions');
    completing('---\nmemory: |\n---').offersOnly('user', 'project', 'local');
    completing('---\neffort: |\n---').offers('low', 'max');
    completing('---\nbackground: |\n---').offersOnly('true', 'false');
    completing('---\nomitClaudeMd: |\n---').offers('true');
    completing('---\nmode: |\n---', opencode).offersOnly('subagent', 'primary', 'all');
    completing('---\nhidden: |\n---', opencode).offersOnly('true', 'false');
    completing('---\ntarget: |\n---', vscode).offersOnly('vscode', 'github-copilot');
    completing('---\nuser-invocable: |\n---', vscode).offersOnly('true', 'false');
  });

  it('offers the variants of the model that the file names', () => {
    completing('---\nmodel: openai/gpt-5\nvariant: |\n---', opencode).offersOnly(
      ...['minimal', 'low', 'medium', 'high'],
    );
    completing('---\nvariant: |\n---', opencode).offersOnly();
  });

  it('writes what is no text without quotes', () => {
    completing('---\nhidden: |\n---', opencode).accepting('true').gives('---\nhidden: true\n---');
    completing('---\nbackground: f|\n---').accepting('false').gives('---\nbackground: false\n---');
  });

  it('marks a value as outdated', () => {
    const { item } = completing('---\neffort: |\n---');
    assert.ok(item('med').deprecated);
    assert.match(item('med').detail, /medium/);
    assert.ok(item('med').rank > item('medium').rank);
  });

  it('shows a swatch of a color', () => {
    const claude = completing('---\ncolor: |\n---').offersOnly(
      ...['red', 'blue', 'green', 'yellow', 'purple', 'orange', 'pink', 'cyan'],
    );
    assert.match(claude.item('purple').hex ?? '', /^#[0-9a-f]{6}$/);
    const own = completing('---\ncolor: |\n---', opencode)
      .offers('primary', 'accent')
      .offersNot('red', 'blue');
    assert.match(own.item('accent').hex ?? '', /^#[0-9a-f]{6}$/);
  });

  it('writes a hex color in quotes, once', () => {
    const label = '#5c9cf5';
    completing('---\ncolor: |\n---', opencode).accepting(label).gives("---\ncolor: '#5c9cf5'\n---");
    completing('---\ncolor: "|"\n---', opencode)
      .accepting(label)
      .gives('---\ncolor: "#5c9cf5"\n---');
  });

  it('offers nothing where nothing is known to fit', () => {
    completing('---\nname: |\n---').offersNothing();
    completing('---\ntemperature: |\n---', opencode).offersNothing();
    completing('---\nmodel: "sonnet" |\n---').offersNothing();
  });

  it('offers provider, then model', () => {
    const first = completing('---\nmodel: |\n---', opencode)
      .offers('anthropic/', 'github-copilot/', 'openai/')
      .offersNot('sonnet');
    assert.ok(first.item('anthropic/').goesOn);
    // The one that real files name, then the order of the program's own list, and not the alphabet.
    assert.deepEqual(first.labels.slice(0, 7), [
      ...['openai/', 'opencode/', 'github-copilot/', 'google/', 'anthropic/', 'openrouter/'],
      'vercel/',
    ]);
    // The first of the alphabet comes after them.
    assert.equal(first.labels[7], '302ai/');
    assert.deepEqual(completing('---\nmodel: |\n---', kilo).labels.slice(0, 4), [
      ...['openai/', 'kilo/', 'anthropic/', 'github-copilot/'],
    ]);
    completing('---\nmodel: anth|\n---', opencode)
      .accepting('anthropic/')
      .gives('---\nmodel: anthropic/\n---');
    const second = completing('---\nmodel: anthropic/|\n---', opencode).offersNot('openai/');
    assert.ok(second.labels.every((label) => label.startsWith('anthropic/')));
    assert.ok(second.labels.length > 3);
    const [model = ''] = second.labels;
    completing('---\nmodel: anthropic/cl|aude-x\n---', opencode)
      .accepting(model)
      .gives(`---\nmodel: ${model}\n---`);
  });

  it('offers the models that Codex lists itself, in its order', () => {
    for (const line of ['model = |', 'model = "|"', "model = '|'"]) {
      const door = completing(`name = "a"\n${line}\n`, codex);
      assert.deepEqual(door.labels.slice(0, 3), ['gpt-6.1-sol', 'gpt-6-astra', 'gpt-6-sol']);
      const quote = line.includes("'") ? "'" : '"';
      door.accepting('gpt-6-sol').gives(`name = "a"\nmodel = ${quote}gpt-6-sol${quote}\n`);
    }
  });

  it('offers several models in a list', () => {
    completing('---\nmodel: |\n---', vscode).offers('Claude Sonnet 4.5 (copilot)');
    completing("---\nmodel: ['Claude Sonnet 4.5 (copilot)', |]\n---", vscode)
      .offersNot('Claude Sonnet 4.5 (copilot)')
      .accepting('Claude Opus 4.6 (copilot)')
      .gives("---\nmodel: ['Claude Sonnet 4.5 (copilot)', Claude Opus 4.6 (copilot)]\n---");
  });
});

describe('completion inside of fields', () => {
  it('offers permissions, actions and patterns of OpenCode', () => {
    completing(
      `
      ---
      permission:
        edit: deny
        |
      ---`,
      opencode,
    )
      .offers('bash', 'webfetch', 'task', 'external_directory')
      .offersNot('edit')
      .accepting('bash')
      .gives(`
      ---
      permission:
        edit: deny
        bash: 
      ---`);
    completing(
      `
      ---
      permission:
        edit: |
      ---`,
      opencode,
    ).offersOnly('allow', 'ask', 'deny');
    completing('---\npermission: |\n---', opencode).offersOnly('allow', 'ask', 'deny');
    completing('---\npermission: { edit: d| }\n---', opencode)
      .accepting('deny')
      .gives('---\npermission: { edit: deny }\n---');
  });

  it('offers patterns for commands, and actions for patterns', () => {
    completing(
      `
      ---
      permission:
        bash:
          "git *": |
      ---`,
      opencode,
    ).offersOnly('allow', 'ask', 'deny');
    completing(
      `
      ---
      permission:
        bash:
          |
      ---`,
      opencode,
    )
      .accepting('*')
      .gives(`
      ---
      permission:
        bash:
          '*': 
      ---`);
  });

  it('offers tools of OpenCode and whether they are on', () => {
    completing(
      `
      ---
      tools:
        write: false
        |
      ---`,
      opencode,
    )
      .offers('bash', 'webfetch', 'edit')
      .offersNot('write')
      .accepting('bash')
      .gives(`
      ---
      tools:
        write: false
        bash: 
      ---`);
    completing(
      `
      ---
      tools:
        write: |
      ---`,
      opencode,
    ).offersOnly('true', 'false');
  });

  it('offers hook events, and the shape of their entries', () => {
    completing(`
      ---
      hooks:
        |
      ---`)
      .offers('PreToolUse', 'Stop', 'SubagentStart')
      .accepting('PreToolUse')
      .gives(`
      ---
      hooks:
        PreToolUse:
          - matcher: Bash
            hooks:
              - type: command
                command: ./scripts/check.sh
      ---`);
    completing(`
      ---
      hooks: { | }
      ---`)
      .accepting('Stop')
      .gives(`
      ---
      hooks: { Stop:  }
      ---`);
    completing(`
      ---
      hooks:
        Stop:
          - |
      ---`).offers('matcher', 'hooks');
    completing(`
      ---
      hooks:
        Stop:
          - hooks:
              - type: |
      ---`).offers('command', 'prompt', 'http');
    completing(`
      ---
      hooks:
        Stop:
          - hooks:
              - type: command
                |
      ---`)
      .offers('command', 'timeout')
      .offersNot('type');
  });

  it('offers the parts of a handoff', () => {
    completing(
      `
      ---
      handoffs:
        - label: Go
          |
      ---`,
      vscode,
    )
      .offers('agent', 'prompt', 'send')
      .offersNot('label');
    completing(
      `
      ---
      handoffs:
        - send: |
      ---`,
      vscode,
    ).offersOnly('true', 'false');
  });

  it('offers the keys of a small map', () => {
    completing('---\nexperimental:\n  |\n---').offersOnly('cacheTtl');
    completing('---\nexperimental:\n  cacheTtl: |\n---').offersOnly('5m', '1h');
  });
});

describe('completion of a whole file', () => {
  it('offers a skeleton in an empty file', () => {
    completing('|')
      .offersOnly('--- Claude Code agent')
      .accepting('--- Claude Code agent')
      .gives(`
      ---
      name: reviewer
      description: Use it when
      tools: Read, Grep, Glob
      model: inherit
      ---

      You are
      `);
    completing('|', opencode).offers('--- OpenCode agent');
  });

  it('offers what the file is: a skill, a command, settings, a manifest', () => {
    completing('|', { at: '.claude/skills/tidy/SKILL.md' })
      .offersOnly('--- New skill')
      .accepting('--- New skill')
      .gives(`
      ---
      description: Use when
      ---

      Describe what to do
      `);
    // All programs that read the folder take the same one, by the name of the folder.
    completing('|', { at: '.agents/skills/tidy/SKILL.md' })
      .offersOnly('--- New skill')
      .accepting('--- New skill')
      .gives(`
      ---
      name: tidy
      description: Use when
      ---

      Describe what to do
      `);
    completing('skil|', { at: '.claude/skills/tidy/SKILL.md' }).offersOnly('--- New skill');
    completing('|', { at: '.claude/commands/tidy.md' }).offersOnly('--- New command');
    completing('|', { at: '.claude/settings.json' })
      .offersOnly('settings.json')
      .accepting('settings.json')
      .gives(`
      {
        "permissions": {
          "deny": ["Read(.env)"]
        }
      }
      `);
    completing('|', { at: '.mcp.json' }).offersOnly('.mcp.json');
    completing('|', { at: '.codex/hooks.json' }).offersOnly('hooks.json');
    completing('|', { at: 'tidy/.claude-plugin/plugin.json' }).offersOnly('plugin.json');
    completing('|', { at: '.claude-plugin/marketplace.json' }).offersOnly('marketplace.json');
    completing('|', { at: '.kiro/agents/reviewer.json' }).offersOnly('Kiro agent');
  });

  it('offers an agent that can only read, in the words of the program', () => {
    completing('|', opencode)
      .accepting('--- Read-only OpenCode agent')
      .gives(`
      ---
      description: Use it when
      mode: subagent
      permission:
        '*': deny
        read: allow
        glob: allow
        grep: allow
      ---

      You are
      `);
    completing('|', vscode).item('--- Read-only VS Code agent');
  });

  it('offers one for dashes that were begun', () => {
    for (const begun of ['-|', '--|', '---|', '---|\n', '---\n|\n---\n']) {
      const door = completing(begun);
      if (!begun.includes('\n|')) door.offers('--- Claude Code agent');
    }
    const text = completing('---|\n').item('--- Claude Code agent').insert;
    assert.match(text, /^---\nname: \$\{1:reviewer\}/);
  });

  it('closes a frontmatter, and completes it with the fields that are required', () => {
    for (const begun of ['|', '--|'])
      completing(`---\nname: ab\n${begun}`)
        .accepting('---')
        .gives('---\nname: ab\n---\n')
        .accepting('--- with description')
        .gives('---\nname: ab\ndescription: Use it when\n---\n');
    completing('---\ntools: Read\n|')
      .accepting('--- with name, description')
      .gives('---\ntools: Read\nname: name\ndescription: Use it when\n---\n');
    completing('---\ndescription: d\nmode: all\n|', opencode).offers('---');
    for (const closed of ['---\nname: ab\n|\n---\n', '---\nname: ab\n|\nmodel: opus\n', '---\n|'])
      completing(closed).offersNot('---');
  });

  it('offers none where there is something already', () => {
    completing('You review.\n|').offersNothing();
    completing('---\nname: x\n---|').offersNothing();
  });
});
