// What differs in effect between an agent and its copy for another host: the copy is compared with what the agent becomes there.
import { outlineOf } from '../agent/outline';
import { placeIn } from '../hosts/catalog/places';
import { judge } from '../hosts/judge/compute-verdict';
import type { Context } from '../hosts/model/context';
import type { Place } from '../hosts/model/place';
import { t } from '../text/l10n';
import { compareTools } from './compare-tools';
import type { Converted } from './convert';

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
export function copyDifferences(input: CopyInput): readonly string[] {
  const { converted, copy, copyPlace, context } = input;
  const { source, target, path, verdict } = converted;
  const place = copyPlace ?? placeIn(target, path);
  const names = { source: source.name, target: target.name };
  const wanted = verdict?.persona;
  if (!place || !wanted || !verdict || !target.conversion)
    return [t('The agent of {source} cannot be converted to {target}.', names)];
  const now = judge(outlineOf(copy), place, context);
  const { persona } = now;
  if (!persona) return [t('{target} does not load the copy.', names)];
  const { toolsOf, harmless } = target.conversion();
  const held = (one: typeof now) => ({
    tools: toolsOf(one),
    catalog: one.dialect.tools,
    harmless,
  });
  const tools = compareTools(held(verdict), held(now));
  const parts = (change: string): string =>
    [...new Set(tools.filter((one) => one.change === change).map(({ part }) => part))].join(', ');
  const [more, less] = [parts('wider'), parts('narrower')];
  return [
    ...(more === '' ? [] : [t('The copy may do more: {parts}.', { parts: more })]),
    ...(less === '' ? [] : [t('The copy may do less: {parts}.', { parts: less })]),
    ...(persona.prompt.trim() === wanted.prompt.trim() ? [] : [t('The prompts differ.')]),
    ...(persona.description === wanted.description ? [] : [t('The descriptions differ.')]),
    ...(persona.model.effective === wanted.model.effective &&
    String(persona.model.written) === String(wanted.model.written)
      ? []
      : [t('The models differ.')]),
  ];
}
