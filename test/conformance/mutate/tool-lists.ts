// Lists of tools that are granted and denied, in every form a list can have: names of the host, patterns, stars, names in
// parentheses, and separators that may or may not separate.
import type { Host } from '../../../server/hosts/model/host';
import type { Mutation } from '../mutate';
import type { Dice } from '../random';
import { withField } from './values';

const odd = ['*', '**', '*()', '-', '(', '"', 'Foo', '`x`', '!x', 'mcp__x', 'mcp__x__y', 'mcp__*'];
const inParentheses = ['()', '(*)', '( )', '(x)', '(git push *)', '(a, b)', '(', '(x'];
const separators = [', ', ' ', ',', '\n', ',\n', '\t', '; ', '\n- ', ' and '];

/** Empty for a host without a field that grants or denies tools. */
export function toolListsFor(host: Host): readonly Mutation[] {
  const dialects = Object.values(host.dialects);
  const keys = dialects.flatMap(({ fields }) =>
    Object.keys(fields).filter((key) => /tools$/.test(fields[key]?.role ?? '')),
  );
  const names = dialects.flatMap(({ tools }) => [
    ...tools.tools.map(({ name }) => name),
    ...tools.former.map(({ name }) => name),
  ]);
  if (keys.length === 0 || names.length === 0) return [];
  return [
    (text, dice) => withField(text, dice.of(keys), ` ${value(names, dice)}`),
    (text, dice) =>
      keys.reduce((made, key) => withField(made, key, ` ${value(names, dice)}`), text),
  ];
}

function value(names: readonly string[], dice: Dice): string {
  const list = (): string => {
    let made = oneName(names, dice);
    for (let more = dice.upTo(4); more > 0; more--)
      made += dice.of(separators) + oneName(names, dice);
    return made;
  };
  switch (dice.upTo(4)) {
    case 0:
      return JSON.stringify(list());
    case 1:
      return `[${Array.from({ length: 1 + dice.upTo(3) }, () => JSON.stringify(list())).join(', ')}]`;
    case 2:
      return `|\n  ${list().replaceAll('\n', '\n  ')}`;
    default:
      return `>\n  ${list().replaceAll('\n', '\n  ')}`;
  }
}

function oneName(names: readonly string[], dice: Dice): string {
  if (dice.once(4)) return dice.of(odd);
  const name = dice.of(names);
  return dice.once(3) ? name + dice.of(inParentheses) : name;
}
