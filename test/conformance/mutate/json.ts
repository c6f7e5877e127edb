// Values of JSON, for the changes to settings and to files of MCP servers.
import type { Value } from '../../../server/yaml/value';

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
