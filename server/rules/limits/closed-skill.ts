// Fields that keep the model from a skill.

import type { Field } from '../../hosts/model/field';
import { textOf, type Value } from '../../yaml/value';

/** Whether some program does not show the skill to its model because of this value. */
export const closesSkill = ({ role }: Field, value: Value): boolean =>
  role === 'model-invocable' &&
  ((value.kind === 'boolean' && value.boolean) || /^(?:true|yes)$/i.test(textOf(value) ?? ''));

/** Whether it only states what holds without it: users and the model may call the skill. */
export const leavesSkillOpen = ({ role }: Field, value: Value): boolean =>
  value.kind === 'boolean' &&
  ((role === 'user-invocable' && value.boolean) || (role === 'model-invocable' && !value.boolean));
