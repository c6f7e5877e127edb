// How a plugin or a marketplace is laid out for a program, and how what it loads is stated as facts.
import { mkdirSync, mkdtempSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { type Facts, facts, names, quoted, yesNo } from '../../facts';
import { type Installed, installedFacts } from '../../installed-plugins';
import {
  asksForParts,
  fileInDescription,
  isMarketplace,
  isPlugin,
  pluginFolder,
  type Question,
} from '../../question';
import { removeFolder } from '../remove-folder';
import { laySkills } from '../skills/batch';

export interface Laid {
  readonly home: string;
  /** The folder of the marketplace. */
  readonly project: string;
  readonly plugin: string;
}

/** Lays the files of a question in a folder of their own, and removes it in the end. */
export async function withFiles<T>(
  { path: file, text, around = {} }: Question,
  use: (laid: Laid) => Promise<T>,
): Promise<T> {
  // Codex ignores a home below the folder for temporary files.
  const parent = path.join(homedir(), '.cache');
  mkdirSync(parent, { recursive: true });
  const root = realpathSync(mkdtempSync(path.join(parent, 'dossier-plugin-')));
  const at = { project: path.join(root, 'project'), home: path.join(root, 'home') };
  mkdirSync(at.home, { recursive: true });
  try {
    const own = file === pluginFolder ? [] : [{ id: '', path: file, text }];
    const others = Object.entries(around).map(([name, content]) => ({
      ...{ id: '', path: name, text: content },
    }));
    laySkills(at, [...own, ...others]);
    return await use({ ...at, plugin: path.join(at.project, pluginFolder) });
  } finally {
    removeFolder(root);
  }
}

/** What a program loads of a plugin; undefined where it does not show that. */
export interface LoadedPlugin {
  readonly name: string;
  readonly agents?: readonly string[];
  /** With commands: users call both by their names. */
  readonly skills: readonly string[];
  readonly servers: readonly string[];
  readonly hooks?: boolean;
  /** What of several parts with one name it uses, where their descriptions name their files. */
  readonly described?: readonly (readonly [name: string, description: string])[];
}

/** Undefined where no description names a file. */
function usesOf(described: LoadedPlugin['described'] = []): string | undefined {
  const found = described.flatMap(([name, text]) => {
    const file = fileInDescription(text);
    return file === null ? [] : [`${name}=${file}`];
  });
  return found.length === 0 ? undefined : names(found);
}

/** @param loaded null where the program loads nothing of it */
export const pluginAnswer = (loaded: LoadedPlugin | null): Facts =>
  loaded === null
    ? { plugin: 'no' }
    : facts({
        plugin: quoted(loaded.name),
        agents: loaded.agents && names(loaded.agents),
        skills: names(loaded.skills),
        servers: names(loaded.servers),
        hooks: loaded.hooks === undefined ? undefined : yesNo(loaded.hooks),
        uses: usesOf(loaded.described),
      });

/**
 * What a program answers on a marketplace that it accepts; null where it accepts none there.
 * @param lists the plugins in its list that it could install
 * @param install tries it; those in other places than this folder are not tried, because there is no network
 * @param load asks for what it has after that
 */
export async function marketplaceAnswer(
  question: Question,
  lists: readonly string[] | null,
  install: (name: string) => boolean | Promise<boolean>,
  load: () => Promise<Installed>,
): Promise<Facts> {
  const { text } = question;
  if (lists === null) return { marketplace: 'no' };
  const installed: string[] = [];
  for (const name of localNames(text)) if (await install(name)) installed.push(name);
  const loaded = asksForParts(question) && installed.length > 0 ? await load() : null;
  return facts({
    marketplace: 'yes',
    lists: names([...new Set(lists)]),
    installs: names(installed),
    ...(loaded && installedFacts(loaded)),
  });
}

/** The names of the plugins of a marketplace that are in its folder, none twice. */
function localNames(text: string): readonly string[] {
  const found = parsed(text) as { readonly plugins?: unknown } | null;
  const entries = Array.isArray(found?.plugins) ? (found.plugins as readonly unknown[]) : [];
  const own = entries.flatMap((entry) => {
    const { name, source } = (entry ?? {}) as {
      readonly name?: unknown;
      readonly source?: unknown;
    };
    const isRemote = ['url', 'repo', 'package'].some(
      (key) => typeof source === 'object' && source !== null && key in source,
    );
    return typeof name === 'string' && name !== '' && !isRemote ? [name] : [];
  });
  return [...new Set(own)];
}

/** The name in a manifest or a marketplace; empty where it has none. */
export function nameIn(text: string): string {
  const name = (parsed(text) as { readonly name?: unknown } | null)?.name;
  return typeof name === 'string' ? name : '';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\u{feff}/u, ''));
  } catch {
    return null;
  }
}

/** Asks so many at once. */
export async function eachOf(
  questions: readonly Question[],
  atOnce: number,
  ask: { readonly plugin: AskOne; readonly marketplace: AskOne },
): Promise<readonly Facts[]> {
  const found: Facts[] = [];
  for (let from = 0; from < questions.length; from += atOnce)
    found.push(
      ...(await Promise.all(
        questions.slice(from, from + atOnce).map((question) => {
          if (isMarketplace(question)) return ask.marketplace(question);
          if (!isPlugin(question)) throw new Error(`${question.path} is no manifest`);
          return ask.plugin(question);
        }),
      )),
    );
  return found;
}

type AskOne = (question: Question) => Promise<Facts>;
