// With the built-in support of VS Code for agent files, nothing is offered, explained or reported a second time. Without it,
// everything is.
import assert from 'node:assert/strict';
import { diagnose } from '../../server/features/diagnostics';
import { quickFixes } from '../../server/features/fixes/fixes';
import { defaultContext } from '../../server/hosts/model/context';
import { noBuiltin } from '../../server/hosts/model/editor-support';
import { rules } from '../../server/rules/registry';
import { catalog } from '../support/catalog';
import { completing } from '../support/completing';
import { diagnosing } from '../support/diagnosing';
import { fixingAll } from '../support/fixing';
import { hovering } from '../support/hovering';
import { claudeFile, opencodeFile, viewAt, vscodeFile } from '../support/viewing';
import { words } from '../support/words';

const alone = { at: vscodeFile };
const builtinVersion = { at: vscodeFile, builtinVersion: '1.139.1' };
const builtin = catalog.editorSupportFor({
  languageId: 'chatagent',
  path: vscodeFile,
  version: '1.139.1',
});
const inClaude = catalog.editorSupportFor({
  languageId: 'chatagent',
  path: claudeFile,
  version: '1.139.1',
});

const agent = `
  ---
  name: reviewer
  description: Reviews changes.
  tools: ['search', 'todos', 'foo']
  infer: true
  target: cloud
  ---
  `;

describe('findings next to VS Code', () => {
  it('are all there where it has no support of its own', () => {
    diagnosing(
      `
      ---
      name: reviewer
      description: Reviews changes.
      tools: ['search', 'todos', 'foo']
                         ^^^^^ hint renamed-tool: "todos" is now named "todo"
                                  ^^^ information unknown-tool: VS Code
      target: cloud
              ^^^^^ warning invalid-value: VS Code
      ---
      `,
      { ...alone, besides: ['unknown-field'] },
    );
  });

  it('omit what it reports about VS Code, and keep what it does not check', () => {
    diagnosing(
      `
      ---
      name: reviewer
      description: Reviews changes.
      tools: ['search', 'todos', 'foo']
                                  ^^^ information unknown-tool: Copilot CLI has no tool named "foo"
      target: cloud
      ---
      `,
      { ...builtinVersion, besides: ['unknown-field'] },
    );
  });

  it('report what only the host makes a part of the value: a comment', () => {
    const text = (description: string): string =>
      `---\nname: reviewer\ndescription: ${description}\nmodel: haiku # quick\n---\nYou review.\n`;
    const actual = (description: string): readonly string[] =>
      diagnose(viewAt(text(description), { at: claudeFile, builtinVersion: '1.139.1' })).map(
        ({ rule }) => rule,
      );
    assert.ok(actual('Use when: asked').includes('invalid-model'));
    assert.ok(!actual('Use when asked').includes('invalid-model'));
  });

  it('report none of a kind that it reports', () => {
    const kinds = new Map(rules.map(({ name, builtin: kind }) => [name, kind]));
    for (const at of [vscodeFile, claudeFile]) {
      const own = catalog.editorSupportFor({
        languageId: 'chatagent',
        path: at,
        version: '1.139.1',
      });
      const doubled = diagnose(viewAt(agent, { at, builtinVersion: '1.139.1' })).filter(
        ({ rule, host, span }) => {
          const kind = kinds.get(rule);
          return kind !== undefined && span && host && own.reports[host]?.includes(kind);
        },
      );
      assert.deepEqual(doubled, []);
    }
  });

  it('leave to it a tool that VS Code has only behind a setting: it calls that unknown', () => {
    const text = `
      ---
      description: Reviews changes.
      tools: ['edit', 'changes']
                       ^^^^^^^ information unavailable-tool: VS Code
      ---
      `;
    diagnosing(text, alone);
    const left = 'information unknown-tool: Copilot CLI has no tool named "changes"';
    diagnosing(text.replace('information unavailable-tool: VS Code', left), builtinVersion);
  });

  it('report one word for the other host where the editor reports it for VS Code', () => {
    const text =
      '---\ndescription: Reviews changes.\ntools: [edit, noSuchTool]\n---\nYou review.\n';
    const hosts = (more: { builtinVersion?: string }): readonly (string | null)[] =>
      diagnose(viewAt(text, { at: vscodeFile, ...more })).map(({ host }) => host);
    assert.deepEqual(hosts({}), ['vscode']);
    assert.deepEqual(hosts(builtinVersion), ['copilot-cli']);
  });

  it('explain a reported tool for the host whose finding is not shown', () => {
    const text = '---\ndescription: x\ntools: [edit, noSuch|Tool]\n---\n';
    hovering(text, alone).shows('Copilot CLI');
  });

  it('leave to it a tool in the wrong case, and fix it', () => {
    const text = `
      ---
      description: Reviews changes.
      tools: ['edit', 'Agent']
                       ^^^^^ warning miscased-tool: "Agent" has the wrong case. VS Code silently ignores it. Use "agent" instead.
      ---
      `;
    diagnosing(text, alone);
    diagnosing(text.replace(/.*miscased-tool.*\n/, ''), builtinVersion);
    const fixes = quickFixes(
      viewAt('---\ndescription: x\ntools: [edit, Agent]\n---\n', builtinVersion),
      {
        start: 37,
        end: 37,
      },
    );
    assert.ok(fixes.some(({ finding }) => finding.rule === 'miscased-tool'));
    assert.ok(fixes.every(({ title }) => !words(title).startsWith('Ignore')));
  });

  it('still report what leaves an agent without tools', () => {
    diagnosing(
      `
      ---
      description: Reviews changes.
      tools: ['frobnicate']
      ^^^^^ warning empty-tools: The agent has no tools in VS Code, unless an extension or an MCP server provides those in "tools". Use a tool of VS Code, or remove "tools" to grant every tool.
      ^^^^^ warning empty-tools: None of the tools in "tools" exists in Copilot CLI, so the agent has no tools.
      ---
      `,
      builtinVersion,
    );
  });

  it('leave the three enums of Claude Code to it', () => {
    const text = `
      ---
      name: reviewer
      description: Reviews changes.
      memory: cloud
      color: teal
             ^^^^ hint invalid-color: Claude Code
      ---
      `;
    diagnosing(text, { at: claudeFile, builtinVersion: '1.139.1' });
  });

  it('still fix what it reports', () => {
    fixingAll(
      `
      ---
      description: Reviews changes.
      tools: ['search', 'todos', 'editFiles']
      ---
      `,
      builtinVersion,
    ).gives(`
      ---
      description: Reviews changes.
      tools: ['search', 'todo', 'edit/editFiles']
      ---
      `);
  });
});

describe('completion next to VS Code', () => {
  it('offers no field that it offers, and those that it lacks', () => {
    for (const [at, own] of [
      [vscodeFile, builtin],
      [claudeFile, inClaude],
    ] as const) {
      const { labels } = completing('---\n|\n---', { at, builtinVersion: '1.139.1' });
      assert.deepEqual(
        labels.filter((label) => own.completesFields.includes(label)),
        [],
      );
    }
    completing('---\n|\n---', { at: claudeFile, builtinVersion: '1.139.1' }).offers(
      ...['color', 'maxTurns', 'effort', 'isolation', 'background'],
    );
    completing('---\n|\n---', builtinVersion).offers('mcp-servers');
  });

  it('uses the target that the file names', () => {
    const { labels } = completing('---\ntarget: github-copilot\n|\n---', builtinVersion);
    const own = catalog.editorSupportFor({
      languageId: 'chatagent',
      path: vscodeFile,
      version: '1.139.1',
      target: 'github-copilot',
    });
    assert.notDeepEqual(own.completesFields, builtin.completesFields);
    assert.deepEqual(
      labels.filter((label) => own.completesFields.includes(label)),
      [],
    );
    assert.ok(labels.includes('model'));
  });

  it('offers nothing new before that version, and all without it', () => {
    completing('---\n|\n---', { at: vscodeFile, builtinVersion: '1.105.0' }).offers(
      'tools',
      'model',
    );
    completing('---\n|\n---', { at: claudeFile, builtinVersion: '1.109.0' }).offers(
      'tools',
      'model',
    );
    completing('---\n|\n---', alone).offers('tools', 'model', 'handoffs');
  });

  it('offers no value that it offers', () => {
    for (const [at, own] of [
      [vscodeFile, builtin],
      [claudeFile, inClaude],
    ] as const) {
      for (const [key, offered] of Object.entries(own.offers)) {
        const { labels } = completing(`---\n${key}: |\n---`, { at, builtinVersion: '1.139.1' });
        const there = offered === 'everything' ? inWindow(key, labels) : offered;
        const doubled = labels.filter((one) => there.includes(one));
        assert.deepEqual(doubled, [], `${at} ${key}`);
      }
    }
  });

  /** Before the user signs in, the editor has few tools and no model. */
  const inWindow = (key: string, labels: readonly string[]): readonly string[] => {
    if (key === 'tools') return builtin.tools;
    return key === 'model' ? [] : labels;
  };

  it('offers the tools and models that the editor does not have yet', () => {
    const gone = { at: vscodeFile, builtinVersion: '1.139.1' } as const;
    completing('---\ntools: [|]\n---', gone)
      .offers('search', 'edit', 'web')
      .offersNot('execute', 'read', 'agent');
    const context = {
      ...defaultContext,
      editorTools: ['search/codebase'],
      editorModels: ['GPT-5'],
    };
    completing('---\ntools: [|]\n---', { ...gone, context }).offersNot('search', 'search/codebase');
    completing('---\nmodel: |\n---', { ...gone, context }).offersNot('GPT-5');
  });

  it('adds to the short lists that it has for Claude Code', () => {
    completing('---\nmodel: |\n---', { at: claudeFile, builtinVersion: '1.139.1' })
      .offers('opusplan')
      .offersNot('sonnet');
    completing('---\npermissionMode: |\n---', { at: claudeFile, builtinVersion: '1.139.1' })
      .offers('auto')
      .offersNot('plan');
  });

  it('offers the colors that it does not know', () => {
    completing('---\ncolor: |\n---', { at: claudeFile, builtinVersion: '1.139.1' }).offers(
      'red',
      'cyan',
    );
  });

  it('is whole where VS Code sees plain Markdown', () => {
    assert.deepEqual(
      catalog.editorSupportFor({ languageId: 'markdown', path: opencodeFile, version: '1.139.1' }),
      noBuiltin,
    );
  });
});

describe('hovers next to VS Code', () => {
  it('do not repeat the text of a field', () => {
    hovering('---\ntoo|ls: [read]\n---', alone).shows('**tools** (VS Code)');
    hovering('---\ntoo|ls: [read]\n---', builtinVersion).omits('(VS Code)', '(Copilot CLI)');
    hovering('---\nhandof|fs: []\n---', builtinVersion).omits('(VS Code)');
  });
});
