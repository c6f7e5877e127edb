// MCP servers that an agent defines, in one of two forms. Copilot CLI rejects an agent with an invalid server.
import { type Path, textOf, type Value } from '../../yaml/value';
import { phrase, problem } from '../judge/check';
import type { Field } from '../model/field';
import type { Problem } from '../model/type';
import { absent, field, judgment } from './field-parts';

type Check = (value: Value, path: Path) => readonly Problem[];

const isString: Check = (value, path) =>
  value.kind === 'text' ? [] : [problem('type', value, { type: 'text' }, path)];

const stringList: Check = (value, path) =>
  value.kind === 'list'
    ? value.items.flatMap((item, index) => isString(item, [...path, index]))
    : [problem('type', value, { type: 'list', of: { type: 'text' } }, path)];

const stringMap: Check = (value, path) =>
  value.kind === 'map'
    ? value.entries.flatMap((entry) => isString(entry.value, [...path, entry.key]))
    : [problem('type', value, phrase('a map of strings'), path)];

/** Copilot CLI does not accept `5.0` and `1e3` as whole numbers. */
const positiveInteger: Check = (value, path) =>
  value.kind === 'number' && /^\+?(?:0[xob])?[0-9A-Fa-f]+$/.test(value.source) && value.number > 0
    ? []
    : [problem('value', value, phrase('an integer above 0'), path)];

const oneOf =
  (choices: readonly string[]): Check =>
  (value, path) => {
    const word = textOf(value);
    if (word !== undefined && choices.includes(word)) return [];
    return [
      {
        ...problem(
          word === undefined ? 'type' : 'value',
          value,
          { type: 'words', words: choices },
          path,
        ),
        choices,
      },
    ];
  };

interface ServerForm {
  readonly required: Readonly<Record<string, Check>>;
  readonly optional: Readonly<Record<string, Check>>;
}

const common: Readonly<Record<string, Check>> = {
  timeout: positiveInteger,
  deferTools: oneOf(['auto', 'never']),
};

const local: ServerForm = {
  required: { command: isString, args: stringList, tools: stringList },
  optional: { type: oneOf(['local', 'stdio']), env: stringMap, cwd: isString, ...common },
};

const remote: ServerForm = {
  required: { type: oneOf(['http', 'sse']), url: isString, tools: stringList },
  optional: { headers: stringMap, ...common },
};

/** A missing key. For `tools` all of them are suggested, because other hosts treat a missing `tools` that way. */
const missingKey = (value: Value, key: string, path: Path): Problem => ({
  ...absent(value, key, path),
  ...(key === 'tools' && { usual: '["*"]' }),
});

function serverProblems(value: Value, path: Path): readonly Problem[] {
  if (value.kind !== 'map') return [problem('type', value, { type: 'map' }, path)];
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
  return [...missing.map((key) => missingKey(value, key, path)), ...wrong];
}

export const mcpServers: Field = field({
  summary: 'MCP servers for this agent.',
  type: { type: 'map', rest: { type: 'any' } },
  empty: 'accepted',
  judge: (value) => {
    if (value.kind !== 'map') return judgment([problem('type', value, phrase('a map of servers'))]);
    return judgment(value.entries.flatMap((entry) => serverProblems(entry.value, [entry.key])));
  },
  absent: 'The configured MCP servers.',
  snippet: '\n  ${1:server}:\n    command: ${2:npx}\n    args: [${3}]\n    tools: ["*"]',
  details:
    'A remote server requires `type` (`http` or `sse`), `url` and `tools`; a local server requires `command`, `args` and `tools`. `tools: ["*"]` enables all tools.',
});
