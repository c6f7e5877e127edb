// `dossier probe`: what each program of a project does with one call of a tool.
import { outlineOf } from '../agent/outline';
import type { ProbedRule, ProbeResult, ProgramProbe } from '../contract/probe';
import { detectPrograms } from '../hosts/catalog/detect-programs';
import type { HostCatalog } from '../hosts/catalog/host-catalog';
import { placeIn } from '../hosts/catalog/places';
import { judge } from '../hosts/judge/compute-verdict';
import { agentDialects } from '../hosts/model/dialect';
import type { ToolCall } from '../hosts/model/guards';
import type { Host } from '../hosts/model/host';
import { type Decision, together } from '../hosts/model/permission-evaluator';
import type { ToolPurpose } from '../hosts/model/tool-purposes';
import { purposesIn } from '../hosts/model/tools';
import { type Message, t, verbatim } from '../text/message';
import { english } from '../text/translate';
import { exit, type Io, UsageError, unreadable, type World } from './io';
import { wordOf } from './options';
import { parse } from './parse';
import { absolute, placeContext, slashed } from './paths';
import { hostsOf } from './programs';
import { printable } from './report/cells';
import { jsonText } from './report/json-text';

export const probeUsage = `dossier probe CALL [PATH]   show which programs allow a call of a tool (default: the current folder)

  --program ID,...     only these programs (default: those that the project configures)
  --format FORMAT      human (default), json

CALL is a tool with its command, path or address, such as "Bash: git push", "Edit: src/a.ts" or
"WebFetch: https://example.com", or the name of a tool of an MCP server, such as mcp__server__tool.
A path is relative to PATH. Where no program is configured in PATH, the nearest folder above that
has one is the project, at most up to the root of the repository.
Only the settings in the project are read, not those of the user. OpenCode and Kilo are shown for
an agent without rules of its own. The exit code is 1 if all programs deny the call, 2 if it cannot
be answered because no program is configured, and otherwise 0, also for a call that is not known.
`;

/** @throws UsageError */
export function probe(argv: readonly string[], world: World, io: Io): number {
  const { paths, values } = parse(argv, {
    program: { type: 'string' },
    format: { type: 'string' },
  });
  if (values['help']) {
    io.out(probeUsage);
    return exit.clean;
  }
  const [written, given, ...more] = paths;
  if (written === undefined) throw new UsageError('probe requires a call, such as "Bash: ls".');
  if (more.length > 0) throw new UsageError('probe accepts only one path. Run it for each path.');
  const format = wordOf(values['format'], ['human', 'json'], 'human', 'format');
  const folder = folderAt(given, world);
  const chosen = hostsOf(world.catalog, values['program']);
  const root = projectAround(folder, chosen, world);
  const call = callIn(written, { folder, root, world });
  const hosts = chosen ?? programsIn(root, world);
  if (hosts.length === 0)
    throw new UsageError(
      'no program is configured in this folder. Pass the folder of a project, or name a program with --program ID.',
    );
  if (root !== folder)
    io.err(`dossier: using the settings of the project in ${printable(root || '/')}.\n`);
  const result: ProbeResult = {
    call,
    programs: hosts.map((host) => probed(host, call, root, world)),
  };
  io.out(format === 'json' ? `${jsonText(result)}\n` : humanReport(result, world.catalog));
  return result.programs.some(({ action }) => action !== 'deny') ? exit.clean : exit.findings;
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

const programsIn = (root: string, world: World): readonly Host[] =>
  detectPrograms(world.catalog, {
    ...{ editor: null, extensions: [], home: undefined, roots: [root] },
    has: (path) => world.has(path) || world.isFolder(path),
  });

/**
 * The folder, or the nearest one above it that configures one of the programs.
 * @param chosen null for any program.
 */
const projectAround = (folder: string, chosen: readonly Host[] | null, world: World): string =>
  foldersUp(folder, world).find((one) =>
    programsIn(one, world).some(({ id }) => chosen?.some((host) => host.id === id) ?? true),
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

interface Around {
  /** The folder to which paths in the call are relative. Absolute, like the one of the project. */
  readonly folder: string;
  readonly root: string;
  readonly world: World;
}

/**
 * `Bash: ls`: the tool and what follows the colon.
 * @throws UsageError where one of them is empty.
 */
function callIn(written: string, around: Around): ToolCall {
  // The name of a tool has no spaces, and a command may contain colons.
  const parts = /^([^\s:]*)\s*:/.exec(written.trim());
  const tool = parts?.[1] ?? written.trim();
  const subject = parts && written.trim().slice(parts[0].length).trim();
  if (tool === '' || subject === '')
    throw new UsageError(
      `"${written}" is not a complete call. Write the tool and its command, path or address, such as "Bash: ls".`,
    );
  const call = { tool, subject: subject ?? '' };
  return isOfPath(call, around.world.catalog)
    ? { ...call, subject: pathInProject(call.subject, around) }
    : call;
}

/** What the tools are for whose calls have a path. */
const purposesOfPaths: ReadonlySet<ToolPurpose> = new Set([
  ...(['read-file', 'list-folder', 'create-file', 'change-file', 'edit-notebook'] as const),
]);

const isOfPath = ({ tool, subject }: ToolCall, { mainHosts }: HostCatalog): boolean =>
  subject !== '' &&
  mainHosts.some((host) => purposesOf(host, tool)?.some((one) => purposesOfPaths.has(one)));

/** Relative to the project, without `.` and `..`. Absolute for a path outside of it, and unchanged for one in the home folder. */
function pathInProject(written: string, { folder, root }: Around): string {
  if (written.startsWith('~')) return written;
  const path = slashed(written);
  const parts: string[] = [];
  for (const part of (/^(?:\/|[a-z]:\/)/i.test(path) ? path : `${folder}/${path}`).split('/')) {
    // The first part is the root of the disk, above which there is nothing.
    if (part === '..') parts.splice(Math.max(parts.length - 1, 1));
    else if (parts.length === 0 || (part !== '' && part !== '.')) parts.push(part);
  }
  const whole = parts.join('/');
  if (whole === root) return '.';
  return whole.startsWith(`${root}/`) ? whole.slice(root.length + 1) : whole;
}

function probed(host: Host, call: ToolCall, root: string, world: World): ProgramProbe {
  const id = { host: host.id, hostVersion: host.version };
  const unknown = (why: Message): ProgramProbe => ({
    ...{ ...id, action: 'unknown', why: english(why), rule: null, hooks: [] },
  });
  const notKnown = t('How {host} decides on the calls of a session is not known here.', {
    host: host.name,
  });
  const own = callFor(host, call, world.catalog);
  if (!own) return unknown(notKnown);
  return (
    bySettings(host, own, root, world) ?? byRules(host, own, { root, world }) ?? unknown(notKnown)
  );
}

interface OwnCall extends ToolCall {
  /** What the tool is for. */
  readonly purposes: readonly ToolPurpose[];
}

const purposesOf = (host: Host, tool: string): readonly ToolPurpose[] | undefined =>
  agentDialects(host.dialects)
    .flatMap(({ tools }) => tools.tools.filter(({ name }) => name === tool))
    .find(({ purposes }) => purposes)?.purposes;

/** The call by the host's own name of the tool. Null where it has none for it. */
function callFor(host: Host, call: ToolCall, { mainHosts }: HostCatalog): OwnCall | null {
  if (/^mcp__/.test(call.tool)) return { ...call, purposes: [] };
  const own = purposesOf(host, call.tool);
  if (own) return { ...call, purposes: own };
  const [catalog] = agentDialects(host.dialects);
  const purposes = mainHosts.flatMap((one) => purposesOf(one, call.tool) ?? []);
  for (const purpose of purposes) {
    const tool = catalog && purposesIn(catalog.tools)?.[purpose]?.[0];
    if (tool !== undefined) return { ...call, tool, purposes: [purpose] };
  }
  return null;
}

const lineIn = (text: string, start: number): number => text.slice(0, start).split('\n').length;

/** By the rules and hooks of settings; null where the host's are not known. */
function bySettings(
  { id, name, version, guards }: Host,
  call: ToolCall,
  root: string,
  { has, read }: World,
): ProgramProbe | null {
  if (!guards) return null;
  const texts = guards.files.flatMap((file) => {
    const path = `${root}/${file}`;
    const text = has(path) ? read(path) : null;
    return typeof text === 'string' ? [{ file, text }] : [];
  });
  const lineOf = ({ file, start }: { readonly file: string; readonly start: number }): number =>
    lineIn(texts.find((one) => one.file === file)?.text ?? '', start);
  const { action, why, rule, hooks } = guards.decide(call, texts);
  return {
    ...{ host: id, hostVersion: version, action, why: english(t(why, { host: name })) },
    rule: rule ? { text: rule.text, action: rule.list, file: rule.file, line: lineOf(rule) } : null,
    hooks: hooks.map(({ start, ...hook }) => ({ ...hook, line: lineOf({ ...hook, start }) })),
  };
}

const agentText = '---\ndescription: An agent without rules of its own.\n---\nHelp.\n';

/** By the rules that an agent without any of its own has; null where the host has no such rules. */
function byRules(
  host: Host,
  { purposes, subject }: OwnCall,
  { root, world }: { readonly root: string; readonly world: World },
): ProgramProbe | null {
  const path = `${root}/${host.ownFile.replace('{name}', 'probe')}`;
  const place = placeIn(host, path, placeContext(world));
  const verdict = place && judge(outlineOf(agentText), place);
  const { evaluator } = verdict?.dialect ?? {};
  const purpose = purposes.find((one) => evaluator?.purposes[one]);
  if (!verdict?.persona || !evaluator || purpose === undefined) return null;
  const decisions = evaluator.evaluate(verdict.persona, purpose, subject);
  const id = { host: host.id, hostVersion: host.version, hooks: [] };
  if (typeof decisions === 'string')
    return {
      ...id,
      action: 'unknown',
      why: english(t(decisions, { host: host.name })),
      rule: null,
    };
  const action = together(decisions);
  const effect = evaluator.purposes[purpose]?.effect;
  return {
    ...{ ...id, action, why: effect === undefined ? '' : english(t(effect, { host: host.name })) },
    rule: ruleOf(decisions.find((one) => one.action === action)),
  };
}

function ruleOf(decision: Decision | undefined): ProbedRule | null {
  if (!decision?.rule) return null;
  const { rule, around } = decision;
  return {
    ...{ text: `${rule.permission}, ${rule.pattern}`, action: rule.action },
    ...{ file: around?.file ?? null, line: around?.line ?? null },
  };
}

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
