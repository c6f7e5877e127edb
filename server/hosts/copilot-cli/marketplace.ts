// Marketplaces of plugins that Copilot CLI reads. Every value has a type, and one of another type costs the whole file.
import { entryOf, textOf } from '../../yaml/value';
import {
  any,
  anyMap,
  anyOf,
  formed,
  ignoredKeys,
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
  sourceProblems,
  webAddress,
} from '../judge/plugins/marketplace';
import { isMap } from '../judge/plugins/plugin-files';
import { unmarkedJsonReader } from '../judge/reading/strict-json-reader';
import type { Dialect } from '../model/dialect';
import type { ManifestFormat } from '../model/location';
import type { KeyType, Problem } from '../model/type';
import { executedHere } from './evidence';
import { page } from './manifest';

const name = formed(
  /^(?!.*\.(?:\.|$))[A-Za-z0-9.-]{1,64}$/,
  'a name of up to 64 letters, digits, "-" and "."',
  'my-plugin',
);
const mail = formed(
  /^[^\s@]+@(?:[^\s@.]+\.)+[^\s@.]{2,}$/,
  'an address for mail',
  'team@example.com',
);

const ref = entryKey(text, 'The branch or tag.');
const sha = entryKey(
  formed(/^[0-9a-f]{40}$/i, 'a commit of 40 digits', '0'.repeat(40)),
  'The commit.',
);

const sources: Sources = {
  path: text,
  forms: {
    github: {
      means: 'A repository on GitHub.',
      keys: {
        repo: requiredKey(
          formed(/^[^/]+\/[^/]+$/, 'the owner and the name of a repository', 'owner/repository'),
          'Its owner and name.',
          ' "$1"',
        ),
        path: entryKey(text, 'A folder in it.'),
        ref,
        sha,
      },
    },
    url: {
      means: 'A repository.',
      keys: {
        url: requiredKey(webAddress, 'Its address.', ' "https://$1"'),
        path: entryKey(text, 'A folder in it.'),
        ref,
        sha,
      },
    },
    'git-subdir': {
      means: 'A folder of a repository.',
      keys: {
        url: requiredKey(
          formed(
            /^(?:\s*[a-z][a-z0-9+.-]*:\S|[^/]+\/[^/]+$)/i,
            'the address of a repository',
            'owner/repository',
          ),
          'The address of the repository.',
          ' "https://$1"',
        ),
        path: requiredKey({ type: 'text', nonEmpty: true }, 'The folder in it.', ' "$1"'),
        ref,
        sha,
      },
    },
  },
};

const paths = anyOf(texts, text);
const fileOrMap = anyOf(anyMap, text);

const keys: Readonly<Record<string, KeyType>> = {
  name: requiredKey(name, 'The name by which users install the plugin.', ' "$1"'),
  source: sourceKey(sources),
  description: entryKey(text, 'What the plugin is for.', ' "$1"'),
  version: entryKey(text, 'Its version.', ' "${1:1.0.0}"'),
  author: entryKey(
    {
      type: 'map',
      keys: {
        name: requiredKey(text, 'The name.'),
        email: entryKey(mail, 'The address for mail.'),
        url: entryKey(webAddress, 'The address of a page.'),
      },
      rest: any,
    },
    'Who wrote it.',
    ' { "name": "$1" }',
  ),
  homepage: entryKey(webAddress, 'The address of its documentation.', ' "https://$1"'),
  repository: entryKey(webAddress, 'The address of its source code.', ' "https://$1"'),
  license: entryKey(text, 'Its license, such as `MIT`.', ' "$1"'),
  keywords: entryKey(texts, 'Words by which it is found.', ' ["$1"]'),
  category: entryKey(text, 'The category in lists.', ' "$1"'),
  tags: entryKey(texts, 'More words by which it is found.', ' ["$1"]'),
  commands: entryKey(paths, 'Folders of its commands.'),
  agents: entryKey(paths, 'Folders of its agents.'),
  skills: entryKey(paths, 'Folders of its skills.'),
  hooks: entryKey(fileOrMap, 'Its hooks, or the file that contains them.'),
  mcpServers: entryKey(fileOrMap, 'Its MCP servers, or the file that defines them.'),
  lspServers: entryKey(fileOrMap, 'Its language servers, or the file that defines them.'),
  outputStyles: entryKey(paths, 'Folders of output styles.'),
  strict: entryKey({ type: 'boolean' }, 'Whether the plugin must have a complete manifest.'),
};

const marketplaceField = manifestField(marketplaceRefused, {
  evidence: page,
  valueEvidence: executedHere,
});

export const marketplaceDialect: Pick<Dialect, 'fields' | 'unknownField'> = {
  fields: {
    name: marketplaceField(name, 'The name of the marketplace, which users write after `@`.', {
      required: marketplaceRefused,
      snippet: ' "${1:my-marketplace}"',
      absent: 'Required.',
    }),
    owner: marketplaceField(
      {
        type: 'map',
        keys: {
          name: requiredKey(text, 'The name.'),
          email: entryKey(mail, 'The address for mail.'),
        },
        rest: any,
      },
      'Who maintains it.',
      { required: marketplaceRefused, snippet: ' { "name": "$1" }', absent: 'Required.' },
    ),
    metadata: marketplaceField(
      {
        type: 'map',
        keys: {
          description: entryKey(text, 'What the marketplace is for.'),
          version: entryKey(text, 'Its version.'),
          pluginRoot: entryKey(text, 'The folder to which the paths of plugins are relative.'),
        },
        rest: any,
      },
      'More on the marketplace.',
      { snippet: ' { "description": "$1" }' },
    ),
    plugins: pluginsField({
      keys,
      whole: { type: 'map', keys: { ...keys, source: requiredKey(any, '') }, rest: any },
      judgeWhole: (plugins) => [
        ...plugins.flatMap((plugin, index): readonly Problem[] => {
          const source = plugin.kind === 'map' && entryOf(plugin.entries, 'source')?.value;
          return source ? sourceProblems(source, sources, [index, 'source']) : [];
        }),
        ...namesTwice(plugins),
      ],
      evidence: executedHere,
      documented: page,
    }),
  },
  unknownField: ignoredKeys(executedHere),
};

export const marketplaces = marketplaceKind({
  reader: unmarkedJsonReader,
  folderOf: (source, fields) => {
    if (source.kind !== 'text') return null;
    const metadata = entryOf(fields, 'metadata')?.value;
    const given =
      metadata?.kind === 'map' ? textOf(entryOf(metadata.entries, 'pluginRoot')?.value) : '';
    // With this root it finds no plugin.
    return given === './' ? null : folderAt(source, given);
  },
  withoutFolder: '{host} lists the plugin and cannot install it.',
  evidence: executedHere,
  entryRules: {
    otherName: {
      prefix: 'entry',
      effect: '{host} begins the names of its parts with "{entry}".',
    },
    otherVersion: { effect: '{host} uses that one.' },
    ignored: [
      {
        places: { agents: 'agents', commands: 'commands', skills: 'skills' },
        isAlways: true,
        effect: '{host} silently ignores it.',
      },
    ],
    evidence: executedHere,
  },
});

const order = [
  ...['marketplace.json', '.plugin/marketplace.json', '.github/plugin/marketplace.json'],
  '.claude-plugin/marketplace.json',
];
const own = order.slice(0, -1);
const others = order.slice(-1);

/** A file of this name at the root of a project may be anything else. */
const isMarketplace: ManifestFormat = {
  // The last one is another program's, and no file at a root.
  files: [...order, '.agents/plugins/marketplace.json'],
  applies: (value) => isMap(value) && Array.isArray(value['plugins']) && 'owner' in value,
  fault: () => null,
};

export const marketplaceLocations = marketplacesAt(order, { own, others }, executedHere).map(
  (location) =>
    location.glob === 'marketplace.json' ? { ...location, manifest: isMarketplace } : location,
);
