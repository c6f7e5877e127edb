// The keys for administrators. Claude Code checks their types in every settings file, but uses them in those of an administrator only.
import { textOf, type Value, valueAtKey } from '../../../yaml/value';
import { missingKey, phrase, problem } from '../../judge/check';
import { isUrl } from '../../judge/url';
import type { CustomCheckResult, Field } from '../../model/field';
import type { Expected, KeyType, Problem, Type } from '../../model/type';
import { fileIgnored } from './file-ignored';
import { any, boolean, nullable, number, setting, text, texts } from './setting';

/** Never offered, because it has no effect in the settings of a project or of a user. */
const hidden = { isNeverOffered: true } as const;
const managed = (type: Type, summary: string): Field =>
  setting(type, `${summary} Only for administrators.`, hidden);
const managedOrNull = (type: Type, summary: string, more: Partial<Field> = {}): Field =>
  nullable(type, `${summary} Only for administrators.`, { ...hidden, ...more });

/** Each with these texts. */
const listWith = (
  names: readonly string[],
  more: Readonly<Record<string, KeyType>> = {},
): Type => ({
  type: 'list',
  of: {
    type: 'map',
    keys: {
      ...Object.fromEntries(
        names.map((name) => [name, { type: text, summary: 'Its name.', required: true }]),
      ),
      ...more,
    },
    rest: any,
  },
});

interface SourceKey {
  readonly key: string;
  /** Other text costs the file like none. Absent: any text. */
  readonly form?: { readonly expected: Expected; readonly isValid: (text: string) => boolean };
}

/** What a marketplace of each source must have. */
const sourceKeys: ReadonlyMap<string, SourceKey> = new Map<string, SourceKey>([
  ['directory', { key: 'path' }],
  ['file', { key: 'path' }],
  ['git', { key: 'url' }],
  ['github', { key: 'repo' }],
  ['hostPattern', { key: 'hostPattern' }],
  [
    'npm',
    {
      key: 'package',
      form: {
        expected: phrase('the name of an npm package'),
        isValid: (text) =>
          /^(?:@[a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*$/.test(text) && !text.includes('..'),
      },
    },
  ],
  ['pathPattern', { key: 'pathPattern' }],
  [
    'url',
    {
      key: 'url',
      form: { expected: phrase('a URL'), isValid: isUrl },
    },
  ],
]);

const sources: Type = {
  type: 'list',
  of: {
    type: 'map',
    keys: {
      source: {
        type: {
          type: 'one-of',
          choices: [...sourceKeys.keys()].map((value) => ({ value, means: 'Its kind.' })),
        },
        summary: 'The kind of the source.',
        required: true,
      },
    },
    rest: any,
  },
};

/** Null if each marketplace of a known source has its address. */
function judgeSources(value: Value): CustomCheckResult | null {
  const items = value.kind === 'list' ? value.items : [];
  const problems = items.flatMap((item, index): readonly Problem[] => {
    const needed = sourceKeys.get(textOf(valueAtKey(item, 'source')) ?? '');
    if (needed === undefined) return [];
    const { key, form } = needed;
    const given = valueAtKey(item, key);
    if (given?.kind !== 'text') return [missingKey(item, [index, key])];
    return form && !form.isValid(given.text)
      ? [problem('value', given, form.expected, [index, key])]
      : [];
  });
  return problems.length === 0 ? null : { outcome: 'refused', problems, otherwise: fileIgnored };
}

export const managedFields: Readonly<Record<string, Field>> = {
  allowAllClaudeAiMcps: managed(boolean, 'Connectors of claude.ai are loaded, too.'),
  allowManagedHooksOnly: managedOrNull(boolean, 'Only hooks of an administrator run.'),
  allowManagedMcpServersOnly: managedOrNull(boolean, 'Only servers of an administrator count.'),
  allowManagedPermissionRulesOnly: managedOrNull(
    boolean,
    'Only permission rules of an administrator apply.',
  ),
  allowedChannelPlugins: managed(
    listWith(['marketplace', 'plugin']),
    'The plugins that may send messages.',
  ),
  blockedMarketplaces: managedOrNull(sources, 'Marketplaces that cannot be added.', {
    judge: judgeSources,
  }),
  channelsEnabled: managedOrNull(boolean, 'Messages from outside reach the session.'),
  claudeMd: managed(text, 'Instructions for all sessions.'),
  disableAgentView: managedOrNull(boolean, 'There are no agents in the background.'),
  enforceAvailableModels: managedOrNull(boolean, 'The default model is one of `availableModels`.'),
  forceLoginOrgUUID: managed({ type: 'any-of', types: [text, texts] }, 'The organization.'),
  forceRemoteSettingsRefresh: managed(boolean, 'It starts only with fresh settings.'),
  parentSettingsBehavior: managed(
    {
      type: 'one-of',
      choices: [
        { value: 'first-wins', means: 'The first value applies.' },
        { value: 'merge', means: 'Lists and maps are merged.' },
      ],
    },
    'How settings of a program that starts it are merged.',
  ),
  pluginSuggestionMarketplaces: managed(texts, 'Marketplaces whose plugins are suggested.'),
  pluginTrustMessage: managed(text, 'A text for the warning before a plugin is installed.'),
  requiredMaximumVersion: managed(text, 'The newest version that starts.'),
  requiredMinimumVersion: managed(text, 'The oldest version that starts.'),
  sshConfigs: managed(
    listWith(['id', 'name', 'sshHost'], { sshPort: { type: number, summary: 'Its port.' } }),
    'Connections by SSH.',
  ),
  strictKnownMarketplaces: managedOrNull(sources, 'The only marketplaces that can be added.', {
    judge: judgeSources,
  }),
  wslInheritsWindowsSettings: managed(boolean, 'WSL reads the settings of Windows.'),
};
