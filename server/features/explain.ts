// What a field, a value, a tool or a model means to a host, as Markdown. Hover and completion say the same.

import { capabilityLabels } from '../hosts/capabilities';
import { expectation } from '../hosts/check';
import { citation, type Evidence } from '../hosts/evidence';
import type { Field } from '../hosts/host';
import type { Model } from '../hosts/models';
import type { Tool } from '../hosts/tools';
import type { Choice, Type } from '../hosts/type';

/** The whole account of a field. */
export function fieldText(key: string, field: Field, host: string): string {
  const lines = [`**${key}** · ${host}`, '', field.summary];
  if (field.deprecated) lines.push('', `Old: ${host} ${field.deprecated.says}.`);
  if (field.noEffect !== undefined) lines.push('', `No effect here: ${host} ${field.noEffect}.`);
  if (field.details !== undefined) lines.push('', field.details);
  lines.push('', ...facts(field, host));
  return lines.join('\n');
}

function facts({ type, absent, otherwise, evidence }: Field, host: string): string[] {
  const known = `- Known from: ${citation(evidence)}`;
  // There is nothing else than anything.
  if (type.type === 'any') return [`- Absent: ${absent}`, known];
  const choices = choicesOf(type).filter((choice) => choice.deprecated === undefined);
  const takes =
    choices.length > 0 && choices.length <= 12 ? choiceList(choices) : `${expectation(type)}.`;
  return [
    `- Takes ${takes}`,
    `- Absent: ${absent}`,
    `- Anything else: ${host} ${otherwise.says}.`,
    known,
  ];
}

const choiceList = (choices: readonly Choice[]): string =>
  choices.map((choice) => `\`${choice.value}\``).join(', ');

/** Every word that a type takes, at whatever depth of alternatives. */
export function choicesOf(type: Type): readonly Choice[] {
  if (type.type === 'one-of') return type.choices;
  return type.type === 'any-of' ? type.types.flatMap(choicesOf) : [];
}

export const choiceText = (choice: Choice, host: string, evidence: Evidence): string =>
  [
    `**${choice.value}** · ${host}`,
    '',
    choice.means,
    '',
    `- Known from: ${citation(choice.evidence ?? evidence)}`,
  ].join('\n');

export function toolText(tool: Tool, host: string): string {
  const lines = [`**${tool.name}** · ${capabilityLabels[tool.does]} · ${host}`, '', tool.means];
  if (tool.unavailable !== undefined) lines.push('', `${host} ${tool.unavailable}.`);
  if (tool.deprecated !== undefined) lines.push('', tool.deprecated);
  if (tool.members && tool.members.length > 0)
    lines.push('', `Stands for ${tool.members.map((one) => `\`${one}\``).join(', ')}.`);
  return lines.join('\n');
}

export function modelText(model: Model, host: string, evidence: Evidence): string {
  const lines = [`**${model.id}** · ${host}`, '', model.means];
  if (model.standsFor !== undefined) lines.push('', `Stands for \`${model.standsFor}\`.`);
  if (model.retired?.since !== undefined) lines.push('', `Retired on ${model.retired.since}.`);
  if (model.retired?.becomes !== undefined) lines.push('', `Runs as \`${model.retired.becomes}\`.`);
  lines.push('', `- Known from: ${citation(evidence)}`);
  return lines.join('\n');
}
