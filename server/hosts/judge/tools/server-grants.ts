// What an agent may do with the tools of MCP servers, in the terms that all hosts share.
import type { ServerGrant } from '../../model/conversion';
import type { Tools } from '../../model/persona';
import { isOfServer, type ServerNames, serverToolIn } from '../../model/server-names';

/** By the names in the lists of the agent. A name with wildcards keeps them, so that no host takes it for that of a server. */
export const serverGrants = (
  { unverified, denied }: Pick<Tools, 'unverified' | 'denied'>,
  names: ServerNames,
): readonly ServerGrant[] => [
  ...unverified.flatMap((name) => grantIn(name, 'allow', names)),
  ...denied.flatMap((name) => grantIn(name, 'deny', names)),
];

function grantIn(
  name: string,
  action: ServerGrant['action'],
  names: ServerNames,
): readonly ServerGrant[] {
  if (!isOfServer(name, names)) return [];
  const found = serverToolIn(name, names) ?? {
    server: name.slice(names.prefix.length),
    tool: null,
  };
  return [{ ...found, action }];
}
