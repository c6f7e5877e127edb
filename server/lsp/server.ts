// The server: decodes requests, calls the features and encodes the results.
import type { Connection } from 'vscode-languageserver';
import { rejectFaultyMessages } from './connection-options';
import { handlers } from './handlers/index';
import { type Environment, type ServeOptions, sessionOn } from './session';

/** Serves `connection` until it closes. */
export function serve(
  connection: Connection,
  environment: Environment,
  options: ServeOptions = {},
): void {
  const session = sessionOn(connection, environment, options);
  rejectFaultyMessages(connection);
  for (const handle of handlers) handle(session);
  session.open.listen(connection);
  connection.listen();
}
