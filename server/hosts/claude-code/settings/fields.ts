// The keys of a settings file. Claude Code checks the types of all keys that it knows before it uses any of them: one wrong value, and
// nothing in the file is used.
import type { Entry, Value } from '../../../yaml/value';
import { phrase, problem } from '../../judge/check';
import { documented } from '../../model/evidence';
import type { Consequence, CustomCheckResult, Field } from '../../model/field';
import type { Choice, KeyType, Type } from '../../model/type';
import { ran } from '../evidence';
import { type HookLosses, hooksField, judgeHooks } from '../hooks';
import { judgeMisplaced } from '../misplaced-hooks';
import { fileIgnored } from './file-ignored';
import { judgePermissions, permissionsType } from './permissions';

/** What a key does, as its documentation describes it. */
export const settingsPage = documented({
  title: 'Claude Code documentation, page "Claude Code settings"',
  address: 'https://code.claude.com/docs/en/settings',
  on: '2026-11-25',
});

const text: Type = { type: 'text' };
const texts: Type = { type: 'list', of: text };
const boolean: Type = { type: 'boolean' };
const number: Type = { type: 'number' };
const any: Type = { type: 'any' };
const namesOrOne: Type = { type: 'any-of', types: [texts, text] };
const anyMap: Type = { type: 'map', rest: any };

const oneOf = (words: Readonly<Record<string, string>>): Type => ({
  type: 'one-of',
  choices: Object.entries(words).map(([value, means]): Choice => ({ value, means })),
});

/** A command that prints something for the program. */
const printer: Type = {
  type: 'map',
  keys: {
    type: {
      type: oneOf({ command: 'Runs a shell command.' }),
      summary: 'Always `command`.',
      required: true,
    },
    command: { type: text, summary: 'The shell command.', required: true },
  },
  rest: any,
};

/** A key of this type, with what it does. */
const setting = (type: Type, summary: string, more: Partial<Field> = {}): Field => ({
  ...{ type, summary, otherwise: fileIgnored, empty: 'checked' },
  absent: 'Its default applies.',
  ...{ evidence: settingsPage, valueEvidence: ran },
  ...more,
});

/** Keys with free content, and the one whose own check finds hooks that are misplaced. */
const freeKeys: ReadonlySet<string> = new Set([
  'env',
  'extraKnownMarketplaces',
  'hooks',
  'mcpServers',
]);

/** It looks in the values of all other keys for hooks that could block a tool, and that it would not find there. */
export const judgeKeyOfSettings = (entry: Entry): CustomCheckResult | null =>
  judgeMisplaced(entry, fileIgnored, freeKeys);

const onOff = (summary: string): Field => setting(boolean, summary);
const printing = (summary: string): Field => setting(text, summary, { governs: 'code' });

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

/** Null counts as absent here, and nowhere else. */
const nullable = (type: Type, summary: string, more: Partial<Field> = {}): Field =>
  setting(type, summary, { empty: 'accepted', ...more });

const nullableSwitches = {
  allowManagedHooksOnly: nullable(boolean, 'Only hooks of an administrator run.'),
  channelsEnabled: nullable(boolean, 'Messages from outside reach the session.'),
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
      keys: { ...printer.keys, padding: { type: number, summary: 'Spaces at the side.' } },
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

/** The keys of a map: each with its type and what it does. Others are ignored. */
const mapOf = (keys: Readonly<Record<string, readonly [type: Type, summary: string]>>): Type => ({
  type: 'map',
  keys: Object.fromEntries(
    Object.entries(keys).map(([name, [type, summary]]): [string, KeyType] => [
      name,
      { type, summary },
    ]),
  ),
  rest: any,
});

const network = mapOf({
  allowAllUnixSockets: [boolean, 'Commands may use every Unix socket.'],
  allowLocalBinding: [boolean, 'Commands may listen on local ports.'],
  allowManagedDomainsOnly: [boolean, 'Only domains that an administrator allows.'],
  allowUnixSockets: [texts, 'The Unix sockets that commands may use.'],
  allowedDomains: [texts, 'The domains that commands may reach.'],
  deniedDomains: [texts, 'The domains that commands may not reach.'],
  httpProxyPort: [number, 'The port of an HTTP proxy of your own.'],
  socksProxyPort: [number, 'The port of a SOCKS proxy of your own.'],
});

const filesystem = mapOf({
  allowRead: [texts, 'Paths that commands may read although a wider one is denied.'],
  allowWrite: [texts, 'Paths that commands may write.'],
  denyRead: [texts, 'Paths that commands may not read.'],
  denyWrite: [texts, 'Paths that commands may not write.'],
});

const sandbox = mapOf({
  allowUnsandboxedCommands: [boolean, 'The model may ask to run a command outside of the sandbox.'],
  autoAllowBashIfSandboxed: [boolean, 'Commands in the sandbox run without asking.'],
  enableWeakerNestedSandbox: [boolean, 'A weaker sandbox inside of a container.'],
  enableWeakerNetworkIsolation: [boolean, 'Commands may verify certificates by the system.'],
  enabled: [boolean, 'Commands run in a sandbox.'],
  excludedCommands: [texts, 'Commands that run outside of the sandbox.'],
  failIfUnavailable: [boolean, 'No session without a sandbox.'],
  filesystem: [filesystem, 'What commands may read and write.'],
  ignoreViolations: [{ type: 'map', rest: texts }, 'Violations that are not reported, by command.'],
  network: [network, 'What commands may reach.'],
});

const attribution = mapOf({
  commit: [text, 'The lines below the message of a commit. Empty for none.'],
  pr: [text, 'The lines below the text of a pull request. Empty for none.'],
});

const maps = {
  attribution: setting(
    { type: 'any-of', types: [attribution, boolean] },
    'How commits name Claude.',
  ),
  autoMode: setting(anyMap, 'What auto mode allows and blocks.', { governs: 'permission' }),
  enabledPlugins: setting(
    { type: 'map', rest: { type: 'any-of', types: [boolean, texts] } },
    'Plugins that are on or off, as `name@marketplace`.',
  ),
  env: setting(anyMap, 'Variables of the environment of each session and of its commands.', {
    governs: 'code',
  }),
  sandbox: setting(sandbox, 'Limits on the commands that run.', { governs: 'permission' }),
  skillOverrides: setting({ type: 'map', rest: text }, 'Which skills are shown or called.'),
  worktree: setting(anyMap, 'What new worktrees contain.'),
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
    any,
    'Marketplaces that members of the project are asked to add.',
    { valueEvidence: settingsPage },
  ),
  feedbackSurveyRate: setting(number, 'The share of sessions with a question, from 0 to 1.', {
    judge: judgeShare,
  }),
} satisfies Readonly<Record<string, Field>>;

function judgeShare(value: Value): CustomCheckResult | null {
  if (value.kind !== 'number' || (value.number >= 0 && value.number <= 1)) return null;
  return {
    outcome: 'refused',
    problems: [problem('value', value, phrase('a number from 0 to 1'))],
    otherwise: fileIgnored,
  };
}

const partIgnored: Consequence = {
  outcome: 'coerced',
  effect: '{host} ignores the invalid part, silently without a terminal.',
};

/** What hooks of settings cost that cannot be read. */
export const inSettings: HookLosses = {
  guard: fileIgnored,
  entry: partIgnored,
  whole: partIgnored,
};

const judgeSettingsHooks = (value: Value): CustomCheckResult | null =>
  judgeHooks(value, mayGuard(value) ? { ...inSettings, whole: fileIgnored } : inSettings);

/** A list of maps may be hooks of another form, which a word is not. */
const mayGuard = (value: Value): boolean =>
  value.kind === 'list' && value.items.some(({ kind }) => kind === 'map');

/** Null is no problem: see `judgeHooks`. */
const { empty: _, ...hooksSetting } = setting(
  hooksField.type,
  'Hooks that run at events of a session.',
);

export const settingsFields: Readonly<Record<string, Field>> = {
  permissions: setting(permissionsType, 'What is allowed, asked about and denied.', {
    ...{ judge: judgePermissions, role: 'permission', governs: 'permission', evidence: ran },
    absent: 'No rules.',
    snippet: ' {\n  "deny": ["${1:Read(.env)}"]\n}',
  }),
  hooks: {
    ...hooksSetting,
    ...{
      judge: judgeSettingsHooks,
      role: 'hooks',
      governs: 'code',
      evidence: ran,
    },
    absent: 'No hooks.',
  },
  ...{ ...switches, ...nullableSwitches, ...words, ...commands, ...lists, ...maps, ...others },
};
