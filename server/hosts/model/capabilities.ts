// What a tool lets an agent do: the categories into which the tools of all hosts are sorted.
import { t } from '../../text/l10n';

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

const labels: Readonly<Record<Capability, () => string>> = {
  read: () => t('Read'),
  search: () => t('Search'),
  write: () => t('Change files'),
  run: () => t('Run commands'),
  web: () => t('Web'),
  delegate: () => t('Delegate'),
  plan: () => t('Plan and track'),
  ask: () => t('Ask the user'),
  mcp: () => t('MCP servers'),
  other: () => t('Other'),
};

/** For groups of tools: `Change files`. */
export const capabilityLabel = (capability: Capability): string => labels[capability]();
