import assert from 'node:assert/strict';
import { hostHeads, personaCards } from '../../server/features/persona/persona-card';
import type { AgentCard, HostCard } from '../../server/protocol/protocol';
import { linesOf } from '../../server/text/lines';
import { type Opened, opencodeFile, viewAt, vscodeFile } from '../support/viewing';
import { inEnglish } from '../support/words';

function cards(text: string, opened: Opened = {}): readonly HostCard[] {
  const lines = linesOf(text);
  return inEnglish(personaCards(viewAt(text, opened), (offset) => lines.positionAt(offset).line));
}

function owner(text: string, opened: Opened = {}): HostCard {
  const [card] = cards(text, opened);
  assert.ok(card);
  return card;
}

function agent(text: string, opened: Opened = {}): AgentCard {
  const { agent: found } = owner(text, opened);
  assert.ok(found);
  return found;
}

const chips = ({ tools }: AgentCard, which: 'granted' | 'unknown' | 'lost'): string[] =>
  tools.groups.flatMap((group) => group[which].map(({ name }) => name));

const reviewer = `---
name: reviewer
description: Reviews changes.
tools: Read, MultiEdit, Bash, Grep, mcp__docs__search
model: sonnet
color: orange
---

You review.
`;

describe('the persona card', () => {
  it('shows the agent as its host builds it', () => {
    const card = agent(reviewer);
    assert.equal(card.id, 'reviewer');
    assert.equal(card.description, 'Reviews changes.');
    assert.equal(card.color?.name, 'orange');
    assert.match(card.color?.hex ?? '', /^#[0-9a-f]{6}$/);
    assert.equal(card.model.written, 'sonnet');
    assert.match(card.model.label, /claude-sonnet/);
    assert.equal(card.prompt, null);
    assert.equal(reviewer.slice(card.promptAt.start, card.promptAt.end), 'You review.');
    assert.equal(card.promptLine, 8);
    assert.ok(card.cost.prompt > 0 && card.cost.description > 0);
  });

  it('shows the tools that are granted and lost, each with its reason and line', () => {
    const card = agent(reviewer);
    assert.deepEqual(chips(card, 'granted').sort(), ['Bash', 'Read']);
    assert.deepEqual(chips(card, 'unknown'), ['mcp__docs__search']);
    assert.deepEqual(chips(card, 'lost').sort(), ['Grep', 'MultiEdit']);
    const lost = card.tools.groups.flatMap((group) => group.lost);
    for (const { note, line } of lost) {
      assert.notEqual(note, '');
      assert.equal(line, 3);
    }
    assert.match(
      lost.find(({ name }) => name === 'MultiEdit')?.note ?? '',
      /^removed, replaced by Edit$/,
    );
  });

  it('shows the default rules only if a rule of the file restricts them', () => {
    const given = (head: string): string[] =>
      chips(agent(`---\ndescription: d\n${head}---\nx`, { at: opencodeFile }), 'granted');
    assert.ok(given('').includes('bash') && given('').includes('webfetch'));
    assert.ok(!given('').includes('question'), 'denied to every agent of one’s own');
    assert.ok(given('permission:\n  question: allow\n').includes('question'));
    assert.ok(!given('permission:\n  "*": deny\n  read: allow\n').includes('bash'));
    assert.deepEqual(chips(agent('---\nname: a\ndescription: d\n---\nx'), 'granted'), []);
  });

  it('summarizes the outcome in a headline', () => {
    const heads = [
      ['---\nname: a\ndescription: d\n---\nx', 'good', 'Loads as written.'],
      [reviewer, 'changed', 'Loads, but not as written.'],
      ['---\nname: a\n---\nx', 'bad', 'Claude Code does not load this file.'],
      ['---\nname: a\ndescription: d\ntools: Foo\n---\nx', 'bad', 'Loads, but cannot start.'],
    ] as const;
    for (const [text, tone, headline] of heads) {
      const card = owner(text);
      assert.deepEqual([card.tone, card.headline], [tone, headline]);
    }
    // In OpenCode a list of allowed tools limits nothing.
    const unlimited = owner('---\ndescription: d\ntools:\n  read: true\n---\nx', {
      at: opencodeFile,
    });
    assert.deepEqual(
      [unlimited.tone, unlimited.headline],
      ['changed', 'Loads, but not as written.'],
    );
    const stopped = owner('---\ncolor: red\n---\n', { at: opencodeFile });
    assert.equal(stopped.headline, 'OpenCode does not start with this file.');
    assert.equal(stopped.agent, null);
  });

  it('puts owners first, and shows each host that reads the file', () => {
    const roles = cards(reviewer).map(({ role }) => role);
    assert.equal(roles[0], 'owner');
    assert.deepEqual(roles, [...roles].sort().reverse());
    assert.deepEqual(cards(reviewer, { at: 'notes/a.md' }), []);
    const names = cards('---\ndescription: d\n---\n', { at: vscodeFile }).map((one) => one.host);
    assert.ok(names.includes('vscode') && names.includes('copilot-cli'));
  });

  it('lists permissions in their order', () => {
    const text = '---\npermission:\n  "*": ask\n  bash:\n    "git *": allow\n---\nx';
    const { permissions } = agent(text, { at: opencodeFile });
    assert.deepEqual(
      permissions?.map(({ permission, pattern, action, line }) => [
        permission,
        pattern,
        action,
        line,
      ]),
      [
        ['*', '*', 'ask', 2],
        ['bash', 'git *', 'allow', 4],
      ],
    );
  });

  it('shows who can call it', () => {
    assert.match(agent(reviewer).invocation, /based on its description/);
    assert.match(agent('---\nmode: primary\n---\nx', { at: opencodeFile }).invocation, /by you/);
    const hidden = '---\ndescription: d\nuser-invocable: false\n---\n';
    assert.match(agent(hidden, { at: vscodeFile }).invocation, /only by other agents/);
  });

  it('lists its findings, most severe first', () => {
    const { findings } = owner('---\nname: a\ndescription: d\ntools: Grep, Bash, Foo\n---\nx');
    assert.deepEqual(
      findings.map(({ severity, line }) => [severity, line]),
      [
        ['warning', 3],
        ['hint', 3],
      ],
    );
  });

  it('has matching heads', () => {
    const view = viewAt(reviewer, {});
    const shown = personaCards(view, () => 0).map(({ host, headline }) => [host, headline]);
    assert.deepEqual(
      hostHeads(view).map(({ host, headline }) => [host, headline]),
      shown,
    );
  });
});

describe('the card of a program that does not load the file', () => {
  const off = { settings: { rules: { 'empty-prompt': 'off' } } } as const;

  it('gives the reason once, after what the program does', () => {
    const noPrompt = '---\nname: reviewer\ndescription: Reviews.\n---\n';
    const { headline, detail } = owner(noPrompt, { at: '.cursor/agents/reviewer.md', ...off });
    assert.deepEqual(
      [headline, detail],
      ['Cursor does not load this file.', 'The agent has no prompt.'],
    );
    const kiro = owner('# Notes\n\nYou review.\n', { at: '.kiro/agents/reviewer.md' });
    assert.deepEqual(
      [kiro.headline, kiro.detail],
      ['Result unknown.', 'The file has no frontmatter.'],
    );
  });
});

describe('a fix in the card', () => {
  it('names the other programs in which it takes tools from the agent', () => {
    const found = cards('---\nname: a\ndescription: d\ntools: Read, Skill, mcp__a__b\n---\nWork.\n')
      .filter(({ host }) => host === 'vscode')
      .flatMap(({ findings }) => findings.map(({ fix, fixTakesFrom }) => [fix, fixTakesFrom]));
    assert.deepEqual(found, [
      ['Remove "Skill"', 'Claude Code'],
      ['Remove "mcp__a__b"', 'Claude Code'],
    ]);
    const own = owner('---\nname: a\ndescription: d\ntools: Read, Bahs\n---\nWork.\n');
    assert.deepEqual(
      own.findings.map(({ fixTakesFrom }) => fixTakesFrom),
      own.findings.map(() => ''),
    );
  });
});
