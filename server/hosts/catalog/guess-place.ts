// Agent files outside of all folders that hosts read: guesses the host a file was written for, from its name and its
// fields. Which host accepts the file does not count, since the most lenient would always win.

import { splitNames } from '../../agent/name-tokens';
import type { Outline } from '../../agent/outline';
import { before } from '../../text/before';
import { memoize } from '../../text/memoize';
import { type Entry, textOf, type Value } from '../../yaml/value';
import { check } from '../judge/check';
import { dialectOf } from '../judge/compute-verdict';
import { otherProgramWithTool } from '../judge/mentions/other-programs';
import type { Dialect } from '../model/dialect';
import { matchGlob } from '../model/glob';
import type { Host } from '../model/host';
import { type Place, placeInOwnFolder } from '../model/place';
import type { HostCatalog } from './host-catalog';
import { misplacedSkill } from './misplaced';

/** Skills and commands have a name, a description and a model too. */
const isSkillOrCommand = (path: string): boolean =>
  /(?:^|[\\/])(?:SKILL\.md$|commands[\\/])/.test(path);

/** Whether a Markdown file is probably an agent: it has a description and one more field that is typical of agents. */
export function looksLikeAgent({ fields }: Outline, path: string): boolean {
  if (isSkillOrCommand(path)) return false;
  const has = (key: string): boolean => fields.some((field) => field.key === key);
  return has('description') && ['name', 'tools', 'model', 'mode'].some(has);
}

/** Folders of programs that are not supported hosts, and of build output for them. */
const otherFolders: readonly string[] = [
  '.agent',
  '.agents',
  '.codex',
  '.gemini/agents',
  '.junie',
  '.pi',
  '.qoder',
  '.qwen/agents',
  'gemini-plugin-source',
];

/** Fields that only programs outside the registry have: all keys of an entry together, with a matching value. */
const otherFields: readonly { readonly keys: readonly string[]; readonly value?: RegExp }[] = [
  { keys: ['approvalMode'] },
  { keys: ['parent_agents'] },
  { keys: ['inputs', 'outputs'] },
  { keys: ['kind'], value: /^local$/ },
  { keys: ['model'], value: /^(?:gemini|qwen)[-\d]/i },
  { keys: ['model'], value: /^openai:qwen/i },
];

/** Whether the file is probably an agent of a program outside the registry, to which no rule of ours applies. */
export const isOfAnotherProgram = (catalog: HostCatalog, outline: Outline, path: string): boolean =>
  looksLikeAgent(outline, path) && guessed(catalog, outline, path) === 'another program';

/**
 * The place in the host that the file was probably written for; null if it does not look like an agent or was written for a
 * program outside the registry.
 */
export function guessPlace(catalog: HostCatalog, outline: Outline, path: string): Place | null {
  if (!looksLikeAgent(outline, path)) return null;
  const found = guessed(catalog, outline, path);
  return found === 'another program' ? null : found;
}

function guessed(
  catalog: HostCatalog,
  outline: Outline,
  path: string,
): Place | null | 'another program' {
  if (isInOtherFolder(catalog, path)) return 'another program';
  const place = nearestPlace(catalog, outline, path);
  // A file name ending that only hosts of the registry use is stronger evidence than a model that several programs offer.
  if (!place || hostsWithEnding(catalog, path) !== catalog.comparedHosts) return place;
  return hasOtherFields(outline) || hasOtherTools(catalog, outline) ? 'another program' : place;
}

/** Whether the file is in a folder of another program, except for working copies of whole repositories in it. */
const isInOtherFolder = (catalog: HostCatalog, path: string): boolean => {
  const whole = `/${path.replaceAll('\\', '/')}`;
  // Only for a plain `.md`: any other ending shows that the file is for a host of the registry.
  if (
    hostsWithEnding(catalog, path) === catalog.comparedHosts &&
    isOfUnknownProgram(catalog, whole)
  )
    return true;
  return otherFolders.some((folder) => {
    const at = whole.indexOf(`/${folder}/`);
    return at >= 0 && !whole.startsWith('worktrees/', at + folder.length + 2);
  });
};

/** Whether the file is in an agent folder below an unknown hidden folder: `.name/agents/a.md`, `.name/packs/x/agents/a.md`. */
function isOfUnknownProgram(catalog: HostCatalog, path: string): boolean {
  const folders = path.split('/').slice(0, -1);
  const at = folders.findLastIndex((folder) => /^\.[^.]/.test(folder));
  const hidden = folders[at];
  if (hidden === undefined || hiddenFoldersOfHosts(catalog).has(hidden)) return false;
  if (sharedHiddenFolders.has(hidden)) return false;
  const below = folders.slice(at + 1);
  return below.some((folder) => /^(?:sub)?agents?$/.test(folder)) && !below.includes('worktrees');
}

/** Hidden folders that contain files of any program, including whole repositories. */
const sharedHiddenFolders: ReadonlySet<string> = new Set([
  '.cache',
  '.config',
  '.dotfiles',
  '.git',
  '.local',
  '.tmp',
  '.worktrees',
]);

const hiddenFoldersOfHosts = memoize(
  ({ comparedHosts }: HostCatalog): ReadonlySet<string> =>
    new Set(
      comparedHosts
        .flatMap(({ locations, formerly }) => [...locations, ...(formerly ?? [])])
        .flatMap(({ glob }) => glob.split('/').filter((part) => part.startsWith('.'))),
    ),
);

const hasOtherFields = ({ fields }: Outline): boolean =>
  otherFields.some(({ keys, value }) =>
    keys.every((key) =>
      fields.some(
        (entry) => entry.key === key && (!value || value.test(textOf(entry.value) ?? '')),
      ),
    ),
  );

/** Whether most tool names belong to programs outside the registry and to no host of the registry. */
function hasOtherTools(catalog: HostCatalog, { fields }: Outline): boolean {
  const names = fields.flatMap(({ key, value }) => (key === 'tools' ? namesIn(value, ',') : []));
  const foreign = names.filter(
    (name) => otherProgramWithTool(name) !== undefined && !toolsOfHosts(catalog).has(name),
  );
  return foreign.length * 2 > names.length;
}

const toolsOfHosts = memoize(
  ({ comparedHosts }: HostCatalog): ReadonlySet<string> =>
    new Set(
      comparedHosts.flatMap((host) => {
        const own = placeInOwnFolder(host, 'x.md');
        return own ? ownTools(dialectOf(own, emptyAgent)) : [];
      }),
    ),
);

const emptyAgent = { fields: [], prompt: { text: '', span: { start: 0, end: 0 } } };

const ownTools = ({ tools }: Dialect): readonly string[] =>
  [...tools.tools, ...tools.former].map(({ name }) => name);

function nearestPlace(catalog: HostCatalog, outline: Outline, path: string): Place | null {
  let best: { place: Place; distance: number } | undefined;
  const candidates = hostsWithEnding(catalog, path);
  const other =
    candidates === catalog.comparedHosts ? undefined : hostByValues(catalog, outline, candidates);
  for (const host of other ? [other] : candidates) {
    const own = placeInOwnFolder(host, path);
    if (!own) continue;
    const place: Place = { ...own, path, isGuess: true };
    const asWritten = { fields: outline.fields, prompt: { text: '', span: outline.body } };
    const distance = distanceTo(dialectOf(place, asWritten), outline.fields);
    const isOriginal = best?.distance === distance && best.place.host.forkOf === host.id;
    if (!best || distance < best.distance || isOriginal) best = { place, distance };
  }
  return best?.place ?? null;
}

/** The place of a file that its host does not read where it is, as if it were in the host's own folder; null for others. */
export function formerPlace(catalog: HostCatalog, path: string): Place | null {
  for (const host of catalog.mainHosts) {
    if (!host.formerly?.some(({ glob }) => matchGlob(glob, path))) continue;
    const own = placeInOwnFolder(host, path);
    if (own) return { ...own, path, isGuess: true, isFormer: true };
  }
  return misplacedSkill(catalog, path);
}

/** The hosts whose file names have this ending, such as `.agent.md`; all hosts for a plain `.md`. */
function hostsWithEnding({ comparedHosts }: HostCatalog, path: string): readonly Host[] {
  const candidates = comparedHosts.filter(({ ownFile }) => {
    const ending = ownFile.slice(ownFile.indexOf('{name}') + '{name}'.length);
    return ending !== '.md' && path.endsWith(ending);
  });
  return candidates.length > 0 ? candidates : comparedHosts;
}

/**
 * A host whose files are named differently, but for which the file was evidently written: every tool is one of its own, and
 * the model is its word for the model of the session, which no host of `candidates` accepts. Undefined if there is none.
 */
function hostByValues(
  { comparedHosts }: HostCatalog,
  { fields }: Outline,
  candidates: readonly Host[],
): Host | undefined {
  const valueAt = (key: string): Value | undefined => fields.find((one) => one.key === key)?.value;
  const model = valueAt('model');
  const written = model && textOf(model);
  const tools = valueAt('tools');
  if (written === undefined || !tools) return undefined;
  const dialects = (host: Host): readonly Dialect[] => {
    const own = placeInOwnFolder(host, 'x.md');
    return own ? [dialectOf(own, emptyAgent)] : [];
  };
  const inherits = (host: Host): boolean =>
    dialects(host).some(({ models }) => models.resolve(written).outcome === 'inherits');
  const hasAll = (host: Host): boolean =>
    dialects(host).some((dialect) => {
      const own = ownTools(dialect);
      const names = namesIn(tools, dialect.tools.separators);
      return names.length > 0 && names.every((name) => own.includes(name));
    });
  if (candidates.some(inherits)) return undefined;
  return comparedHosts.find((host) => !candidates.includes(host) && hasAll(host) && inherits(host));
}

/** How little the keys, values and tool names fit a host: lower is better, and its own tool names count in its favor. */
function distanceTo(dialect: Dialect, fields: readonly Entry[]): number {
  const missing = Object.entries(dialect.fields).filter(
    ([key, { required }]) => required && !fields.some((entry) => entry.key === key),
  ).length;
  return fields.reduce((sum, entry) => sum + distanceOf(entry, dialect), missing);
}

function distanceOf({ key, value }: Entry, dialect: Dialect): number {
  const field = Object.hasOwn(dialect.fields, key) ? dialect.fields[key] : undefined;
  if (!field) return 1;
  // A known key with an invalid value is still better than an unknown key.
  const wrong = check(field.type, value).problems.length > 0 ? 0.5 : 0;
  if (field.role !== 'tools') return wrong;
  const own = new Set(ownTools(dialect));
  const names = namesIn(value, dialect.tools.separators);
  return wrong + names.reduce((sum, name) => sum + (own.has(name) ? -1 : 0.5), 0);
}

function namesIn(value: Value, separators: string): readonly string[] {
  if (value.kind === 'map') return value.entries.map(({ key }) => key);
  if (value.kind === 'list') return value.items.flatMap((item) => namesIn(item, separators));
  if (value.kind !== 'text') return [];
  return splitNames(value.text, separators).map(({ text }) => before(text, '('));
}
