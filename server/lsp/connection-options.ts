// How the connections of all entry points treat messages before a handler sees them: requests that wait in the queue can be cancelled,
// and those with wrong parameters are rejected. While one request is being answered, an editor often takes back the next ones, because
// another key was pressed. A request that is being answered is short, so it is not interrupted.
import type { Connection, ConnectionOptions, Message, RequestMessage } from 'vscode-languageserver';
import { ErrorCodes, LSPErrorCodes, ResponseError } from './library';
import { paramsFault } from './params';

/** The answer to a request that was cancelled. Clients do not show its message. */
export const requestCancelled = (): ResponseError<void> =>
  new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');

/** Messages with wrong parameters are passed to the handlers of these. No client sends them. */
const rejectedRequest = '$dossier/rejectedRequest';
const rejectedNotification = '$dossier/rejectedNotification';

interface Rejected {
  readonly method: string;
  readonly fault: string;
}

export const connectionOptions: ConnectionOptions = {
  connectionStrategy: {
    cancelUndispatched: (message) => ({
      jsonrpc: '2.0',
      id: (message as RequestMessage).id,
      error: requestCancelled().toJson(),
    }),
  },
  messageStrategy: {
    handleMessage: (message, next) => next(checked(message)),
  },
};

function checked(message: Message): Message {
  const { method, params, id } = message as Partial<RequestMessage>;
  const fault = method === undefined ? null : paramsFault(method, params);
  if (method === undefined || fault === null) return message;
  const rejected: Rejected = { method, fault };
  const to = id === undefined ? rejectedNotification : rejectedRequest;
  return { ...message, method: to, params: rejected } as Message;
}

/** Answers requests with wrong parameters, and logs such notifications. */
export function rejectFaultyMessages(connection: Connection): void {
  const textOf = ({ method, fault }: Rejected): string =>
    `Invalid parameters of ${method}: ${fault}`;
  connection.onRequest(
    rejectedRequest,
    (rejected: Rejected) => new ResponseError(ErrorCodes.InvalidParams, textOf(rejected)),
  );
  connection.onNotification(rejectedNotification, (rejected: Rejected) =>
    connection.console.error(textOf(rejected)),
  );
}
