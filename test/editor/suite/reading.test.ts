// Features for reading an agent file: hover, symbols, colors, hints, folding, formatting.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, findings, hoverText, open, until } from './desk';

const file = '.claude/agents/wobbly.md';

describe('reading', () => {
  before(async () => {
    await findings(await open(file));
  });

  it('explains fields and values', async () => {
    const document = await open('.opencode/agent/painter.md');
    await until('OpenCode on the field', async () =>
      /OpenCode/.test(await hoverText(document, 'co|lor:')),
    );
    assert.match(await hoverText(document, 'sub|agent'), /OpenCode/);
  });

  it('explains what the built-in support does not know', async () => {
    assert.match(await hoverText(await open(file), 'co|lor:'), /Claude Code/);
  });

  it('lists fields as symbols', async () => {
    const document = await open(file);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    const names = symbols.flatMap(function all(symbol): string[] {
      return [symbol.name, ...symbol.children.flatMap(all)];
    });
    for (const field of ['name', 'tools', 'model']) assert.ok(names.includes(field), names.join());
  });

  it('changes a color to one that the host accepts', async () => {
    const document = await open('.claude/agents/careful-reviewer.md');
    const colors = await until('colour', async () => {
      const found = await vscode.commands.executeCommand<vscode.ColorInformation[]>(
        'vscode.executeDocumentColorProvider',
        document.uri,
      );
      return found.length > 0 && found;
    });
    const [blue] = colors;
    assert.ok(blue);
    const forms = await vscode.commands.executeCommand<vscode.ColorPresentation[]>(
      'vscode.executeColorPresentationProvider',
      new vscode.Color(1, 0.5, 0, 1),
      { uri: document.uri, range: blue.range },
    );
    assert.deepEqual(
      forms.map(({ label }) => label),
      ['orange'],
    );
  });

  it('shows inlay hints for granted tools and for the meaning of an alias', async () => {
    const document = await open(file);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = await until('inlay hints', async () => {
      const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        whole,
      );
      return found.length > 0 && found;
    });
    const onTools = hints.filter(({ position }) => position.line === at(document, 'tools|:').line);
    assert.equal(onTools.length, 1);
  });

  it('folds the frontmatter', async () => {
    const document = await open(file);
    const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    assert.ok(ranges.some(({ start, end }) => start === 0 && end >= 5));
  });

  it('formats without changing the meaning', async () => {
    const document = await open(file);
    const edits = await vscode.commands.executeCommand<vscode.TextEdit[] | undefined>(
      'vscode.executeFormatDocumentProvider',
      document.uri,
      { tabSize: 2, insertSpaces: true },
    );
    for (const { newText } of edits ?? []) assert.doesNotMatch(newText, /Write the release notes/);
  });
});
