// The files next to the agents of Kiro.
import type { CompanionFile } from '../model/companion';
import { reference } from './evidence';

const servers = {
  glob: '.kiro/settings/mcp.json',
  format: 'json',
  names: [{ at: ['mcpServers'], as: 'keys', kind: 'mcp-server', does: 'defines' }],
  evidence: reference,
} as const;

export const companionFiles: readonly CompanionFile[] = [
  { ...servers, scope: 'project' },
  { ...servers, scope: 'user' },
];
