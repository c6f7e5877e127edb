// MCP servers that an agent brings: one of two shapes, and a server with a fault refuses the agent.
import { type Path, textOf, type Value } from '../../agent/value';
import type { Field } from '../host';
import type { Problem } from '../verdict';
import { absent, field, judgement, problem } from './refused';

type Check = (value: Value, path: Path) => readonly Problem[];

const text: Check = (value, path) =>
  value.kind === 'text' ? [] : [problem(value, 'a text', path)];

const texts: Check = (value, path) =>
  value.kind === 'list'
    ? value.items.flatMap((item, index) => text(item, [...path, index]))
    : [problem(value, 'a list of texts', path)];

const textMap: Check = (value, path) =>
  value.kind === 'map'
    ? value.entries.flatMap((entry) => text(entry.value, [...path, entry.key]))
    : [problem(value, 'a map of texts', path)];

/** `5.0` and `1e3` are no whole numbers to the program. */
const positive: Check = (value, path) =>
  value.kind === 'number' && /^\+?(?:0[xob])?[0-9A-Fa-f]+$/.test(value.source) && value.number > 0
    ? []
    : [problem(value, 'a whole number above 0', path, 'value')];

const oneOf =
  (choices: readonly string[]): Check =>
  (value, path) => {
    const word = textOf(value);
    if (word !== undefined && choices.includes(word)) return [];
    return [
      {
        ...problem(value, choices.join(' or '), path, word === undefined ? 'type' : 'value'),
        choices,
      },
    ];
  };

interface Shape {
  readonly required: Readonly<Record<string, Check>>;
  readonly optional: Readonly<Record<string, Check>>;
}

const common: Readonly<Record<string, Check>> = {
  timeout: positive,
  deferTools: oneOf(['auto', 'never']),
};

const local: Shape = {
  required: { command: text, args: texts, tools: texts },
  optional: { type: oneOf(['local', 'stdio']), env: textMap, cwd: text, ...common },
};

const remote: Shape = {
  required: { type: oneOf(['http', 'sse']), url: text, tools: texts },
  optional: { headers: textMap, ...common },
};

/** Which of its tools is for the author to say; every other host takes the lack of it for all. */
const lacking = (value: Value, key: string, path: Path): Problem => ({
  ...absent(value, key, path),
  ...(key === 'tools' && { usual: '["*"]' }),
});

function serverProblems(value: Value, path: Path): readonly Problem[] {
  if (value.kind !== 'map') return [problem(value, 'a map', path)];
  const get = (key: string): Value | undefined =>
    value.entries.find((entry) => entry.key === key)?.value;
  const type = get('type');
  const isRemote = get('url') !== undefined || /^(?:http|sse)$/.test((type && textOf(type)) ?? '');
  const { required, optional } = isRemote ? remote : local;
  const missing = Object.keys(required).filter((key) => get(key) === undefined);
  const wrong = Object.entries({ ...required, ...optional }).flatMap(([key, check]) => {
    const part = get(key);
    return part ? check(part, [...path, key]) : [];
  });
  return [...missing.map((key) => lacking(value, key, path)), ...wrong];
}

export const mcpServers: Field = field({
  summary: 'MCP servers that come with this agent.',
  type: { type: 'map', rest: { type: 'any' } },
  empty: 'accepted',
  judge: (value) => {
    if (value.kind !== 'map') return judgement([problem(value, 'a map of servers')]);
    return judgement(value.entries.flatMap((entry) => serverProblems(entry.value, [entry.key])));
  },
  absent: 'The servers that are set up.',
  snippet: '\n  ${1:server}:\n    command: ${2:npx}\n    args: [${3}]\n    tools: ["*"]',
  details:
    'A server with `url` has `type: http` or `sse`, `url` and `tools`; any other has `command`, `args` and `tools`. All of these are required, `tools: ["*"]` for every tool.',
});
