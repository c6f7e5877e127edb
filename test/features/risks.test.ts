// What an agent can do by itself that is hard to undo or leaves the project: the most permissive way, and what decides it.
import assert from 'node:assert/strict';
import { riskCards } from '../../server/features/persona/risks';
import type { RiskCard } from '../../server/protocol/protocol';
import { linesOf } from '../../server/text/lines';
import { viewAt } from '../support/viewing';
import { inEnglish } from '../support/words';

const risksOf = (at: string, head: string, host?: string): readonly RiskCard[] => {
  const text = at.endsWith('.toml') ? head : `---\n${head}\n---\n\nWork on the task.\n`;
  const lines = linesOf(text);
  const verdict = viewAt(text, { at })
    .verdicts()
    .find(({ place }) => host === undefined || place.host.id === host);
  assert.ok(verdict);
  return inEnglish(riskCards(verdict, (offset) => lines.positionAt(offset).line));
};

const actions = (cards: readonly RiskCard[]): Readonly<Record<string, string>> =>
  Object.fromEntries(cards.map(({ id, action }) => [id, action]));

const card = (cards: readonly RiskCard[], id: string): RiskCard => {
  const found = cards.find((one) => one.id === id);
  assert.ok(found);
  return found;
};

const opencode = (head: string): readonly RiskCard[] =>
  risksOf('.opencode/agent/worker.md', `description: Works.\n${head}`);
const claude = (head: string, host = 'claude-code'): readonly RiskCard[] =>
  risksOf('.claude/agents/worker.md', `name: worker\ndescription: Works.\n${head}`, host);

describe('what an agent of a program with rules can do', () => {
  it('is everything by the default rules of OpenCode, secrets by a command', () => {
    const cards = opencode('mode: primary');
    assert.deepEqual(actions(cards), {
      ...{ delete: 'allow', 'force-push': 'allow', secrets: 'allow', 'web-pages': 'allow' },
      outside: 'allow',
    });
    const { rule, by, line, example } = card(cards, 'secrets');
    assert.deepEqual(
      [rule, by, line, example],
      ['*, *: allow', 'default rule of OpenCode', null, 'cat .env'],
    );
  });

  it('is what the rules of the file decide, with their lines', () => {
    const cards = opencode(
      'permission:\n  bash:\n    "*": ask\n    "git push *": deny\n  edit: deny\n  webfetch: allow\n  read: allow',
    );
    assert.deepEqual(actions(cards), {
      ...{
        delete: 'ask',
        'force-push': 'deny',
        secrets: 'allow',
        'web-pages': 'allow',
        outside: 'ask',
      },
    });
    const push = card(cards, 'force-push');
    assert.deepEqual([push.rule, push.by, push.line], ['bash, git push *: deny', 'line 6', 5]);
    assert.equal(card(cards, 'secrets').rule, 'read, *: allow');
  });

  it('is nothing but reading where everything else is denied', () => {
    const cards = opencode('permission:\n  "*": deny\n  read: allow');
    assert.deepEqual(actions(cards), {
      ...{ delete: 'deny', 'force-push': 'deny', secrets: 'allow', 'web-pages': 'deny' },
      outside: 'deny',
    });
    assert.equal(card(cards, 'delete').by, 'no tool for it');
  });

  it('outside the project is what both permissions for it allow, where they agree', () => {
    const outside = (head: string): string =>
      card(opencode(`permission:\n  bash: deny\n${head}`), 'outside').action;
    assert.equal(outside('  edit: allow'), 'unknown');
    assert.equal(outside('  edit: ask'), 'ask');
    assert.equal(outside('  edit: ask\n  external_directory: allow'), 'unknown');
    assert.equal(outside('  edit: allow\n  external_directory: allow'), 'allow');
    assert.equal(outside('  edit: deny\n  external_directory: allow'), 'deny');
    assert.equal(outside('  external_directory:\n    "/tmp/*": allow'), 'unknown');
    assert.equal(outside('  edit:\n    "*": deny\n    "../other/*": allow'), 'unknown');
  });

  it('does not call files safe that tools may delete', () => {
    const { action } = card(opencode('permission:\n  bash: deny\n  edit: allow'), 'delete');
    assert.equal(action, 'unknown');
  });
});

describe('what an agent of a program without rules can do', () => {
  it('is asked for in Claude Code where it changes something, and else not known', () => {
    assert.deepEqual(actions(claude('model: sonnet')), {
      ...{ delete: 'ask', 'force-push': 'ask', secrets: 'unknown', 'web-pages': 'unknown' },
      outside: 'unknown',
    });
  });

  it('is denied without a tool for it, and leads to the list', () => {
    const cards = claude('tools: Read, Grep');
    assert.deepEqual(actions(cards), {
      ...{ delete: 'deny', 'force-push': 'deny', secrets: 'unknown', 'web-pages': 'deny' },
      outside: 'deny',
    });
    assert.deepEqual(
      [card(cards, 'web-pages').by, card(cards, 'web-pages').line],
      ['no tool for it', 3],
    );
    const copilot = risksOf(
      '.github/agents/worker.agent.md',
      'description: d\ntools: [read]',
      'vscode',
    );
    assert.equal(actions(copilot)['force-push'], 'deny');
  });

  it('is known of the own tools of a program that maps the names of another one', () => {
    const of = (tools: string): Readonly<Record<string, string>> =>
      actions(claude(`tools: ${tools}`, 'vscode'));
    assert.deepEqual(of('Read, Grep'), {
      ...{ delete: 'deny', 'force-push': 'deny', secrets: 'unknown', 'web-pages': 'deny' },
      outside: 'deny',
    });
    assert.equal(of('Read, Bash')['force-push'], 'unknown');
    assert.equal(of('Read, WebFetch')['web-pages'], 'unknown');
    assert.equal(of('Read, Edit')['delete'], 'unknown');
    assert.equal(of('Read, Write')['outside'], 'unknown');
  });

  it('is not known of tools of MCP servers', () => {
    const { action, explanation } = card(claude('tools: Read, mcp__web__get'), 'web-pages');
    assert.deepEqual([action, explanation], ['unknown', 'What mcp__web__get can do is not known.']);
  });

  it('is denied where the file makes the agent read-only and the program applies it', () => {
    const at = '.cursor/agents/worker.md';
    const cards = risksOf(at, 'name: worker\ndescription: Works.\nreadonly: true');
    assert.deepEqual(actions(cards), {
      ...{ delete: 'deny', 'force-push': 'unknown', secrets: 'unknown', 'web-pages': 'unknown' },
      outside: 'deny',
    });
    assert.equal(card(cards, 'delete').line, 3);
  });

  it('is not known where the tools of the program are not', () => {
    const codex = risksOf(
      '.codex/agents/worker.toml',
      'name = "worker"\ndescription = "d"\nsandbox_mode = "read-only"\ndeveloper_instructions = "Work."\n',
    );
    for (const { id, action } of codex) assert.equal(action, 'unknown', id);
  });

  it('is nothing without an agent', () =>
    assert.deepEqual(risksOf('.claude/agents/worker.md', 'name: worker', 'claude-code'), []));
});
