// The manifests of plugins that Copilot CLI reads: those of the standard, whose values it checks, and all others, of which it checks few.
import { textOf, type Value } from '../../yaml/value';
import { phrase, problem } from '../judge/check';
import {
  any,
  anyOf,
  ignoredKeys,
  manifestField,
  manifestsAt,
  mapOfMaps,
  standardManifestAt,
  text,
  texts,
} from '../judge/plugins/manifest';
import { insidePath } from '../judge/plugins/plugin-files';
import { standardFields } from '../judge/plugins/standard';
import type { Dialect } from '../model/dialect';
import { documented } from '../model/evidence';
import type { Consequence, CustomCheckResult, Field } from '../model/field';
import { executedHere } from './evidence';

type Fields = Pick<Dialect, 'fields' | 'unknownField'>;

export const standardDialect: Fields = {
  fields: standardFields({
    schema: /^https:\/\/agent-plugins\.org\/schemas\/1\.\d+\.\d+\/plugin\.schema\.json$/,
    extensions: mapOfMaps,
    // Only in a map are the values checked.
    judgeExtensions: ({ kind }) => (kind === 'map' ? null : { outcome: 'kept', problems: [] }),
    valueEvidence: executedHere,
  }),
  unknownField: {
    outcome: 'ignored',
    effect: '{host} ignores it and shows a warning.',
    meant: {},
    evidence: executedHere,
  },
};

export const page = documented({
  title: 'GitHub documentation, page "GitHub Copilot CLI plugin reference"',
  address: 'https://docs.github.com/en/copilot/reference/cli-plugin-reference',
  on: '2026-11-26',
});

const notInstalled: Consequence = {
  outcome: 'refused',
  file: 'refused',
  reason: 'field',
  effect: '{host} does not install the plugin.',
};

const checkedField = manifestField(notInstalled, { evidence: page, valueEvidence: executedHere });
const unchecked = (summary: string, snippet?: string): Field =>
  checkedField(any, summary, { valueEvidence: page, ...(snippet !== undefined && { snippet }) });

/** It does not install a plugin with a path out of its folder. */
function judgeSkills(value: Value): CustomCheckResult | null {
  const items = value.kind === 'list' ? value.items : [value];
  const problems = items.flatMap((item, index) => {
    const path = textOf(item);
    return path === undefined || insidePath(path) !== null
      ? []
      : [problem('value', item, pathInside, value.kind === 'list' ? [index] : [])];
  });
  return problems.length === 0 ? null : { outcome: 'refused', problems, otherwise: notInstalled };
}

const pathInside = phrase('a path inside of the plugin');

export const plainDialect: Fields = {
  fields: {
    name: unchecked(
      'The name, which the names of all its parts begin with, in lowercase letters, digits and hyphens.',
      ' "${1:my-plugin}"',
    ),
    version: unchecked('The version.', ' "${1:1.0.0}"'),
    description: unchecked('What the plugin is for.', ' "$1"'),
    author: unchecked('Who wrote it.', ' { "name": "$1" }'),
    homepage: unchecked('The address of its documentation.', ' "$1"'),
    repository: unchecked('The address of its source code.', ' "$1"'),
    license: unchecked('Its license, such as `MIT`.', ' "$1"'),
    keywords: unchecked('Words by which it is found.', ' ["$1"]'),
    agents: unchecked('Files and folders of its agents, in place of the folder `agents`.'),
    skills: checkedField(
      anyOf(texts, text),
      'Folders of its skills, in place of the folder `skills`.',
      { empty: 'accepted', judge: judgeSkills },
    ),
    commands: unchecked('Files and folders of its commands, in place of the folder `commands`.'),
    hooks: unchecked('Its hooks, or the file that contains them.'),
    mcpServers: unchecked('Its MCP servers, or the files that define them.'),
    lspServers: unchecked('Its language servers, or the files that define them.'),
  },
  unknownField: ignoredKeys(executedHere),
};

export const manifestLocations = [
  ...manifestsAt(['.plugin/plugin.json', '.github/plugin/plugin.json'], executedHere),
  ...standardManifestAt(
    ['.plugin/plugin.json', '.github/plugin/plugin.json', '.claude-plugin/plugin.json'],
    executedHere,
  ),
];
