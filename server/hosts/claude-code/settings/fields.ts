// The keys of a settings file. Claude Code checks the types of all keys that it knows before it uses any of them: one wrong value, and
// nothing in the file is used.
import { t } from '../../../text/message';
import type { Entry, Value } from '../../../yaml/value';
import { phrase, problem } from '../../judge/check';
import { misplacedLimit } from '../../judge/misplaced-limit';
import type { Consequence, CustomCheckResult, Field } from '../../model/field';
import type { Expected, Type } from '../../model/type';
import { executedHere, readKeys, readOutside } from '../evidence';
import { judgeMatchers } from '../guards/unmatched';
import { judgeHookKeys } from '../hook-keys';
import { type HookChecks, type HookLosses, hooksField, judgeHooks } from '../hooks';
import { isHookEntry, judgeMisplaced, misplacedHooksBelow } from '../misplaced-hooks';
import { serversPage } from '../servers';
import { fileIgnored } from './file-ignored';
import { judgeKnownMarketplaces, knownMarketplaces } from './known-marketplaces';
import { managedFields } from './managed';
import { isRuleList, judgePermissionsOf, permissionsType } from './permissions';
import { sessionFields } from './session-fields';
import {
  any,
  anyMap,
  boolean,
  mapOf,
  namesOrOne,
  nullable,
  number,
  oneOf,
  onOff,
  printer,
  printing,
  setting,
  settingsPage,
  text,
  texts,
} from './setting';

/** Keys with free content, and the one whose own check finds hooks that are misplaced. */
const freeKeys: ReadonlySet<string> = new Set([
  'env',
  'extraKnownMarketplaces',
  'hooks',
  'mcpServers',
]);

/** It looks in the values of all other keys for hooks that could block a tool, and that it would not find there. */
export const judgeKeyOfSettings = (entry: Entry): CustomCheckResult | null =>
  judgeMisplaced(searched(entry), fileIgnored, freeKeys);

/** What it skips before it looks: what is no rule in the lists of rules, and other keys in the configuration of a plugin. */
function searched(entry: Entry): Entry {
  const { key } = entry;
  if (key === 'permissions')
    return withEntries(entry, (all) =>
      all.filter((one) => one.value.kind !== 'list' || !isRuleList(one.key)),
    );
  if (key !== 'pluginConfigs') return entry;
  return withEntries(entry, (plugins) =>
    plugins.map((plugin) =>
      withEntries(plugin, (all) => all.filter((one) => pluginKeys.has(one.key))),
    ),
  );
}

const pluginKeys: ReadonlySet<string> = new Set(['mcpServers', 'options']);

type Change = (entries: readonly Entry[]) => readonly Entry[];

const withEntries = (entry: Entry, change: Change): Entry =>
  entry.value.kind !== 'map'
    ? entry
    : { ...entry, value: { ...entry.value, entries: change(entry.value.entries) } };

const switches = {
  alwaysThinkingEnabled: onOff('The model thinks before each answer.'),
  autoMemoryEnabled: onOff('The program keeps notes of its own about the project.'),
  disableAllHooks: onOff('No hook runs.'),
  fastMode: onOff('Faster answers of the same model.'),
  includeCoAuthoredBy: onOff('Commits and pull requests name Claude as an author.'),
  includeGitInstructions: onOff(
    'The system prompt explains how to commit and to open pull requests.',
  ),
  prefersReducedMotion: onOff('Fewer animations in the terminal.'),
  respectGitignore: onOff('Completion of file names leaves out what Git ignores.'),
  showTurnDuration: onOff('Shows how long an answer took.'),
  spinnerTipsEnabled: onOff('Shows tips while the model works.'),
  terminalProgressBarEnabled: onOff('Shows progress in terminals that can.'),
  verbose: onOff('Shows the whole output of commands.'),
  voiceEnabled: onOff('Dictation.'),
} satisfies Readonly<Record<string, Field>>;

const nullableSwitches = {
  disableSkillShellExecution: nullable(boolean, 'Skills and commands run no shell commands.'),
  enableAllProjectMcpServers: nullable(
    boolean,
    'All servers in the .mcp.json of the project are approved.',
    { governs: 'permission' },
  ),
  skipWebFetchPreflight: nullable(boolean, 'Addresses are fetched without a check before.'),
  useAutoModeDuringPlan: nullable(boolean, 'Plan mode decides on calls as auto mode does.'),
} satisfies Readonly<Record<string, Field>>;

const words = {
  $schema: setting(text, 'The schema by which editors complete the file.', {
    isNeverOffered: true,
  }),
  agent: setting({ ...text, vocabulary: 'agents' }, 'The agent with which a session begins.'),
  autoUpdatesChannel: setting(
    oneOf({
      latest: 'The newest version.',
      rc: 'Release candidates.',
      stable: 'A version that is some days old.',
    }),
    'Which versions it installs.',
  ),
  language: setting(text, 'The language of the answers.'),
  model: setting({ ...text, vocabulary: 'models' }, 'The model of the session.'),
  outputStyle: setting(text, 'The style of the answers.'),
  plansDirectory: setting(text, 'The folder in which plans are stored.'),
  tui: setting(
    oneOf({ default: 'In the flow of the terminal.', fullscreen: 'In the whole terminal.' }),
    'How the program draws itself.',
  ),
} satisfies Readonly<Record<string, Field>>;

const commands = {
  apiKeyHelper: printing('A command that prints the key for requests to the model.'),
  awsAuthRefresh: printing('A command that renews the credentials of AWS.'),
  awsCredentialExport: printing('A command that prints credentials of AWS as JSON.'),
  otelHeadersHelper: printing('A command that prints headers for telemetry.'),
  fileSuggestion: setting(printer, 'A command that completes file names after `@`.', {
    governs: 'code',
  }),
  statusLine: setting(
    {
      ...printer,
      keys: {
        ...printer.keys,
        hideVimModeIndicator: { type: boolean, summary: 'The mode of vim is not shown.' },
        padding: { type: number, summary: 'Spaces at the side.' },
      },
    },
    'A command that prints the line below the prompt.',
    { governs: 'code' },
  ),
} satisfies Readonly<Record<string, Field>>;

const lists = {
  allowedHttpHookUrls: setting(texts, 'The addresses to which hooks of the type `http` may send.'),
  availableModels: setting(texts, 'The models that users may choose.'),
  claudeMdExcludes: setting(texts, 'Globs of CLAUDE.md files that are not read.'),
  companyAnnouncements: setting(texts, 'Lines that are shown when a session begins.'),
  disabledMcpjsonServers: setting(namesOrOne, 'Servers of the .mcp.json that are rejected.'),
  enabledMcpjsonServers: setting(namesOrOne, 'Servers of the .mcp.json that are approved.', {
    governs: 'permission',
  }),
  fallbackModel: setting(texts, 'The models that are used when the chosen one is not available.'),
  httpHookAllowedEnvVars: setting(texts, 'Variables that hooks of the type `http` may use.'),
} satisfies Readonly<Record<string, Field>>;

const network = mapOf({
  allowAllUnixSockets: [boolean, 'Commands may use every Unix socket.'],
  allowLocalBinding: [boolean, 'Commands may listen on local ports.'],
  allowManagedDomainsOnly: [boolean, 'Only domains that an administrator allows.'],
  allowMachLookup: [texts, 'Services of macOS that commands may look up.'],
  allowUnixSockets: [texts, 'The Unix sockets that commands may use.'],
  allowedDomains: [texts, 'The domains that commands may reach.'],
  deniedDomains: [texts, 'The domains that commands may not reach.'],
  httpProxyPort: [number, 'The port of an HTTP proxy of your own.'],
  socksProxyPort: [number, 'The port of a SOCKS proxy of your own.'],
});

const filesystem = mapOf({
  allowManagedReadPathsOnly: [boolean, 'Only paths that an administrator allows are read.'],
  allowRead: [texts, 'Paths that commands may read although a wider one is denied.'],
  allowWrite: [texts, 'Paths that commands may write.'],
  denyRead: [texts, 'Paths that commands may not read.'],
  denyWrite: [texts, 'Paths that commands may not write.'],
});

/** Each entry with what it hides. */
const hiding = (key: string, type: Type, summary: string): Type => ({
  type: 'list',
  of: {
    type: 'map',
    keys: {
      [key]: { type, summary, required: true },
      mode: {
        type: oneOf({ deny: 'Commands do not see it.' }),
        summary: 'Always `deny`.',
        required: true,
      },
    },
    rest: any,
  },
});

const variable: Type = {
  type: 'one-of',
  choices: [],
  pattern: {
    matches: /^[A-Za-z_][A-Za-z0-9_]*$/,
    description: 'the name of a variable',
    example: 'API_KEY',
  },
};

const credentials = mapOf({
  envVars: [hiding('name', variable, 'Its name.'), 'Variables that commands do not see.'],
  files: [
    hiding('path', { type: 'text', nonEmpty: true }, 'Its path.'),
    'Files that commands do not see.',
  ],
});

const ripgrep: Type = {
  type: 'map',
  keys: {
    args: { type: texts, summary: 'Its arguments.' },
    command: { type: text, summary: 'Its path.', required: true },
  },
  rest: any,
};

const sandbox = mapOf({
  allowAppleEvents: [boolean, 'Commands may send Apple events.'],
  allowUnsandboxedCommands: [boolean, 'The model may ask to run a command outside of the sandbox.'],
  autoAllowBashIfSandboxed: [boolean, 'Commands in the sandbox run without asking.'],
  enableWeakerNestedSandbox: [boolean, 'A weaker sandbox inside of a container.'],
  enableWeakerNetworkIsolation: [boolean, 'Commands may verify certificates by the system.'],
  enabled: [boolean, 'Commands run in a sandbox.'],
  excludedCommands: [texts, 'Commands that run outside of the sandbox.'],
  failIfUnavailable: [boolean, 'No session without a sandbox.'],
  filesystem: [filesystem, 'What commands may read and write.'],
  ignoreViolations: [{ type: 'map', rest: texts }, 'Violations that are not reported, by command.'],
  credentials: [credentials, 'Files and variables with secrets that commands do not see.'],
  network: [network, 'What commands may reach.'],
  ripgrep: [ripgrep, 'The program that searches files.'],
});

/** The type of `attribution` as a map. */
export const attribution = mapOf({
  commit: [text, 'The lines below the message of a commit. Empty for none.'],
  pr: [text, 'The lines below the text of a pull request. Empty for none.'],
  sessionUrl: [boolean, 'They link the session.'],
});

const autoMode = mapOf({
  allow: [texts, 'What it allows, in words.'],
  classifyAllShell: [boolean, 'It decides on every command.'],
  environment: [texts, 'What it knows of the surroundings.'],
  hard_deny: [texts, 'What it blocks in any case.'],
  soft_deny: [texts, 'What it blocks unless the user wants it.'],
});

const skillUse = oneOf({
  'name-only': 'The model sees the name only.',
  off: 'It is not there.',
  on: 'As its file states.',
  'user-invocable-only': 'Only users can call it.',
});

const worktree = mapOf({
  baseRef: [
    oneOf({ fresh: 'The default branch.', head: 'The current commit.' }),
    'Where it begins.',
  ],
  sparsePaths: [texts, 'The folders that are checked out.'],
  symlinkDirectories: [texts, 'Folders that are links to those of the repository.'],
});

const maps = {
  attribution: setting(
    { type: 'any-of', types: [attribution, boolean] },
    'How commits name Claude.',
  ),
  autoMode: setting(autoMode, 'What auto mode allows and blocks.', { governs: 'permission' }),
  enabledPlugins: setting(
    { type: 'map', rest: { type: 'any-of', types: [boolean, texts] } },
    'Plugins that are on or off, as `name@marketplace`.',
  ),
  env: setting(anyMap, 'Variables of the environment of each session and of its commands.', {
    governs: 'code',
  }),
  sandbox: setting(sandbox, 'Limits on the commands that run.', { governs: 'permission' }),
  skillOverrides: setting({ type: 'map', rest: skillUse }, 'Which skills are shown or called.'),
  worktree: setting(worktree, 'What new worktrees contain.'),
} satisfies Readonly<Record<string, Field>>;

const others = {
  cleanupPeriodDays: setting(
    { type: 'integer', min: 1 },
    'After so many days a session is deleted.',
  ),
  disableAutoMode: nullable(
    oneOf({ disable: 'There is no auto mode.' }),
    'Switches auto mode off.',
  ),
  effortLevel: setting(any, 'How long the model thinks.', { valueEvidence: settingsPage }),
  extraKnownMarketplaces: setting(
    knownMarketplaces,
    'Marketplaces that members of the project are asked to add.',
    { judge: judgeKnownMarketplaces, valueEvidence: readOutside },
  ),
  feedbackSurveyRate: setting(number, 'The share of sessions with a question, from 0 to 1.', {
    judge: judgeShare,
  }),
  skillListingBudgetFraction: setting(
    number,
    'The share of the context for the list of skills, above 0 and at most 1.',
    { judge: judgePart },
  ),
} satisfies Readonly<Record<string, Field>>;

/** Null for a number up to 1, and for what is no number. */
function judgeShare(value: Value): CustomCheckResult | null {
  if (value.kind !== 'number' || (value.number >= 0 && value.number <= 1)) return null;
  return refused(value, phrase('a number from 0 to 1'));
}

/** The same, without 0. */
function judgePart(value: Value): CustomCheckResult | null {
  if (value.kind !== 'number' || (value.number > 0 && value.number <= 1)) return null;
  return refused(value, phrase('a number above 0 and at most 1'));
}

const refused = (value: Value, expected: Expected): CustomCheckResult => ({
  outcome: 'refused',
  problems: [problem('value', value, expected)],
  otherwise: fileIgnored,
});

/** What an invalid hook costs that does not cost the file. */
export const partIgnored: Consequence = {
  outcome: 'coerced',
  effect: '{host} ignores the invalid part.',
};

const inSettings: HookLosses = { guard: fileIgnored, entry: partIgnored, whole: partIgnored };

const judgeSettingsHooks = (value: Value): CustomCheckResult | null =>
  withKeys(
    value,
    judgeHooks(value, mayGuard(value) ? { ...inSettings, whole: fileIgnored } : inSettings),
  );

/** Every list of an event is checked, and hooks are not looked for elsewhere. */
const earlierChecks: HookChecks = {
  isGuard: (_, matchers) => matchers.kind === 'list',
  findsMisplaced: false,
};

/** What versions did that had no check of hooks that could block a tool. */
export const judgeEarlierHooks = (value: Value): CustomCheckResult | null =>
  withKeys(value, judgeHooks(value, inSettings, earlierChecks));

/** What has no effect is looked for only in hooks that can be read. */
const withKeys = (value: Value, found: CustomCheckResult | null): CustomCheckResult | null =>
  found?.problems.length === 0 ? (judgeMatchers(value) ?? judgeHookKeys(value) ?? found) : found;

/** A list of maps may be hooks of another form, which a word is not. A list in it must have an entry or an event that can block a tool. */
const mayGuard = (value: Value): boolean =>
  value.kind === 'list' &&
  value.items.some((item) => item.kind === 'map' || (item.kind === 'list' && hasGuard(item)));

const hasGuard = (value: Value): boolean =>
  value.kind === 'list'
    ? value.items.some(hasGuard)
    : isHookEntry(value) || misplacedHooksBelow(value, []).length > 0;

/** Null is no problem: see `judgeHooks`. */
const { empty: _, ...hooksSetting } = setting(
  hooksField.type,
  'Hooks that run at events of a session.',
);

/** Claude Code reads servers in another file. */
const noServers: Consequence = {
  outcome: 'ignored',
  effect: '{host} loads no servers of settings.',
};

const misplacedServers: Field = {
  ...setting(any, 'Not read. Servers of a project are defined in `.mcp.json`.', {
    isNeverOffered: true,
  }),
  ...{ otherwise: noServers, role: 'servers' },
  judge: (value) => ({
    outcome: noServers.outcome,
    problems: (value.kind === 'map' ? value.entries : []).map(
      ({ key, keySpan, value: server }) => ({
        ...problem('unknown-key', server, phrase('in ".mcp.json"', [], t('Move it there.')), [key]),
        span: keySpan,
      }),
    ),
    otherwise: noServers,
  }),
  ...{ evidence: serversPage, valueEvidence: serversPage },
};

export const settingsFields: Readonly<Record<string, Field>> = {
  mcpServers: misplacedServers,
  permissions: setting(permissionsType, 'What is allowed, asked about and denied.', {
    ...{
      judge: judgePermissionsOf(),
      role: 'permission',
      governs: 'permission',
      evidence: executedHere,
    },
    absent: 'No rules.',
    snippet: ' {\n  "deny": ["${1:Read(.env)}"]\n}',
  }),
  deny: misplacedLimit({ key: 'permissions' }, readKeys),
  ask: misplacedLimit({ key: 'permissions' }, readKeys),
  hooks: {
    ...hooksSetting,
    ...{
      judge: judgeSettingsHooks,
      role: 'hooks',
      governs: 'code',
      evidence: executedHere,
    },
    absent: 'No hooks.',
  },
  ...{ ...switches, ...nullableSwitches, ...words, ...commands, ...lists, ...maps, ...others },
  ...{ ...sessionFields, ...managedFields },
};
