// The five seeds in their hosts' folders.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actions, after, at, findings, insert, isOurs, offers, open, revert, until } from './desk';

describe('seed 001, for Claude Code', () => {
  const file = '.claude/agents/001.md';

  it('gives a hint on MultiEdit at its own token, and warns of nothing', async () => {
    const actual = await findings(await open(file));
    const loud = actual.filter(({ severity }) => severity === 'error' || severity === 'warning');
    assert.deepEqual(loud, []);
    const hints = actual.filter(({ under }) => under === 'MultiEdit');
    assert.deepEqual(
      hints.map(({ severity }) => severity),
      ['hint'],
    );
  });

  it('fades Grep and Glob, which are not offered next to Bash, for a user of Claude Code', async () => {
    const choose = (programs: readonly string[] | undefined): Thenable<void> =>
      vscode.workspace
        .getConfiguration('dossier')
        .update('programs', programs, vscode.ConfigurationTarget.Workspace);
    await choose(['claude-code']);
    const document = await open(file);
    const faded = async (): Promise<string> => {
      const actual = await findings(document);
      const quiet = actual.filter(({ diagnostic }) =>
        diagnostic.tags?.includes(vscode.DiagnosticTag.Unnecessary),
      );
      return quiet
        .map(({ under }) => under)
        .sort()
        .join();
    };
    await until('faded tools', async () => (await faded()) === 'Glob,Grep');
    await choose(undefined);
  });

  it('are fixed by removing MultiEdit and nothing else', async () => {
    const document = await open(file);
    const [finding] = (await findings(document)).filter(({ under }) => under === 'MultiEdit');
    assert.ok(finding);
    const before = document.getText();
    const fixes = await actions(document, finding.diagnostic.range, vscode.CodeActionKind.QuickFix);
    const fixed = await Promise.all(
      fixes.filter(({ title }) => /MultiEdit/.test(title)).map((fix) => after(document, fix)),
    );
    assert.ok(fixed.includes(before.replace('MultiEdit, ', '')), fixed.join('\n').slice(0, 300));
  });

  it('shows the color of the agent', async () => {
    const document = await open(file);
    await findings(document);
    const colors = await vscode.commands.executeCommand<vscode.ColorInformation[]>(
      'vscode.executeDocumentColorProvider',
      document.uri,
    );
    assert.deepEqual(
      colors.map(({ range }) => document.getText(range)),
      ['orange'],
    );
  });
});

describe('seed 004, taken to OpenCode', () => {
  const file = '.opencode/agent/004.md';

  it('reports at the color that OpenCode does not start', async () => {
    const errors = (await findings(await open(file))).filter(
      ({ severity }) => severity === 'error',
    );
    assert.deepEqual(
      errors.map(({ under }) => under),
      ['yellow'],
    );
    assert.match(errors[0]?.message ?? '', /OpenCode does not start/);
  });

  it('offers a color that OpenCode accepts', async () => {
    const document = await open(file);
    const error = (await findings(document)).find(({ under }) => under === 'yellow');
    assert.ok(error);
    const fixes = await actions(document, error.diagnostic.range, vscode.CodeActionKind.QuickFix);
    const colors: string[] = [];
    for (const fix of fixes) {
      const color = /^color: *['"]?([^'"\n]+)/m.exec(await after(document, fix))?.[1];
      if (color !== undefined) colors.push(color);
    }
    const taken = /^(#[0-9a-f]{6}|primary|secondary|accent|success|warning|error|info)$/i;
    assert.ok(
      colors.some((color) => taken.test(color)),
      colors.join(', '),
    );
  });
});

describe('seed 003, for OpenCode', () => {
  const file = '.opencode/agent/003.md';

  it('completes the model in two steps: provider, then model', async () => {
    const document = await open(file);
    await insert(document, 'model: |github-copilot/claude-sonnet-4', 'anthropic/\nvariant: x # ');
    try {
      await offers(document, 'model: anthropic/|', 'anthropic/claude-sonnet-4-5');
    } finally {
      await revert(document);
    }
  });

  it('offers providers first', async () => {
    const document = await open(file);
    const model = at(document, 'model: |github-copilot');
    const edit = new vscode.WorkspaceEdit();
    edit.delete(document.uri, document.lineAt(model.line).range.with(model));
    await vscode.workspace.applyEdit(edit);
    const items = await offers(document, 'model: |').catch(() => []);
    await revert(document);
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    for (const provider of ['anthropic', 'github-copilot']) {
      assert.ok(
        labels.some((label) => label.replace(/\/$/, '') === provider),
        provider,
      );
    }
    assert.ok(labels.length < 500, `a list of providers, not of ${labels.length} models`);
  });
});

describe('seed 000, for VS Code', () => {
  const file = '.github/agents/000.agent.md';

  it('leaves renamed and unknown tools to the built-in support', async function () {
    const document = await open(file);
    // Before 1.106 nothing is built in; the oldest we support has it.
    if (document.languageId !== 'chatagent') this.skip();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const all = vscode.languages.getDiagnostics(document.uri);
    const ours = all.filter(isOurs);
    const theirs = all.filter((diagnostic) => !ours.includes(diagnostic));
    const twice = ours.filter((mine) =>
      theirs.some((other) => other.range.isEqual(mine.range) && mine.severity === other.severity),
    );
    assert.deepEqual(
      twice.map(({ message }) => message),
      [],
    );
  });
});

describe('seed 002, for Claude Code', () => {
  const file = 'packages/second/.claude/agents/002.md';

  it('explains the literal \\n of the description', async () => {
    const document = await open(file);
    const actual = await findings(document);
    assert.ok(
      actual.some(({ message }) => message.includes('\\n')),
      actual.map(({ message }) => message).join('\n'),
    );
  });
});
