// Cancels requests that wait in the queue of the connection: while one is being answered, an editor often takes back the next
// ones, because another key was pressed. A request that is being answered is short, so it is not interrupted.
import type { ConnectionOptions, RequestMessage } from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from './library';

/** The answer to a request that was cancelled. Clients do not show its message. */
export const requestCancelled = (): ResponseError<void> =>
  new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');

/** For the connections of all entry points. */
export const connectionOptions: ConnectionOptions = {
  connectionStrategy: {
    cancelUndispatched: (message) => ({
      jsonrpc: '2.0',
      id: (message as RequestMessage).id,
      error: requestCancelled().toJson(),
    }),
  },
};
