// The MCP servers of OpenCode, in its configuration.
import { documented } from '../model/evidence';
import { otherGeneration } from './entries';
import { executedHere } from './evidence';
import { configurationLocations, familyServers, localFolder } from './family-servers';
import { refusal } from './fields';

const page = documented({
  title: 'OpenCode documentation, page "MCP servers"',
  address: 'https://opencode.ai/v1/docs/mcp-servers/',
  on: '2026-11-26',
});

export const servers = familyServers({
  refusal,
  fatal: { permissions: otherGeneration(refusal) },
  local: localFolder,
  aliases: {},
  readsNextForm: true,
  placeholders: /\{file:/,
  ...{ evidence: executedHere, documented: page },
});

export const serverLocations = configurationLocations([
  ...['opencode.json', 'opencode.jsonc'].map(
    (path) => ({ path, scope: 'project', role: 'owner', evidence: executedHere }) as const,
  ),
  ...[
    ...['.config/opencode/config.json', '.config/opencode/opencode.json'],
    ...['.config/opencode/opencode.jsonc', '.opencode/opencode.json', '.opencode/opencode.jsonc'],
  ].map((path) => ({ path, scope: 'user', role: 'owner', evidence: page }) as const),
]);
