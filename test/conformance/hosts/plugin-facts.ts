// What we state of a plugin in the words of the programs' answers.
import type { Host } from '../../../server/hosts/model/host';
import { loadPlugin, type PluginPart } from '../../../server/workspace/plugins/load-plugin';
import { type Facts, facts, names, quoted, yesNo } from '../facts';
import { folderOf } from '../plugin-folders';
import { isPlugin, pluginFolder, type Question } from '../question';
import { verdictOn } from './verdict-on';

const prefix = `${pluginFolder}/`;

/** The manifests that belong to one program: these are documents in it. */
const ownManifests: Readonly<Record<string, readonly string[]>> = {
  'claude-code': ['.claude-plugin/plugin.json'],
  codex: ['.codex-plugin/plugin.json'],
  'copilot-cli': ['.github/plugin/plugin.json', '.plugin/plugin.json'],
};

/** Null where the question is not about a plugin. */
export function pluginFacts(question: Question, host: Host): Facts | null {
  if (!isPlugin(question)) return null;
  const { path, text } = question;
  const loaded = loadPlugin(host, folderOf(question));
  const manifest = path.slice(prefix.length);
  // Where such a manifest declares the standard, the document is not checked for it.
  const isStandard = text.includes('"https://agent-plugins.org/schemas/');
  const isDocument = isStandard
    ? manifest === 'plugin.json' && host.kinds['standardManifest'] !== undefined
    : ownManifests[host.id]?.includes(manifest);
  if (loaded?.manifest === manifest && isDocument) {
    // As a document it has the same verdict.
    const isRefused = verdictOn(host, question)?.outcome === 'refused';
    if (isRefused !== (loaded.fault?.file === manifest) || !verdictOn(host, question))
      return { plugin: 'another verdict on the manifest' };
  }
  if (!loaded || loaded.name === null) return { plugin: 'no' };
  const namesOf = (...kinds: readonly PluginPart['kind'][]): string =>
    names(loaded.parts.flatMap(({ kind, name }) => (kinds.includes(kind) ? (name ?? []) : [])));
  return facts({
    plugin: quoted(loaded.name),
    agents: namesOf('agent'),
    skills: namesOf('skill', 'command'),
    servers: namesOf('server'),
    hooks: yesNo(loaded.parts.some(({ kind }) => kind === 'hooks')),
  });
}
