// The five seeds, each where it belongs or where it does not.
import assert from 'node:assert/strict';
import { complete } from '../../server/features/completion/complete';
import { diagnose } from '../../server/features/diagnostics';
import { fixAll, fixesFor } from '../../server/features/fixes/fixes';
import { personaCards } from '../../server/features/persona/persona-card';
import type { View } from '../../server/features/view/view';
import type { Finding } from '../../server/rules/rule';
import { applyEdits } from '../../server/text/edit';
import { readSeed } from '../support/resources';
import { viewAt } from '../support/viewing';
import { inEnglish, words } from '../support/words';

const seed = (number: string, at: string, builtinVersion?: string): View =>
  viewAt(readSeed(number), { at, ...(builtinVersion !== undefined && { builtinVersion }) });

const token = ({ outline }: View, { span }: Finding): string =>
  span ? outline.text.slice(span.start, span.end) : '';

const reported = (view: View, severity?: Finding['severity']): string[] =>
  diagnose(view)
    .filter((finding) => severity === undefined || finding.severity === severity)
    .map((finding) => `${finding.rule} ${token(view, finding)}`);

describe('the five seeds', () => {
  it('001 in Claude Code: MultiEdit is a hint, and its fix removes just it', () => {
    const view = seed('001', '.claude/agents/001.md');
    assert.deepEqual(reported(view, 'error'), []);
    assert.deepEqual(reported(view, 'warning'), []);
    assert.deepEqual(reported(view, 'hint'), [
      'removed-tool MultiEdit',
      'redundant-tool Grep',
      'redundant-tool Glob',
    ]);
    const finding = diagnose(view).find(({ rule }) => rule === 'removed-tool');
    assert.ok(finding);
    const [fix] = fixesFor(view, finding);
    assert.ok(fix?.preferred && fix.safety === 'safe');
    const before = 'tools: Read, Write, Edit, MultiEdit, Bash, Grep, Glob, WebSearch';
    const expected = view.outline.text.replace(before, before.replace(' MultiEdit,', ''));
    assert.equal(applyEdits(view.outline.text, fix.edits), expected);
    assert.equal(fixAll(view).text, expected);
  });

  it('001: the persona has what is left', () => {
    const view = seed('001', '.claude/agents/001.md');
    const [card] = inEnglish(personaCards(view, () => 0));
    const groups = card?.agent?.tools.groups ?? [];
    const granted = groups.flatMap((group) => group.granted.map(({ name }) => name));
    assert.deepEqual([...granted].sort(), ['Bash', 'Edit', 'Read', 'WebSearch', 'Write']);
    const lost = groups.flatMap((group) => group.lost.map(({ name }) => name));
    assert.deepEqual([...lost].sort(), ['Glob', 'Grep', 'MultiEdit']);
  });

  it('004 in OpenCode: the color keeps it from starting, and a fix writes a valid one', () => {
    const view = seed('004', '.opencode/agent/004.md');
    const [error, ...others] = diagnose(view).filter(({ severity }) => severity === 'error');
    assert.ok(error && others.length === 0);
    assert.equal(token(view, error), 'yellow');
    assert.match(words(error.message), /^"color" must be .*, not "yellow"\. OpenCode /);
    const fixes = fixesFor(view, error);
    assert.equal(fixes.length, 3);
    assert.equal(fixes[0]?.safety, 'safe');
    for (const { edits } of fixes) {
      const fixed = viewAt(applyEdits(view.outline.text, edits), { at: view.path });
      assert.deepEqual(reported(fixed, 'error'), []);
    }
  });

  it('003 in OpenCode: a model in two steps', () => {
    const view = seed('003', '.opencode/agent/003.md');
    assert.deepEqual(reported(view, 'error'), []);
    const { text } = view.outline;
    const step = (typed: string): readonly string[] => {
      const changed = text.replace('github-copilot/claude-sonnet-4', typed);
      const at = changed.indexOf(`model: ${typed}`) + `model: ${typed}`.length;
      return complete(viewAt(changed, { at: view.path }), at).map(({ label }) => label);
    };
    assert.ok(step('').includes('github-copilot/'));
    const models = step('github-copilot/');
    assert.ok(models.length > 5);
    assert.ok(models.every((label) => label.startsWith('github-copilot/')));
  });

  it('000 next to VS Code: its tools are left to VS Code', () => {
    const view = seed('000', '.github/agents/000.agent.md', '1.139.1');
    const ofVscode = diagnose(view).filter(({ host }) => host === 'vscode');
    assert.deepEqual(
      ofVscode.filter(({ rule }) => rule === 'renamed-tool' || rule === 'unknown-tool'),
      [],
    );
  });

  it('000 without VS Code: renamed tools are found and fixed', () => {
    const view = seed('000', '.github/agents/000.agent.md');
    const renamed = reported(view).filter((words) => words.startsWith('renamed-tool'));
    assert.deepEqual(renamed, ['renamed-tool problems', 'renamed-tool todos']);
    const { text } = fixAll(view);
    const left = reported(viewAt(text, { at: view.path }));
    assert.deepEqual(
      left.filter((words) => words.startsWith('renamed-tool')),
      [],
    );
    assert.match(text, /'todo'\]|'todo',/);
  });

  it('002 in Claude Code: the written line breaks are explained, and the cost is shown', () => {
    const view = seed('002', '.claude/agents/002.md');
    assert.deepEqual(reported(view, 'error'), []);
    const newline = diagnose(view).find(({ rule }) => rule === 'literal-newline');
    assert.ok(newline);
    assert.equal(token(view, newline), '\\n');
    const times = view.outline.text.match(/\\n/g)?.length ?? 0;
    assert.ok(times > 100);
    assert.ok(words(newline.message).includes(`${times} literal`), words(newline.message));
    assert.ok(reported(view).includes('long-description description'));
    const [card] = inEnglish(personaCards(view, () => 0));
    assert.ok((card?.agent?.cost.description ?? 0) > 1000);
    assert.equal(card?.agent?.description?.includes('\\n'), false);
  });
});
