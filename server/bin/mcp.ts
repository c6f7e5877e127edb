// The tools for models, over standard input and output.
import { StdioServerTransport } from '@modelcontextprotocol/server/stdio';
import { HostCatalog } from '../hosts/catalog/host-catalog';
import { hosts } from '../hosts/catalog/registry';
import { belowFolder } from '../mcp/below-folder';
import { mcpServer } from '../mcp/server';
import { realPathGuarded } from '../world/guarded-disk';
import { nodeFileSystem } from '../world/node';

/** Serves until the client closes the input. */
export function startMcp(): void {
  const world = { ...nodeFileSystem, catalog: new HostCatalog(hosts) };
  const server = mcpServer(
    belowFolder(world, (path) => realPathGuarded(path)?.replaceAll('\\', '/') ?? null),
  );
  process.stdin.on('end', () => process.exit(0));
  void server.connect(new StdioServerTransport(process.stdin, process.stdout));
}
