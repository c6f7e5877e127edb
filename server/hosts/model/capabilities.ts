// What a tool lets an agent do: the categories into which the tools of all hosts are sorted.

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
  ask: 'Ask the user',
  mcp: 'MCP servers',
  other: 'Other',
};
