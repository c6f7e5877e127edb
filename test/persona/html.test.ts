// Tests the HTML of the preview.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { setLocalization } from '../../client/l10n';
import { announcement, pageOf } from '../../client/persona/html';
import { type CardView, shownHost, type View } from '../../client/persona/view';
import type {
  AgentCard,
  CallAnswer,
  CardFinding,
  OutcomeTable,
  ProbeAnswer,
  RelatedItem,
  SkillCard,
  ToolChip,
} from '../../server/protocol/protocol';
import { cardOf, claude, opencode, reviewer, viewOf } from './cards';

const htmlOf = (view: View): string => {
  const { top, panel } = pageOf(view);
  return [...Object.values(top), ...Object.values(panel)].join('\n');
};

function page(agent: Partial<AgentCard> = {}, more: Partial<CardView> = {}): string {
  const card = cardOf({ ...claude, agent: { ...reviewer, ...agent } }, opencode);
  return htmlOf(viewOf(card, more));
}

const chipOf = (name: string): ToolChip => ({
  ...{ name, detail: '', note: 'a note', line: 3 },
  ...{ toggle: null, finding: null },
});

const query = { purpose: 'run-command', subject: 'git push --force' };
const denied: ProbeAnswer = {
  action: 'deny',
  headline: 'Denied.',
  explanation: 'The last rule wins.',
  parts: [
    {
      subject: 'git push --force',
      action: 'deny',
      rule: 'bash, git push *: deny',
      source: 'line 7',
      line: 6,
    },
  ],
};
const table: OutcomeTable = {
  hosts: [
    {
      host: 'a',
      hostName: 'Claude Code',
      isRead: true,
      tone: 'good',
      outcome: 'loads',
      ...{ tools: '2 tools', toolsTone: 'good', needsVersion: false },
    },
    {
      host: 'b',
      hostName: 'OpenCode',
      isRead: false,
      tone: 'bad',
      outcome: 'stops-host',
      ...{ tools: '', toolsTone: 'good', needsVersion: true },
    },
  ],
  rows: [
    {
      key: 'color',
      line: 4,
      cells: [
        { tone: 'good', word: 'used', label: 'takes it' },
        { tone: 'bad', word: 'rejected', label: 'refuses the file for it' },
      ],
    },
  ],
};

describe('the persona preview', () => {
  afterEach(() => setLocalization(undefined));

  it('shows who the agent is', () => {
    assert.match(
      page(),
      /<h1><button class="plain" data-line="1" data-to="1"[^>]*>code-reviewer<\/button><\/h1>/,
    );
    assert.match(page(), /data-tint="#e8912d"/);
    assert.match(page(), />CR<\/div>/);
    assert.match(page(), /Reviews changes\./);
  });

  for (const language of ['en', 'de', 'es', 'fr', 'ja', 'zh-cn'])
    it(`names each button by the text in it, in ${language}`, () => {
      if (language !== 'en')
        setLocalization({
          language,
          bundle: JSON.parse(readFileSync(`l10n/bundle.l10n.${language}.json`, 'utf8')),
        });
      const lost = { ...chipOf('MultiEdit'), finding: 0 };
      const groups = [{ label: 'Write', granted: [], unknown: [], added: [], lost: [lost] }];
      const html = page({ tools: { ...reviewer.tools, groups } });
      const buttons = [
        ...html.matchAll(/<button[^>]* aria-label="([^"]*)"[^>]*>([^<]+)<\/button>/g),
      ];
      assert.ok(buttons.length > 0);
      for (const [, name = '', text = ''] of buttons)
        assert.ok(name.toLowerCase().includes(text.toLowerCase()), `${name} for ${text}`);
    });

  it('leads to the line of the description by a button, which keys reach', () => {
    const html = page({ lines: { ...reviewer.lines, description: { from: 2, to: 3 } } });
    assert.match(
      html,
      /<\/p><button class="quiet control to-line[^"]*" data-line="2" data-to="3">Go to Line 3<\/button>/,
    );
    assert.doesNotMatch(page({ lines: { ...reviewer.lines, description: undefined } }), /to-line/);
  });

  it('reports a missing description, and folds a long one', () => {
    assert.match(page({ description: null }), /No description\./);
    assert.match(page({ description: 'word '.repeat(200) }), /aria-expanded="false"/);
    assert.doesNotMatch(page(), /aria-expanded/);
  });

  it('shows a tab with the outcome for each host', () => {
    assert.match(page(), /role="tab" id="tab-claude-code"[^>]*aria-selected="true" tabindex="0"/);
    assert.match(page(), /role="tab" id="tab-opencode"[^>]*aria-selected="false" tabindex="-1"/);
    assert.match(page(), /loads, changed/);
    assert.match(page(), /will not start/);
  });

  it('shows the first host if none or an unknown one is selected', () => {
    assert.equal(page({}, { host: 'gone' }), page());
    const view = viewOf(cardOf(claude, opencode), { host: 'opencode' });
    assert.equal(shownHost(view), opencode);
    assert.equal(pageOf(view).tab, 'tab-opencode');
  });

  it('shows only the name if the shown host has no agent', () => {
    const refused = page({}, { host: 'opencode' });
    assert.match(refused, /<h1>.*code-reviewer.*<\/h1>/);
    assert.doesNotMatch(refused, /id="tools"|Prompt/);
  });

  it('shows the file name if no host has an agent', () => {
    const html = htmlOf(viewOf(cardOf(opencode)));
    assert.match(html, /<h1>code-reviewer<\/h1>/);
  });

  it('shows a reason once for all tools', () => {
    assert.equal(page().split('<small>not offered beside Bash</small>').length, 2);
    assert.match(page(), /<s>Grep<\/s>/);
    assert.match(page(), /<s>Glob<\/s>/);
  });

  it('links to the lines of tools, findings and prompt', () => {
    assert.match(page(), /class="tool granted"[^>]* data-line="3"/);
    assert.match(page(), /class="finding" data-line="3"/);
    assert.match(page(), /line 4</);
    assert.match(page(), /data-line="7">line 8/);
  });

  it('counts the findings in one line, which is open where the file is rejected', () => {
    const [warning] = claude.findings;
    assert.ok(warning);
    const of = (...severities: readonly CardFinding['severity'][]): string =>
      htmlOf(
        viewOf(
          cardOf({
            ...claude,
            findings: severities.map((severity) => ({ ...warning, severity })),
          }),
        ),
      );
    assert.match(of('warning', 'warning', 'hint'), /<span>2 warnings, 1 note<\/span>/);
    assert.match(of('information', 'hint'), /<span>2 notes<\/span>/);
    assert.doesNotMatch(of('warning'), /id="findings-claude-code" open/);
    assert.match(of('error', 'hint'), /id="findings-claude-code" open/);
    const lost = { ...claude, agent: null, findings: [warning] };
    assert.match(htmlOf(viewOf(cardOf(lost))), /id="findings-claude-code" open/);
    assert.doesNotMatch(of(), /class="problems"/);
  });

  it('offers the fix of a finding, there and at the tool that it is about', () => {
    const lost = { ...chipOf('MultiEdit'), finding: 0 };
    const groups = [{ label: 'Write', granted: [], unknown: [], added: [], lost: [lost] }];
    const html = page({ tools: { ...reviewer.tools, groups } });
    const buttons = [...html.matchAll(/data-fix="0" data-title="([^"]*)" aria-label="([^"]*)"/g)];
    assert.deepEqual(
      buttons.map(([, title, name]) => [title, name]),
      [
        ['Replace with &#34;Edit&#34;', 'Fix: Replace with &#34;Edit&#34;'],
        ['Replace with &#34;Edit&#34;', 'Fix &#34;MultiEdit&#34;: Replace with &#34;Edit&#34;'],
      ],
    );
    const without = { ...claude, findings: claude.findings.map((one) => ({ ...one, fix: null })) };
    assert.doesNotMatch(htmlOf(viewOf(cardOf(without))), /data-fix/);
  });

  it('warns of a fix that takes tools from the agent in other programs', () => {
    const groups = [
      {
        ...{ label: 'Write', granted: [], unknown: [], added: [] },
        lost: [{ ...chipOf('MultiEdit'), finding: 0 }],
      },
    ];
    const agent = { ...reviewer, tools: { ...reviewer.tools, groups } };
    const findings = claude.findings.map((one) => ({ ...one, fixTakesFrom: 'VS Code' }));
    const html = htmlOf(viewOf(cardOf({ ...claude, agent, findings })));
    assert.equal([...html.matchAll(/loses tools in VS Code/g)].length, 2);
    assert.doesNotMatch(page(), /loses tools/);
  });

  it('shows first what the agent can do, each with what decides it', () => {
    const risk = {
      ...{ id: 'x', by: 'line 7', rule: 'bash, *: allow', line: 6 },
      explanation: 'w',
    };
    const html = page({
      risks: [
        { ...risk, label: 'Force-push', action: 'allow', example: 'git push --force' },
        {
          ...risk,
          label: 'Delete',
          action: 'unknown',
          by: '',
          rule: null,
          line: null,
          example: '',
        },
      ],
    });
    assert.match(
      html,
      /class="risk bad"><span class="what">Force-push<\/span>[\s\S]*?allowed<\/span>\s*<span class="by"><code>bash, \*: allow<\/code> <button class="quiet" data-line="6"/,
    );
    assert.match(html, /class="risk unknown"><span class="what">Delete[\s\S]*?not known<\/span>/);
    assert.match(html, /For <code>git push --force<\/code>\. w/);
    assert.ok(html.indexOf('id="risks"') < html.indexOf('id="tools"'));
    assert.doesNotMatch(page({ risks: [] }), /id="risks"/);
  });

  it('offers to undo what one click changed, at its place', () => {
    const undo = /<p class="undo"><span>(.*?)<\/span> <button [^>]*data-command="undo"/g;
    const within = (more: Partial<CardView>): readonly (readonly [string, boolean])[] => {
      const html = page({}, more);
      return [...html.matchAll(undo)].map(({ 1: label = '', index }) => [
        label,
        index > html.indexOf('id="tools"'),
      ]);
    };
    const label = 'Revoked Grep';
    assert.deepEqual(within({}), []);
    assert.deepEqual(within({ undoable: { label, group: 'Search' } }), [[label, true]]);
    // The group had no other tool.
    assert.deepEqual(within({ undoable: { label, group: 'Web' } }), [[label, true]]);
    assert.deepEqual(within({ undoable: { label, group: null } }), [[label, false]]);
  });

  it('grants and revokes tools by a click, and reports it', () => {
    const groups = [
      {
        ...{ label: 'Write', unknown: [], added: [chipOf('plan')] },
        granted: [{ ...chipOf('Edit'), toggle: 'revoke' } as const],
        lost: [{ ...chipOf('Bash'), line: null, toggle: 'grant' } as const],
      },
    ];
    const html = page({ tools: { ...reviewer.tools, groups } });
    assert.match(
      html,
      /data-tool="Edit" data-toggle="revoke" data-line="3" aria-pressed="true" title="Revoke &#34;Edit&#34;\nAlt\+Click or Alt\+Enter to go to line 4">/,
    );
    assert.match(
      html,
      /data-tool="Bash" data-toggle="grant" aria-pressed="false" title="Grant &#34;Bash&#34;">/,
    );
    assert.match(html, /<button class="tool added" data-line="3"/);
    assert.match(html, /data-command="configureTools">Configure Tools\.\.\.</);
  });

  it('offers to change a tool in all copies where the agent has some', () => {
    assert.match(page(), /data-command="configureCopies">Change a Tool in All Copies\.\.\.</);
    const html = page({ tools: { ...reviewer.tools, haveCopies: false } });
    assert.doesNotMatch(html, /configureCopies/);
  });

  it('offers no configuration of tools where no file can name them', () => {
    const html = page({ tools: { ...reviewer.tools, areConfigurable: false } });
    assert.doesNotMatch(html, /configureTools/);
  });

  it('starts a conversation only where the host and the editor have a way', () => {
    const start = {
      command: 'claude --agent code-reviewer',
      editor: { command: 'chat.open', argument: { mode: 'code-reviewer' } },
    };
    assert.doesNotMatch(page(), /data-command="(?:openChat|copyCommand)"/);
    assert.match(page({ start }), /data-command="copyCommand" title="claude --agent/);
    assert.doesNotMatch(page({ start }), /data-command="openChat"/);
    assert.match(page({ start }, { editorCommands: ['chat.open'] }), /data-command="openChat"/);
  });

  it('shows every field that no other part shows, with its outcome', () => {
    const otherFields = [
      {
        ...{ key: 'temperature', value: '0.2', line: 5 },
        outcome: { tone: 'changed', word: 'ignored', label: 'It has no such field.' },
      },
    ] as const;
    const html = htmlOf(viewOf(cardOf({ ...claude, otherFields })));
    assert.match(html, /data-line="5"[^>]*><code>temperature<\/code>/);
    assert.match(html, /<code>0\.2<\/code>/);
    assert.match(html, /<svg[^>]*>.*<\/svg><\/span><span>ignored <small>It has no such field\./s);
    assert.match(htmlOf(viewOf(cardOf({ ...opencode, otherFields }))), /temperature/);
    assert.doesNotMatch(page(), /id="other-fields"/);
  });

  it('shows whether it is locked', () => {
    assert.match(page(), /data-command="lock" aria-pressed="false" aria-label="Lock/);
    const locked = page({}, { isLocked: true });
    assert.match(locked, /data-command="lock" aria-pressed="true" aria-label="Unlock/);
  });

  it('shows a table of permissions only if there are rules', () => {
    const rule = { permission: 'bash', pattern: 'git *', action: 'ask', line: 4 };
    assert.match(page({ permissions: [rule] }), /git \*/);
    assert.match(page({ permissions: [rule] }), /class="action ask" data-line="4"/);
    assert.doesNotMatch(page({ permissions: [] }), /class="rules"/);
    assert.match(page({ permissions: [] }), /<details class="part" id="permission-query">/);
    assert.doesNotMatch(page({ permissions: [rule] }), /id="permission-query"/);
    assert.doesNotMatch(page({ permissions: [], probes: [] }), /id="permissions"/);
  });

  it('marks costs as estimated', () => {
    assert.match(page(), /<small>four letters a token<\/small>/);
    assert.match(page(), /≈ 1,730 tokens/);
  });

  it('does not contain the prompt, which the webview renders', () => {
    assert.doesNotMatch(page(), /Read the change/);
    assert.match(page(), /16 characters/);
    assert.match(page({}, { prompt: '' }), /empty/);
  });

  it('shows the permission query, and the answer with the matching rule', () => {
    assert.match(page(), /<option value="run-command"[^>]* selected>Run<\/option>/);
    assert.match(page({}, { query }), /value="git push --force"/);
    assert.doesNotMatch(page({}, { query }), /class="answer/);
    // The region is there before its first text, which is announced only then.
    assert.match(page({}, { query }), /<div role="status"><\/div>/);
    const answered = page({}, { query, answer: denied });
    assert.match(answered, /<div role="status"><div class="answer deny">/);
    assert.match(answered, /<strong>Denied\.<\/strong>/);
    assert.match(
      answered,
      /bash, git push \*: deny<\/code> <button class="quiet" data-line="6">line 7/,
    );
    assert.doesNotMatch(page({ probes: [] }, { query }), /id="ask"/);
  });

  it('shows related agents, and links to their files', () => {
    const calls: RelatedItem[] = [
      { name: 'tester', note: 'may be called', tone: 'plain', line: 3, uri: 'file:///w/t.md' },
      { name: 'ghost', note: 'not among the agents here', tone: 'missing', line: 3, uri: null },
    ];
    const html = page({ related: { ...reviewer.related, callsNote: '', calls } });
    assert.match(html, /data-uri="file:\/\/\/w\/t.md"/);
    assert.match(html, /class="tool missing" data-line="3">ghost/);
  });

  it('shows hooks, and marks ignored ones', () => {
    const hook = {
      event: 'PreToolUse',
      matcher: 'Bash',
      action: './check.sh',
      line: 5,
      isLost: false,
    };
    const html = page({ hooks: [hook, { ...hook, isLost: true }] });
    assert.match(html, /2 actions run without confirmation/);
    assert.match(html, /<s>\.\/check\.sh<\/s> <small>ignored/);
  });

  it('compares the hosts in rows only when expanded', () => {
    assert.match(page(), /<details class="part" id="comparison">/);
    assert.doesNotMatch(page(), /class="programs"/);
    const open = page({}, { comparison: table });
    const rows = open.split('class="host-row"').slice(1);
    assert.deepEqual(
      rows.map((row) =>
        [...row.matchAll(/visually-hidden">(\w+): <\/span>([^<]*)/g)].map(([, ...cell]) => cell),
      ),
      [
        [
          ['File', 'loads'],
          ['Tools', '2 tools'],
          ['Fields', 'all used'],
        ],
        [
          ['File', 'will not start'],
          ['Tools', 'none'],
          ['Fields', '1 differs'],
        ],
      ],
    );
    assert.match(rows[1] ?? '', /<code>color<.*rejected <small>refuses the file for it/s);
    assert.match(open, /OpenCode: as if the file were in that program&#39;s own folder/);
  });

  it('offers a version of the agent for a host that the file does not serve', () => {
    const [served = '', other = ''] = page({}, { comparison: table })
      .split('class="host-row"')
      .slice(1);
    assert.doesNotMatch(served, /data-version/);
    assert.match(other, /data-version="b">Create the OpenCode Version\.\.\.</);
  });

  it('has one field per placeholder', () => {
    const html = page({}, { prompt: 'Look at {{BRANCH}}, then {{BRANCH}} and $ARGUMENTS.' });
    assert.equal(html.split('data-placeholder="{{BRANCH}}"').length, 2);
    assert.match(html, /data-placeholder="\$ARGUMENTS"/);
    assert.doesNotMatch(page(), /id="placeholders"/);
  });

  it('has a message for every other state', () => {
    assert.match(htmlOf({ kind: 'no-agent', file: 'a.md' }), /No program reads this file/);
    assert.match(htmlOf({ kind: 'no-file' }), /No agent file is open/);
    assert.match(htmlOf({ kind: 'starting' }), /aria-busy="true"/);
    assert.match(htmlOf({ kind: 'failed', message: 'no' }), /data-command="restart"/);
  });

  it('announces the verdict of the shown host', () => {
    const card = cardOf(claude, opencode);
    assert.equal(
      announcement(viewOf(card)),
      'Claude Code: Loads, but not as written. 2 of 5 tools are granted.',
    );
    assert.equal(announcement(viewOf(card, { host: 'opencode' })), 'OpenCode will not start.');
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
      const chip = { name: attack, detail: attack, note: attack, line: 1, finding: 0 };
      const toggled = { ...chip, toggle: 'grant' } as const;
      const plain = { ...chip, toggle: null };
      const near = { name: attack, note: attack, tone: 'plain', line: 1, uri: attack } as const;
      const part = {
        subject: attack,
        action: 'ask',
        rule: attack,
        source: attack,
        line: 1,
      } as const;
      const answer: ProbeAnswer = {
        ...{ action: 'ask', headline: attack, explanation: attack },
        parts: [part, { ...part, line: null }],
      };
      const comparison: OutcomeTable = {
        hosts: [
          {
            host: attack,
            hostName: attack,
            isRead: false,
            tone: 'good',
            outcome: attack,
            tools: attack,
            toolsTone: 'good',
            needsVersion: true,
          },
        ],
        rows: [{ key: attack, line: 1, cells: [{ tone: 'bad', word: attack, label: attack }] }],
      };
      const agent: AgentCard = {
        ...reviewer,
        id: `${attack}!`,
        name: attack,
        description: attack,
        color: { name: attack, hex: attack },
        model: { written: attack, label: `${attack}.` },
        mode: attack,
        invocation: attack,
        start: { command: attack, editor: { command: attack, argument: {} } },
        tools: {
          all: false,
          summary: attack,
          areConfigurable: true,
          haveCopies: false,
          groups: [
            {
              label: attack,
              granted: [toggled],
              unknown: [toggled],
              added: [plain],
              lost: [plain],
            },
          ],
        },
        probes: [{ purpose: attack, label: attack, example: attack }],
        related: {
          callsNote: attack,
          ...{ calls: [near], calledBy: [{ ...near, uri: null }], skills: [near], servers: [near] },
        },
        hooks: [{ event: attack, matcher: attack, action: attack, line: 1, isLost: true }],
        permissions: [{ permission: attack, pattern: attack, action: attack, line: 1 }],
        cost: { description: 1, prompt: 1, method: attack },
      };
      const finding = {
        severity: 'error',
        message: attack,
        rule: attack,
        line: 1,
        fix: attack,
        fixTakesFrom: attack,
      } as const;
      const host = {
        ...claude,
        hostName: attack,
        headline: attack,
        detail: attack,
        agent,
        findings: [finding],
        otherFields: [
          {
            key: attack,
            value: attack,
            line: 1,
            outcome: { tone: 'changed', word: attack, label: attack },
          },
        ],
      } as const;
      const card = { ...cardOf(host), file: attack };
      const made = [
        htmlOf(
          viewOf(card, {
            prompt: attack,
            query: { purpose: attack, subject: attack },
            answer,
            comparison,
            editorCommands: [attack],
          }),
        ),
        htmlOf({ kind: 'no-agent', file: attack }),
        htmlOf({ kind: 'failed', message: attack }),
      ].join('');
      assert.ok(!made.includes(attack), 'it is not escaped');
      assert.ok(!/<(?:script|img)|onerror="|onload='/.test(made));
    });
  }

  it('accepts a color only as a hexadecimal value', () => {
    for (const hex of ['red', '#fff', '#12345g', 'url(x)', '#123456;x']) {
      assert.doesNotMatch(page({ color: { name: 'odd', hex } }), /data-tint/);
    }
  });

  it('shows a skill as the model sees it, and what a call would send', () => {
    const skill: SkillCard = {
      ...{ call: '/deploy', subject: 'skill', listed: 'Deploys <b>.', cutAt: 1535 },
      ...{ grants: ['Bash(git:*)'], denies: [], canBeCalled: true, only: null },
    };
    const card = cardOf({ ...claude, agent: null, skill });
    const calls: CallAnswer = {
      calls: [
        {
          ...{ host: 'claude-code', hostName: 'Claude Code', call: '/deploy', files: [] },
          parts: [
            { kind: 'text', text: 'Go <i>' },
            { kind: 'output', text: 'id' },
          ],
          commands: ['id'],
          notes: ['Claude Code runs the commands first.'],
          command: 'claude /deploy',
          editor: null,
        },
      ],
    };
    const before = htmlOf(viewOf(card));
    assert.match(before, /Claude Code cuts it after 1535 characters/);
    assert.match(before, /<code>\/deploy<\/code> Deploys &#60;b&#62;\./);
    assert.match(before, /Usable without asking: <code>Bash\(git:\*\)<\/code>/);
    assert.match(before, /<input id="call-text"[^>]* value=""/);
    const after = htmlOf(viewOf(card, { typed: '/deploy a', calls }));
    assert.match(after, /value="\/deploy a"/);
    assert.match(after, /<pre class="sent"[^>]*>Go &#60;i&#62;<mark[^>]*>\$ id<\/mark><\/pre>/);
    assert.match(after, /Commands: <code>id<\/code>/);
    assert.match(after, /In a terminal: <code>claude \/deploy<\/code>/);
    assert.doesNotMatch(htmlOf(viewOf(cardOf(claude))), /call-text/);
  });
});
