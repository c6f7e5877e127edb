// The files next to the agents of Qwen Code.
import type { CompanionFile } from '../model/companion';
import { managerFile, readHere } from './evidence';

const settings = {
  format: 'json',
  names: [{ at: ['mcpServers'], as: 'keys', kind: 'mcp-server', does: 'defines' }],
  evidence: readHere(managerFile),
} as const;

export const companionFiles: readonly CompanionFile[] = [
  { glob: '.qwen/settings.json', scope: 'project', ...settings },
  { glob: '.qwen/settings.json', scope: 'user', ...settings },
];
