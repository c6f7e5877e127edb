// The command line: one word, a command; everything else is that command's.
import { version } from '../version';
import type { World } from '../world/world';
import { hostsUsage, listHosts, listRules, rulesUsage } from './about';
import { check, checkUsage } from './check';
import { explain, explainUsage } from './explain';
import { exit, type Io, UsageError } from './io';
import { list, listUsage } from './list';
import { make, newUsage } from './new';
import { schema, schemaUsage } from './schema';

const firstLine = (usage: string): string => `  ${usage.split('\n')[0]}`;

const usage = `Dossier ${version}: what each program does with your agent files.

${[checkUsage, explainUsage, hostsUsage, rulesUsage, listUsage, newUsage, schemaUsage].map(firstLine).join('\n')}
  dossier lsp --stdio   the language server
  dossier --version

\`dossier COMMAND --help\` tells more.
`;

export interface Doors {
  readonly world: World;
  readonly io: Io;
  /** Starts the language server in this process. */
  readonly lsp: () => void;
}

/** Runs a command. The exit code, or null where a server goes on running. Never throws on bad input. */
export function main(argv: readonly string[], { world, io, lsp }: Doors): number | null {
  const [command = '', ...rest] = argv;
  try {
    switch (command) {
      case 'check':
        return check(rest, world, io);
      case 'explain':
        return explain(rest, world, io);
      case 'hosts':
        return listHosts(rest, io);
      case 'rules':
        return listRules(rest, io);
      case 'list':
        return list(rest, world, io);
      case 'new':
        return make(rest, world, io);
      case 'schema':
        return schema(rest, io);
      case 'lsp':
        lsp();
        return null;
      case '--version':
      case '-v':
        io.out(`${version}\n`);
        return exit.clean;
      case '--help':
      case '-h':
      case 'help':
        io.out(usage);
        return exit.clean;
      case '':
        io.err(usage);
        return exit.failed;
      default:
        throw new UsageError(`there is no command "${command}"; \`dossier --help\` lists them`);
    }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    io.err(`dossier: ${error.message}\n`);
    return exit.failed;
  }
}
