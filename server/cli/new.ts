// `dossier new`: creates an agent, or something else, in the folder of its host. Missing values are requested interactively on a terminal.

import { findingText } from '../features/finding-text';
import {
  type CapabilityChoice,
  choosableCapabilities,
} from '../features/new-agent/capability-tools';
import {
  exceeds,
  fileFor,
  type NewAgent,
  type NewAgentOptions,
  newAgent,
  type Scope,
  toolsOf,
  unknownTools,
} from '../features/new-agent/file';
import { type NewFile, type NewFiles, newFiles } from '../features/new-agent/files';
import { nameFlaw } from '../features/new-agent/name';
import { promptFor } from '../features/new-agent/prompt';
import { type Role, roles } from '../features/new-agent/roles';
import { newSkillFiles, type SkillSubject } from '../features/new-agent/skill-files';
import type { HostCatalog } from '../hosts/catalog/host-catalog';
import { oneOf } from '../hosts/judge/expectation';
import type { Host } from '../hosts/model/host';
import { listed } from '../rules/words';
import { hostToWrite } from '../settings/chosen';
import { english } from '../text/translate';
import { configFlags, configUsage, configured } from './config';
import { createAll, fileIn } from './create-files';
import { exit, type Io, UsageError, type World } from './io';
import { makePlugin } from './new-plugin';
import { wordOf } from './options';
import { parse } from './parse';
import { placesFor } from './paths';
import { hostsOf, namesVersionOf } from './programs';
import { printable } from './report/cells';

export function newUsage(): string {
  return `dossier new   create an agent, skill, command, plugin or marketplace where its programs read it

  --kind KIND          agent (default), skill, command, plugin or marketplace;
                       skills and commands take only --program, --name, --description, --dir and --stdout;
                       a plugin is a folder below plugins/ that all programs load whose plugins are known, and a
                       marketplace lists the plugins of the project; both take only --name, --dir and --stdout,
                       a plugin also --description
  --program ID,...     the programs, which "dossier programs" lists, or all;
                       one shared file if all programs interpret it as intended, otherwise one for each
  --name NAME          the name of the agent and its file
  --description TEXT   when to use the agent
  --role ID            a template: ${roles.map(({ id }) => id).join(', ')};
                       provides a description, permissions and a prompt
  --can A,B            limit its permissions to: ${choosableCapabilities.join(', ')}
  --tools A,B          limit its tools to these names
  --model M            the model
  --color C            the color, as a name or #RRGGBB
  --scope SCOPE        project (default) or user; user agents are in your home folder and available in all projects
  --dir PATH           the project root (default: the current folder)
  --stdout             print the file instead of writing it
${configUsage}

In a terminal, you are prompted for missing values. Existing files are never overwritten.

Exit codes: 0 created, 2 could not create.
`;
}

/** @throws UsageError */
export function make(argv: readonly string[], world: World, io: Io): number {
  const { catalog } = world;
  const { paths, values } = parse(argv, {
    kind: { type: 'string' },
    program: { type: 'string' },
    name: { type: 'string' },
    description: { type: 'string' },
    role: { type: 'string' },
    can: { type: 'string' },
    tools: { type: 'string' },
    model: { type: 'string' },
    color: { type: 'string' },
    scope: { type: 'string' },
    dir: { type: 'string' },
    stdout: { type: 'boolean' },
    ...configFlags,
  });
  if (values['help']) {
    io.out(newUsage());
    return exit.clean;
  }
  if (paths.length > 0)
    throw new UsageError(
      `unexpected argument "${paths[0]}". Run \`dossier new --help\` for usage.`,
    );
  const text = (flag: string): string | undefined => {
    const value = values[flag];
    return typeof value === 'string' ? value : undefined;
  };
  const kind = wordOf<SkillSubject | 'agent' | 'plugin' | 'marketplace'>(
    values['kind'],
    ['agent', 'skill', 'command', 'plugin', 'marketplace'],
    'agent',
    'kind',
  );
  if (kind === 'plugin' || kind === 'marketplace')
    return makePlugin(kind, text, values['stdout'] === true, world, io);
  if (kind !== 'agent') return makeSkill(kind, text, values['stdout'] === true, world, io);
  const role = roleFrom(text('role'));
  const asked = askFor(
    catalog,
    {
      hosts: hostsOf(catalog, text('program')) ?? undefined,
      name: text('name'),
      description: text('description') ?? role?.description,
    },
    io,
    (name) => {
      const flaw = nameFlaw(name);
      return flaw && english(flaw);
    },
  );
  const tools = namesIn(text('tools'));
  const capabilities = capabilitiesIn(text('can')) ?? role?.capabilities;
  const wanted: NewAgentOptions = {
    ...{ name: asked.name, description: asked.description, tools },
    ...{ model: text('model'), color: text('color'), capabilities },
    prompt: role && promptFor(role.prompt, capabilities ?? role.capabilities),
  };
  const scope = wordOf<Scope>(values['scope'], ['project', 'user'], 'project', 'scope');
  const config = configured({ io, values, flags: {} }, world);
  const hosts = asked.hosts.map((host) => {
    const below = fileFor(host, scope)?.replace('{name}', () => asked.name);
    if (below === undefined || namesVersionOf(host, text('program'))) return host;
    const path = pathFor({ path: below }, scope, text('dir'), world);
    const places = placesFor(path, '', world, null);
    return hostToWrite(catalog, host, places, config.settingsOf(path));
  });
  const namesOf = (some: readonly Host[]): string =>
    english(listed(some.map((host) => catalog.versionedName(host))));
  const unlimited = hosts.filter((host) => capabilities && exceeds(host, capabilities));
  if (unlimited.length > 0 && text('can') !== undefined)
    throw new UsageError(
      `${namesOf(unlimited)} cannot limit an agent to these permissions. Omit --can and state the limit in the prompt.`,
    );
  const isForAll = (text('program') ?? '').split(',').some((id) => id.trim() === 'all');
  const { files, without } = checked(catalog, hosts, wanted, { scope, isForAll });
  const places = files.map((file) => ({ file, path: pathFor(file, scope, text('dir'), world) }));
  const within = (scope === 'user' ? world.home : text('dir')) ?? world.cwd;
  if (values['stdout'] !== true) for (const { path } of places) mustBeNew(path, world);
  if (values['stdout'] !== true)
    createAll(
      places.map(({ file, path }) => ({ path, text: file.text })),
      within,
      world,
    );
  for (const { file, path } of places) {
    if (values['stdout'] === true) io.out(file.text);
    else {
      io.out(
        `Created ${printable(path)} for ${namesOf(file.hosts)}. Edit its prompt to complete the agent.\n`,
      );
    }
    for (const finding of file.findings)
      io.err(`dossier: ${printable(findingText(finding, english))}\n`);
  }
  if (without.length > 0)
    io.err(
      `dossier: ${namesOf(without)} ${without.length === 1 ? 'has' : 'have'} no agents folder for --scope ${scope}, so no file was created there.\n`,
    );
  if (unlimited.length > 0)
    io.err(
      `dossier: the agent may change files and run commands in ${namesOf(unlimited)}. Its file cannot prevent it.\n`,
    );
  return exit.clean;
}

/** Creates a skill or command. @throws UsageError */
function makeSkill(
  subject: SkillSubject,
  text: (flag: string) => string | undefined,
  isPrinted: boolean,
  world: World,
  io: Io,
): number {
  const { catalog } = world;
  const unused = ['role', 'can', 'tools', 'model', 'color', 'scope'].find(
    (flag) => text(flag) !== undefined,
  );
  if (unused !== undefined)
    throw new UsageError(`--${unused} is for agents. Remove it, or remove --kind.`);
  const flawOf = (written: string): string | undefined => {
    const found = nameFlaw(written);
    return found && english(found);
  };
  const { hosts, name, description } = askFor(
    catalog,
    {
      hosts: hostsOf(catalog, text('program')) ?? undefined,
      name: text('name'),
      description: text('description'),
    },
    io,
    flawOf,
  );
  const flaw = flawOf(name);
  if (flaw !== undefined) throw new UsageError(flaw);
  const { files, without } = newSkillFiles(catalog, hosts, { subject, name, description });
  const isForAll = (text('program') ?? '').split(',').some((id) => id.trim() === 'all');
  const namesOf = (some: readonly Host[]): string =>
    english(listed(some.map((host) => catalog.versionedName(host))));
  if (without.length > 0 && !(isForAll && files.length > 0))
    throw new UsageError(
      `${namesOf(without)} would not load a ${subject} named "${name}", or its folder for ${subject}s is not known`,
    );
  const places = files.map((file) => ({ file, path: fileIn(text('dir'), file, world) }));
  if (!isPrinted) {
    for (const { path } of places) mustBeNew(path, world);
    const created = places.map(({ file, path }) => ({ path, text: file.text }));
    createAll(created, text('dir') ?? world.cwd, world);
  }
  for (const { file, path } of places)
    io.out(
      isPrinted
        ? file.text
        : `Created ${printable(path)} for ${namesOf(file.hosts)}. Edit its text to complete the ${subject}.\n`,
    );
  return exit.clean;
}

function roleFrom(id: string | undefined): Role | undefined {
  if (id === undefined) return undefined;
  const role = roles.find((one) => one.id === id);
  if (!role)
    throw new UsageError(
      `unknown role "${id}". Use ${english(oneOf(roles.map((one) => one.id)))}.`,
    );
  return role;
}

const capabilitiesIn = (text: string | undefined): readonly CapabilityChoice[] | undefined =>
  namesIn(text)?.map((word) =>
    wordOf<CapabilityChoice>(word, choosableCapabilities, 'read', 'can'),
  );

type Below = Pick<NewAgent, 'path'>;

const pathFor = (file: Below, scope: Scope, dir: string | undefined, world: World): string => {
  if (scope === 'project') return fileIn(dir, file, world);
  if (dir !== undefined)
    throw new UsageError('--dir cannot be combined with --scope user. Remove one of them.');
  if (world.home === undefined)
    throw new UsageError('your home folder could not be determined. Use --scope project.');
  return `${world.home}/${file.path}`;
};

/** Splits at commas, except inside parentheses, which are part of the name. */
const namesIn = (text: string | undefined): readonly string[] | undefined =>
  text
    ?.split(/,(?![^(]*\))/)
    .map((name) => name.trim())
    .filter((name) => name !== '');

/**
 * Returns the files as the hosts read them.
 * @throws UsageError if a host would interpret a file differently than intended.
 */
function checked(
  catalog: HostCatalog,
  asked: readonly Host[],
  wanted: NewAgentOptions,
  { scope, isForAll }: { readonly scope: Scope; readonly isForAll: boolean },
): Pick<NewFiles, 'files' | 'without'> {
  const flaw = nameFlaw(wanted.name);
  if (flaw !== undefined) throw new UsageError(english(flaw));
  for (const host of asked) {
    const strange = unknownTools(host, wanted.tools ?? []);
    if (strange.length > 0)
      throw new UsageError(
        `${catalog.versionedName(host)} has no tool named ${strange.map((name) => `"${name}"`).join(', ')}. Available tools: ${toolsOf(host).join(', ')}`,
      );
    if (
      wanted.tools &&
      !newAgent(catalog, host, wanted, scope) &&
      newAgent(catalog, host, { ...wanted, tools: undefined }, scope)
    )
      throw new UsageError(
        `${host.name} does not support a list of tools. Omit --tools and set permissions in the file instead.`,
      );
  }
  const { files, without, clashing } = newFiles(catalog, asked, wanted, scope);
  if (without.length > 0 && !(isForAll && files.length > 0))
    throw new UsageError(
      `${english(listed(without.map(({ name }) => name)))} has no agents folder for --scope ${scope}`,
    );
  if (clashing.length > 0)
    throw new UsageError(
      `${english(listed(clashing.map(({ name }) => name)))} read the same file, and none has these permissions in all of them. Create it for each of them, or change --can or --tools.`,
    );
  for (const file of files) mustBeTaken(file, wanted);
  return { files, without };
}

function mustBeTaken({ hosts: [host], findings, id }: NewFile, wanted: NewAgentOptions): void {
  const wrong = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
  const reasons = wrong.flatMap((finding) => [
    findingText(finding, english),
    ...(finding.related ?? []).map(({ message }) => english(message)),
  ]);
  if (reasons.length > 0) throw new UsageError(reasons.join('\n  '));
  const name = host?.name ?? '';
  if (id !== wanted.name)
    throw new UsageError(
      id === null
        ? `${name} would not load an agent named "${wanted.name}"`
        : `${name} would name the agent "${id}" instead of "${wanted.name}"`,
    );
}

function mustBeNew(path: string, world: World): void {
  if (world.has(path))
    throw new UsageError(`${path} already exists and was not changed. Use another --name.`);
}

// Interactive prompts of `dossier new`.

interface Known {
  readonly hosts: readonly Host[] | undefined;
  readonly name: string | undefined;
  readonly description: string | undefined;
}

interface NewRequest {
  readonly hosts: readonly Host[];
  readonly name: string;
  readonly description: string | undefined;
}

const tries = 3;

/**
 * Returns the options with missing values filled in. Prompts are shown one at a time and only for missing values.
 * @throws UsageError if a value is missing and the session is not interactive.
 */
function askFor(
  catalog: HostCatalog,
  { hosts, name, description }: Known,
  { ask }: Io,
  nameFlaw: (name: string) => string | undefined,
): NewRequest {
  if (hosts && name !== undefined) return { hosts, name, description };
  if (!ask) {
    const missing = [hosts ? [] : ['--program'], name === undefined ? ['--name'] : []].flat();
    throw new UsageError(
      `new requires ${missing.join(' and ')}. Add ${missing.length === 1 ? 'it' : 'them'}.`,
    );
  }
  const chosen = hosts ?? askHosts(catalog, ask);
  const called = name ?? answer(ask, 'Name (for example, code-reviewer): ', nameFlaw);
  const purpose = description ?? ask('When should it be used? (one sentence, optional) ');
  return { hosts: chosen, name: called, description: purpose?.trim() || undefined };
}

type Ask = NonNullable<Io['ask']>;

function askHosts({ mainHosts }: HostCatalog, ask: Ask): readonly Host[] {
  const rows = mainHosts.map(({ name, ownFile }, index) => `  ${index + 1}  ${name}  ${ownFile}`);
  const words = (text: string): readonly string[] => text.split(/[\s,]+/).filter(Boolean);
  const find = (word: string): Host | undefined =>
    mainHosts.find(({ id }, index) => word === id || word === String(index + 1));
  const strangeIn = (text: string): string | undefined => {
    const strange = words(text).find((word) => !find(word));
    if (strange !== undefined) return `unknown program "${strange}"`;
    return words(text).length === 0 ? 'enter at least one program' : undefined;
  };
  const text = answer(
    ask,
    `Which programs is the agent for?\n${rows.join('\n')}\nNumbers or IDs: `,
    strangeIn,
  );
  return [...new Set(words(text).flatMap((word) => find(word) ?? []))];
}

/**
 * Repeats the prompt with an error message until the answer is valid.
 * @throws UsageError after too many invalid answers, or if there is no answer.
 */
function answer(ask: Ask, question: string, flawOf: (text: string) => string | undefined): string {
  let prompt = question;
  for (let round = 0; round < tries; round++) {
    const text = ask(prompt)?.trim();
    if (text === undefined) break;
    const flaw = flawOf(text);
    if (flaw === undefined) return text;
    prompt = `${flaw}\n${question}`;
  }
  throw new UsageError('no file was created');
}
