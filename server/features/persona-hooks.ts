// The hooks of an agent as a list: the event, what it matches, and what is run.

import type { FieldVerdict } from '../hosts/model/field-verdict';
import type { Verdict } from '../hosts/model/verdict';
import type { HookCard } from '../protocol';
import { type Entry, textOf, type Value } from '../yaml/value';
import type { LineOf } from './persona-tools';

/** Empty where the host uses no hooks of this file. */
export function hookCards({ fields }: Verdict, lineOf: LineOf): readonly HookCard[] {
  return fields
    .filter(
      ({ field, outcome }) => field?.role === 'hooks' && !field.noEffect && outcome !== 'refused',
    )
    .flatMap((field) =>
      entriesOf(field.value).flatMap((event) =>
        itemsOf(event.value).flatMap((item) => cardsOf(event, item, field, lineOf)),
      ),
    );
}

/** The cards of a matcher with hooks below it, or of a single hook. */
function cardsOf(event: Entry, item: Value, field: FieldVerdict, lineOf: LineOf): HookCard[] {
  const nested = partOf(item, 'hooks');
  const hooks = nested ? itemsOf(nested) : [item];
  const matcher = textOf(partOf(item, 'matcher')) ?? '';
  return hooks.map((hook) => ({
    event: event.key,
    matcher,
    action: actionOf(hook),
    line: lineOf(hook.span.start),
    isLost: field.problems.some(
      ({ span }) =>
        (span.start >= hook.span.start && span.end <= hook.span.end) ||
        (span.start === event.keySpan.start && span.end === event.keySpan.end),
    ),
  }));
}

/** Every kind of hook has one string that is its action; these keys next to it say when and how it runs. */
const conditionKeys: ReadonlySet<string> = new Set([
  'type',
  'matcher',
  'if',
  'statusMessage',
  'cwd',
]);

function actionOf(hook: Value): string {
  const action = entriesOf(hook).find(
    ({ key, value }) => !conditionKeys.has(key) && textOf(value) !== undefined,
  );
  return textOf(action?.value) ?? textOf(partOf(hook, 'type')) ?? '';
}

const entriesOf = (value: Value | undefined): readonly Entry[] =>
  value?.kind === 'map' ? value.entries : [];

const itemsOf = (value: Value): readonly Value[] => (value.kind === 'list' ? value.items : []);

const partOf = (value: Value, key: string): Value | undefined =>
  entriesOf(value).find((entry) => entry.key === key)?.value;
