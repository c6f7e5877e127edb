// The registry of commands with their help texts.
import type { HostCatalog } from '../hosts/catalog/host-catalog';
import { hostsUsage, listHosts, listRules, rulesUsage } from './about';
import { check, checkUsage } from './check/check';
import { convert, convertUsage } from './convert';
import { explain, explainUsage } from './explain';
import { graph, graphUsage } from './graph';
import { hook, hookUsage } from './hook/hook';
import { exit, type Io, UsageError, type World } from './io';
import { list, listUsage } from './list';
import { make, newUsage } from './new';
import { parse } from './parse';
import { probe, probeUsage } from './probe';
import { withProgress } from './report/progress';
import { schema, schemaUsage } from './schema';
import { upgrade, upgradeUsage } from './upgrade';

export interface Doors {
  readonly world: World;
  readonly io: Io;
  /** Starts the language server in this process. */
  readonly lsp: () => void;
  /** Starts the server of tools for models in this process. Absent where a tool itself runs a command. */
  readonly mcp?: () => void;
}

export interface Command {
  /** The help text. Its first line appears in the list of all commands: `dossier NAME ...   what it does`. */
  readonly usage: (catalog: HostCatalog) => string;
  /** Returns the exit code, or null if a server keeps running. */
  readonly run: (argv: readonly string[], doors: Doors) => number | null;
}

const lspUsage = `dossier lsp --stdio   start the language server

Communicates over standard input and output until the editor closes the connection.
`;

const mcpUsage = `dossier mcp   start a server of tools for models (Model Context Protocol)

Communicates over standard input and output until the client closes the connection.
The tools check, explain, convert, list and hosts read files below the working folder
and write nothing (docs/mcp.md).
`;

export const commands: Readonly<Record<string, Command>> = {
  check: {
    usage: () => checkUsage,
    run: (argv, doors) => withProgress(doors, (world) => check(argv, world, doors.io)),
  },
  explain: {
    usage: explainUsage,
    run: (argv, doors) => withProgress(doors, (world) => explain(argv, world, doors.io)),
  },
  convert: {
    usage: convertUsage,
    run: (argv, doors) => withProgress(doors, (world) => convert(argv, world, doors.io)),
  },
  list: {
    usage: listUsage,
    run: (argv, doors) => withProgress(doors, (world) => list(argv, world, doors.io)),
  },
  graph: {
    usage: graphUsage,
    run: (argv, doors) => withProgress(doors, (world) => graph(argv, world, doors.io)),
  },
  probe: { usage: () => probeUsage, run: (argv, { world, io }) => probe(argv, world, io) },
  upgrade: {
    usage: upgradeUsage,
    run: (argv, doors) => withProgress(doors, (world) => upgrade(argv, world, doors.io)),
  },
  hook: { usage: () => hookUsage, run: (argv, { world, io }) => hook(argv, world, io) },
  new: { usage: newUsage, run: (argv, { world, io }) => make(argv, world, io) },
  programs: {
    usage: hostsUsage,
    run: (argv, { world, io }) => listHosts(world.catalog, argv, io),
  },
  rules: { usage: rulesUsage, run: (argv, { io }) => listRules(argv, io) },
  schema: { usage: schemaUsage, run: (argv, { world, io }) => schema(world.catalog, argv, io) },
  mcp: { usage: () => mcpUsage, run: serveTools },
  lsp: { usage: () => lspUsage, run: serve },
};

/** Earlier names of commands. */
export const aliases: Readonly<Record<string, string>> = { hosts: 'programs' };

function serve(argv: readonly string[], { io, lsp }: Doors): number | null {
  if (argv.includes('--help') || argv.includes('-h')) {
    io.out(lspUsage);
    return exit.clean;
  }
  if (!argv.some((arg) => /^--(?:stdio|node-ipc|socket|pipe)(?:=|$)/.test(arg)))
    throw new UsageError('lsp requires a connection to an editor. Use --stdio.');
  lsp();
  return null;
}

/** @throws UsageError */
function serveTools(argv: readonly string[], { io, mcp }: Doors): number | null {
  const { values } = parse(argv, {});
  if (values['help']) {
    io.out(mcpUsage);
    return exit.clean;
  }
  if (!mcp) throw new UsageError('mcp cannot be started here.');
  mcp();
  return null;
}
