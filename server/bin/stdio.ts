// The entry point of the language server: over Node's IPC for our own extension, over standard input and output for others.
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { HostCatalog } from '../hosts/catalog/host-catalog';
import { hosts } from '../hosts/catalog/registry';
import { serve } from '../lsp/server';
import { version } from '../version';
import { nodeFileSystem } from '../world/node';

serve(createConnection(ProposedFeatures.all), {
  catalog: new HostCatalog(hosts),
  world: nodeFileSystem,
  version,
});
