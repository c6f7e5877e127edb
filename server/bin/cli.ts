#!/usr/bin/env node
// The front door of terminals and build servers.
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { main } from '../cli/main';
import { terminal } from '../cli/terminal';
import { serve } from '../lsp/server';
import { version } from '../version';
import { gitIn } from '../world/git';
import { nodeWorld } from '../world/node';
import { watchFolder } from '../world/watch';
import { compileLate } from './fewer-compilations';

// A server answers keys, and is better off as it is.
if (process.argv[2] !== 'lsp') compileLate();

const code = main(process.argv.slice(2), {
  world: nodeWorld,
  io: { ...terminal, git: gitIn(nodeWorld.cwd), watch: watchFolder },
  lsp: () => serve(createConnection(ProposedFeatures.all), nodeWorld, version),
});
if (code !== null) process.exitCode = code;
