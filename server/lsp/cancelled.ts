import { LSPErrorCodes, ResponseError } from './library';

/** Returns the answer to a request that the user has cancelled. Clients do not show its message. */
export const cancelled = (): ResponseError<void> =>
  new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
