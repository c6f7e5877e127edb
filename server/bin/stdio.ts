// The front door of editors: over Node's IPC from our own extension, over standard input and output from all others.
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from '../lsp/server';
import { version } from '../version';
import { nodeWorld } from '../world/node';

serve(createConnection(ProposedFeatures.all), nodeWorld, version);
