// The server: decodes a request, asks a feature, encodes the answer.
import type { Connection } from 'vscode-languageserver';
import type { World } from '../world/world';
import { handlers } from './handlers/index';
import { sessionOn } from './session';
import type { LongWork } from './surveyor';

/**
 * Serves `connection` until it closes.
 * @param longWork is told when all files are walked over, and when that has come to its end.
 */
export function serve(
  connection: Connection,
  world: World,
  version: string,
  longWork?: LongWork,
): void {
  const session = sessionOn(connection, world, version, longWork);
  for (const handle of handlers) handle(session);
  session.open.listen(connection);
  connection.listen();
}
