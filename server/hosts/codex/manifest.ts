// The manifests of plugins that Codex reads: its own, of the form of Claude Code's, and that of the standard.

import { type Entry, entryOf, textOf } from '../../yaml/value';
import {
  any,
  anyMap,
  anyOf,
  formed,
  ignoredKeys,
  manifestField,
  manifestsAt,
  pluginRefused,
  standardManifestAt,
  text,
  texts,
} from '../judge/plugins/manifest';
import { person, standardFields, standardSchemaForm } from '../judge/plugins/standard';
import type { Dialect } from '../model/dialect';
import { documented } from '../model/evidence';
import type { Field } from '../model/field';
import { executedHere } from './evidence';
import type { Keys } from './unique-keys';

type Fields = Pick<Dialect, 'fields' | 'unknownField'>;

const unknownField = ignoredKeys(executedHere);

export const standardDialect: Fields = {
  fields: standardFields({
    schema: standardSchemaForm,
    author: anyOf(person, texts),
    extensions: any,
    valueEvidence: executedHere,
  }),
  unknownField,
};

const page = documented({
  title: 'Codex documentation, page "Package your plugin"',
  address: 'https://developers.openai.com/codex/plugins/build',
  on: '2026-11-26',
});

const checkedField = manifestField(pluginRefused, { evidence: page, valueEvidence: executedHere });
const unchecked = (summary: string, snippet?: string): Field =>
  checkedField(any, summary, { valueEvidence: page, ...(snippet !== undefined && { snippet }) });

const declaresStandard = (keys: readonly Entry[]): boolean =>
  standardSchemaForm.test(textOf(entryOf(keys, '$schema')?.value) ?? '');

/** Null counts as absent in some fields. */
const nullable = { empty: 'accepted' } as const;

export const plainDialect: Fields = {
  fields: {
    name: checkedField(
      formed(/^[\w.-]*$/, 'a name of letters, digits, ".", "_" and "-"', 'my-plugin'),
      'The name, which the names of all its parts begin with.',
      { snippet: ' "${1:my-plugin}"' },
    ),
    version: checkedField(
      formed(/^(?!\.+$)[^\s/\\]+$/, 'a version such as "1.0.0"', '1.0.0'),
      'The version.',
      {
        ...nullable,
        // The folder of an installed plugin has the version of the standard then.
        judge: (value, keys = []) =>
          value.kind === 'text' && declaresStandard(keys)
            ? { outcome: 'kept', problems: [] }
            : null,
        snippet: ' "${1:1.0.0}"',
      },
    ),
    description: checkedField(text, 'What the plugin is for.', nullable),
    author: unchecked('Who wrote it.', ' { "name": "$1" }'),
    homepage: unchecked('The address of its documentation.', ' "$1"'),
    repository: unchecked('The address of its source code.', ' "$1"'),
    license: unchecked('Its license, such as `MIT`.', ' "$1"'),
    keywords: checkedField(texts, 'Words by which it is found.'),
    skills: unchecked('Folders of its skills, in place of the folder `skills`.'),
    commands: unchecked('Files and folders of its commands, in place of the folder `commands`.'),
    hooks: unchecked('Its hooks, or the file that contains them.'),
    mcpServers: unchecked('Its MCP servers, or the file that defines them.'),
    apps: checkedField(text, 'The file that names its apps.', nullable),
    interface: checkedField(anyOf(anyMap, texts), 'How lists show it.', nullable),
  },
  unknownField,
};

/** The keys that may be there once. */
export const plainKeys: Keys = {
  known: new Set([
    ...['name', 'version', 'description', 'keywords', 'skills', 'hooks', 'mcpServers', 'apps'],
    'interface',
  ]),
  below: (key) => (key === 'interface' ? interfaceKeys : undefined),
};

const interfaceKeys: Keys = {
  known: new Set([
    ...['displayName', 'shortDescription', 'longDescription', 'developerName', 'category'],
    ...['capabilities', 'websiteURL'],
  ]),
};

export const standardKeys: Keys = { known: new Set(['version']) };

export const manifestLocations = [
  ...manifestsAt(['.codex-plugin/plugin.json'], executedHere),
  ...standardManifestAt(
    [
      '.codex-plugin/plugin.json',
      '.claude-plugin/plugin.json',
      '.cursor-plugin/plugin.json',
      '.github/plugin/plugin.json',
    ],
    executedHere,
  ),
];
