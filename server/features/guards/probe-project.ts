// What each program of a project does with one call of a tool.
import { tolerantRootOfJson } from '../../agent/json-root';
import { outlineOf, outlineOfFile } from '../../agent/outline';
import { detectPrograms } from '../../hosts/catalog/detect-programs';
import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import { type PlaceContext, placeIn } from '../../hosts/catalog/places';
import { judge } from '../../hosts/judge/compute-verdict';
import { agentDialects } from '../../hosts/model/dialect';
import { endingOf, foldersOf } from '../../hosts/model/glob';
import type { PurposefulCall, ToolCall, UsedSettings } from '../../hosts/model/guards';
import type { Host } from '../../hosts/model/host';
import type { Location } from '../../hosts/model/location';
import {
  type Action,
  type Decision,
  type PermissionEvaluator,
  together,
} from '../../hosts/model/permission-evaluator';
import type { Persona } from '../../hosts/model/persona';
import { documentKindOf } from '../../hosts/model/place';
import type { Guard } from '../../hosts/model/settings';
import type { ToolPurpose } from '../../hosts/model/tool-purposes';
import { purposesIn } from '../../hosts/model/tools';
import type { FileText } from '../../text/file-text';
import { lazily } from '../../text/lazily';
import { type Message, t } from '../../text/message';

/** A project in which calls are made. Paths have slashes and no slash at the end. */
export interface ProbedProject {
  readonly catalog: HostCatalog;
  readonly root: string;
  /** The folder to which paths in a call are relative. */
  readonly folder: string;
  readonly has: (path: string) => boolean;
  readonly read: (path: string) => FileText;
  /** The sorted paths of all wanted files below a folder. */
  readonly walk: (folder: string, wanted: (path: string) => boolean) => Iterable<string>;
  readonly around: PlaceContext;
}

/** What a program does with a call, by the settings in the project. */
export interface ProbedProgram {
  readonly host: Host;
  readonly action: Action | 'unknown';
  readonly why: Message | null;
  /** The rule that decides; null where none does. */
  readonly rule: DecidingRule | null;
  /** The hooks that run before the call, in the order of the files. */
  readonly hooks: readonly RunningHook[];
}

interface DecidingRule {
  readonly text: string;
  /** As the rule states it. */
  readonly action: string;
  /** Relative to the project; null for a rule that the program has itself. */
  readonly file: string | null;
  /** From 1. */
  readonly line: number | null;
}

interface RunningHook {
  readonly event: string;
  /** Null where it runs before all calls. */
  readonly matcher: string | null;
  readonly runs: string;
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** The files of a project. `has` also answers for folders. */
type ProjectFiles = Pick<ProbedProject, 'has' | 'read'>;

/**
 * The programs that a project configures.
 * @param editor the id of the host that is the running editor
 */
export const programsIn = (
  root: string,
  catalog: HostCatalog,
  { has, read }: ProjectFiles,
  editor: string | null = null,
): readonly Host[] => {
  const traces = { editor, extensions: [], home: undefined, roots: [root], has };
  // Hooks in a folder that does not belong to one program alone.
  const withHooks = catalog.mainHosts.filter(
    (host) =>
      host.hooksBefore &&
      settingsLocations(host).some(
        ({ glob, role, isOptional }) =>
          role === 'owner' && !isOptional && pathsOf(glob).some((path) => has(`${root}/${path}`)),
      ),
  );
  const withGuards = catalog.mainHosts.filter(({ guards }) =>
    guards?.files.some((file) => hasKey(`${root}/${file}`, guards.keys ?? [], { has, read })),
  );
  return [...new Set([...detectPrograms(catalog, traces), ...withHooks, ...withGuards])];
};

function hasKey(path: string, keys: readonly string[], { has, read }: ProjectFiles): boolean {
  const text = keys.length > 0 && has(path) ? read(path) : null;
  const root = typeof text === 'string' ? tolerantRootOfJson(text) : null;
  return root?.kind === 'map' && root.entries.some(({ key }) => keys.includes(key));
}

/** Where a host has settings in a project. */
const settingsLocations = ({ locations, kinds }: Host): readonly Location[] =>
  locations.filter(
    ({ scope, kind = 'agent' }) => scope === 'project' && kinds[kind]?.subject === 'settings',
  );

/** The folders of a location, or the file that it names. */
function pathsOf(glob: string): readonly string[] {
  const folders = foldersOf(glob);
  return folders.length === 0 ? [glob] : folders;
}

/** `Bash: ls`: the tool and what follows the colon. Null where one of them is empty. */
export function callIn(written: string, project: ProbedProject): ToolCall | null {
  // The name of a tool has no spaces, and a command may contain colons.
  const parts = /^([^\s:]*)\s*:/.exec(written.trim());
  const tool = parts?.[1] ?? written.trim();
  const subject = parts && written.trim().slice(parts[0].length).trim();
  if (tool === '' || subject === '') return null;
  const call = { tool, subject: subject ?? '' };
  return isOfPath(call, project.catalog)
    ? { ...call, subject: pathInProject(call.subject, project) }
    : call;
}

/** What the tools are for whose calls have a path. */
const purposesOfPaths: ReadonlySet<ToolPurpose> = new Set([
  ...(['read-file', 'list-folder', 'create-file', 'change-file', 'edit-notebook'] as const),
]);

/** The same as an author writes it. */
export const writtenCall = ({ tool, subject }: ToolCall): string =>
  subject === '' ? tool : `${tool}: ${subject}`;

const isOfPath = ({ tool, subject }: ToolCall, { mainHosts }: HostCatalog): boolean =>
  subject !== '' &&
  mainHosts.some((host) => purposesOf(host, tool)?.some((one) => purposesOfPaths.has(one)));

/** Relative to the project, without `.` and `..`. Absolute for a path outside of it, and unchanged for one in the home folder. */
function pathInProject(written: string, { folder, root }: ProbedProject): string {
  if (written.startsWith('~')) return written;
  const path = written.replaceAll('\\', '/');
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

/** A program in a project, whose settings are read once for any number of calls. */
export interface ProgramInProject {
  readonly host: Host;
  /** What it does with a call, whose path is relative to the project. */
  readonly probe: (call: ToolCall) => ProbedProgram;
  /** The settings of the project, except for files that the program ignores. */
  readonly settings: () => readonly SettingsFile[];
  /** An agent without rules of its own; null where the program has no rules for agents. */
  readonly plainAgent: () => PlainAgent | null;
}

export function programIn(host: Host, project: ProbedProject): ProgramInProject {
  const { catalog } = project;
  const settings = lazily(() => settingsOf(host, project));
  const plainAgent = lazily(() => plainAgentOf(host, project));
  const decide = lazily(() => bySettings(host, project));
  const unknown: Decided = {
    ...{ action: 'unknown', rule: null },
    why: t('How {host} decides on the calls of a session is not known here.', { host: host.name }),
  };
  const probe = (call: ToolCall): ProbedProgram => {
    const own = callFor(host, call, catalog);
    const decided = own && (decide()?.(own) ?? byRules(host, own, plainAgent()));
    return {
      ...(decided ?? unknown),
      host,
      hooks: hooksBefore(
        host,
        own ?? { ...call, purposes: anyPurposes(call, catalog.mainHosts) },
        settings,
      ),
    };
  };
  return { host, probe, settings, plainAgent };
}

/** What a program decides. */
type Decided = Omit<ProbedProgram, 'host' | 'hooks'>;

/** The hooks of all settings that the program uses. */
function hooksBefore(
  { hooksBefore: hooks }: Host,
  call: PurposefulCall,
  settings: () => readonly SettingsFile[],
): readonly RunningHook[] {
  if (!hooks) return [];
  const files = settings();
  return hooks.of(call, files).map(({ start, ...hook }) => ({
    ...hook,
    line: lineIn(files.find(({ file }) => file === hook.file)?.text ?? '', start),
  }));
}

interface SettingsFile extends UsedSettings {
  readonly text: string;
  /** What the file denies, asks about and checks. */
  readonly guards: readonly Guard[];
}

function settingsOf(host: Host, { root, around, ...disk }: ProbedProject): readonly SettingsFile[] {
  return settingsLocations(host).flatMap((location) =>
    filesAt(location, root, disk).flatMap((path): SettingsFile[] => {
      const place = placeIn(host, path, around);
      const text = place?.location === location ? disk.read(path) : null;
      if (!place || typeof text !== 'string') return [];
      const { outcome, agent } = judge(outlineOfFile(path, text), place);
      if (!outcome.startsWith('loads')) return [];
      const kind = documentKindOf(place);
      const settings = agent?.fields ?? [];
      const guards = kind.subject === 'settings' ? kind.guards(settings) : [];
      return [{ file: path.slice(root.length + 1), text, settings, guards }];
    }),
  );
}

/** The file that a location names, or those of its folders with its ending. */
function filesAt(
  { glob }: Location,
  root: string,
  { has, walk }: Pick<ProbedProject, 'has' | 'walk'>,
): readonly string[] {
  return pathsOf(glob).flatMap((path) =>
    path === glob
      ? [`${root}/${glob}`].filter(has)
      : [...walk(`${root}/${path}`, (one) => one.endsWith(endingOf(glob)))],
  );
}

export const purposesOf = (host: Host, tool: string): readonly ToolPurpose[] | undefined =>
  agentDialects(host.dialects)
    .flatMap(({ tools }) => tools.tools.filter(({ name }) => name === tool))
    .find(({ purposes }) => purposes)?.purposes;

/** What the tool is for in any program that has one of this name. */
const anyPurposes = ({ tool }: ToolCall, hosts: readonly Host[]): readonly ToolPurpose[] =>
  hosts.flatMap((one) => purposesOf(one, tool) ?? []);

/** The call by the host's own name of the tool. Null where it has none for it. */
function callFor(host: Host, call: ToolCall, { mainHosts }: HostCatalog): PurposefulCall | null {
  if (/^mcp__/.test(call.tool) || host.guards?.isServed?.(call.tool))
    return { ...call, purposes: [] };
  const own = purposesOf(host, call.tool);
  if (own) return { ...call, purposes: own };
  const [catalog] = agentDialects(host.dialects);
  const purposes = anyPurposes(call, mainHosts);
  for (const purpose of purposes) {
    const tool = catalog && purposesIn(catalog.tools)?.[purpose]?.[0];
    if (tool !== undefined) return { ...call, tool, purposes: [purpose] };
  }
  return null;
}

const lineIn = (text: string, start: number): number => text.slice(0, start).split('\n').length;

/** By the rules of settings; null where the host's are not known. */
function bySettings(
  host: Host,
  { root, has, read }: ProbedProject,
): ((call: ToolCall) => Decided) | null {
  if (!host.guards) return null;
  const texts = host.guards.files.flatMap((file) => {
    const path = `${root}/${file}`;
    const text = has(path) ? read(path) : null;
    return typeof text === 'string' ? [{ file, text }] : [];
  });
  const lineOf = ({ file, start }: { readonly file: string; readonly start: number }): number =>
    lineIn(texts.find((one) => one.file === file)?.text ?? '', start);
  const decide = host.guards.decide(texts);
  return (call) => {
    const { action, why, rule } = decide(call);
    return {
      ...{ action, why: t(why, { host: host.name }) },
      rule: rule
        ? { text: rule.text, action: rule.list, file: rule.file, line: lineOf(rule) }
        : null,
    };
  };
}

const agentText = '---\ndescription: An agent without rules of its own.\n---\nHelp.\n';

/** An agent without rules of its own, and how the host evaluates those of the project. */
interface PlainAgent {
  readonly persona: Persona;
  readonly evaluator: PermissionEvaluator;
}

function plainAgentOf(host: Host, { root, around }: ProbedProject): PlainAgent | null {
  const path = `${root}/${host.ownFile.replace('{name}', 'probe')}`;
  const place = placeIn(host, path, around);
  const verdict = place && judge(outlineOf(agentText), place);
  const { evaluator } = verdict?.dialect ?? {};
  return verdict?.persona && evaluator ? { persona: verdict.persona, evaluator } : null;
}

/** By the rules that such an agent has. */
function byRules(
  host: Host,
  { purposes, subject }: PurposefulCall,
  agent: PlainAgent | null,
): Decided | null {
  const { persona, evaluator } = agent ?? {};
  const purpose = purposes.find((one) => evaluator?.purposes[one]);
  if (!persona || !evaluator || purpose === undefined) return null;
  const decisions = evaluator.evaluate(persona, purpose, subject);
  if (typeof decisions === 'string')
    return { action: 'unknown', why: t(decisions, { host: host.name }), rule: null };
  const action = together(decisions);
  const effect = evaluator.purposes[purpose]?.effect;
  return {
    ...{ action, why: effect === undefined ? null : t(effect, { host: host.name }) },
    rule: ruleOf(decisions.find((one) => one.action === action)),
  };
}

function ruleOf(decision: Decision | undefined): DecidingRule | null {
  if (!decision?.rule) return null;
  const { rule, around } = decision;
  return {
    ...{ text: `${rule.permission}, ${rule.pattern}`, action: rule.action },
    ...{ file: around?.file ?? null, line: around?.line ?? null },
  };
}
