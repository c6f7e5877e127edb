// Files that are no agents and name some: prompts, commands, skills, configuration. A client shows them for the features that
// follow names, and for no other: it is asked to, where it can be asked.
import { namingGlobs } from '../workspace/companions/files';
import { TextDocumentSyncKind } from './library';
import type { Session } from './session';

export function registerNaming({ connection, client, documents }: Session): Promise<unknown> {
  const { textDocument } = client.capabilities;
  const schemes = documents.options.schemes ?? ['file'];
  const documentSelector = namingGlobs.flatMap((glob) =>
    schemes.map((scheme) => ({ scheme, pattern: `**/${glob}` })),
  );
  const features = [
    { method: 'textDocument/definition', of: textDocument?.definition },
    { method: 'textDocument/references', of: textDocument?.references },
    { method: 'textDocument/documentHighlight', of: textDocument?.documentHighlight },
    { method: 'textDocument/hover', of: textDocument?.hover },
    { method: 'textDocument/rename', of: textDocument?.rename, more: { prepareProvider: true } },
  ].filter(({ of }) => of?.dynamicRegistration);
  // Nothing can be answered about a text that is not sent.
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
