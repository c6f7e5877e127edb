// What a user sees of an agent in the editor: the preview, its export, the graph and the Agents view.
import { detailOf, ariaLabelOf as rowAriaLabelOf, tooltipOf } from '../../client/agents/labels';
import { type Box, linePoints, pathOf } from '../../client/graph/geometry';
import { ariaLabelOf, legendOf, lineStyleOf, summaryOf } from '../../client/graph/labels';
import { layoutOf } from '../../client/graph/layout';
import { visibleGraphOf } from '../../client/graph/visible-graph';
import { nameForPurpose } from '../../client/new-agent/purpose-name';
import { purposeRows } from '../../client/new-agent/rows';
import { personaMarkdown } from '../../client/persona/export-markdown';
import { pageOf } from '../../client/persona/html';
import { newAgentChoices } from '../../server/lsp/answers/new-agent';
import type {
  AgentCard,
  HostCard,
  OutcomeCell,
  OutcomeTable,
} from '../../server/protocol/protocol';
import { itemOf, ofCopilot, ofVSCode, stopped } from '../agents-view/items';
import { graphWith } from '../graph/made';
import { cardOf, claude, opencode, reviewer, viewOf } from '../persona/cards';
import { catalog } from '../support/catalog';
import { inEnglish } from '../support/words';

const chip = { detail: '', note: '', line: 3, toggle: null, finding: null };
const item = { note: '', tone: 'plain', line: 4, uri: null } as const;

/** It has everything that an agent can have. */
const full: AgentCard = {
  ...reviewer,
  description: ' Reviews *changes*.\n\nTwice. ',
  mode: 'subagent',
  model: { written: null, label: 'The model of the session' },
  start: { command: 'claude --agent code-reviewer', editor: null },
  tools: {
    ...{ all: false, summary: '3 of 6 tools', areConfigurable: true, haveCopies: true },
    groups: [
      {
        label: 'Read',
        granted: [
          { ...chip, name: 'Read', toggle: 'revoke' },
          { ...chip, name: 'Bash', detail: '4 commands' },
        ],
        unknown: [{ ...chip, name: 'mcp__docs', note: 'not connected' }],
        added: [{ ...chip, name: 'Skill', line: null }],
        lost: [
          { ...chip, name: 'Edit', note: 'denied', toggle: 'grant' },
          { ...chip, name: 'MultiEdit', finding: 0 },
        ],
      },
    ],
  },
  permissions: [
    { permission: 'bash', pattern: 'git *', action: 'allow', line: 5 },
    { permission: 'edit', pattern: '*', action: 'deny', line: 6 },
  ],
  related: {
    callsNote: 'It can call these agents.',
    calls: [
      { ...item, name: 'tester', uri: 'file:///w/tester.md' },
      { ...item, name: 'gone', note: 'not found', tone: 'missing' },
      { ...item, name: 'painter', note: 'denied', tone: 'denied', line: null },
    ],
    calledBy: [{ ...item, name: 'lead', line: null, uri: 'file:///w/lead.md' }],
    skills: [{ ...item, name: 'style' }],
    servers: [{ ...item, name: 'docs' }],
  },
  hooks: [
    { event: 'PreToolUse', matcher: 'Bash', action: 'check.sh', line: 8, isLost: false },
    { event: 'Stop', matcher: '', action: 'say done', line: 9, isLost: true },
  ],
  lines: { ...reviewer.lines, tools: { from: 3, to: 3 }, color: { from: 5, to: 5 } },
};

const cell = (tone: OutcomeCell['tone'], word: string, label = ''): OutcomeCell => ({
  tone,
  word,
  label,
});

const others: HostCard['otherFields'] = [
  { key: 'memory', value: 'project', line: 6, outcome: cell('good', 'used') },
  { key: 'sky', value: 'blue', line: 7, outcome: cell('unknown', 'ignored', 'It is ignored.') },
];

const hosts: readonly HostCard[] = [
  { ...claude, agent: full, otherFields: others },
  opencode,
  { ...claude, host: 'qwen-code', hostName: 'Qwen Code', isDocumentedOnly: true, tone: 'unknown' },
  {
    ...{ ...claude, host: 'kilo', hostName: 'Kilo', tone: 'good', outcome: 'loads', findings: [] },
    agent: {
      ...full,
      color: null,
      hooks: [],
      permissions: [],
      model: { written: 'a/b', label: 'B' },
    },
  },
];

const columnOf = ({ host, hostName, tone }: HostCard, isRead: boolean) => ({
  ...{ host, hostName, isRead, tone, outcome: `is ${tone}`, tools: '2 of 5 tools' },
  ...{ toolsTone: 'changed' as const, needsVersion: !isRead },
});

const comparison: OutcomeTable = {
  hosts: hosts.map((host, n) => columnOf(host, n !== 2)),
  rows: [
    {
      ...{ key: 'tools', line: 3 },
      cells: [
        cell('changed', 'changed', 'One is removed.'),
        cell('bad', 'refused'),
        null,
        cell('good', 'used'),
      ],
    },
    {
      ...{ key: 'color', line: 5 },
      cells: [
        cell('good', 'used'),
        cell('changed', 'dropped'),
        cell('unknown', 'ignored'),
        cell('good', 'used'),
      ],
    },
  ],
};

function previews(): string {
  const card = cardOf(...hosts);
  return [
    ...hosts.map((host) => {
      const { top, panel } = pageOf(viewOf(card, { host: host.host, comparison }));
      return Object.entries({ ...top, ...panel })
        .map(([part, markup]) => `${host.hostName}, ${part}:\n${inLines(markup)}`)
        .join('\n');
    }),
    ...hosts.map(
      (host) =>
        `Saved from ${host.hostName}:\n${indented(personaMarkdown(card, host, 'You review.'))}`,
    ),
    `Saved without a prompt:\n${indented(personaMarkdown(card, hosts[3] ?? claude, ''))}`,
  ].join('\n\n');
}

const inLines = (markup: string): string =>
  indented(
    markup
      .replaceAll(/<svg.*?<\/svg>/gs, '<svg/>')
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/> ?(?=<[a-z])/g, '>\n')
      .trim(),
  );

const indented = (text: string): string =>
  text
    .split('\n')
    .map((line) => `  ${line}`.trimEnd())
    .join('\n');

const drawn: Readonly<Record<string, ReturnType<typeof graphWith>>> = {
  'a team': graphWith({ team: ['lead', 'builder', 'tester', 'spare'], other: ['loner'] }, [
    ...['lead>builder!', 'lead~tester', 'builder>lead@', 'tester?builder', 'tester>tester@'],
    ...['lead~loner', 'tester~loner', 'spare?loner', 'lead?loner', 'loner>lead'],
  ]),
  'two teams': graphWith({ a: ['u', 'v', 'w'], b: ['x', 'y', 'z'] }, [
    'u>v',
    'v>w',
    'u>w',
    'u>x',
    'v>x',
    'x>y',
    'w>z@',
  ]),
  'small teams': graphWith({ '': ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] }, [
    'a>b',
    'c>d',
    'e>f',
    'e>g',
    'e>h',
  ]),
  'no links': graphWith({ a: ['x', 'y', 'z'], b: ['w'] }),
  nothing: graphWith({}),
};

function graphs(): string {
  const all = Object.entries(drawn).flatMap(([name, graph]) =>
    (
      [
        ['', [], 1000, ''],
        [', narrow', [], 500, ''],
        [', collapsed', ['team', 'a'], 1000, ''],
        [', searched', [], 1000, 'e'],
      ] as const
    ).map(([how, closed, width, query]) => {
      const isClosed = (folder: string): boolean => (closed as readonly string[]).includes(folder);
      const visible = visibleGraphOf(graph, { isClosed, query });
      const layout = layoutOf(visible, width);
      return [
        `${name}${how}: ${summaryOf(graph, visible)}`,
        ...legendOf(visible.links).map(
          ({ kind, symbol, label }) => `  legend ${kind} ${symbol} ${label}`,
        ),
        ...visible.nodes.map((node) => `  ${ariaLabelOf(node, visible.links, (key) => key)}`),
        ...visible.links.map(
          (link) =>
            `  ${link.from} -> ${link.to}: ${link.label}, ${lineStyleOf(link)}${link.isCycle ? ', cycle' : ''}${link.isEscalation ? ', escalation' : ''}`,
        ),
        ...[...layout.boxes].map(([key, { x, y }]) => `  ${key} at ${x}, ${y}`),
        ...layout.paths.map((points) => `  line ${points.length === 0 ? '' : pathOf(points)}`),
        `  ${layout.width} x ${layout.height}`,
      ].join('\n');
    }),
  );
  const from: Box = { x: 300, y: 100 };
  const lines = [0, 300, 600].map(
    (x) => `a line to ${x}: ${JSON.stringify(linePoints(from, { x, y: 40 }, []))}`,
  );
  return [...all, ...lines]
    .join('\n')
    .replaceAll(/\d+\.\d+/g, (number) => String(Math.round(Number(number))));
}

function rows(): string {
  const items = [
    itemOf('.claude/agents/reviewer.md'),
    itemOf('.claude/agents/full.md', {
      ...{ model: 'sonnet', color: { name: 'red', hex: '#ff0000' }, description: 'All *of* it.' },
      ...{ nameConflict: 'Another file has the name.', sameNameAs: 'web/full.md' },
    }),
    itemOf('.claude/agents/plain.md', { description: null }),
    itemOf('.github/agents/x.agent.md', { ...ofVSCode, color: { name: 'red', hex: null } }),
    itemOf('.github/agents/y.agent.md', { ...ofCopilot, shadowedBy: 'a/y.agent.md' }),
    itemOf('.opencode/agent/painter.md', stopped),
  ];
  const agents = items.map((one) => {
    const row = {
      kind: 'agent',
      key: 'k',
      item: one,
      items: [one],
      fileName: null,
      isBelowHost: false,
    } as const;
    return [detailOf(row), rowAriaLabelOf(row), tooltipOf(row)].map(indented).join('\n  --\n');
  });
  const purposes = [
    'Reviews SQL migrations for locks.',
    'fixing',
    'Finds the bug. Then fixes it',
    'translate a text',
    'migrates',
    'Refactoring',
    'audits',
    'optimises it',
    'analyzing logs',
    'summarise',
    'releases',
    'update',
    'explains code',
    'researches',
    'documenting',
    'for the of',
    '',
    '  Überprüft 3 Dinge!',
    'a-b c_d e.f',
    'one two three four five',
  ];
  return [
    ...agents,
    ...purposes.map(
      (purpose) => `  ${JSON.stringify(purpose)} -> ${JSON.stringify(nameForPurpose(purpose))}`,
    ),
    ...purposeRows(inEnglish(newAgentChoices(catalog)), 3).map((row) => `  ${JSON.stringify(row)}`),
  ].join('\n\n');
}

export const clientTexts: readonly { readonly name: string; readonly text: () => string }[] = [
  { name: 'preview', text: () => `${previews()}\n` },
  { name: 'graph', text: () => `${graphs()}\n` },
  { name: 'agents', text: () => `${rows()}\n` },
];
