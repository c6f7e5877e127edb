// Settings of a repository, in `.github/copilot`. One value of the wrong type costs the whole file, with its hooks.
import { hookFile } from '../judge/hook-file';
import type { Consequence, Field } from '../model/field';
import type { Location } from '../model/location';
import type { Type } from '../model/type';
import { executedHere } from './evidence';
import { judgeMarketplaces, strictHooks } from './hook-file';

const ignored: Consequence = {
  outcome: 'refused',
  file: 'ignored',
  reason: 'field',
  effect: '{host} ignores the whole file.',
};

const text: Type = { type: 'text' };
const texts: Type = { type: 'list', of: text };
const flag: Type = { type: 'boolean' };

const oneOf = (meanings: Readonly<Record<string, string>>): Type => ({
  type: 'one-of',
  choices: Object.entries(meanings).map(([value, means]) => ({ value, means })),
});

const setting = (type: Type, summary: string): Field => ({
  ...{ type, summary, otherwise: ignored, absent: 'Nothing is stated.' },
  evidence: executedHere,
});

/** Those that `copilot config --repo` sets. */
const keys: Readonly<Record<string, Field>> = {
  agentDirectories: setting(texts, 'More folders of agents.'),
  companyAnnouncements: setting(texts, 'What is shown when a session starts.'),
  contextTier: setting(
    oneOf({ default: 'The usual length.', long_context: 'A longer one.' }),
    'How much of a conversation the model reads.',
  ),
  deniedUrls: setting(texts, 'URLs and domains that are denied.'),
  disableAllHooks: setting(flag, 'Whether no hooks run.'),
  disabledMcpServers: setting(texts, 'MCP servers that are off.'),
  disabledSkills: setting(texts, 'Skills that are off.'),
  effortLevel: setting(text, 'How long the model thinks.'),
  enabledPlugins: setting({ type: 'map', rest: flag }, 'Plugins that are on or off.'),
  extraKnownMarketplaces: {
    ...setting({ type: 'map', rest: { type: 'any' } }, 'Marketplaces of plugins.'),
    judge: judgeMarketplaces,
  },
  hookDirectories: setting(texts, 'More folders of hooks.'),
  includeCoAuthoredBy: setting(flag, 'Whether commits name the program as a co-author.'),
  instructionDirectories: setting(texts, 'More folders of instructions.'),
  mergeStrategy: setting(
    oneOf({ rebase: 'By a rebase.', merge: 'By a merge.' }),
    'How a branch is brought up to date.',
  ),
  model: setting(text, 'The model of a session.'),
  modelProviderId: setting(text, 'The provider of the model.'),
  respectGitignore: setting(flag, 'Whether ignored files are left out of the list of files.'),
  skillDirectories: setting(texts, 'More folders of skills.'),
};

export const repositorySettings = hookFile({
  ...strictHooks,
  others: keys,
  unreadable: { outcome: 'ignored', reason: 'json', effect: ignored.effect, losesLimit: true },
});

export const settingsLocations: readonly Location[] = [
  '.github/copilot/settings.json',
  '.github/copilot/settings.local.json',
].map((glob) => ({
  ...{ glob, kind: 'repositorySettings', dialect: 'repositorySettings', id: 'path', role: 'owner' },
  ...{ scope: 'project', summary: 'Settings of the repository.', evidence: executedHere },
}));
