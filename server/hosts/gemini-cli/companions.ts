// The files next to the agents of Gemini CLI.
import type { CompanionFile } from '../model/companion';
import { readHere } from './evidence';

const settings = {
  format: 'json',
  names: [{ at: ['mcpServers'], as: 'keys', kind: 'mcp-server', does: 'defines' }],
  evidence: readHere('config/storage.js'),
} as const;

export const companionFiles: readonly CompanionFile[] = [
  { glob: '.gemini/settings.json', scope: 'project', ...settings },
  { glob: '.gemini/settings.json', scope: 'user', ...settings },
];
