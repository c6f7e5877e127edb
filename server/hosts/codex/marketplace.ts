// Marketplaces of plugins that Codex reads. One plugin of a wrong form costs the whole list, one with a source that it cannot read is
// silently left out.
import { check } from '../judge/check';
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
  marketplaceKind,
  marketplaceRefused,
  marketplacesAt,
  pluginsField,
  type Sources,
  sourceKey,
  withoutNulls,
} from '../judge/plugins/marketplace';
import type { Dialect } from '../model/dialect';
import { documented } from '../model/evidence';
import type { Choice, KeyType, Type } from '../model/type';
import { executedHere } from './evidence';
import { type Keys, uniqueKeysReader } from './unique-keys';

const page = documented({
  title: 'Codex documentation, page "Package your plugin", section "Marketplace metadata"',
  address: 'https://developers.openai.com/codex/plugins/build',
  on: '2026-11-26',
});

/** Inside of the marketplace, without `..` and empty parts. */
const path = formed(
  /^\.(?:\/(?!\/)(?!(?:.*\/)?\.\.(?:\/|$))[^\\]*)?$/s,
  'a path in this folder that begins with "./"',
  './plugins/my-plugin',
);

const ref: KeyType = { type: text, summary: 'The branch or tag.' };
const sha: KeyType = { type: text, summary: 'The commit.' };
/** As for git: of a computer, a path, or the owner and name on GitHub. */
const address = formed(
  /^\s*(?:(?:https?|ssh|file):\/\/|git@|\.{0,2}\/|[\w.-]+\/[\w.-]+\s*$)/,
  'the address of a repository',
  'https://example.com/plugin.git',
);

const folderInRepository = formed(
  /^(?!\/)(?!\.?\/*$)(?!(?:.*\/)?\.\.(?:\/|$))/s,
  'a folder of the repository',
  'plugins/my-plugin',
);

const packageName = formed(
  /^(?:@[\w.-]+\/)?\w[\w.-]*$/,
  'the name of a package',
  '@example/my-plugin',
);
const registry = formed(
  /^https:\/\//,
  'an address that begins with "https://"',
  'https://example.com',
);

const sources: Sources = {
  path,
  forms: {
    local: {
      means: 'A folder of this marketplace.',
      keys: { path: { type: path, summary: 'The folder.', required: true, snippet: ' "./$1"' } },
    },
    url: {
      means: 'A repository.',
      keys: {
        url: { type: address, summary: 'Its address.', required: true },
        path: { type: folderInRepository, summary: 'A folder in it.' },
        ref,
        sha,
      },
    },
    'git-subdir': {
      means: 'A folder of a repository.',
      keys: {
        url: { type: address, summary: 'The address of the repository.', required: true },
        path: { type: folderInRepository, summary: 'The folder in it.', required: true },
        ref,
        sha,
      },
    },
    npm: {
      means: 'A package of a registry.',
      keys: {
        package: { type: packageName, summary: 'The name of the package.', required: true },
        version: { type: { type: 'text', nonEmpty: true }, summary: 'The version or range.' },
        registry: { type: registry, summary: 'The address of the registry.' },
      },
    },
  },
};

const policyWords = (...choices: readonly (readonly [value: string, means: string])[]): Type => ({
  type: 'one-of',
  choices: choices.map(([value, means]): Choice => ({ value, means })),
});

const policy: Type = {
  type: 'map',
  keys: {
    installation: {
      type: policyWords(
        ['AVAILABLE', 'Users can install it.'],
        ['INSTALLED_BY_DEFAULT', 'It is installed for all users.'],
        ['NOT_AVAILABLE', 'It is listed, and cannot be installed.'],
      ),
      summary: 'Who gets the plugin.',
      snippet: ' "AVAILABLE"',
    },
    authentication: {
      type: policyWords(['ON_INSTALL', 'On installation.'], ['ON_USE', 'On the first use.']),
      summary: 'When users log in to its services.',
      snippet: ' "ON_INSTALL"',
    },
    products: {
      type: listOf({
        type: 'one-of',
        choices: [
          { value: 'CODEX', means: 'Codex.' },
          { value: 'CHATGPT', means: 'ChatGPT.' },
          { value: 'ATLAS', means: 'ChatGPT Atlas.' },
        ],
        pattern: { matches: /^codex$/, description: 'codex', example: 'codex' },
      }),
      summary: 'The products that list it, by default all.',
    },
  },
  rest: any,
};

const keys: Readonly<Record<string, KeyType>> = {
  name: {
    type: text,
    summary: 'The name in the manifest of the plugin.',
    required: true,
    snippet: ' "$1"',
  },
  source: sourceKey(sources),
  policy: { type: policy, summary: 'Whether it can be installed, and when users log in.' },
  category: { type: text, summary: 'The category in lists.', snippet: ' "$1"' },
};

/** Keys for which null is the same as none. */
const nullable = new Set([
  ...['category', 'displayName', 'products', 'ref', 'sha', 'path', 'version', 'registry'],
]);

const interfaceType = anyOf(
  { type: 'map', keys: { displayName: { type: text, summary: 'The title.' } }, rest: any },
  texts,
);

const marketplaceField = manifestField(marketplaceRefused, {
  evidence: page,
  valueEvidence: executedHere,
});

export const marketplaceDialect: Pick<Dialect, 'fields' | 'unknownField'> = {
  fields: {
    name: marketplaceField(
      formed(
        /^(?!openai-curated$)[\w-]+$/,
        'a name of letters, digits, "_" and "-", and not "openai-curated"',
        'my-marketplace',
      ),
      'The name of the marketplace.',
      { required: marketplaceRefused, snippet: ' "${1:my-marketplace}"', absent: 'Required.' },
    ),
    interface: marketplaceField(interfaceType, 'How lists show it.', {
      empty: 'accepted',
      judge: (value) => {
        const { problems } = check(interfaceType, withoutNulls(value, nullable));
        return problems.length === 0 ? { outcome: 'kept', problems } : null;
      },
    }),
    plugins: pluginsField({
      keys,
      whole: {
        type: 'map',
        keys: {
          ...keys,
          source: { type: any, summary: '', required: true },
        },
        rest: any,
      },
      alone: {
        type: {
          type: 'map',
          keys: {
            name: {
              type: formed(
                /^(?!.*\.(?:\.|$))[\w.-]+$/,
                'a name of letters, digits, ".", "_" and "-"',
                'my-plugin',
              ),
              summary: '',
            },
          },
          rest: any,
        },
        sources: () => sources,
      },
      nullable,
      lost: '{host} silently leaves this plugin out.',
      evidence: executedHere,
      documented: page,
    }),
  },
  unknownField: ignoredKeys(executedHere),
};

const uniqueKeys: Keys = {
  known: new Set(['name', 'plugins', 'interface']),
  below: (key) =>
    key === 'plugins'
      ? {
          known: new Set(['name', 'source', 'category', 'policy']),
          below: (inner) =>
            inner === 'policy' ? { known: new Set(['installation', 'authentication']) } : undefined,
        }
      : key === 'interface'
        ? { known: new Set(['displayName']) }
        : undefined,
};

export const marketplaces = marketplaceKind({
  reader: uniqueKeysReader(uniqueKeys),
  withoutFolder: '{host} lists the plugin and cannot install it.',
  evidence: executedHere,
  entryRules: {
    otherName: {
      prefix: null,
      effect: '{host} lists the plugin and does not install it.',
      isOfFolder: true,
    },
    otherVersion: { effect: '{host} uses that one.' },
    ignored: [
      {
        places: {
          ...{ commands: 'commands', hooks: 'hooks/hooks.json' },
          ...{ mcpServers: '.mcp.json', skills: 'skills' },
        },
        effect: '{host} ignores it in a plugin with a manifest.',
      },
    ],
    bare: {
      keys: ['name', 'source', 'policy'],
      effect: '{host} lists the plugin and cannot install it.',
    },
    evidence: executedHere,
  },
});

export const marketplaceLocations = marketplacesAt(
  [
    '.agents/plugins/marketplace.json',
    '.claude-plugin/marketplace.json',
    '.cursor-plugin/marketplace.json',
  ],
  {
    own: ['.agents/plugins/marketplace.json'],
    others: ['.claude-plugin/marketplace.json', '.cursor-plugin/marketplace.json'],
  },
  executedHere,
);
