// The hook alone, for the plugin: the program that runs it need not have the command line.
import { hook } from '../cli/hook/hook';
import { terminal } from '../cli/terminal';
import { HostCatalog } from '../hosts/catalog/host-catalog';
import { hosts } from '../hosts/catalog/registry';
import { nodeFileSystem } from '../world/node';

/** Prints the answer to what a program passed to its hook. Never fails. */
export function answerHook(input: string): void {
  try {
    const world = { ...nodeFileSystem, catalog: new HostCatalog(hosts) };
    hook([], world, { ...terminal({}), stdin: () => input });
  } catch {
    // An output that is closed is no reason to fail a session.
  }
}
