// The language server: over Node's IPC for our own extension, over standard input and output for others.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Library from 'vscode-languageserver/node';
import { HostCatalog } from '../hosts/catalog/host-catalog';
import { hosts } from '../hosts/catalog/registry';
import { connectionOptions } from '../lsp/connection-options';
import { serve } from '../lsp/server';
import { version } from '../version';
import { nodeFileSystem } from '../world/node';

/** An import of the library, a CommonJS module, would copy all of its three hundred names. */
declare function require(name: 'vscode-languageserver/node'): typeof Library;

/** Starts the server and connects it as the arguments of the process demand. */
export function startServer(): void {
  const { createConnection, ProposedFeatures } = require('vscode-languageserver/node');
  // The rule pages are installed next to the bundles.
  const docs = join(__dirname, '..', 'docs');
  const environment = { catalog: new HostCatalog(hosts), world: nodeFileSystem, version };
  serve(createConnection(ProposedFeatures.all, connectionOptions), environment, {
    ...(nodeFileSystem.has(join(docs, 'rules')) && { docs: pathToFileURL(docs).href }),
  });
}
