#!/usr/bin/env node
// The front door of terminals and build servers.
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { main } from '../cli/main';
import { serve } from '../lsp/server';
import { version } from '../version';
import { nodeWorld } from '../world/node';
import { terminal } from './terminal';

const code = main(process.argv.slice(2), {
  world: nodeWorld,
  io: terminal,
  lsp: () => serve(createConnection(ProposedFeatures.all), nodeWorld, version),
});
if (code !== null) process.exitCode = code;
