// The preview as HTML, through the one function that makes it.
import assert from 'node:assert/strict';
import { announcement, personaHtml } from '../../client/persona/html';
import type { AgentCard } from '../../server/protocol';
import { cardOf, claude, opencode, reviewer } from './cards';

function page(agent: Partial<AgentCard> = {}, host?: string): string {
  const card = cardOf({ ...claude, agent: { ...reviewer, ...agent } }, opencode);
  return personaHtml({ kind: 'card', card, host });
}

describe('the persona preview', () => {
  it('shows who the agent is', () => {
    assert.match(page(), /<h1>code-reviewer<\/h1>/);
    assert.match(page(), /data-tint="#e8912d"/);
    assert.match(page(), />CR<\/div>/);
    assert.match(page(), /Reviews changes\./);
  });

  it('says when there is no description, and folds a long one', () => {
    assert.match(page({ description: null }), /It has no description/);
    assert.match(page({ description: 'word '.repeat(200) }), /aria-expanded="false"/);
    assert.doesNotMatch(page(), /aria-expanded/);
  });

  it('gives each host a tab with its fate in words', () => {
    assert.match(page(), /role="tab" id="tab-claude-code"[^>]*aria-selected="true" tabindex="0"/);
    assert.match(page(), /role="tab" id="tab-opencode"[^>]*aria-selected="false" tabindex="-1"/);
    assert.match(page(), /loads, changed/);
    assert.match(page(), /will not start/);
  });

  it('shows the first host where none, or one that is gone, was chosen', () => {
    assert.equal(page({}, 'gone'), page());
    assert.match(page({}, 'opencode'), /aria-labelledby="tab-opencode"/);
  });

  it('keeps the name where the shown host has no agent, and shows no more of it', () => {
    const refused = page({}, 'opencode');
    assert.match(refused, /<h1>code-reviewer<\/h1>/);
    assert.doesNotMatch(refused, /What it may do|<article/);
  });

  it('names the file where no host has an agent', () => {
    const html = personaHtml({ kind: 'card', card: cardOf(opencode), host: undefined });
    assert.match(html, /<h1>code-reviewer<\/h1>/);
  });

  it('tells a reason once for all tools that were lost for it', () => {
    assert.equal(page().split('<small>not offered beside Bash</small>').length, 2);
    assert.match(page(), /<s>Grep<\/s>/);
    assert.match(page(), /<s>Glob<\/s>/);
  });

  it('leads to the lines of tools, findings and prompt', () => {
    assert.match(page(), /class="tool granted" data-line="3"/);
    assert.match(page(), /class="finding" data-line="3"/);
    assert.match(page(), /line 4</);
    assert.match(page(), /data-line="7">Go to line 8/);
  });

  it('has a table of permissions only where there are rules', () => {
    const rule = { permission: 'bash', pattern: 'git *', action: 'ask', line: 4 };
    assert.match(page({ permissions: [rule] }), /git \*/);
    assert.match(page({ permissions: [rule] }), /class="action ask" data-line="4"/);
    assert.doesNotMatch(page({ permissions: [] }), /id="permissions"/);
  });

  it('marks costs as estimated', () => {
    assert.match(page(), /<small>four letters a token<\/small>/);
    assert.match(page(), /≈ 1,730 tokens/);
  });

  it('leaves the prompt to the page, which cleans it', () => {
    assert.match(page(), /<article class="prompt" data-slot="prompt"><\/article>/);
    assert.doesNotMatch(page(), /Read the change/);
    assert.doesNotMatch(page({ prompt: '' }), /<article/);
  });

  it('has a calm word for every other state', () => {
    assert.match(personaHtml({ kind: 'no-agent', file: 'a.md' }), /No host reads this file/);
    assert.match(personaHtml({ kind: 'no-file' }), /No agent file is open/);
    assert.match(personaHtml({ kind: 'starting' }), /aria-busy="true"/);
    assert.match(personaHtml({ kind: 'failed', message: 'no' }), /data-command="restart"/);
  });

  it('announces what the shown host does', () => {
    const card = cardOf(claude, opencode);
    assert.equal(
      announcement({ kind: 'card', card, host: undefined }),
      'Claude Code: Loads, but not as written. 2 of 5 tools are granted.',
    );
    assert.equal(
      announcement({ kind: 'card', card, host: 'opencode' }),
      'OpenCode will not start.',
    );
  });
});

describe('hostile text in the preview', () => {
  const attacks = [
    '<script>alert(1)</script>',
    '" onerror="alert(1)',
    "' onload='alert(1)",
    '</h1><img src=x>',
    '&lt;b&gt;',
  ];

  for (const attack of attacks) {
    it(`escapes ${attack}`, () => {
      const chip = { name: attack, says: attack, line: 1 };
      const agent: AgentCard = {
        ...reviewer,
        id: `${attack}!`,
        name: attack,
        description: attack,
        color: { name: attack, hex: attack },
        model: { written: attack, says: `${attack}.` },
        mode: attack,
        called: attack,
        tools: {
          all: false,
          says: attack,
          groups: [{ label: attack, granted: [chip], lost: [chip] }],
        },
        permissions: [{ permission: attack, pattern: attack, action: attack, line: 1 }],
        cost: { description: 1, prompt: 1, method: attack },
      };
      const finding = { severity: 'error', message: attack, rule: attack, line: 1 } as const;
      const host = {
        ...claude,
        hostName: attack,
        headline: attack,
        detail: attack,
        agent,
        findings: [finding],
      };
      const card = { ...cardOf(host), file: attack };
      const made = [
        personaHtml({ kind: 'card', card, host: undefined }),
        personaHtml({ kind: 'no-agent', file: attack }),
        personaHtml({ kind: 'failed', message: attack }),
      ].join('');
      assert.ok(!made.includes(attack), 'it stands there as it is');
      assert.ok(!/<(?:script|img)|onerror="|onload='/.test(made));
    });
  }

  it('takes a colour only in the one form that the page may set', () => {
    for (const hex of ['red', '#fff', '#12345g', 'url(x)', '#123456;x']) {
      assert.doesNotMatch(page({ color: { name: 'odd', hex } }), /data-tint/);
    }
  });
});
