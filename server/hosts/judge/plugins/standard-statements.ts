// What the standard "Agent Plugins" requires of programs for a part of a plugin, with the section that states it. Which program
// differs is no data: what each loads is known from its own recorded cases.
import { outlineOfFile } from '../../../agent/outline';
import { type Message, type MessageArgs, t } from '../../../text/message';
import { type Entry, entryOf, textOf } from '../../../yaml/value';
import type { PluginManifests } from '../../model/plugin';
import type { Problem } from '../../model/type';
import { computeFieldVerdict } from '../compute-verdict';
import { unmarkedJsonReader } from '../reading/strict-json-reader';
import { any, ignoredKeys } from './manifest';
import { isMap, jsonAt, standardVersion } from './plugin-files';
import { specification, standardFields, standardSchemaForm } from './standard';
import { standardCommand, standardServerProblems, standardUrl } from './standard-server-rules';
import { standardServerFile, streamableHttp } from './standard-servers';

/** What a program that supports a kind of part must do with one. */
export interface StandardStatement {
  readonly section: string;
  readonly requires: 'loads' | 'skips';
}

interface Part {
  readonly kind: string;
  readonly file: string;
  readonly server: string | null;
}

/** The version whose statements these are. */
export const statedVersion = '1.0.0';

const optional = 'sse';

const servers = standardServerFile({
  ...{ command: standardCommand, url: standardUrl },
  remote: [streamableHttp, { value: optional, means: '' }],
  judge: standardServerProblems,
  reader: unmarkedJsonReader,
  isRefused: () => false,
  evidence: specification,
});

const manifest = {
  fields: standardFields({
    schema: standardSchemaForm,
    // What is no map there is ignored, and the rest is for those programs to judge that read it.
    extensions: any,
    valueEvidence: specification,
  }),
  unknownField: ignoredKeys(specification),
};

/** Whether the manifest at the root declares this version. */
export const declaresStatedVersion = (folder: PluginManifests): boolean =>
  standardVersion(jsonAt(folder, 'plugin.json'), 'plugin') === statedVersion;

/** What is stated of a part of a plugin that declares the version; null where nothing is, or where programs are free. */
export const statementOn = (part: Part, folder: PluginManifests): StandardStatement | null =>
  part.kind === 'skill'
    ? onSkill(part, folder)
    : part.kind === 'server'
      ? onServer(part, folder)
      : null;

/** What is stated of a plugin because of this key of its manifest; null where its value is right. */
export const statementOnKey = (entry: Entry, fields: readonly Entry[]): StandardStatement | null =>
  computeFieldVerdict(entry, manifest, fields).otherwise?.file === undefined
    ? null
    : { section: '5.2', requires: 'skips' };

/** What is wrong with servers of `mcp.json`, each by itself. The paths begin with their names. */
export const statedProblems = (all: readonly Entry[]): readonly Problem[] =>
  servers.problemsOf(all);

/** Two sentences on a part that a program loads, or does not load, although the opposite is stated. They name the host. */
export const deviationFrom = (statement: StandardStatement): Message =>
  statement.requires === 'skips'
    ? t(
        '{host} loads it. Section {section} of Agent Plugins {version} requires that it is skipped.',
        cited(statement),
      )
    : t(
        '{host} does not load it. Section {section} of Agent Plugins {version} requires that it is loaded.',
        cited(statement),
      );

/** The same on a server, where a key of it is explained. */
export const serverDeviationFrom = (statement: StandardStatement): Message =>
  statement.requires === 'skips'
    ? t(
        '{host} loads the server. Section {section} of Agent Plugins {version} requires that it is skipped.',
        cited(statement),
      )
    : t(
        '{host} does not load the server. Section {section} of Agent Plugins {version} requires that it is loaded.',
        cited(statement),
      );

/** The same on a server that costs all others too. */
export const serversDeviationFrom = (statement: StandardStatement): Message =>
  t(
    '{host} loads none of the servers. Section {section} of Agent Plugins {version} requires that only this one is skipped.',
    cited(statement),
  );

/** The same on the whole plugin, which the program loads. */
export const pluginDeviationFrom = (statement: StandardStatement): Message =>
  t(
    '{host} loads the plugin. Section {section} of Agent Plugins {version} requires that it is refused.',
    cited(statement),
  );

const cited = ({ section }: StandardStatement): MessageArgs => ({
  section,
  version: statedVersion,
});

/** Skills are directly below `skills`, and named like their folders. */
function onSkill({ file }: Part, folder: PluginManifests): StandardStatement | null {
  const [top, own, ...below] = file.split('/');
  if (top !== 'skills') return null;
  if (below.length > 1) return { section: '7.1', requires: 'skips' };
  const name = textOf(entryOf(outlineOfFile(file, folder.read(file) ?? '').fields, 'name')?.value);
  return name === undefined || name === own ? null : { section: '7.1', requires: 'skips' };
}

/** Each server by itself. What is wrong around them costs them all. */
function onServer({ file, server }: Part, folder: PluginManifests): StandardStatement | null {
  if (file !== 'mcp.json' || isAmbiguous(folder.read(file) ?? '')) return null;
  const isValid = servers.serversIn(folder.read).some(({ name }) => name === server);
  if (!isValid) return { section: '7.2.2', requires: 'skips' };
  const value = jsonAt(folder, file);
  const all = isMap(value) && isMap(value['mcpServers']) ? value['mcpServers'] : {};
  const own = all[server ?? ''];
  return isMap(own) && own['type'] === optional ? null : { section: '7.2.2', requires: 'loads' };
}

/** Nothing is stated of JSON with a byte order mark, or in which a key is there twice. */
const isAmbiguous = (text: string): boolean =>
  text.startsWith('\ufeff') ||
  ['"$schema"', '"mcpServers"'].some((key) => text.split(key).length > 2);
