// Codex answers by its app server: a marketplace of the project lists the plugin, which is installed, and the program lists its skills and
// servers. It has no agents of plugins.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Facts } from '../../facts';
import { asksForHooks, pluginFolder, type Question } from '../../question';
import { programBelow } from '../codex';
import { type AskServer, inAppServer } from '../codex/app-server';
import { marketplaceName, marketplaceWith } from '../codex/marketplace';
import type { Ask } from '../skills';
import {
  eachOf,
  type Laid,
  type LoadedPlugin,
  marketplaceAnswer,
  nameIn,
  pluginAnswer,
  withFiles,
} from './lay';

export const askCodex: Ask = (folder, questions) => {
  const program = programBelow(path.join(folder, 'node_modules/@openai'));
  return eachOf(questions, 2, {
    plugin: (question) =>
      withFiles(question, (laid) =>
        inAppServer(startIn(program, laid), (ask) => plugin(ask, laid, question)),
      ),
    marketplace: (question) =>
      withFiles(question, (laid) =>
        inAppServer(startIn(program, laid), (ask) => marketplace(ask, laid, question)),
      ),
  });
};

/** Starts its server in the folder of the marketplace. */
const startIn = (program: string, { home, project }: Laid) => ({
  ...{ program, home, folder: project, trusted: [project] },
});

/** The program installs a plugin only by the name in the manifest that it reads. Without one, by every name: then that of the folder. */
async function plugin(ask: AskServer, { project }: Laid, question: Question): Promise<Facts> {
  const marketplacePath = path.join(project, '.agents/plugins/marketplace.json');
  mkdirSync(path.dirname(marketplacePath), { recursive: true });
  for (const pluginName of [pluginFolder, ...namesInManifests(question)]) {
    writeFileSync(marketplacePath, JSON.stringify(marketplaceWith(pluginName)));
    const loaded = await loadedAs(pluginName, { ask, project, marketplacePath });
    if (loaded) return pluginAnswer(loaded);
  }
  return pluginAnswer(null);
}

interface Installing {
  readonly ask: AskServer;
  readonly project: string;
  readonly marketplacePath: string;
}

/** Null where it is not installed by that name. */
async function loadedAs(
  pluginName: string,
  { ask, project, marketplacePath }: Installing,
): Promise<LoadedPlugin | null> {
  const named = { marketplacePath, pluginName };
  const isInstalled = await ask('plugin/install', named).then(
    () => true,
    () => false,
  );
  if (!isInstalled) return null;
  const read = (await ask('plugin/read', named)) as ReadPlugin;
  const id = `${pluginName}@${marketplaceName}`;
  const skills = (await skillsIn(ask, project)).filter(({ pluginId }) => pluginId === id);
  return {
    name: pluginName,
    skills: skills.map(({ name }) => name),
    servers: read.plugin.mcpServers,
    hooks: read.plugin.hooks.length > 0,
    described: skills.map(({ name, description }) => [name, description]),
  };
}

interface ReadPlugin {
  readonly plugin: { readonly mcpServers: readonly string[]; readonly hooks: readonly unknown[] };
}

interface PluginSkill {
  readonly name: string;
  readonly description: string;
  readonly pluginId: string | null;
}

/** The skills of all plugins. */
async function skillsIn(ask: AskServer, project: string): Promise<readonly PluginSkill[]> {
  const { data } = (await ask('skills/list', { cwds: [project], forceReload: true })) as {
    readonly data: readonly { readonly skills: readonly PluginSkill[] }[];
  };
  return data.flatMap(({ skills }) => skills).filter(({ pluginId }) => pluginId !== null);
}

function namesInManifests({ path: file, text, around }: Question): readonly string[] {
  const texts = Object.entries({ ...around, [file]: text }).flatMap(([name, content]) =>
    name.endsWith('plugin.json') ? [content] : [],
  );
  return [...new Set(texts.map(nameIn))].filter((name) => name !== '');
}

interface PluginLists {
  readonly marketplaces: readonly {
    readonly path: string | null;
    readonly plugins: readonly {
      readonly name: string;
      readonly localVersion: string | null;
      readonly installed: boolean;
    }[];
  }[];
}

async function marketplace(ask: AskServer, { project }: Laid, question: Question): Promise<Facts> {
  const marketplacePath = path.join(project, question.path);
  const listed = async (): Promise<PluginLists['marketplaces'][number]['plugins'] | null> =>
    ((await ask('plugin/list', { cwds: [project] })) as PluginLists).marketplaces.find(
      (one) => one.path === marketplacePath,
    )?.plugins ?? null;
  const lists = await listed();
  return marketplaceAnswer(
    question,
    lists?.map(({ name }) => name) ?? null,
    (pluginName) =>
      ask('plugin/install', { marketplacePath, pluginName }).then(
        () => true,
        () => false,
      ),
    async () => {
      const installed = ((await listed()) ?? []).filter((one) => one.installed);
      const servers = await Promise.all(
        installed.map(({ name }) => ask('plugin/read', { marketplacePath, pluginName: name })),
      );
      return {
        versions: installed.map(({ name, localVersion }) => [name, localVersion]),
        parts: (await skillsIn(ask, project)).map(({ name }) => name),
        servers: (servers as readonly ReadPlugin[]).flatMap(
          ({ plugin: { mcpServers } }) => mcpServers,
        ),
        ...(asksForHooks(question) && {
          hooks: (servers as readonly ReadPlugin[]).some((one) => one.plugin.hooks.length > 0),
        }),
      };
    },
  );
}
