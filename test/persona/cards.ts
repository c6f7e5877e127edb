// Persona cards as the server sends them.
import type { CardView } from '../../client/persona/view';
import type { AgentCard, HostCard, PersonaCard } from '../../server/protocol/protocol';

const noControl = { toggle: null, finding: null };

export const reviewer: AgentCard = {
  id: 'code-reviewer',
  name: 'code-reviewer',
  description: 'Reviews changes.',
  color: { name: 'orange', hex: '#e8912d' },
  model: { written: 'sonnet', label: 'Sonnet 5.5' },
  mode: null,
  start: null,
  invocation: 'by the main agent, from its description',
  tools: {
    all: false,
    summary: '2 of 5 tools',
    areConfigurable: true,
    haveCopies: true,
    groups: [
      {
        label: 'Read',
        granted: [{ name: 'Read', detail: '', note: '', line: 3, toggle: 'revoke', finding: null }],
        ...{ unknown: [], added: [], lost: [] },
      },
      {
        label: 'Search',
        ...{ granted: [], unknown: [], added: [] },
        lost: [
          { name: 'Grep', detail: '', note: 'not offered beside Bash', line: 3, ...noControl },
          { name: 'Glob', detail: '', note: 'not offered beside Bash', line: 3, ...noControl },
        ],
      },
    ],
  },
  risks: [
    {
      ...{ id: 'delete', label: 'Delete files', action: 'ask', by: 'the session', rule: null },
      ...{ line: null, example: 'rm -rf src', explanation: 'Claude Code asks for permission.' },
    },
    {
      ...{ id: 'fetch', label: 'Fetch from the web', action: 'deny', by: 'no tool for it' },
      ...{ rule: null, line: 3, example: '' },
      explanation: 'The agent has no tool for this in Claude Code.',
    },
  ],
  permissions: null,
  probes: [{ purpose: 'run-command', label: 'Run', example: 'git push --force' }],
  related: {
    callsNote: 'It has no tool for calling others.',
    ...{ calls: [], calledBy: [], skills: [], servers: [] },
  },
  hooks: [],
  lines: { name: { from: 1, to: 1 }, description: { from: 2, to: 3 }, model: { from: 4, to: 4 } },
  cost: { description: 5, prompt: 1730, method: 'four letters a token' },
  prompt: 'Read the change.',
  promptAt: { start: 80, end: 96 },
  promptLine: 7,
};

export const claude: HostCard = {
  host: 'claude-code',
  hostName: 'Claude Code',
  hostVersion: '2.1.328',
  versionBy: null,
  verified: '2026-11-20',
  isDocumentedOnly: false,
  role: 'owner',
  outcome: 'loads-changed',
  tone: 'changed',
  headline: 'Loads, but not as written.',
  detail: '2 of 5 tools are granted.',
  agent: reviewer,
  skill: null,
  findings: [
    {
      severity: 'warning',
      message: 'MultiEdit is gone.',
      rule: 'removed-tool',
      line: 3,
      fix: 'Replace with "Edit"',
      fixTakesFrom: '',
    },
  ],
  otherFields: [],
};

export const opencode: HostCard = {
  ...claude,
  host: 'opencode',
  hostName: 'OpenCode',
  hostVersion: '1.18.33',
  role: 'guest',
  outcome: 'stops-host',
  tone: 'bad',
  headline: 'OpenCode will not start.',
  detail: '',
  agent: null,
  findings: [],
};

/** The card of a file in the given hosts. */
export function cardOf(...hosts: readonly HostCard[]): PersonaCard {
  return {
    uri: 'file:///w/.claude/agents/code-reviewer.md',
    version: 1,
    file: '.claude/agents/code-reviewer.md',
    entry: null,
    hosts,
  };
}

/** The view of a card. */
export const viewOf = (card: PersonaCard, more: Partial<CardView> = {}): CardView => ({
  ...{ kind: 'card', card, host: undefined, prompt: 'Read the change.' },
  ...{ query: undefined, answer: null, comparison: null, isAssumed: false },
  ...{ typed: undefined, calls: null, isLocked: false, undoable: null, editorCommands: [] },
  ...more,
});
