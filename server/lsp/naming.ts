// Support for files that are not agents but refer to agents: prompts, commands, skills and configuration.
// Only the features that follow references are registered for them, and only if the client supports dynamic
// registration.
import { namingGlobs } from '../workspace/companions/files';
import { TextDocumentSyncKind } from './library';
import type { Session } from './session';

export function registerNaming({
  catalog,
  connection,
  client,
  documents,
}: Session): Promise<unknown> {
  const { textDocument } = client.capabilities;
  const schemes = documents.options.schemes ?? ['file'];
  const documentSelector = namingGlobs(catalog).flatMap((glob) =>
    schemes.map((scheme) => ({ scheme, pattern: `**/${glob}` })),
  );
  const features = [
    { method: 'textDocument/definition', of: textDocument?.definition },
    { method: 'textDocument/references', of: textDocument?.references },
    { method: 'textDocument/documentHighlight', of: textDocument?.documentHighlight },
    { method: 'textDocument/hover', of: textDocument?.hover },
    { method: 'textDocument/rename', of: textDocument?.rename, more: { prepareProvider: true } },
  ].filter(({ of }) => of?.dynamicRegistration);
  // Without dynamic synchronization the client does not send these files, so no request could be answered.
  if (!textDocument?.synchronization?.dynamicRegistration || features.length === 0)
    return Promise.resolve();
  const sync = [
    { method: 'textDocument/didOpen' },
    { method: 'textDocument/didChange', more: { syncKind: TextDocumentSyncKind.Incremental } },
    { method: 'textDocument/didClose' },
  ];
  const registrations = [...sync, ...features].map(({ method, ...rest }) => ({
    id: `naming:${method}`,
    method,
    registerOptions: { documentSelector, ...('more' in rest && rest.more) },
  }));
  return connection.sendRequest('client/registerCapability', { registrations });
}
