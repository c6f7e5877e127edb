// `dossier probe`: what each program of a project does with one call of a tool.
import type { GuardsResult, ProbedRule, ProbeResult, ProgramProbe } from '../contract/probe';
import {
  callIn,
  type ProbedProgram,
  type ProbedProject,
  programIn,
  programsIn,
  writtenCall,
} from '../features/guards/probe-project';
import { guardsIn, isUnguarded } from '../features/guards/project-guards';
import type { HostCatalog } from '../hosts/catalog/host-catalog';
import type { Host } from '../hosts/model/host';
import { verbatim } from '../text/message';
import { english } from '../text/translate';
import { exit, type Io, UsageError, unreadable, type World } from './io';
import { wordOf } from './options';
import { parse } from './parse';
import { absolute, placeContext } from './paths';
import { hostsOf } from './programs';
import { printable } from './report/cells';
import { jsonText } from './report/json-text';

export const probeUsage = `dossier probe CALL [PATH]   show which programs allow a call of a tool (default: the current folder)
dossier probe --guards [PATH]   show what each program does with the calls that a rule denies or a hook checks

  --program ID,...     only these programs (default: those that the project configures)
  --format FORMAT      human (default), json

CALL is a tool with its command, path or address, such as "Bash: git push", "Edit: src/a.ts" or
"WebFetch: https://example.com", or the name of a tool of an MCP server, such as mcp__server__tool.
A path is relative to PATH. Where no program is configured in PATH, the nearest folder above that
has one is the project, at most up to the root of the repository.
Only the settings in the project are read, not those of the user. OpenCode and Kilo are shown for
an agent without rules of its own. The exit code is 1 if all programs deny the call, 2 if it cannot
be answered because no program is configured, and otherwise 0, also for a call that is not known.
With --guards, it is 1 if a program allows such a call and none of its hooks runs before.
`;

/** @throws UsageError */
export function probe(argv: readonly string[], world: World, io: Io): number {
  const { paths, values } = parse(argv, {
    program: { type: 'string' },
    format: { type: 'string' },
    guards: { type: 'boolean' },
  });
  if (values['help']) {
    io.out(probeUsage);
    return exit.clean;
  }
  const hasGuards = values['guards'] === true;
  const [written, given, ...more] = hasGuards ? ['', ...paths] : paths;
  if (written === undefined)
    throw new UsageError('probe requires a call, such as "Bash: ls", or --guards.');
  if (more.length > 0) throw new UsageError('probe accepts only one path. Run it for each path.');
  const format = wordOf(values['format'], ['human', 'json'], 'human', 'format');
  const folder = folderAt(given, world);
  const chosen = hostsOf(world.catalog, values['program']);
  const root = projectAround(folder, chosen, world);
  const project: ProbedProject = { ...world, root, folder, around: placeContext(world) };
  const call = hasGuards ? null : callIn(written, project);
  if (!call && !hasGuards)
    throw new UsageError(
      `"${written}" is not a complete call. Write the tool and its command, path or address, such as "Bash: ls".`,
    );
  const hosts = chosen ?? configuredIn(root, world);
  if (hosts.length === 0)
    throw new UsageError(
      'no program is configured in this folder. Pass the folder of a project, or name a program with --program ID.',
    );
  if (root !== folder)
    io.err(`dossier: using the settings of the project in ${printable(root || '/')}.\n`);
  if (!call) return guards(hosts, project, { world, io, format });
  const result: ProbeResult = {
    call,
    programs: hosts.map((host) => programProbe(programIn(host, project).probe(call))),
  };
  io.out(format === 'json' ? `${jsonText(result)}\n` : humanReport(result, world.catalog));
  return result.programs.some(({ action }) => action !== 'deny') ? exit.clean : exit.findings;
}

interface Printing {
  readonly world: World;
  readonly io: Io;
  readonly format: 'human' | 'json';
}

/** `--guards` */
function guards(
  hosts: readonly Host[],
  project: ProbedProject,
  { world: { catalog }, io, format }: Printing,
): number {
  const found = guardsIn(hosts, project);
  const result: GuardsResult = {
    guards: found.map(({ host, programs, ...guard }) => ({
      ...{ host: host.id, ...guard, programs: programs.map(programProbe) },
    })),
  };
  io.out(format === 'json' ? `${jsonText(result)}\n` : guardsReport(result, catalog));
  return found.some(({ programs }) => programs.some(isUnguarded)) ? exit.findings : exit.clean;
}

/**
 * The absolute path of a folder without a slash at its end; that of the working folder where none is given.
 * @throws UsageError if it does not exist or is no folder.
 */
function folderAt(given: string | undefined, world: World): string {
  const path = absolute(given ?? '.', world);
  if (given !== undefined && !world.isFolder(path))
    throw world.has(path)
      ? new UsageError(`"${given}" is not a folder. Pass the folder of a project.`)
      : unreadable(given, { problem: 'absent', message: verbatim('') });
  return path.replace(/\/$/, '');
}

const configuredIn = (root: string, world: World): readonly Host[] =>
  programsIn(root, world.catalog, {
    has: (path) => world.has(path) || world.isFolder(path),
    read: world.read,
  });

/**
 * The folder, or the nearest one above it that configures one of the programs.
 * @param chosen null for any program.
 */
const projectAround = (folder: string, chosen: readonly Host[] | null, world: World): string =>
  foldersUp(folder, world).find((one) =>
    configuredIn(one, world).some(({ id }) => chosen?.some((host) => host.id === id) ?? true),
  ) ?? folder;

/**
 * The folder and those above it, up to the root of the repository. Without a repository they end below the home folder, because the
 * settings there are those of the user.
 */
function foldersUp(folder: string, { home, has }: World): readonly string[] {
  const folders: string[] = [];
  for (let at = folder; at !== '' && (at !== home || at === folder); ) {
    folders.push(at);
    if (at === home || has(`${at}/.git`) || has(`${at}/.git/HEAD`)) break;
    at = at.slice(0, Math.max(at.lastIndexOf('/'), 0));
  }
  return folders;
}

const programProbe = ({ host, why, ...probe }: ProbedProgram): ProgramProbe => ({
  ...{ host: host.id, hostVersion: host.version, ...probe },
  why: why === null ? '' : english(why),
});

const headlines: Readonly<Record<ProgramProbe['action'], string>> = {
  allow: 'allowed',
  ask: 'the user is asked',
  deny: 'denied',
  unknown: 'not known',
};

function humanReport({ programs }: ProbeResult, { hosts }: HostCatalog): string {
  return programs
    .map(({ host, hostVersion, action, why, rule, hooks }) =>
      [
        `${hosts.find(({ id }) => id === host)?.name ?? host} ${hostVersion}: ${headlines[action]}`,
        ...(why === '' ? [] : [`  ${why}`]),
        ...(rule ? [`  rule: ${rule.action} ${rule.text} (${placeOf(rule)})`] : []),
        ...hooks.map(
          ({ event, matcher, runs, ...at }) =>
            `  hook: ${event}${matcher === null ? '' : ` ${matcher}`}: ${runs} (${placeOf(at)})`,
        ),
      ]
        .map((line) => `${printable(line)}\n`)
        .join(''),
    )
    .join('\n');
}

const placeOf = ({ file, line }: Pick<ProbedRule, 'file' | 'line'>): string =>
  file === null ? 'default' : line === null ? file : `${file}:${line}`;

function guardsReport({ guards }: GuardsResult, { hosts }: HostCatalog): string {
  const nameOf = (id: string): string => hosts.find((host) => host.id === id)?.name ?? id;
  if (guards.length === 0) return 'No rule denies a call here, and no hook checks one.\n';
  return guards
    .map(({ host, text, call, programs, ...at }) =>
      [
        `${text} (${placeOf(at)})`,
        call
          ? `  ${writtenCall(call)}`
          : `  No call was found on which ${nameOf(host)} decides by this rule.`,
        ...programs.map(
          (one) => `  ${nameOf(one.host)}: ${headlines[one.action]}${hooksBefore(one)}`,
        ),
      ]
        .map((line) => `${printable(line)}\n`)
        .join(''),
    )
    .join('\n');
}

const hooksBefore = ({ hooks }: ProgramProbe): string =>
  hooks.length === 0 ? '' : `, after ${hooks.length} hook${hooks.length === 1 ? '' : 's'}`;
