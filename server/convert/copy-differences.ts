// What differs in effect between an agent and its copy for another host: the copy is compared with what the agent becomes there.
import { outlineOfFile } from '../agent/outline';
import { placeIn } from '../hosts/catalog/places';
import { judge } from '../hosts/judge/compute-verdict';
import type { Context } from '../hosts/model/context';
import type { FieldRole } from '../hosts/model/field';
import type { Persona } from '../hosts/model/persona';
import type { Place } from '../hosts/model/place';
import type { Skill } from '../hosts/model/skill';
import type { Verdict } from '../hosts/model/verdict';
import { joined, type Message, t } from '../text/message';
import { plain } from '../yaml/value';
import { labelOf, toolPart } from './account';
import { isSamePrompt } from './check-result';
import { compareTools } from './compare-tools';
import type { Converted } from './convert';
import { isUsed, keyFor } from './plan-fields';

export interface CopyInput {
  /** The agent as it is converted now. */
  readonly converted: Converted;
  /** The text of the copy. */
  readonly copy: string;
  /** The place of the copy; by default where the converted file belongs. */
  readonly copyPlace?: Place;
  readonly context?: Context;
}

/** Whole sentences; none where the copy has the same effect. */
export function copyDifferences(input: CopyInput): readonly Message[] {
  const { converted, copy, copyPlace, context } = input;
  const { source, target, path, verdict } = converted;
  const place = copyPlace ?? placeIn(target, path);
  const names = { source: source.name, target: target.name };
  if (verdict?.skill && place) return skillDifferences(verdict, verdict.skill, { ...input, place });
  const wanted = verdict?.persona;
  if (!place || !wanted || !verdict || !target.conversion)
    return [t('The agent of {source} cannot be converted to {target}.', names)];
  const now = judge(outlineOfFile(place.path, copy), place, context);
  const { persona } = now;
  if (!persona) return [t('{target} does not load the copy.', names)];
  const { toolsOf, harmless } = target.conversion();
  const held = (one: typeof now) => ({
    tools: toolsOf(one),
    catalog: one.dialect.tools,
    harmless,
  });
  const tools = compareTools(held(verdict), held(now));
  const parts = (change: string): readonly Message[] => {
    const changed = tools.filter((one) => one.change === change).map(({ part }) => part);
    return [...new Set(changed)].map((part) => labelOf(toolPart(part)));
  };
  const [more, less] = [parts('wider'), parts('narrower')];
  return [
    ...(more.length === 0
      ? []
      : [t('The copy may do more: {parts}.', { parts: joined(more, ', ') })]),
    ...(less.length === 0
      ? []
      : [t('The copy may do less: {parts}.', { parts: joined(less, ', ') })]),
    ...(persona.prompt.trim() === wanted.prompt.trim() ? [] : [t('The prompts differ.')]),
    ...(persona.description === wanted.description ? [] : [t('The descriptions differ.')]),
    ...(persona.model.effective === wanted.model.effective &&
    String(persona.model.written) === String(wanted.model.written)
      ? []
      : [t('The models differ.')]),
    ...differentFields(verdict, now).map((key) => t('The values of "{key}" differ.', { key })),
  ];
}

/** The same for a skill or command. */
function skillDifferences(
  wanted: Verdict,
  skill: Skill,
  { converted: { target }, copy, context, place }: CopyInput & { readonly place: Place },
): readonly Message[] {
  const now = judge(outlineOfFile(place.path, copy), place, context);
  if (!now.skill) return [t('{target} does not load the copy.', { target: target.name })];
  const { modelInvocable, userInvocable, description, id } = now.skill;
  const isSameText = isSamePrompt(now.agent?.prompt.text ?? '', wanted.agent?.prompt.text ?? '');
  const isSameCall =
    modelInvocable === skill.modelInvocable && userInvocable === skill.userInvocable;
  return [
    ...(id === skill.id ? [] : [t('The names differ.')]),
    ...(isSameCall ? [] : [t('The copy can be called by others.')]),
    ...(isSameText ? [] : [t('The texts differ.')]),
    ...(description === skill.description ? [] : [t('The descriptions differ.')]),
    ...differentFields(wanted, now).map((key) => t('The values of "{key}" differ.', { key })),
  ];
}

/** The parts of a persona that are compared as the host builds them, because a field may be left out. */
const roles: readonly (readonly [keyof Persona, FieldRole])[] = [
  ['mode', 'mode'],
  ['color', 'color'],
  ['userInvocable', 'user-invocable'],
  ['modelInvocable', 'model-invocable'],
];

/** Who may call the agent, its color, and the fields that are about nothing else, such as a limit of turns. */
function differentFields(wanted: Verdict, now: Verdict): readonly string[] {
  const writtenValue = ({ fields }: Verdict, key: string): string => {
    const found = fields.find((one) => one.key === key && isUsed(one));
    return found === undefined ? '' : JSON.stringify(plain(found.value));
  };
  const own = [...wanted.fields, ...now.fields].flatMap(({ key, field }) =>
    field && field.role === undefined && !field.noEffect ? [key] : [],
  );
  const built = roles.flatMap(([part, role]) => {
    const key = keyFor(now.dialect, role);
    return key === undefined || wanted.persona?.[part] === now.persona?.[part] ? [] : [key];
  });
  return [
    ...built,
    ...[...new Set(own)].filter((key) => writtenValue(wanted, key) !== writtenValue(now, key)),
  ];
}
