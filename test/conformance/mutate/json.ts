// Values of JSON, for the changes to settings, hooks and files of MCP servers.
import { rootOfJson } from '../../../server/agent/json-root';
import type { Value } from '../../../server/yaml/value';
import type { Dice } from '../random';

/** Values that few keys accept. */
export const odd: readonly string[] = [
  ...['"x"', '""', '5', '0', '-1', 'true', 'false', 'null', '[]', '["x"]', '{}', '{"x":1}'],
];

/** All values in a list or a map, however deep. */
export const below = (value: Value): readonly Value[] =>
  value.kind === 'list'
    ? value.items.flatMap((item) => [item, ...below(item)])
    : value.kind === 'map'
      ? value.entries.flatMap((entry) => [entry.value, ...below(entry.value)])
      : [];

/** Replaces one value of the JSON that is chosen. */
export function replaced(
  text: string,
  dice: Dice,
  isChosen: (value: Value) => boolean,
  by: string,
): string {
  const root = rootOfJson(text);
  const values = root ? below(root).filter(isChosen) : [];
  if (values.length === 0) return text;
  const { start, end } = dice.of(values).span;
  return text.slice(0, start) + by + text.slice(end);
}
