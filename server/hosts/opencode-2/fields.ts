// The fields of OpenCode 2. A file with any other field is read in the OpenCode 1 format and converted. OpenCode 2
// silently drops a file with an invalid value.

import { phrase, problem } from '../judge/check';
import type { Consequence, Field } from '../model/field';
import type { LocatedFile } from '../model/located-file';
import type { ReadAgent } from '../model/reading';
import type { Type } from '../model/type';
import { fieldsWith, forModeFolder, silentlyDropped, unlisted } from '../opencode/fields';
import { permissionType } from '../opencode/permission';
import { executedHere, page, readHere } from './evidence';
import { rulesType } from './permission';
import { tools } from './tools';

const inherited = fieldsWith({
  otherwise: silentlyDropped,
  unlisted,
  tools,
  permission: permissionType,
  builtins: 'build, plan, general, explore',
  evidence: executedHere,
});

const requestType: Type = {
  type: 'map',
  keys: {
    headers: {
      type: { type: 'map', rest: { type: 'text' } },
      summary: 'HTTP headers of each request.',
    },
    body: {
      type: { type: 'map', rest: { type: 'any' } },
      summary: 'Settings sent with each request, such as temperature, top_p or reasoning.',
    },
  },
  rest: { type: 'any' },
};

const { description, mode, model, variant, color, steps, hidden } = inherited;

/** With any other field, the whole file is read in the OpenCode 1 format. */
export const fields = {
  description,
  mode: { ...mode, valueEvidence: readHere },
  model: {
    ...model,
    details:
      'Split at the first slash. The documentation describes provider/model#variant, but the preview treats # as part of the name.',
  },
  variant,
  request: {
    summary: 'Headers and settings that are sent to the model provider with each request.',
    type: requestType,
    otherwise: silentlyDropped,
    absent: 'Only what the model needs.',
    snippet: '\n  body:\n    ${1:temperature}: ${2:0.1}',
    evidence: readHere,
  },
  permissions: {
    summary: 'The actions that are allowed, need approval, or are denied, as a list of rules.',
    type: rulesType,
    otherwise: silentlyDropped,
    absent: 'The agent has no rules of its own.',
    snippet: '\n  - action: ${1:edit}\n    resource: ${2:"*"}\n    effect: ${3|deny,ask,allow|}',
    details:
      'The last matching rule wins. According to the documentation, the release renames bash to shell and task to subagent.',
    role: 'permission',
    evidence: readHere,
  },
  color: { ...color, valueEvidence: readHere },
  steps,
  hidden: { ...hidden, evidence: executedHere },
  disabled: {
    summary: 'Disables the agent, or the built-in agent with that name.',
    type: { type: 'boolean' },
    otherwise: silentlyDropped,
    absent: 'The agent is enabled.',
    snippet: ' true',
    role: 'disable',
    evidence: readHere,
  },
  system: {
    summary: 'Not used in agent files: the text after the frontmatter is the prompt.',
    type: { type: 'any' },
    otherwise: silentlyDropped,
    noEffect: '{host} replaces it with the text after the frontmatter, even if that is empty.',
    absent: 'The text after the frontmatter is the prompt.',
    evidence: readHere,
  },
} as const satisfies Readonly<Record<string, Field>>;

const noRule: Consequence = {
  outcome: 'passed-on',
  effect:
    '{host} reads the file in the OpenCode 1 format because of its other fields, so it sends this to the model provider and creates no rules from it.',
  losesLimit: true,
};

/** `permissions` has no effect in the OpenCode 1 format. */
const ineffectiveRules: Field = {
  ...fields.permissions,
  otherwise: noRule,
  isNeverOffered: true,
  judge: (value) => ({
    outcome: noRule.outcome,
    problems: [
      {
        ...problem(
          'value',
          value,
          phrase('used without OpenCode 1 fields, or written as "permission"'),
        ),
        got: 'used with OpenCode 1 fields',
      },
    ],
    otherwise: noRule,
  }),
  evidence: page,
};

/** The field `name` has no effect, because the path alone determines the name. */
const { name: _name, hidden: _hidden, ...sameAsBefore } = inherited;

const allOldFields = {
  ...sameAsBefore,
  hidden: fields.hidden,
  name: {
    summary: 'Not used: the path determines the name.',
    type: { type: 'any' },
    otherwise: silentlyDropped,
    noEffect: '{host} takes the name from the path.',
    absent: 'The path below the agent folder without .md, such as team/reviewer.',
    isNeverOffered: true,
    evidence: executedHere,
  },
  permissions: ineffectiveRules,
} as const satisfies Readonly<Record<string, Field>>;

/** Few texts in the former folders and in the OpenCode 1 format were run in the preview. */
const notRun = <F extends Readonly<Record<string, Field>>>(known: F): F => ({
  ...known,
  ...Object.fromEntries(
    Object.entries(known).map(([key, field]) => [
      key,
      {
        ...field,
        ...(field.evidence === executedHere && { evidence: readHere }),
        valueEvidence: readHere,
      },
    ]),
  ),
});

export const oldFields = notRun(allOldFields);
export const modeFields = notRun(forModeFolder(fields, readHere));
export const oldModeFields = notRun(forModeFolder(oldFields, readHere));

/** With one field that OpenCode 2 does not have, the whole file is read in the OpenCode 1 format. */
export const isInOldFormat = ({ fields: written }: ReadAgent): boolean =>
  written.some(({ key }) => !Object.hasOwn(fields, key));

/** The fields that OpenCode 2 reads in this agent. */
export function fieldsFor(
  agent: ReadAgent,
  { location }: LocatedFile,
): Readonly<Record<string, Field>> {
  const isOld = isInOldFormat(agent);
  if (location.dialect === 'mode') return isOld ? oldModeFields : modeFields;
  return isOld ? oldFields : fields;
}
