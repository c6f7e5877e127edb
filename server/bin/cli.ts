#!/usr/bin/env node
// The front door of terminals and build servers.
import path from 'node:path';
import type { Job } from '../cli/io';
import { main } from '../cli/main';
import { partsOf } from '../cli/parts';
import { terminal } from '../cli/terminal';
import { gitIn } from '../world/git';
import { nodeWorld } from '../world/node';
import { lendHand, threadsOf } from '../world/threads';
import { watchFolder } from '../world/watch';
import { compileAfterAll, compileLate } from './fewer-compilations';

// A server answers keys, and is better off as it is.
const [, , command] = process.argv;
if (command !== 'lsp') compileLate(command === 'explain' ? 'all' : 'some');

// A second thread is begun without a word. Whoever was given one is up sooner without asking.
if (command !== undefined || !lendHand((job) => partsOf(job as Job, nodeWorld, terminal()))) {
  const code = main(process.argv.slice(2), {
    world: nodeWorld,
    io: terminal({
      git: gitIn(nodeWorld.cwd),
      watch: watchFolder,
      // By the door: what it keeps of compiled code is for all threads.
      share: threadsOf(path.join(__dirname, 'cli.js')),
      goesOn: compileAfterAll,
    }),
    // The server lies in a bundle of its own: no other command waits for it, and it starts as it is loaded.
    lsp: () => void require('./server.main.js'),
  });
  // All is written: to take the threads and their memory apart piece by piece would only take time.
  if (code !== null) process.exit(code);
}
