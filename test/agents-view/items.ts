// Agent items as the server sends them.
import type { AgentItem } from '../../server/protocol/protocol';

const reviewer: AgentItem = {
  kind: 'agent',
  uri: 'file:///w/.claude/agents/reviewer.md',
  folder: 'file:///w',
  path: '.claude/agents/reviewer.md',
  host: 'claude-code',
  hostName: 'Claude Code',
  hostRank: 1,
  isMine: true,
  role: 'owner',
  scope: 'project',
  isConfigured: false,
  start: null,
  id: 'reviewer',
  name: 'reviewer',
  description: 'Reviews changes.',
  color: null,
  model: null,
  outcome: 'loads',
  tone: 'good',
  headline: 'Loads as written.',
  problem: '',
  callers: '',
  shadowedBy: null,
  sameNameAs: null,
  nameConflict: '',
  moveTarget: null,
  startsIn: null,
};

/** An agent of Claude Code, with overrides. */
export const itemOf = (path: string, more: Partial<AgentItem> = {}): AgentItem => {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/(\.agent)?\.md$/, '');
  return { ...reviewer, path, uri: `file:///w/${path}`, id: name, name, ...more };
};

export const ofVSCode: Partial<AgentItem> = { host: 'vscode', hostName: 'VS Code' };
export const ofCopilot: Partial<AgentItem> = { host: 'copilot-cli', hostName: 'Copilot CLI' };
export const stopped: Partial<AgentItem> = {
  ...{ host: 'opencode', hostName: 'OpenCode', id: null },
  ...{ outcome: 'stops-host', tone: 'bad', problem: 'will not start (color)' },
  headline: 'OpenCode will not start with this file.',
};
