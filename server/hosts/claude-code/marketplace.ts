// Marketplaces of plugins that Claude Code reads. A wrong value at the top costs the whole file, one in a plugin only that plugin.
import { type Entry, entryOf, textOf, type Value } from '../../yaml/value';
import {
  any,
  anyOf,
  formed,
  ignoredKeys,
  listOf,
  manifestField,
  text,
  texts,
} from '../judge/plugins/manifest';
import {
  entryKey,
  folderAt,
  marketplaceKind,
  marketplaceRefused,
  marketplacesAt,
  namesTwice,
  pluginsField,
  requiredKey,
  type Sources,
  sourceKey,
  webAddress,
} from '../judge/plugins/marketplace';
import { strictJsonReader } from '../judge/reading/strict-json-reader';
import { isUrl } from '../judge/url';
import type { Dialect } from '../model/dialect';
import { documented } from '../model/evidence';
import type { KeyType, Problem, Type } from '../model/type';
import { executedHere } from './evidence';
import { jsonFile, manifestDialect } from './manifest';
import { lspServer, monitors, partProblems } from './marketplace-parts';

const page = documented({
  title: 'Claude Code documentation, page "Marketplace reference"',
  address: 'https://code.claude.com/docs/en/plugins/marketplace-reference',
  on: '2026-11-26',
});

const boolean: Type = { type: 'boolean' };
const filled: Type = { type: 'text', nonEmpty: true };

const option: Type = {
  type: 'map',
  keys: {
    type: requiredKey(
      {
        type: 'one-of',
        choices: [
          { value: 'string', means: 'A string.' },
          { value: 'number', means: 'A number.' },
          { value: 'boolean', means: 'Yes or no.' },
          { value: 'directory', means: 'A folder.' },
          { value: 'file', means: 'A file.' },
        ],
      },
      'What users enter.',
    ),
    title: requiredKey(text, 'What it is called.'),
    description: requiredKey(text, 'What it is for.'),
  },
  rest: any,
};

const pathFromRoot = formed(
  /^\.(?:\/(?!(?:.*\/)?\.\.?(?:\/|$))[^\\]*)?$/s,
  'a path in this folder that begins with "./"',
  './plugins/my-plugin',
);

const ref = entryKey(text, 'The branch or tag.');
const sha = entryKey(
  formed(/^[0-9a-f]{40}$/, 'a commit of 40 digits', '0'.repeat(40)),
  'The commit.',
);

const registry = formed(
  { test: (written) => /^\s*https?:\/\//i.test(written) && isUrl(written) },
  'an address such as "https://example.com"',
  'https://example.com',
);

const forms: Sources['forms'] = {
  github: {
    means: 'A repository on GitHub.',
    keys: { repo: requiredKey(text, 'Its owner and name.', ' "$1"'), ref, sha },
  },
  url: {
    means: 'A repository.',
    keys: { url: requiredKey(text, 'Its address.', ' "https://$1"'), ref, sha },
  },
  'git-subdir': {
    means: 'A folder of a repository.',
    keys: {
      url: requiredKey(text, 'The address of the repository.', ' "https://$1"'),
      path: requiredKey(filled, 'The folder in it.', ' "$1"'),
      ref,
      sha,
    },
  },
  npm: {
    means: 'A package of a registry.',
    keys: {
      package: requiredKey(
        formed(/^(?!(?:.*\/)?\.\.(?:\/|$))/s, 'the name of a package', 'my-plugin'),
        'The name of the package.',
        ' "$1"',
      ),
      version: entryKey(text, 'The version or range.'),
      registry: entryKey(registry, 'The address of the registry.'),
    },
  },
  archive: {
    means: 'A file that contains the plugin.',
    keys: {
      url: requiredKey(
        formed(/^https:\/\/./, 'an address that begins with "https://"', 'https://example.com'),
        'The address of the file.',
        ' "https://$1"',
      ),
      sha256: entryKey(
        formed(/^[0-9a-f]{64}$/i, 'a checksum of 64 digits', '0'.repeat(64)),
        'The checksum of the file.',
      ),
    },
  },
  command: {
    means: 'A folder whose path a command prints.',
    keys: {
      command: requiredKey(filled, 'The command.', ' "$1"'),
      timeout: entryKey({ type: 'integer', min: 1, max: 600 }, 'How many seconds it may run.'),
      mode: entryKey(
        {
          type: 'one-of',
          choices: [
            { value: 'copy', means: 'The folder is copied.' },
            { value: 'link', means: 'The folder is used where it is.' },
          ],
        },
        'What happens to the folder.',
      ),
    },
  },
};

/** Inside of the marketplace. */
const isRoot = (path: string): boolean => /^(?!\/)(?!(?:.*\/)?\.\.(?:\/|$))[^\\:]+$/s.test(path);

/** The folder of names without a slash; null where there is none that is used. */
function rootIn(fields: readonly Entry[]): string | null {
  const metadata = entryOf(fields, 'metadata')?.value;
  const given =
    metadata?.kind === 'map' ? textOf(entryOf(metadata.entries, 'pluginRoot')?.value) : undefined;
  return given !== undefined && isRoot(given) ? given : null;
}

const nameOfFolder = /^[A-Za-z0-9](?!.*\.\.)[\w.-]*$/;
const nameInRoot = formed(
  nameOfFolder,
  'the name of a folder in "pluginRoot", or a path that begins with "./"',
  'my-plugin',
);

const sourcesIn = (fields: readonly Entry[]): Sources => ({
  path: rootIn(fields) === null ? pathFromRoot : anyOf(pathFromRoot, nameInRoot),
  forms,
});

/** Of the keys that manifests have too, these have a type only here. */
const strict: Readonly<Record<string, KeyType>> = {
  description: entryKey(text, 'What the plugin is for.', ' "$1"'),
  author: entryKey(
    {
      type: 'map',
      keys: {
        name: requiredKey(filled, 'The name.'),
        email: entryKey(text, 'The address for mail.'),
        url: entryKey(text, 'The address of a page.'),
      },
      rest: any,
    },
    'Who wrote it.',
    ' { "name": "$1" }',
  ),
  homepage: entryKey(webAddress, 'The address of its documentation.', ' "https://$1"'),
  repository: entryKey(text, 'The address of its source code.', ' "https://$1"'),
  license: entryKey(text, 'Its license, such as `MIT`.', ' "$1"'),
  keywords: entryKey(texts, 'Words by which it is found.', ' ["$1"]'),
  displayName: entryKey(text, 'The name that lists show.', ' "$1"'),
  lspServers: entryKey(
    anyOf(
      { type: 'map', rest: lspServer },
      jsonFile,
      listOf(anyOf({ type: 'map', rest: lspServer }, jsonFile)),
    ),
    'Its language servers, or the files that define them.',
  ),
  monitors: entryKey(monitors, 'Commands that run in the background.'),
  dependencies: entryKey(
    listOf(
      anyOf(formed(/^\S+$/, 'a name without spaces', 'other-plugin'), {
        type: 'map',
        keys: { name: requiredKey(text, 'The name.') },
        rest: any,
      }),
    ),
    'Plugins that it needs.',
  ),
  userConfig: entryKey({ type: 'map', rest: option }, 'Values that it asks the user for.'),
  headers: entryKey({ type: 'map', rest: text }, 'Headers for the download of an archive.'),
  headersHelper: entryKey(text, 'A command that prints such headers.'),
};

const asInManifest: Readonly<Record<string, KeyType>> = Object.fromEntries(
  Object.entries(manifestDialect.fields).flatMap(([key, { type, summary, snippet }]) =>
    key === '$schema' ? [] : [[key, entryKey(type, summary, snippet)]],
  ),
);

const keys: Readonly<Record<string, KeyType>> = {
  ...asInManifest,
  ...strict,
  name: requiredKey(
    formed(
      /^[A-Za-z0-9][\w.-]*$/,
      'a name of letters, digits, ".", "_" and "-" that begins with a letter or digit',
      'my-plugin',
    ),
    'The name by which users install the plugin.',
    ' "$1"',
  ),
  source: sourceKey({ path: pathFromRoot, forms }),
  category: entryKey(text, 'The category in lists.', ' "$1"'),
  tags: entryKey(texts, 'More words by which it is found.', ' ["$1"]'),
  strict: entryKey(boolean, 'Whether the plugin has a manifest of its own.'),
};

/** Names of the vendor's own marketplaces, in any letter case, and of plugins from elsewhere. A point stands for a hyphen. */
const reserved = [
  ...['agent-skills', 'anthropic-agent-skills', 'anthropic-plugin-directory', 'builtin'],
  ...['claude-code-marketplace', 'claude-code-plugins', 'claude-community', 'claude-for-legal'],
  ...['claude-for-financial-services', 'claude-plugin-directory', 'claude-plugin-test'],
  ...['claude-tag-plugins', 'constructor', 'financial-services-plugins', 'first-party-plugins'],
  ...['healthcare', 'inline', 'knowledge-work-plugins', 'life-sciences', 'skills-dir', 'synced'],
  'toString',
];

/** Names that look like those of the vendor. */
const imitations = [
  ...['claudeai-', '(?:anthropic|claude)-(?:marketplace|plugins)'],
  ...['.*official-?(?:anthropic|claude)', '.*(?:anthropic|claude)-?official'],
];

const unreserved = new RegExp(
  `^(?!(?:${reserved.join('|').replaceAll('-', '[-.]')})\\.?$|${imitations.join('|')})[a-z0-9](?!.*\\.\\.)[\\w.-]*$`,
  'i',
);

/** Of several plugins with one name only the first can be installed. Copies of it do no harm. */
function hiddenByFirst(plugins: readonly Value[]): readonly Problem[] {
  const keyIn = (plugin: Value | undefined, key: string): string | undefined =>
    plugin?.kind === 'map' ? textOf(entryOf(plugin.entries, key)?.value) : undefined;
  return namesTwice(plugins).filter(({ path: [index] }) => {
    const plugin = plugins[Number(index)];
    const first = plugins.find((one) => keyIn(one, 'name') === keyIn(plugin, 'name'));
    const source = keyIn(plugin, 'source');
    return source === undefined || source !== keyIn(first, 'source');
  });
}

const marketplaceField = manifestField(marketplaceRefused, {
  evidence: page,
  valueEvidence: executedHere,
});

export const marketplaceDialect: Pick<Dialect, 'fields' | 'unknownField'> = {
  fields: {
    name: marketplaceField(
      formed(
        unreserved,
        'a name of letters, digits, ".", "_" and "-" that is not reserved',
        'my-marketplace',
      ),
      'The name of the marketplace, which users write after `@`.',
      { required: marketplaceRefused, snippet: ' "${1:my-marketplace}"', absent: 'Required.' },
    ),
    owner: marketplaceField(
      {
        type: 'map',
        keys: {
          name: requiredKey(filled, 'The name.'),
          email: entryKey(text, 'The address for mail.'),
          url: entryKey(text, 'The address of a page.'),
        },
        rest: any,
      },
      'Who maintains it.',
      { required: marketplaceRefused, snippet: ' { "name": "$1" }', absent: 'Required.' },
    ),
    plugins: pluginsField({
      keys,
      whole: any,
      alone: {
        type: {
          type: 'map',
          keys: { ...keys, source: requiredKey(any, ''), $schema: entryKey(text, '') },
          rest: any,
        },
        sources: sourcesIn,
        judge: (plugins) => [
          ...plugins.flatMap((plugin, index) =>
            plugin.kind === 'map'
              ? partProblems(plugin).map((one) => ({ ...one, path: [index, ...one.path] }))
              : [],
          ),
          ...hiddenByFirst(plugins),
        ],
      },
      lost: '{host} does not install this plugin.',
      evidence: executedHere,
      documented: page,
    }),
    description: marketplaceField(text, 'What the marketplace is for.', { snippet: ' "$1"' }),
    version: marketplaceField(text, 'Its version.', { snippet: ' "${1:1.0.0}"' }),
    metadata: marketplaceField(
      {
        type: 'map',
        keys: {
          description: entryKey(text, 'What the marketplace is for.'),
          version: entryKey(text, 'Its version.'),
          pluginRoot: entryKey(text, 'The folder of plugins whose source is a name.'),
        },
        rest: any,
      },
      'More on the marketplace.',
      { snippet: ' { "description": "$1" }' },
    ),
    allowCrossMarketplaceDependenciesOn: marketplaceField(
      texts,
      'Other marketplaces on whose plugins these may depend.',
    ),
    forceRemoveDeletedPlugins: marketplaceField(
      boolean,
      'Whether plugins that are no longer listed are removed.',
    ),
    $schema: marketplaceField(text, 'The schema by which editors complete the file.', {
      isNeverOffered: true,
    }),
  },
  unknownField: ignoredKeys(executedHere),
};

export const marketplaces = marketplaceKind({
  reader: strictJsonReader,
  folderOf: (source, fields) => {
    if (source.kind !== 'text') return null;
    if (source.text.startsWith('.'))
      return folderAt({ ...source, text: source.text.replaceAll(/\/+/g, '/') });
    const root = rootIn(fields);
    return root === null || !nameOfFolder.test(source.text) ? null : folderAt(source, root);
  },
  withoutFolder: '{host} lists the plugin and cannot install it.',
  evidence: executedHere,
  entryRules: {
    otherName: {
      prefix: 'manifest',
      effect: '{host} installs it as "{entry}" and begins the names of its parts with "{name}".',
    },
    otherVersion: {
      effect: '{host} uses that one.',
      otherwiseIn: 'plugin.json',
      higherEffect: '{host} updates the plugin only when that one changes.',
    },
    notStrict: {
      keys: ['agents', 'commands', 'hooks', 'outputStyles', 'skills', 'themes'],
      effect: '{host} installs the plugin and loads nothing from it.',
    },
    ignored: [
      {
        places: { mcpServers: '.mcp.json' },
        effect: '{host} ignores it in a plugin with a manifest.',
      },
      {
        places: { hooks: 'hooks/hooks.json' },
        ...{ isAlways: true, isOfFiles: true },
        effect: '{host} ignores files of hooks in an entry.',
      },
    ],
    evidence: executedHere,
  },
});

const files = ['.claude-plugin/marketplace.json'];

export const marketplaceLocations = marketplacesAt(files, { own: files, others: [] }, executedHere);
