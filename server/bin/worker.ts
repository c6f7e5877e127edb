// The entry point of the language server in a browser: a web worker that gets files through the editor.
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from 'vscode-languageserver/browser';
import { HostCatalog } from '../hosts/catalog/host-catalog';
import { hosts } from '../hosts/catalog/registry';
import { connectionOptions } from '../lsp/connection-options';
import { scriptEnding } from '../lsp/handlers/settings';
import { serve } from '../lsp/server';
import { mirrored } from '../lsp/workspace/mirror';
import { version } from '../version';
import { clientFileSystem } from '../world/client';

// The types of web workers conflict with those of Node.
const port = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];

// There are many scripts and only their existence matters, so the editor is not asked for their content.
const world = clientFileSystem((path) => !scriptEnding.test(path));
const catalog = new HostCatalog(hosts);
const streams = mirrored(
  catalog,
  new BrowserMessageReader(port),
  new BrowserMessageWriter(port),
  world,
);
const connection = createConnection(streams.reader, streams.writer, connectionOptions);
streams.asks(connection);
serve(connection, { catalog, world, version });
// Unlike a process, a worker must be closed explicitly.
connection.onExit(() => (globalThis as unknown as { close(): void }).close());
