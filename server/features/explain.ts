// What a field, a value, a tool or a model means to a host, as Markdown: for the hover and for completion items.

import { capabilityLabels } from '../hosts/capabilities';
import { expectation } from '../hosts/check';
import type { Evidence } from '../hosts/evidence';
import type { Field } from '../hosts/host';
import type { Model } from '../hosts/models';
import type { Tool } from '../hosts/tools';
import type { Choice, Type } from '../hosts/type';
import { render } from '../text/message';

/** A field, with where that is known from. */
export const fieldText = (key: string, field: Field, host: string): string =>
  `${fieldSummary(key, field, host)}\n\n${sources([field.evidence])}`;

export interface SummaryOptions {
  /** Without the details that take a paragraph of their own. */
  readonly isBrief?: boolean;
  /** Without what holds wherever the field is written: the caller says so of this file. */
  readonly isWritten?: boolean;
}

export function fieldSummary(
  key: string,
  field: Field,
  host: string,
  { isBrief = false, isWritten = false }: SummaryOptions = {},
): string {
  const { summary, details, deprecated, noEffect } = field;
  const notes = [
    isWritten || !deprecated ? undefined : `Deprecated. ${render(deprecated.effect, { host })}`,
    isWritten || noEffect === undefined
      ? undefined
      : `No effect here. ${render(noEffect, { host })}`,
    isBrief ? undefined : details,
  ].filter((note) => note !== undefined);
  return [`**${key}** (${host}): ${summary}`, ...notes, facts(field, host).join('\n')].join('\n\n');
}

function facts({ type, absent, otherwise }: Field, host: string): string[] {
  const unset = `- Default: ${absent}`;
  // There is nothing else than anything.
  if (type.type === 'any') return [unset];
  const choices = choicesOf(type).filter((choice) => choice.deprecated === undefined);
  const values =
    choices.length > 0 && choices.length <= 12 ? choiceList(choices) : `${expectation(type)}.`;
  return [`- Values: ${values}`, unset, `- Other values: ${render(otherwise.effect, { host })}`];
}

/** Where facts are known from, in one line: `Checked by running X 1.2; Y 3.4. Read in Z.` */
export function sources(evidence: readonly Evidence[]): string {
  const places = new Map<Evidence['how'], Set<string>>();
  for (const { how, where } of evidence) places.set(how, (places.get(how) ?? new Set()).add(where));
  return [...places]
    .map(([how, all]) =>
      how === 'unknown' ? sourceWords.unknown : `${sourceWords[how]} ${[...all].join('; ')}.`,
    )
    .join(' ');
}

const sourceWords: Readonly<Record<Evidence['how'], string>> = {
  executed: 'Checked by running',
  read: 'Read in',
  documented: 'Documented in',
  unknown: 'Not verified.',
};

const choiceList = (choices: readonly Choice[]): string =>
  choices.map((choice) => `\`${choice.value}\``).join(', ');

/** Every word that a type takes, at whatever depth of alternatives. */
export function choicesOf(type: Type): readonly Choice[] {
  if (type.type === 'one-of') return type.choices;
  return type.type === 'any-of' ? type.types.flatMap(choicesOf) : [];
}

export function toolText(tool: Tool, host: string): string {
  const lines = [`**${tool.name}** · ${capabilityLabels[tool.does]} · ${host}`, '', tool.means];
  if (tool.unavailable !== undefined) lines.push('', render(tool.unavailable, { host }));
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
  lines.push('', sources([evidence]));
  return lines.join('\n');
}
