// The entry point of the command line: selects the command and passes it the remaining arguments.
import type { HostCatalog } from '../hosts/catalog/host-catalog';
import { nearest } from '../text/nearest';
import { version } from '../version';
import { aliases, commands, type Doors } from './commands';
import { exit, UsageError } from './io';
import { failureLines } from './report/failure-lines';

export type { Doors } from './commands';

/** Runs a command and returns its exit code, or null if a server keeps running. Never throws. */
export function main(argv: readonly string[], doors: Doors): number | null {
  const [name = '', ...rest] = argv;
  const { io, world } = doors;
  const { catalog } = world;
  try {
    if (name === '--version' || name === '-v') {
      io.out(`${version}\n`);
      return exit.clean;
    }
    if (name === '--help' || name === '-h' || name === 'help') {
      io.out(helpFor(catalog, rest));
      return exit.clean;
    }
    if (name === '') {
      io.err(overview(catalog));
      return exit.failed;
    }
    const command = commandOf(name);
    if (world.cwd === '')
      throw new UsageError('the current folder no longer exists. Change to another folder.');
    return command.run(rest, doors);
  } catch (error) {
    io.err(failureLines(error));
    return exit.failed;
  }
}

function commandOf(asked: string): (typeof commands)[string] {
  const name = Object.hasOwn(aliases, asked) ? (aliases[asked] ?? asked) : asked;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command) return command;
  const meant = nearest(name, Object.keys(commands));
  const hint =
    meant === undefined ? 'Run `dossier --help` to list all commands.' : `Did you mean "${meant}"?`;
  throw new UsageError(`unknown command "${name}". ${hint}`);
}

const helpFor = (catalog: HostCatalog, [name]: readonly string[]): string =>
  name === undefined ? overview(catalog) : commandOf(name).usage(catalog);

function overview(catalog: HostCatalog): string {
  const rows = Object.values(commands).map(({ usage }) => {
    const [what = '', means = ''] = (usage(catalog).split('\n')[0] ?? '').split(/ {3,}/);
    return [what.replace('dossier ', ''), means] as const;
  });
  const width = Math.max(...rows.map(([what]) => what.length));
  return `Dossier ${version}: check AI agent definition files against the programs that read them.

${rows.map(([what, means]) => `  dossier ${what.padEnd(width)}  ${means}\n`).join('')}
Run \`dossier help COMMAND\` for details, \`dossier --version\` for the version.
`;
}
