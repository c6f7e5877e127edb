// The keys that decide how a session looks and behaves, not what it may do.
import type { Field } from '../../model/field';
import type { Type } from '../../model/type';
import {
  any,
  boolean,
  mapOf,
  nullable,
  number,
  oneOf,
  onOff,
  printing,
  setting,
  settingsPage,
  text,
  texts,
} from './setting';

/** Everything is accepted; the choices are those that have a meaning. */
const loosely = (words: Readonly<Record<string, string>>, summary: string): Field =>
  setting({ type: 'any-of', types: [oneOf(words), any] }, summary, {
    valueEvidence: settingsPage,
  });

const switches = {
  agentPushNotifEnabled: onOff('The model may send notifications to a phone.'),
  autoCompactEnabled: onOff('A long conversation is summarized by itself.'),
  autoScrollEnabled: onOff('The view follows new output.'),
  awaySummaryEnabled: onOff('Shows what happened while the user was away.'),
  axScreenReader: onOff('Output for screen readers.'),
  fileCheckpointingEnabled: onOff('Keeps edited files, so that edits can be taken back.'),
  inputNeededNotifEnabled: onOff('Sends a notification to a phone when a question waits.'),
  respondToBashCommands: onOff('The model answers after a command that the user typed with `!`.'),
  showClearContextOnPlanAccept: onOff('Offers to clear the context when a plan is accepted.'),
  showThinkingSummaries: onOff('Shows summaries of what the model thinks.'),
  syntaxHighlightingDisabled: onOff('Code has no colors.'),
  wheelScrollAccelerationEnabled: onOff('A fast wheel scrolls faster.'),
  workflowKeywordTriggerEnabled: onOff('A keyword in a prompt starts a workflow.'),
} satisfies Readonly<Record<string, Field>>;

const nullableSwitches = {
  disableArtifact: nullable(boolean, 'There is no tool that publishes pages.'),
  disableBundledSkills: nullable(boolean, 'The skills that come with the program are off.'),
  disableClaudeAiConnectors: nullable(boolean, 'Connectors of claude.ai are off.'),
  disableRemoteControl: nullable(boolean, 'The session cannot be controlled from elsewhere.'),
  disableWorkflows: nullable(boolean, 'There are no workflows.'),
  fastModePerSessionOptIn: nullable(boolean, 'Fast mode is off when a session begins.'),
  remoteControlAtStartup: nullable(boolean, 'Remote control is on when a session begins.'),
  skipDangerousModePermissionPrompt: nullable(
    boolean,
    'The warning about the mode `bypassPermissions` was accepted.',
    { governs: 'permission' },
  ),
} satisfies Readonly<Record<string, Field>>;

const words = {
  advisorModel: setting({ ...text, vocabulary: 'models' }, 'The model that advises.'),
  autoMemoryDirectory: setting(text, 'The folder of the notes about the project.'),
  defaultShell: setting(
    oneOf({ bash: 'Bash.', powershell: 'PowerShell.' }),
    'The shell of commands that the user types with `!`.',
  ),
  disableDeepLinkRegistration: nullable(
    oneOf({ disable: 'Links do not open the program.' }),
    'Whether links open the program.',
  ),
  editorMode: loosely(
    { normal: 'Usual keys.', vim: 'The keys of vim.' },
    'The keys of the prompt.',
  ),
  gcpAuthRefresh: printing('A command that renews the credentials of Google Cloud.'),
  minimumVersion: setting(text, 'The oldest version to which it is updated.'),
  prUrlTemplate: setting(text, 'The address of a pull request, with placeholders.'),
  teammateMode: loosely(
    {
      auto: 'In panes of the terminal, if it has some.',
      'in-process': 'In the terminal of the session.',
      iterm2: 'In panes of iTerm2.',
      tmux: 'In panes of tmux.',
    },
    'Where the agents of a team are shown.',
  ),
  viewMode: loosely(
    {
      default: 'The usual view.',
      focus: 'Prompts and final answers.',
      verbose: 'All details of tools.',
    },
    'How much of the conversation is shown.',
  ),
} satisfies Readonly<Record<string, Field>>;

const option: Type = { type: 'any-of', types: [text, number, boolean, texts] };

const pluginConfig = mapOf({
  mcpServers: [{ type: 'map', rest: { type: 'map', rest: option } }, 'Options of its servers.'],
  options: [{ type: 'map', rest: option }, 'Its options.'],
});

export const sessionFields: Readonly<Record<string, Field>> = {
  ...{ ...switches, ...nullableSwitches, ...words },
  modelOverrides: setting({ type: 'map', rest: text }, 'The ids of models at another provider.'),
  pluginConfigs: setting({ type: 'map', rest: pluginConfig }, 'Options of plugins.'),
  skillListingMaxDescChars: setting(
    { type: 'integer', min: 1 },
    'The longest description of a skill in the list of the model, in characters.',
  ),
  spinnerVerbs: setting(
    {
      type: 'map',
      keys: {
        mode: {
          type: oneOf({ append: 'They are added.', replace: 'They replace the others.' }),
          summary: 'How they are combined with the others.',
          required: true,
        },
        verbs: { type: texts, summary: 'The words.', required: true },
      },
      rest: any,
    },
    'The words that are shown while the model works.',
  ),
  voice: setting(
    mapOf({
      autoSubmit: [boolean, 'The text is sent when the key is released.'],
      enabled: [boolean, 'Dictation.'],
      mode: [oneOf({ hold: 'While a key is held.', tap: 'From one key to the next.' }), 'When.'],
    }),
    'Dictation.',
  ),
};
