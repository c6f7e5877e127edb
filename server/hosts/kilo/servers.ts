// The MCP servers of Kilo, in its configuration and in that of OpenCode.
import { serversAmong } from '../judge/servers';
import { documented } from '../model/evidence';
import { configurationLocations, familyServers, serversKey } from '../opencode/family-servers';
import { rulesOf } from '../opencode/rules';
import { executedHere } from './evidence';
import { refusalOfConfiguration } from './fields';

const page = documented({
  title: 'Kilo documentation, page "Using MCP in Kilo Code"',
  address:
    'https://raw.githubusercontent.com/Kilo-Org/kilocode/main/packages/kilo-docs/pages/automate/mcp/using-in-kilo-code.md',
  on: '2026-11-26',
});

export const servers = familyServers({
  refusal: refusalOfConfiguration,
  local: {},
  aliases: { env: 'environment' },
  placeholders: /\{(?:env|file):/,
  // Kilo starts without the configuration, and so without its permission rules.
  guards: (fields) => [
    ...rulesOf(fields.filter(({ key }) => key === 'permission' || key === 'tools')).flatMap(
      ({ permission, pattern, action }) =>
        action === 'deny' || action === 'ask'
          ? [
              {
                kind: action,
                name: pattern === '*' ? permission : `${permission} ${pattern}`,
              } as const,
            ]
          : [],
    ),
    ...serversAmong(fields, serversKey),
  ],
  ...{ evidence: executedHere, documented: page },
});

export const serverLocations = configurationLocations([
  ...['kilo.json', 'kilo.jsonc'].map(
    (path) => ({ path, scope: 'project', role: 'owner', evidence: executedHere }) as const,
  ),
  ...['opencode.json', 'opencode.jsonc'].map(
    (path) =>
      ({
        path,
        scope: 'project',
        role: 'guest',
        isOptional: true,
        evidence: executedHere,
      }) as const,
  ),
  ...[
    ...['.config/kilo/kilo.json', '.config/kilo/kilo.jsonc'],
    ...['.kilo/kilo.json', '.kilo/kilo.jsonc'],
  ].map((path) => ({ path, scope: 'user', role: 'owner', evidence: page }) as const),
]);
