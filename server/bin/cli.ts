#!/usr/bin/env node
import { exit } from '../cli/io';
import { main } from '../cli/main';
// The entry point of the command line.
import { failureLines } from '../cli/report/failure-lines';
import { terminal } from '../cli/terminal';
import { HostCatalog } from '../hosts/catalog/host-catalog';
import { hosts } from '../hosts/catalog/registry';
import { createGit } from '../world/git';
import { nodeFileSystem } from '../world/node';
import { resultStoreIn } from '../world/result-store';
import { watchFolder } from '../world/watch';

// For work that is started later, such as a check after a change of a watched file.
const fail = (error: unknown): void => {
  process.stderr.write(failureLines(error));
  process.exit(exit.failed);
};
process.on('uncaughtException', fail);
const code = main(process.argv.slice(2), {
  world: { ...nodeFileSystem, catalog: new HostCatalog(hosts) },
  io: terminal({ git: createGit(nodeFileSystem.cwd), watch: watchFolder, results: resultStoreIn }),
  // The server is a separate bundle, so that other commands need not load it; loading starts it.
  lsp: () => {
    process.off('uncaughtException', fail);
    require('./server.main.js');
  },
});
// All output is written. Exiting directly saves the time for releasing memory.
if (code !== null) process.exit(code);
