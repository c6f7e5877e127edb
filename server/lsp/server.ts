// The server: decodes requests, calls the features and encodes the results.
import type { Connection } from 'vscode-languageserver';
import type { FileSystem } from '../world/file-system';
import { handlers } from './handlers/index';
import { type ServeOptions, sessionOn } from './session';

/** Serves `connection` until it closes. */
export function serve(
  connection: Connection,
  world: FileSystem,
  version: string,
  options: ServeOptions = {},
): void {
  const session = sessionOn(connection, world, version, options);
  for (const handle of handlers) handle(session);
  session.open.listen(connection);
  connection.listen();
}
