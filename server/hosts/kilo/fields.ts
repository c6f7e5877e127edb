// Every field that Kilo recognizes in an agent file: those of OpenCode, of which some may be empty, and three more. Kilo
// ignores a file with an invalid value and shows a warning.
import type { Consequence, Field } from '../model/field';
import type { Type } from '../model/type';
import { entryFields } from '../opencode/entries';
import { fieldsWith, forModeFolder, unlisted } from '../opencode/fields';
import { executedHere, readHere } from './evidence';
import { judgePermission, permissionType } from './permission';
import { tools } from './tools';

/** The effect of an invalid value in an agent file. */
export const refusal: Consequence = {
  outcome: 'refused',
  file: 'refused',
  effect: '{host} ignores the file and shows a warning.',
};

/** The effect of an invalid value in the configuration file. */
export const refusalOfConfiguration: Consequence = {
  outcome: 'refused',
  file: 'refused',
  effect: '{host} ignores the whole configuration file and shows a warning.',
};

/** An empty value has the same effect as no field. */
const withEmpty = (field: Field): Field => ({
  ...field,
  empty: { outcome: 'ignored', effect: '{host} treats an empty value as no value.' },
});

const text: Type = { type: 'text' };

/** @param otherwise the effect of an invalid value. */
function fieldsFor(otherwise: Consequence) {
  const inherited = fieldsWith({
    otherwise,
    unlisted,
    tools,
    permission: permissionType,
    builtins: 'code, also called build, plan, ask, debug, orchestrator, general, explore',
    evidence: executedHere,
  });
  return {
    ...inherited,
    description: {
      ...withEmpty(inherited.description),
      details:
        'The documentation calls it required, but the program does not require it. A number or a date is rejected; put it in quotes.',
    },
    model: withEmpty(inherited.model),
    variant: withEmpty(inherited.variant),
    temperature: withEmpty(inherited.temperature),
    top_p: withEmpty(inherited.top_p),
    steps: withEmpty(inherited.steps),
    permission: {
      ...inherited.permission,
      judge: judgePermission(otherwise),
      empty: { outcome: 'dropped', effect: '{host} creates no rule for an empty value.' },
      valueEvidence: readHere,
    },
    hidden: { ...inherited.hidden, evidence: executedHere },
    maxSteps: { ...inherited.maxSteps, evidence: executedHere },
    displayName: {
      summary: 'The name that is shown to users.',
      type: text,
      otherwise,
      absent: 'The name of the agent.',
      isForDisplay: true,
      snippet: ' ${1:Name}',
      evidence: executedHere,
    },
    source: {
      summary: 'The origin of a managed agent: organization, global or project.',
      type: text,
      otherwise,
      absent: 'The agent comes from a file.',
      isNeverOffered: true,
      evidence: executedHere,
    },
    requirements: {
      summary: 'Not sent to the model provider, unlike unknown fields.',
      type: { type: 'any' },
      otherwise,
      absent: 'Nothing.',
      isNeverOffered: true,
      evidence: readHere,
    },
  } as const satisfies Readonly<Record<string, Field>>;
}

/** Those of an agent file. */
export const fields = fieldsFor(refusal);

const inConfiguration = fieldsFor(refusalOfConfiguration);
const ofEntry = entryFields(inConfiguration, refusalOfConfiguration);

/** The fields of an agent that the configuration file defines. */
export const fieldsOfEntry = { ...ofEntry, prompt: withEmpty(ofEntry.prompt) };

/** For `mode/` and `modes/`, the former folders. */
export const modeFields = forModeFolder(fields, readHere);
