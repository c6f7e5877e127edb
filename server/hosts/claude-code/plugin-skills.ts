// Skills and commands in a plugin. Only what states a description is listed to the model, and the files that are used do not matter.
import type { Sentence } from '../../text/message';
import { problem } from '../judge/check';
import type { Dialect } from '../model/dialect';
import { unknown } from '../model/evidence';
import type { Consequence, Field } from '../model/field';
import type { FlawTable } from '../model/flaw-tables';
import { executedHere, listedOfPlugin } from './evidence';
import { commands, isListed, skills } from './skills';

const toUsers: Sentence = '{host} lists the file to users and not to the model.';
const lostToUsers: Sentence =
  '{host} ignores the whole frontmatter and lists the file to users and not to the model.';

function fieldInPlugin(key: string, field: Field, without: Consequence): Field {
  if (key === 'description')
    return {
      ...field,
      judge: (value) =>
        isListed(value)
          ? null
          : {
              outcome: 'dropped',
              problems: [problem('value', value, { type: 'text', nonEmpty: true })],
              otherwise: without,
            },
      ...{ otherwise: without, empty: without, required: without },
      requiredWithout: 'when_to_use',
      absent: 'Only users can call it.',
      evidence: listedOfPlugin,
    };
  if (key === 'paths')
    return {
      ...field,
      type: { type: 'any' },
      noEffect: '{host} ignores it in plugins. Remove it.',
      evidence: listedOfPlugin,
    };
  // What the model may then use was asked in projects.
  return field.evidence === executedHere ? { ...field, evidence: unknown } : field;
}

const effects: Partial<Record<keyof FlawTable, Sentence>> = {
  'no-frontmatter': toUsers,
  yaml: lostToUsers,
  'not-a-mapping': lostToUsers,
};

const inPlugin = (dialect: Dialect, outcome: Consequence['outcome']): Dialect => ({
  ...dialect,
  fields: Object.fromEntries(
    Object.entries(dialect.fields).map(([key, field]) => [
      key,
      fieldInPlugin(key, field, { outcome, effect: toUsers }),
    ]),
  ),
  // Where the frontmatter is lost, so is the description.
  flaws: Object.fromEntries(
    Object.entries(dialect.flaws).map(([code, flaw]) => {
      const effect = effects[code as keyof FlawTable];
      return [code, effect === undefined ? flaw : { ...flaw, effect }];
    }),
  ),
});

export const pluginSkillNextTo = (agents: Dialect): Dialect =>
  inPlugin(skills.dialectNextTo(agents), 'coerced');

/** Many are meant for users alone. */
export const pluginCommandNextTo = (agents: Dialect): Dialect =>
  inPlugin(commands.dialectNextTo(agents), 'kept');
