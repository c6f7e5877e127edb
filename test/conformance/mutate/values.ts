// Changes to the values of fields: wrong types, odd spellings, the host's own words and those of others.
import type { Host } from '../../../server/hosts/model/host';
import type { Type } from '../../../server/hosts/model/type';
import type { Mutation } from '../mutate';
import { keyLines, replaced, withLines } from './head';

const scalars = [
  '',
  ' ',
  '~',
  'null',
  'Null',
  'true',
  'True',
  'false',
  'yes',
  'no',
  'on',
  'off',
  '0',
  '1',
  '-1',
  '5',
  '007',
  '0o17',
  '0x1F',
  '1.5',
  '1e3',
  '.5',
  '.inf',
  '.nan',
  '12:30',
  '2024-01-01',
  '1_000',
  '""',
  "''",
  '"a"',
  "'a'",
  '" a "',
  'a',
  'A B',
  'a, b',
  'a b',
  '[]',
  '{}',
  '[a]',
  '[a, b]',
  '[a, b',
  '[a,, b]',
  '[a, b,]',
  '[,a]',
  '["a", \'b\']',
  '[1, null, a]',
  '{a: b}',
  '{a, b}',
  '{a: b',
  '\n  - a\n  - b',
  '\n- a\n- b',
  '\n  a: b',
  '\n  a: true\n  b: false',
  '\n  -a',
  '|\n  a\n  b',
  '>\n  a\n  b',
  '|-\n  a',
  '>+\n  a\n',
  '|2\n  a',
  '|#\n  a',
  '> a',
  '| a',
  '&x a',
  '*x',
  '!t a',
  '!!str a',
  '!!str 5',
  '!!int "5"',
  '!!null a',
  '! a',
  '!<x> a',
  '!!binary aGk=',
  '@a',
  '`a`',
  '%a',
  '*a*',
  '#a',
  'a #b',
  'a#b',
  'a: b',
  'a : b',
  'a:b',
  'a:',
  ': a',
  '- a',
  '-',
  '? a',
  ',a',
  ', a',
  'a\\nb',
  '"a\\nb"',
  '"a\\d"',
  '"a',
  "'a",
  "it's",
  "'it's'",
  '"a" b',
  "'a' b",
  '{{X}} a',
  '[x] a',
  'a\n  b: c',
  'a\n  b',
  'a\n\n  b',
  '"a\n  b"',
  'a ---',
  'é',
  '🤖',
  'a\u00a0b',
  'a\tb',
  '\ta',
  '\\',
  '<a>',
  'a=b',
  '$a',
  '(a)',
  'a;b',
  'a|b',
  '…',
  '“a”',
];

const mcp = [
  'mcp__x',
  'mcp__x__y',
  'mcp__x__*',
  'mcp__*',
  'mcp__',
  'mcp_x',
  'x/y',
  'x/*',
  'x_*',
  'mcp:x',
  'github/github-mcp-server/*',
];
const forms = (tool: string): readonly string[] => [
  tool,
  tool.toLowerCase(),
  tool.toUpperCase(),
  `${tool}(*)`,
  `${tool}(a:*)`,
  `${tool}(a, b)`,
  `${tool}(`,
  `${tool}()`,
  ` ${tool} `,
  `"${tool}"`,
  `'${tool}'`,
  `\`${tool}\``,
  `-${tool}`,
  `${tool}.`,
  `${tool}*`,
];

export function valuesFor(host: Host): readonly Mutation[] {
  const dialects = Object.values(host.dialects);
  const fields = dialects.flatMap((dialect) => Object.entries(dialect.fields));
  const keys = [...new Set([...fields.map(([key]) => key), ...foreign])];
  const words = new Map(fields.map(([key, field]) => [key, wordsOf(field.type)]));
  const tools = dialects.flatMap(({ tools }) =>
    [...tools.tools, ...tools.former].map(({ name }) => name),
  );
  const models = dialects.flatMap((dialect) => dialect.models.models.map(({ id }) => id));
  const toolNames = [...tools, ...mcp, '*', 'all', 'Nope'];
  const list: Mutation = (text, dice) => {
    const some = Array.from({ length: 1 + dice.upTo(5) }, () => dice.of(forms(dice.of(toolNames))));
    const value = dice.of([
      ` ${some.join(', ')}`,
      ` ${some.join(' ')}`,
      ` ${some.join(',')}`,
      ` [${some.join(', ')}]`,
      ` "${some.join(', ').replaceAll('"', '')}"`,
      `\n${some.map((one) => `  - ${one}`).join('\n')}`,
      `\n${some.map((one) => `- ${one}`).join('\n')}`,
      `\n${some.map((one) => `  ${one}: ${dice.of(['true', 'false', 'allow', 'deny', 'ask'])}`).join('\n')}`,
    ]);
    const key = dice.of(keys.filter((one) => /tools|permission|mcp/i.test(one)));
    return withField(text, key, value);
  };
  const known: Mutation = (text, dice) => {
    const key = dice.of(keys);
    const own = words.get(key) ?? [];
    const choices = key === 'model' ? models : own;
    const value = choices.length > 0 && !dice.once(4) ? dice.of(choices) : dice.of(scalars);
    return withField(text, key, ` ${value}`);
  };
  const any: Mutation = (text, dice) =>
    withLines(text, (lines) => {
      const at = dice.of([...keyLines(lines), 0]);
      return replaced(
        lines,
        at,
        (lines[at] ?? '').replace(/:.*$/, () => `: ${dice.of(scalars)}`),
      );
    });
  const inside: Mutation = (text, dice) =>
    withLines(text, (lines) => {
      const at = dice.of([...keyLines(lines), 0]);
      return replaced(
        lines,
        at,
        (lines[at] ?? '').replace(/: (.*)$/, (_, value: string) => `: ${dice.of(wrapped(value))}`),
      );
    });
  return [list, list, known, any, any, inside];
}

const foreign = [
  'name',
  'description',
  'tools',
  'model',
  'color',
  'mode',
  'permission',
  'permissionMode',
  'temperature',
  'hooks',
  'mcpServers',
  'mcp-servers',
  'version',
  'disable',
  'hidden',
  'steps',
  'target',
  'handoffs',
  'skills',
];

const wordsOf = (type: Type): readonly string[] => {
  if (type.type === 'one-of') return type.choices.map(({ value }) => value);
  if (type.type === 'boolean') return ['true', 'false', '"true"', 'True', 'yes'];
  return type.type === 'any-of' ? type.types.flatMap(wordsOf) : [];
};

const wrapped = (value: string): readonly string[] => [
  `"${value}"`,
  `'${value}'`,
  `"${value}`,
  `${value}"`,
  `${value}: x`,
  `x: ${value}`,
  `${value} # c`,
  `[${value}]`,
  `{${value}}`,
  `&a ${value}`,
  `!t ${value}`,
  `- ${value}`,
  `${value}\n  ${value}`,
  `>-\n  ${value}`,
  `|\n  ${value}\n    ${value}`,
  value.toUpperCase(),
  value.replaceAll(' ', '\n  '),
  value.replaceAll(' ', '\t'),
  `,${value}`,
  value.slice(0, 3),
];

/** The field with that value: in place of the one that is there, or as a last line. */
export const withField = (text: string, key: string, value: string): string =>
  withLines(text, (lines) => {
    const at = lines.findIndex((line) => line.startsWith(`${key}:`));
    if (at < 0) return [...lines, `${key}:${value}`];
    const next = lines.findIndex(
      (line, number) => number > at && /^\S/.test(line) && !line.startsWith('- '),
    );
    return [
      ...lines.slice(0, at),
      `${key}:${value}`,
      ...lines.slice(next < 0 ? lines.length : next),
    ];
  });
