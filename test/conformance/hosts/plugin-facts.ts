// What we state of a plugin in the words of the programs' answers.

import {
  loadPlugin,
  type PartInHost,
  type PluginPart,
} from '../../../server/hosts/catalog/load-plugin';
import type { DocumentKind, Host } from '../../../server/hosts/model/host';
import { documentKindOf } from '../../../server/hosts/model/place';
import type { Problem } from '../../../server/hosts/model/type';
import { covers } from '../../../server/text/span';
import { entryOf, textOf, type Value } from '../../../server/yaml/value';
import { type Facts, facts, names, notPredicted, quoted, yesNo } from '../facts';
import { folderOf } from '../plugin-folders';
import {
  asksForParts,
  fileInDescription,
  isMarketplace,
  isPlugin,
  laterFiles,
  pluginFolder,
  type Question,
  standardServersFile,
} from '../question';
import { entryFacts, laterQuestion, updateFacts } from './entry-facts';
import { verdictOn } from './verdict-on';

const prefix = `${pluginFolder}/`;

/** The manifests that belong to one program: these are documents in it. */
const ownManifests: Readonly<Record<string, readonly string[]>> = {
  'claude-code': ['.claude-plugin/plugin.json'],
  codex: ['.codex-plugin/plugin.json'],
  'copilot-cli': ['.github/plugin/plugin.json', '.plugin/plugin.json'],
};

/** Null where the question is not about a plugin or a marketplace. */
export function pluginFacts(question: Question, host: Host): Facts | null {
  if (isMarketplace(question)) return marketplaceFacts(question, host);
  if (!isPlugin(question)) return null;
  const { path, text } = question;
  const loaded = loadPlugin(host, folderOf(question));
  const manifest = path.slice(prefix.length);
  // Where such a manifest declares the standard, the document is not checked for it.
  const isStandard = /"https:\/\/agent-plugins\.org\/schemas\/[^/"]+\/plugin\.schema\.json"/.test(
    text,
  );
  const isDocument = isStandard
    ? manifest === 'plugin.json' && host.kinds['standardManifest'] !== undefined
    : ownManifests[host.id]?.includes(manifest);
  if (isDocument) {
    // As a document it has the same verdict; one that the program does not read is not refused.
    const verdict = verdictOn(host, question);
    const isRefused = verdict?.outcome === 'refused';
    const isRead = loaded?.manifest === manifest;
    if (isRefused !== (isRead && loaded.fault?.file === manifest) || (isRead && !verdict))
      return { plugin: 'another verdict on the manifest' };
  }
  if (!loaded || loaded.name === null) return { plugin: 'no' };
  const inDocument = loaded.manifest === 'plugin.json' ? serversInDocument(question, host) : null;
  if (inDocument !== null) {
    const others = loaded.parts.filter((part) => part.kind === 'server' && part.file !== manifest);
    const inPlugin = loaded.parts.filter((part) => part.file === manifest);
    if (names(inPlugin.map((part) => part.server ?? '')) !== names(inDocument))
      return { servers: 'another verdict on the servers' };
    if (others.length > 0) return { servers: 'servers of two files' };
  }
  const namesOf = (...kinds: readonly PluginPart['kind'][]): string =>
    names(loaded.parts.flatMap(({ kind, name }) => (kinds.includes(kind) ? (name ?? []) : [])));
  const open = openNames(host, loaded.parts);
  const read = folderOf(question).read;
  const described = loaded.parts.flatMap((part) => {
    const file = /^description: (.*)$/m.exec(read(part.file) ?? '')?.[1];
    return part.isLoaded && file !== undefined && fileInDescription(file) !== null ? [part] : [];
  });
  return facts({
    plugin: showsName(host, namesOf('skill', 'command')) ? quoted(loaded.name) : undefined,
    agents: namesOf('agent'),
    skills: open ?? namesOf('skill', 'command'),
    servers: namesOf('server'),
    hooks: yesNo(
      loaded.parts.some(
        ({ kind, file }) => kind === 'hooks' && showsHooks(host, folderOf(question).read(file)),
      ),
    ),
    uses: described.some(({ namesake }) => namesake)
      ? notPredicted('Which of several agents or skills it uses.')
      : described.length === 0
        ? undefined
        : open !== null
          ? open
          : names(described.map(({ name, file }) => `${name}=${file}`)),
  });
}

/** Why the names of skills and commands are not predicted; null where they are. */
function openNames(
  { id }: Host,
  parts: readonly PartInHost[],
): ReturnType<typeof notPredicted> | null {
  const called = parts.filter(({ kind, name }) => kind === 'skill' && name !== null);
  if (called.some(({ namesake }) => namesake))
    return notPredicted('Which of several skills it uses.');
  const names = called.map(({ name }) => name);
  return id === 'vscode' && new Set(names).size < names.length
    ? notPredicted('Which of several skills it offers after "/".')
    : null;
}

/** Whether the oracle can see the name of the plugin: a window shows it in those of skills and commands only. */
const showsName = ({ id }: Host, names: string): boolean => id !== 'vscode' || names.includes(':');

/** Whether the oracle can see the hooks of a file: where it waits for one that runs, only those of a session without calls of tools. */
const showsHooks = ({ id }: Host, text: string | null): boolean =>
  id !== 'claude-code' || /"(?:SessionStart|Stop)"/.test(text ?? '');

/** The servers of the standard that it loads by the verdict on their file; null where another file is asked about, or it is no document of the host. */
function serversInDocument(question: Question, host: Host): readonly string[] | null {
  if (question.path !== standardServersFile || !host.kinds['standardServers']) return null;
  const verdict = verdictOn(host, question);
  if (!verdict) return [];
  if (verdict.outcome === 'unknown') return ['?'];
  const field = verdict.fields.find(({ key }) => key === 'mcpServers');
  if (verdict.outcome !== 'loads' && verdict.outcome !== 'loads-changed') return [];
  const lost = new Set(field?.problems.map(({ path: [name] }) => name));
  return field?.value.kind === 'map'
    ? field.value.entries.flatMap(({ key }) => (lost.has(key) ? [] : [key]))
    : [];
}

/** Programs that are asked about one file, whether or not they read another one too. */
const answersByPath = ['codex'];

/** Programs that offer a plugin as its policy states. */
const readsPolicy = ['codex'];

/** Programs that do not list a marketplace without plugins. */
const hidesEmpty = ['codex'];

function marketplaceFacts(asked: Question, host: Host): Facts {
  // The program may read another file instead.
  const others = Object.entries(asked.around ?? {}).map(([path, text]) => ({
    ...asked,
    ...{ path, text, around: { ...asked.around, [asked.path]: asked.text } },
  }));
  const read = answersByPath.includes(host.id) ? [asked] : [asked, ...others.filter(isMarketplace)];
  const question = read.find((one) => verdictOn(host, one) !== null) ?? asked;
  const verdict = verdictOn(host, question);
  if (!verdict || verdict.outcome === 'refused') return { marketplace: 'no' };
  const field = verdict.fields.find(({ key }) => key === 'plugins');
  const lost = new Set(field?.problems.map(({ path: [index] }) => index));
  const kind = documentKindOf(verdict.place);
  const items = field?.value.kind === 'list' ? field.value.items : [];
  // Claude Code installs the first of a name, or none.
  const isBehindLost = (name: string): boolean =>
    host.id === 'claude-code' &&
    lost.has(items.findIndex((one) => textOf(keyIn(one, 'name')) === name));
  const listed = items.flatMap((plugin, index) => {
    const name = plugin.kind === 'map' ? textOf(entryOf(plugin.entries, 'name')?.value) : undefined;
    const isLost = lost.has(index) && !isListedAnyway(host, plugin, field?.problems ?? [], index);
    return isLost || name === undefined || (readsPolicy.includes(host.id) && isForOthers(plugin))
      ? []
      : [{ name, plugin, isWrong: lost.has(index) || isBehindLost(name) }];
  });
  // Of several with one name the first counts.
  const lists = [...new Map(listed.toReversed().map((one) => [one.name, one])).values()];
  if (lists.length === 0 && field?.value.kind === 'list' && hidesEmpty.includes(host.id))
    return { marketplace: 'no' };
  const paths = kind.subject === 'manifest' ? kind.paths(verdict.agent?.fields ?? []) : [];
  const states = lists.map(({ name, plugin, isWrong }) => {
    if (isWrong) return { name, is: false };
    // Whether it installs what a plugin needs is not asked.
    if (needsOthers(plugin)) return { name, is: null };
    const path = paths.find(({ span }) => covers(plugin.span, span))?.path;
    const source = textOf(keyIn(plugin, 'source'));
    // A path out of the folder may lead back into it.
    if (path === undefined && source?.includes('..')) return { name, is: null };
    return {
      name,
      is:
        !(readsPolicy.includes(host.id) && isWithheld(plugin)) &&
        stateOf(
          { host, name, path, isBare: isBareIn(kind, plugin) },
          { ...question.around, [question.path]: question.text },
        ),
    };
  });
  // The program is asked to install those in the text of the question.
  const isNamed = (name: string): boolean =>
    question === asked || asked.text.includes(JSON.stringify(name));
  const installed = states.flatMap(({ name, is }) => (is === true && isNamed(name) ? [name] : []));
  const isOpen = states.some(({ is }) => is === null);
  return facts({
    marketplace: 'yes',
    lists: names(lists.map(({ name }) => name)),
    installs: isOpen
      ? notPredicted('A plugin without a manifest, or a path that is no folder.')
      : names(installed),
    ...(asksForParts(question) &&
      kind.subject === 'manifest' &&
      kind.marketplace &&
      entryFacts(
        kind.marketplace
          .entries(verdict.agent?.fields ?? [])
          .filter(({ name }) => installed.includes(name.text)),
        { host, rules: kind.marketplace.entryRules, question, isOpen },
      )),
    ...(Object.keys(laterFiles(question)).length > 0 &&
      kind.subject === 'manifest' &&
      kind.marketplace &&
      updateFacts(
        kind.marketplace
          .entries(verdict.agent?.fields ?? [])
          .filter(({ name }) => installed.includes(name.text)),
        kind.marketplace.entries(verdictOn(host, laterQuestion(question))?.agent?.fields ?? []),
        { host, rules: kind.marketplace.entryRules, question },
      )),
  });
}

/** Programs that install from a marketplace whatever is in the folder. */
const installsAny = ['copilot-cli'];

/** Programs that install whatever name the manifest states, or without a manifest. */
const installsAnyName = ['claude-code'];

/** Whether Claude Code lists a plugin that it refuses to install: it checks the characters of its name and path only then. */
function isListedAnyway(
  host: Host,
  plugin: Value,
  problems: readonly Problem[],
  index: number,
): boolean {
  if (host.id !== 'claude-code') return false;
  return problems
    .filter(({ path: [at] }) => at === index)
    .every(({ path: [, key, ...deeper] }) => {
      const value = deeper.length === 0 ? textOf(keyIn(plugin, String(key))) : undefined;
      if (value === undefined) return false;
      return key === 'name'
        ? /^[^\s\p{Cc}]+$/u.test(value)
        : key === 'source' && /^\.\//.test(value);
    });
}

function needsOthers(plugin: Value): boolean {
  const dependencies = keyIn(plugin, 'dependencies');
  return dependencies?.kind === 'list' && dependencies.items.length > 0;
}

const keyIn = (value: Value | undefined, key: string): Value | undefined =>
  value?.kind === 'map' ? entryOf(value.entries, key)?.value : undefined;

/** Whether the author lists it without offering it, in the words of Codex. */
const isWithheld = (plugin: Value): boolean =>
  textOf(keyIn(keyIn(plugin, 'policy'), 'installation')) === 'NOT_AVAILABLE';

/** Whether it is for other products, in the words of Codex. */
function isForOthers(plugin: Value): boolean {
  const products = keyIn(keyIn(plugin, 'policy'), 'products');
  return (
    products?.kind === 'list' && !products.items.some((item) => /^codex$/i.test(textOf(item) ?? ''))
  );
}

/** Whether the entry alone does not make a plugin of a folder without a manifest. */
function isBareIn(kind: DocumentKind, plugin: Value): boolean {
  const bare = kind.subject === 'manifest' ? kind.marketplace?.entryRules.bare : undefined;
  return plugin.kind === 'map' && plugin.entries.every(({ key }) => bare?.keys.includes(key));
}

interface InFolder {
  readonly host: Host;
  readonly name: string;
  readonly path: string | undefined;
  readonly isBare: boolean;
}

/** Whether the folder of a plugin exists, and its manifest is accepted. Null for one without a manifest. */
function stateOf(
  { host, name, path, isBare }: InFolder,
  around: Readonly<Record<string, string>>,
): boolean | null {
  if (path === undefined) return false;
  if (around[path] !== undefined) return null;
  const below = path === '' ? '' : `${path}/`;
  const paths = Object.keys(around).flatMap((file) =>
    file.startsWith(below) ? [file.slice(below.length)] : [],
  );
  if (paths.length === 0) return false;
  if (installsAny.includes(host.id)) return true;
  const read = (file: string): string | null => around[below + file] ?? null;
  const folder = { name: path.split('/').at(-1) || name, paths, read };
  const loaded = loadPlugin(host, folder);
  if (installsAnyName.includes(host.id)) return loaded?.fault === null || loaded?.manifest === null;
  if (!loaded || loaded.manifest === null) return isBare ? false : null;
  return loaded.name === name;
}
