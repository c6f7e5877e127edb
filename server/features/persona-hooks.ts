// The hooks of an agent, as a list: at which event, for what, and what is done.
import { type Entry, textOf, type Value } from '../agent/value';
import type { FieldVerdict, Verdict } from '../hosts/verdict';
import type { HookCard } from '../protocol';
import type { LineOf } from './persona-tools';

/** Empty where the host takes none from this file. */
export function hookCards({ fields }: Verdict, lineOf: LineOf): readonly HookCard[] {
  return fields
    .filter(({ field, fate }) => field?.role === 'hooks' && !field.noEffect && fate !== 'refused')
    .flatMap((field) =>
      entriesOf(field.value).flatMap((event) =>
        itemsOf(event.value).flatMap((item) => cardsOf(event, item, field, lineOf)),
      ),
    );
}

/** A matcher with hooks below it, or a hook by itself. */
function cardsOf(event: Entry, item: Value, field: FieldVerdict, lineOf: LineOf): HookCard[] {
  const nested = partOf(item, 'hooks');
  const hooks = nested ? itemsOf(nested) : [item];
  const matcher = textOf(partOf(item, 'matcher')) ?? '';
  return hooks.map((hook) => ({
    event: event.key,
    matcher,
    does: doneBy(hook),
    line: lineOf(hook.span.start),
    isLost: field.problems.some(
      ({ span }) =>
        (span.start >= hook.span.start && span.end <= hook.span.end) ||
        (span.start === event.keySpan.start && span.end === event.keySpan.end),
    ),
  }));
}

/** Every kind of hook has one text that says what is done; what is beside it says when and for how long. */
const beside: ReadonlySet<string> = new Set(['type', 'matcher', 'if', 'statusMessage', 'cwd']);

function doneBy(hook: Value): string {
  const text = entriesOf(hook).find(
    ({ key, value }) => !beside.has(key) && textOf(value) !== undefined,
  );
  return textOf(text?.value) ?? textOf(partOf(hook, 'type')) ?? '';
}

const entriesOf = (value: Value | undefined): readonly Entry[] =>
  value?.kind === 'map' ? value.entries : [];

const itemsOf = (value: Value): readonly Value[] => (value.kind === 'list' ? value.items : []);

const partOf = (value: Value, key: string): Value | undefined =>
  entriesOf(value).find((entry) => entry.key === key)?.value;
