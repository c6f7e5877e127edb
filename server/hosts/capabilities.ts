// Tools of all hosts by what they let an agent do, from the harmless to the far-reaching.

export const capabilities = [
  'read',
  'search',
  'write',
  'run',
  'web',
  'delegate',
  'plan',
  'ask',
  'mcp',
  'other',
] as const;

export type Capability = (typeof capabilities)[number];

export const capabilityLabels: Readonly<Record<Capability, string>> = {
  read: 'Read',
  search: 'Search',
  write: 'Change files',
  run: 'Run commands',
  web: 'Web',
  delegate: 'Delegate',
  plan: 'Plan and track',
  ask: 'Ask the person',
  mcp: 'MCP servers',
  other: 'Other',
};
