// Agent files outside every folder that a host reads: which host they were written for, judged by their name and by
// what their authors wrote. How well the file fares there is not asked: the lenient would win every time.

import type { Outline } from '../agent/outline';
import { splitNames } from '../agent/tokens';
import { type Entry, textOf, type Value } from '../agent/value';
import { check } from './check';
import { programElsewhere } from './elsewhere';
import { matchGlob } from './glob';
import type { Dialect, Host } from './host';
import { dialectOf } from './judge';
import type { Place } from './place';
import { mainHosts, ownPlace } from './places';

/** Signs that a Markdown file is an agent: a description, and one thing more that only agents have. */
export function looksLikeAgent({ fields }: Outline): boolean {
  const has = (key: string): boolean => fields.some((field) => field.key === key);
  return has('description') && ['name', 'tools', 'model', 'mode'].some(has);
}

/** Folders of programs that are not judged here, and of what is built for them. */
const otherFolders: readonly string[] = [
  '.agent',
  '.agents',
  '.codex',
  '.cursor/agents',
  '.factory/droids',
  '.gemini/agents',
  '.grok',
  '.junie',
  '.kiro/agents',
  '.pi',
  '.qoder',
  '.qwen/agents',
  'gemini-plugin-source',
];

/** Fields that only programs outside the registry have: all the keys of a line together, with such a value. */
const otherFields: readonly { readonly keys: readonly string[]; readonly value?: RegExp }[] = [
  { keys: ['approvalMode'] },
  { keys: ['parent_agents'] },
  { keys: ['inputs', 'outputs'] },
  { keys: ['kind'], value: /^local$/ },
  { keys: ['model'], value: /^(?:gemini|qwen)[-\d]/i },
  { keys: ['model'], value: /^openai:qwen/i },
];

/** The file looks like an agent of a program outside the registry: no host's rules apply to it. */
export const isOfAnotherProgram = (outline: Outline, path: string): boolean =>
  looksLikeAgent(outline) && guessed(outline, path) === 'another program';

/**
 * The place in the host that the file was most likely written for; null for one that does not look like an agent, or that
 * was written for a program outside the registry.
 */
export function loosePlace(outline: Outline, path: string): Place | null {
  if (!looksLikeAgent(outline)) return null;
  const found = guessed(outline, path);
  return found === 'another program' ? null : found;
}

function guessed(outline: Outline, path: string): Place | null | 'another program' {
  if (isInOtherFolder(path)) return 'another program';
  const place = nearestPlace(outline, path);
  // An ending that only hosts of the registry have says more than a model that several programs offer.
  if (!place || namedLike(path) !== mainHosts) return place;
  return hasOtherFields(outline) || hasOtherTools(outline) ? 'another program' : place;
}

/** Working copies that a program makes of a whole repository are not its agents. */
const isInOtherFolder = (path: string): boolean => {
  const whole = `/${path.replaceAll('\\', '/')}`;
  // An ending that only hosts of the registry have was meant for one of them.
  if (namedLike(path) === mainHosts && isOfUnknownProgram(whole)) return true;
  return otherFolders.some((folder) => {
    const at = whole.indexOf(`/${folder}/`);
    return at >= 0 && !whole.startsWith('worktrees/', at + folder.length + 2);
  });
};

/** A folder of agents in a hidden folder that is no host's: `.name/agents/a.md`, `.name/packs/x/agents/a.md`. */
function isOfUnknownProgram(path: string): boolean {
  const folders = path.split('/').slice(0, -1);
  const at = folders.findLastIndex((folder) => /^\.[^.]/.test(folder));
  const hidden = folders[at];
  if (hidden === undefined || hiddenFoldersOfHosts().has(hidden)) return false;
  if (ofManyPrograms.has(hidden)) return false;
  const below = folders.slice(at + 1);
  return below.some((folder) => /^(?:sub)?agents?$/.test(folder)) && !below.includes('worktrees');
}

/** Hidden folders that hold the files of any program, whole repositories among them. */
const ofManyPrograms: ReadonlySet<string> = new Set([
  '.cache',
  '.config',
  '.dotfiles',
  '.git',
  '.local',
  '.tmp',
  '.worktrees',
]);

let hiddenFolders: ReadonlySet<string> | undefined;

function hiddenFoldersOfHosts(): ReadonlySet<string> {
  hiddenFolders ??= new Set(
    mainHosts
      .flatMap(({ locations, formerly }) => [...locations, ...(formerly ?? [])])
      .flatMap(({ glob }) => glob.split('/').filter((part) => part.startsWith('.'))),
  );
  return hiddenFolders;
}

const hasOtherFields = ({ fields }: Outline): boolean =>
  otherFields.some(({ keys, value }) =>
    keys.every((key) =>
      fields.some(
        (entry) => entry.key === key && (!value || value.test(textOf(entry.value) ?? '')),
      ),
    ),
  );

/** Most names of tools are those of a program outside the registry, and no host of the registry has them. */
function hasOtherTools({ fields }: Outline): boolean {
  const names = fields.flatMap(({ key, value }) => (key === 'tools' ? namesIn(value, ',') : []));
  const foreign = names.filter(
    (name) => programElsewhere(name) !== undefined && !toolsOfHosts().has(name),
  );
  return foreign.length * 2 > names.length;
}

let known: ReadonlySet<string> | undefined;

function toolsOfHosts(): ReadonlySet<string> {
  known ??= new Set(
    mainHosts.flatMap((host) => {
      const own = ownPlace(host, 'x.md');
      return own ? ownTools(dialectOf(own, nothingWritten)) : [];
    }),
  );
  return known;
}

const nothingWritten = { fields: [], prompt: { text: '', span: { start: 0, end: 0 } } };

const ownTools = ({ tools }: Dialect): readonly string[] =>
  [...tools.tools, ...tools.former].map(({ name }) => name);

function nearestPlace(outline: Outline, path: string): Place | null {
  let best: { place: Place; distance: number } | undefined;
  const alike = namedLike(path);
  const other = alike === mainHosts ? undefined : hostByWords(outline, alike);
  for (const host of other ? [other] : alike) {
    const own = ownPlace(host, path);
    if (!own) continue;
    const place: Place = { ...own, path, isGuess: true };
    const asWritten = { fields: outline.fields, prompt: { text: '', span: outline.body } };
    const distance = distanceTo(dialectOf(place, asWritten), outline.fields);
    const isOriginal = best?.distance === distance && best.place.host.forkOf === host.id;
    if (!best || distance < best.distance || isOriginal) best = { place, distance };
  }
  return best?.place ?? null;
}

/** The place of a file in a folder that a host read once, as if it were in the host's own; null for any other. */
export function formerPlace(path: string): Place | null {
  for (const host of mainHosts) {
    if (!host.formerly?.some(({ glob }) => matchGlob(glob, path))) continue;
    const own = ownPlace(host, path);
    if (own) return { ...own, path, isGuess: true, isFormer: true };
  }
  return null;
}

/** Hosts whose own files end so: `.agent.md` is nobody else's. All of them for a plain `.md`. */
function namedLike(path: string): readonly Host[] {
  const alike = mainHosts.filter(({ ownFile }) => {
    const ending = ownFile.slice(ownFile.indexOf('{name}') + '{name}'.length);
    return ending !== '.md' && path.endsWith(ending);
  });
  return alike.length > 0 ? alike : mainHosts;
}

/**
 * A host that does not name its files so, and that the file was written for all the same: every tool is one of its own, and
 * its word for the model of the session is there, which none of `alike` takes. Undefined where there is none.
 */
function hostByWords({ fields }: Outline, alike: readonly Host[]): Host | undefined {
  const valueAt = (key: string): Value | undefined => fields.find((one) => one.key === key)?.value;
  const model = valueAt('model');
  const written = model && textOf(model);
  const tools = valueAt('tools');
  if (written === undefined || !tools) return undefined;
  const dialects = (host: Host): readonly Dialect[] => {
    const own = ownPlace(host, 'x.md');
    return own ? [dialectOf(own, nothingWritten)] : [];
  };
  const takes = (host: Host): boolean =>
    dialects(host).some(({ models }) => models.resolve(written).outcome === 'inherits');
  const hasAll = (host: Host): boolean =>
    dialects(host).some((dialect) => {
      const own = ownTools(dialect);
      const names = namesIn(tools, dialect.tools.separators);
      return names.length > 0 && names.every((name) => own.includes(name));
    });
  if (alike.some(takes)) return undefined;
  return mainHosts.find((host) => !alike.includes(host) && hasAll(host) && takes(host));
}

/** How foreign the keys, the shapes of values and the names of tools are to a host; its own spelling counts for it. */
function distanceTo(dialect: Dialect, fields: readonly Entry[]): number {
  const missing = Object.entries(dialect.fields).filter(
    ([key, { required }]) => required && !fields.some((entry) => entry.key === key),
  ).length;
  return fields.reduce((sum, entry) => sum + distanceOf(entry, dialect), missing);
}

function distanceOf({ key, value }: Entry, dialect: Dialect): number {
  const field = Object.hasOwn(dialect.fields, key) ? dialect.fields[key] : undefined;
  if (!field) return 1;
  // The key alone tells whose field it is.
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
  return splitNames(value.text, separators).map(({ text }) => text.replace(/\(.*$/s, ''));
}
