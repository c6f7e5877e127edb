// The documentation of a field, a tool or a model of a host, as Markdown: for hovers and completion items.

import type { DocumentForm } from '../../agent/outline';
import { expectation } from '../../hosts/judge/expectation';
import type { Evidence } from '../../hosts/model/evidence';
import type { Field } from '../../hosts/model/field';
import type { Model } from '../../hosts/model/models';
import { capabilityLabel } from '../../hosts/model/tool-purposes';
import { capabilityOf, type Tool } from '../../hosts/model/tools';
import type { Choice, Type } from '../../hosts/model/type';
import { escapeMarkdown, markdownCode } from '../../text/escape-markdown';
import { inMarkdown } from '../../text/in-markdown';
import { composed, joined, type Message, type Text, t } from '../../text/message';

/** A field, with the sources of the information. */
export const fieldMarkdown = (
  key: string,
  field: Field,
  host: string,
  form: DocumentForm,
): Message => composed`${fieldSummary(key, field, host, { form })}\n\n${sources([field.evidence])}`;

export interface SummaryOptions {
  /** The form of the document, whose terms are used. */
  readonly form: DocumentForm;
  /** Omits the details, which are a paragraph of their own. */
  readonly isBrief?: boolean;
  /** Omits deprecation and lack of effect, as the caller shows them for this file. */
  readonly isWritten?: boolean;
}

export function fieldSummary(
  key: string,
  field: Field,
  host: string,
  { form, isBrief = false, isWritten = false }: SummaryOptions,
): Message {
  const { summary, details, deprecated, noEffect } = field;
  const notes = [
    isWritten || !deprecated
      ? undefined
      : joined([t('This field is deprecated.'), inMarkdown(deprecated.effect, { host })]),
    isWritten || noEffect === undefined
      ? undefined
      : joined([t('This field has no effect here.'), inMarkdown(noEffect, { host })]),
    isBrief ? undefined : details,
  ].filter((note) => note !== undefined);
  return joined(
    [
      `**${escapeMarkdown(key)}** (${host}): ${summary}`,
      ...notes,
      joined(facts(field, host, form), '\n'),
    ],
    '\n\n',
  );
}

function facts({ type, absent, otherwise }: Field, host: string, form: DocumentForm): Message[] {
  const unset = composed`- ${t('Default: {value}', { value: t(absent) })}`;
  // Every value is valid, so there is nothing more to list.
  if (type.type === 'any') return [unset];
  const choices = choicesOf(type).filter((choice) => choice.deprecated === undefined);
  const values =
    choices.length > 0 && choices.length <= 12
      ? choiceList(choices)
      : t('{type}.', { type: expectation(type, form) });
  return [
    composed`- ${t('Values: {values}', { values })}`,
    unset,
    composed`- ${t('Other values: {effect}', { effect: inMarkdown(otherwise.effect, { host }) })}`,
  ];
}

/** The sources of facts in one line: `Checked by running X 1.2; Y 3.4. Read in Z.` */
export function sources(evidence: readonly Evidence[]): Message {
  const places = new Map<Evidence['how'], Set<string>>();
  for (const { how, where } of evidence) places.set(how, (places.get(how) ?? new Set()).add(where));
  return joined([...places].map(([how, all]) => sourceSentences[how]([...all].join('; '))));
}

const sourceSentences: Readonly<Record<Evidence['how'], (list: string) => Message>> = {
  executed: (list) => t('Checked by running {sources}.', { sources: list }),
  read: (list) => t('Read in {sources}.', { sources: list }),
  documented: (list) => t('Documented in {sources}.', { sources: list }),
  recorded: (list) => t('Recorded on {sources}.', { sources: list }),
  unknown: () => t('Not verified.'),
};

const choiceList = (choices: readonly Choice[]): string =>
  choices.map((choice) => markdownCode(choice.value)).join(', ');

/** Every choice of a type, at any depth of alternatives. */
export function choicesOf(type: Type): readonly Choice[] {
  if (type.type === 'one-of') return type.choices;
  return type.type === 'any-of' ? type.types.flatMap(choicesOf) : [];
}

export function toolMarkdown(tool: Tool, host: string): Message {
  const lines: Text[] = [
    composed`**${escapeMarkdown(tool.name)}** · ${capabilityLabel(capabilityOf(tool))} · ${host}`,
    '',
    tool.means,
  ];
  if (tool.unavailable !== undefined) lines.push('', inMarkdown(tool.unavailable, { host }));
  if (tool.deprecated !== undefined) lines.push('', tool.deprecated);
  if (tool.members && tool.members.length > 0)
    lines.push(
      '',
      t('Includes {names}.', { names: tool.members.map((one) => markdownCode(one)).join(', ') }),
    );
  if (tool.evidence) lines.push('', sources([tool.evidence]));
  return joined(lines, '\n');
}

export function modelMarkdown(model: Model, host: string, evidence: Evidence): Message {
  const lines: Text[] = [`**${escapeMarkdown(model.id)}** · ${host}`, '', model.means];
  if (model.standsFor !== undefined)
    lines.push('', t('Alias of {model}.', { model: markdownCode(model.standsFor) }));
  if (model.retired?.since !== undefined)
    lines.push('', t('Retired on {date}.', { date: model.retired.since }));
  if (model.retired?.becomes !== undefined)
    lines.push('', t('Runs as {model}.', { model: markdownCode(model.retired.becomes) }));
  lines.push('', sources([model.evidence ?? evidence]));
  return joined(lines, '\n');
}
