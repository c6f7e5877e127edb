// The command line.
import { exit } from '../cli/io';
import { main } from '../cli/main';
import { failureLines } from '../cli/report/failure-lines';
import { terminal } from '../cli/terminal';
import { HostCatalog } from '../hosts/catalog/host-catalog';
import { hosts } from '../hosts/catalog/registry';
import { createGit } from '../world/git';
import { nodeFileSystem } from '../world/node';
import { resultStoreIn } from '../world/result-store';
import { watchFolder } from '../world/watch';

/** Runs the command that the arguments of the process name, and ends the process unless the command goes on, such as `lsp`. */
export function runCommandLine(): void {
  // For work that is started later, such as a check after a change of a watched file.
  const fail = (error: unknown): void => {
    process.stderr.write(failureLines(error));
    process.exit(exit.failed);
  };
  process.on('uncaughtException', fail);
  const code = main(process.argv.slice(2), {
    world: { ...nodeFileSystem, catalog: new HostCatalog(hosts) },
    io: terminal({
      git: createGit(nodeFileSystem.cwd),
      watch: watchFolder,
      results: resultStoreIn,
    }),
    lsp: () => {
      process.off('uncaughtException', fail);
      void import('./stdio').then(({ startServer }) => startServer());
    },
    mcp: () => {
      void import('./mcp').then(({ startMcp }) => startMcp());
    },
  });
  // All output is written. Exiting directly saves the time for releasing memory.
  if (code !== null) process.exit(code);
}
