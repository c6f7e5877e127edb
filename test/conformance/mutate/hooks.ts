// Seeded changes to files of hooks: a value of another type, another event or matcher, a hook in another form or place.
import { rootOfJson } from '../../../server/agent/json-root';
import type { Host } from '../../../server/hosts/model/host';
import type { KeyType, Type } from '../../../server/hosts/model/type';
import type { Value } from '../../../server/yaml/value';
import type { Mutation } from '../mutate';
import { below, odd, replaced } from './json';

const matchers = ['Bash', 'bash|edit', '*', '', 'Bash(', '[', 'mcp__.*', '(?i)x', 'a(?=b)', '\\q'];
const types = ['command', 'http', 'prompt', 'agent', 'mcp_tool', 'shell', ''];
const otherKeys = ['matcher', 'hooks', 'name', 'env', 'cwd', 'async', 'once', 'if', 'shell'];
const forms: readonly string[] = [
  '{"type":"command","command":"true"}',
  '{"type":"command","bash":"true"}',
  '{"hooks":[{"type":"command","command":"true"}]}',
  '{"matcher":"Bash","hooks":[{"type":"command","command":"true"}]}',
  '{"type":"http","url":"https://x.invalid"}',
  '{"type":"mcp_tool","server":"a","tool":"b"}',
  '{"hooks":[]}',
];

export function hooksFor(host: Host): readonly Mutation[] {
  const { type } = (host.dialects['hooks'] ?? host.dialects['settings'])?.fields['hooks'] ?? {};
  const events = Object.keys(type?.type === 'map' ? (type.keys ?? {}) : {});
  const keys = [...new Set([...keysIn(type), ...otherKeys])];
  const isMap = (value: Value): boolean => value.kind === 'map';
  /** Puts an entry into one of the maps. */
  const inMap = (text: string, pick: <T>(list: readonly T[]) => T, entry: string): string => {
    const root = rootOfJson(text);
    const maps = root ? below(root).filter(isMap) : [];
    if (maps.length === 0) return text;
    const at = pick(maps).span.start + 1;
    return `${text.slice(0, at)}${entry},${text.slice(at)}`;
  };
  return [
    (text, dice) => replaced(text, dice, () => true, dice.of(odd)),
    (text, dice) => replaced(text, dice, (value) => value.kind !== 'map', dice.of(odd)),
    (text, dice) => inMap(text, (list) => dice.of(list), `"${dice.of(keys)}":${dice.of(odd)}`),
    (text, dice) => inMap(text, (list) => dice.of(list), `"type":"${dice.of(types)}"`),
    (text, dice) =>
      inMap(text, (list) => dice.of(list), `"matcher":${JSON.stringify(dice.of(matchers))}`),
    (text, dice) => replaced(text, dice, isMap, dice.of(forms)),
    (text, dice) =>
      text.replace(
        /"hooks"\s*:\s*\{/,
        (found) => `${found}"${dice.of(events)}":[${dice.of(forms)}],`,
      ),
    (text, dice) =>
      text.replace(/"hooks"\s*:\s*\{/, (found) => `${found}"${dice.of(events)}":${dice.of(odd)},`),
    (text, dice) => text.replace(dice.of(events), dice.of([...events, 'Nope', 'BeforeTool'])),
    (text, dice) => {
      const at = dice.upTo(text.length);
      return dice.of([
        text.slice(0, at) + text.slice(at + 1),
        `// a\n${text}`,
        text.replace(/}\s*$/, ',}'),
        `\ufeff${text}`,
        text.replace(
          /^\s*\{/,
          `{"${dice.of(['version', 'description', 'note', ...events])}":${dice.of(odd)},`,
        ),
      ]);
    },
  ];
}

/** All keys of maps in a type. */
function keysIn(type: Type | undefined): readonly string[] {
  if (type?.type === 'list') return keysIn(type.of);
  if (type?.type !== 'map') return [];
  const keys: Readonly<Record<string, KeyType>> = type.keys ?? {};
  return Object.entries(keys).flatMap(([key, one]) => [key, ...keysIn(one.type)]);
}
