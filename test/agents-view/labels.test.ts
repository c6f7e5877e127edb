import assert from 'node:assert/strict';
import {
  ariaLabelOf,
  detailOf,
  groupAriaLabelOf,
  iconOf,
  tooltipOf,
} from '../../client/agents/labels';
import type { AgentItem } from '../../server/protocol/protocol';
import { itemOf, ofCopilot, stopped } from './items';

const rowOf = (...items: readonly [AgentItem, ...AgentItem[]]) =>
  ({ kind: 'agent', key: 'k', item: items[0], items, fileName: null, isBelowHost: false }) as const;

const plain = itemOf('.claude/agents/reviewer.md', { model: 'claude-sonnet-5-5' });
const shadowed = itemOf('web/.claude/agents/reviewer.md', {
  shadowedBy: '.claude/agents/reviewer.md',
  nameConflict: 'Claude Code does not use this agent.',
});
const shared = itemOf('.claude/agents/old.md', { sameNameAs: '.claude/agents/reviewer.md' });
const lost = itemOf('.opencode/agent/painter.md', stopped);

describe('the texts of the Agents view', () => {
  it('show the model or the problem', () => {
    assert.equal(detailOf(rowOf(plain)), 'claude-sonnet-5-5');
    assert.equal(detailOf(rowOf(shadowed)), 'shadowed by .claude/agents/reviewer.md');
    assert.equal(detailOf(rowOf(shared)), 'same name as .claude/agents/reviewer.md');
    assert.equal(detailOf(rowOf(lost)), 'OpenCode: will not start (color)');
    assert.equal(detailOf({ ...rowOf(lost), isBelowHost: true }), 'will not start (color)');
  });

  it('begin with the file where others have the same name', () => {
    const twin = { ...rowOf(shared), fileName: 'old.md' };
    assert.equal(detailOf(twin), 'old.md · same name as .claude/agents/reviewer.md');
    assert.equal(
      detailOf({ ...rowOf(lost), fileName: 'painter.md' }),
      'painter.md · OpenCode: will not start (color)',
    );
    assert.match(ariaLabelOf(twin), /old\.md · same name/);
  });

  it('use a different icon for each outcome', () => {
    const ignored = { ...lost, outcome: 'ignored' };
    const changed: AgentItem = { ...plain, tone: 'changed' };
    assert.deepEqual(
      [plain, changed, shared, lost, ignored, shadowed].map((item) => iconOf(item).name),
      ['pass', 'warning', 'warning', 'error', 'circle-slash', 'circle-slash'],
    );
  });

  it('list the most important details first for screen readers', () => {
    assert.equal(
      ariaLabelOf(rowOf(plain)),
      'reviewer, Claude Code: Loads as written, claude-sonnet-5-5',
    );
    assert.equal(
      groupAriaLabelOf({
        ...{ kind: 'host', key: 'k', label: 'Kilo', title: 'Kilo', detail: '.kilo/agent' },
        ...{ folder: null, hosts: [], rows: [], count: 2 },
      }),
      'Kilo, .kilo/agent, 2 agents',
    );
  });

  it('show the outcome in each host in the tooltip', () => {
    const text = tooltipOf(rowOf(plain, { ...plain, ...ofCopilot, headline: 'Not known.' }));
    assert.match(text, /Claude Code: Loads as written/);
    assert.match(text, /Copilot CLI: Not known/);
    assert.match(text, /`\.claude\/agents\/reviewer\.md`/);
    assert.match(tooltipOf(rowOf(shadowed)), /does not use this agent/);
  });

  it('escape links, images and markup in a file', () => {
    const description = '![x](https://evil.example/p.png) <img src=x> [a](command:b) `c` **d**';
    const text = tooltipOf(rowOf(itemOf('a.md', { description })));
    assert.doesNotMatch(text, /<img|(?<!\\)!\[|(?<!\\)\]\(|(?<!\\)`c/);
    const color = { name: 'red', hex: '#fff;background:url(x)' };
    assert.doesNotMatch(tooltipOf(rowOf(itemOf('a.md', { color }))), /<span/);
  });

  it('show a color as a colored dot', () => {
    const color = { name: 'blue', hex: '#2563eb' };
    assert.match(tooltipOf(rowOf(itemOf('a.md', { color }))), /<span style="color:#2563eb;">●/);
  });
});
