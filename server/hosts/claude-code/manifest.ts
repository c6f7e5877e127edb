// Which manifests of plugins Claude Code accepts. With any other it loads nothing from the plugin and reports the error only
// in its list of plugins. Every form below was run; values that were not run count as accepted.
import {
  any,
  anyMap,
  anyOf,
  faultByFields,
  formed,
  ignoredKeys,
  listOf,
  manifestField,
  manifestsAt,
  mapOfMaps,
  pluginRefused,
  text,
} from '../judge/plugins/manifest';
import type { Dialect } from '../model/dialect';
import { unknown } from '../model/evidence';
import type { Field } from '../model/field';
import type { ManifestFormat } from '../model/location';
import type { Type } from '../model/type';
import { pluginPage } from './companions';
import { executedHere } from './evidence';
import { faultOfHooksFile } from './hooks-file';

const checkedField = manifestField(pluginRefused, {
  evidence: pluginPage,
  valueEvidence: executedHere,
});

/** A field whose values are not checked. */
const unchecked = (summary: string, snippet: string): Field =>
  checkedField(any, summary, { snippet, evidence: pluginPage, valueEvidence: pluginPage });

/** What it is for was not looked up. */
const undocumented = manifestField(pluginRefused, {
  evidence: unknown,
  valueEvidence: executedHere,
});
/** Its values have more conditions than these. */
const partlyChecked = manifestField(pluginRefused, { evidence: unknown, valueEvidence: unknown });

const lspServer: Type = {
  type: 'map',
  keys: {
    extensionToLanguage: {
      type: anyMap,
      summary: 'The languages of files, by their endings.',
      required: true,
    },
  },
  rest: any,
};

const channel: Type = {
  type: 'map',
  keys: { server: { type: text, summary: 'The name of its server.', required: true } },
  rest: any,
};

const path = formed(/^\.\//, 'a path that begins with "./"', './name');
const pathOrRoot = formed(/^\.(?:\/|$)/, 'a path that begins with "./"', './name');
const agentFile = formed(
  /^\.\/.*\.md$/s,
  'the path of a file such as "./agents/NAME.md"',
  './agents/name.md',
);
export const jsonFile = formed(
  /^\.\/.*\.json$/s,
  'the path of a file such as "./NAME.json"',
  './name.json',
);
const bundle = formed(
  /^https?:|\.(?:mcpb|dxt)$/,
  'the address of a bundle',
  'https://example.com/a.mcpb',
);

const oneOrMore = (type: Type): Type => anyOf(type, listOf(type));
export const paths = oneOrMore(path);

const name = formed(/^[^\s:/@\\]+$/, 'a name without spaces, ":", "/", "@" and "\\"', 'my-plugin');

export const manifestDialect: Pick<Dialect, 'fields' | 'unknownField'> = {
  fields: {
    name: checkedField(name, 'The name, which the names of all its parts begin with.', {
      required: pluginRefused,
      snippet: ' "${1:my-plugin}"',
      absent: 'Required.',
    }),
    version: checkedField(text, 'The version. Users get an update when it changes.', {
      snippet: ' "${1:1.0.0}"',
    }),
    description: unchecked('What the plugin is for.', ' "$1"'),
    author: unchecked('Who wrote it: a map with `name`, `email` and `url`.', ' { "name": "$1" }'),
    homepage: unchecked('The address of its documentation.', ' "$1"'),
    repository: unchecked('The address of its source code.', ' "$1"'),
    license: unchecked('Its license, such as `MIT`.', ' "$1"'),
    keywords: unchecked('Words by which it is found.', ' ["$1"]'),
    agents: checkedField(
      oneOrMore(agentFile),
      'The files of its agents, in place of the folder `agents`.',
    ),
    commands: checkedField(
      anyOf(mapOfMaps, paths),
      'Files and folders of its commands, in place of the folder `commands`.',
    ),
    skills: checkedField(
      oneOrMore(pathOrRoot),
      'More folders with skills, next to the folder `skills`.',
    ),
    hooks: checkedField(
      anyOf(anyMap, jsonFile, listOf(anyOf(anyMap, jsonFile))),
      'Its hooks, or the files that contain them.',
      { governs: 'code' },
    ),
    mcpServers: checkedField(
      anyOf(mapOfMaps, jsonFile, bundle, listOf(anyOf(anyMap, jsonFile, bundle))),
      'Its MCP servers, or the files that define them.',
      { governs: 'code' },
    ),
    lspServers: partlyChecked(
      anyOf({ type: 'map', rest: lspServer }, jsonFile, listOf(anyOf(anyMap, jsonFile))),
      'Its language servers, or the files that define them.',
      { governs: 'code' },
    ),
    settings: checkedField(anyMap, 'Settings that apply while the plugin is on.'),
    dependencies: partlyChecked(listOf(anyOf(text, anyMap)), 'Plugins that it needs.'),
    defaultEnabled: checkedField({ type: 'boolean' }, 'Whether it is on once it is installed.'),
    outputStyles: checkedField(paths, 'Files and folders of output styles.'),
    themes: undocumented(paths, 'Files and folders of themes.'),
    channels: partlyChecked(listOf(channel), 'Channels that its servers offer.'),
    monitors: partlyChecked(
      anyOf(listOf(anyMap), jsonFile),
      'Commands that run in the background.',
    ),
    workflows: undocumented(paths, 'Files and folders of workflows.'),
    userConfig: partlyChecked(mapOfMaps, 'Values that it asks the user for.'),
    $schema: {
      ...unchecked('The schema by which editors complete the file.', ''),
      isNeverOffered: true,
    },
    displayName: unchecked('The name that lists show.', ' "$1"'),
  },
  unknownField: ignoredKeys(executedHere, {
    ...{ mcp: 'mcpServers', lsp: 'lspServers', skill: 'skills', command: 'commands' },
  }),
};

export const manifest: ManifestFormat = {
  files: ['.claude-plugin/plugin.json'],
  fault: (value) => faultByFields(value, manifestDialect),
  otherFiles: [{ file: 'hooks/hooks.json', fault: faultOfHooksFile }],
  listedBy: 'agents',
};

export const manifestLocations = manifestsAt(['.claude-plugin/plugin.json'], executedHere);
