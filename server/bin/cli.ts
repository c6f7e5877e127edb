#!/usr/bin/env node
// The front door of terminals and build servers.
import { main } from '../cli/main';
import { terminal } from '../cli/terminal';
import { gitIn } from '../world/git';
import { nodeWorld } from '../world/node';
import { watchFolder } from '../world/watch';

const code = main(process.argv.slice(2), {
  world: nodeWorld,
  io: terminal({ git: gitIn(nodeWorld.cwd), watch: watchFolder }),
  // The server is a bundle of its own: no other command waits for it, and it starts as it is loaded.
  lsp: () => void require('./server.main.js'),
});
// All output is written: to free the memory piece by piece would only take time.
if (code !== null) process.exit(code);
