// In files of hooks, Codex reads a list in place of a map as the values of its keys in their order. The last ones may be missing.
import { textOf, type Value } from '../../yaml/value';

/** The events in the order of the program. */
export const eventOrder = [
  ...['PreModelRequest', 'PostModelRequest', 'PreToolUse', 'PermissionRequest', 'PostToolUse'],
  ...['PreCompact', 'PostCompact', 'SessionStart', 'SessionEnd', 'UserPromptSubmit'],
  ...['SubagentStart', 'SubagentStop', 'Stop', 'Interrupt'],
];

const orders: Readonly<Record<string, readonly string[]>> = {
  command: [
    ...['command', 'commandWindows', 'timeout', 'async', 'statusMessage'],
    'additionalContextLimit',
  ],
  mcp_tool: ['server', 'tool', 'input', 'timeout', 'statusMessage'],
};

/** The map that a list replaces; any other value unchanged, also a list with too many values. */
function keyed(value: Value, keys: readonly string[]): Value {
  if (value.kind !== 'list' || value.items.length > keys.length) return value;
  const { span } = value;
  const entries = value.items.map((item, index) => ({
    ...{ key: keys[index] ?? '', keySpan: item.span, value: item, span: item.span },
  }));
  return { kind: 'map', flow: true, span, entries };
}

/** Each part of hooks as a map. */
export const inMap = {
  events: (value: Value): Value => keyed(value, eventOrder),
  group: (value: Value): Value => keyed(value, ['matcher', 'hooks']),
  hook: (value: Value): Value => {
    const type = (value.kind === 'list' && textOf(value.items[0])) || '';
    return keyed(value, ['type', ...(Object.hasOwn(orders, type) ? (orders[type] ?? []) : [])]);
  },
};
