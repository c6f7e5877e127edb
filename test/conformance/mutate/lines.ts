// Changes to whole lines of the frontmatter: order, doubles, indentation, comments, keys.
import type { Mutation } from '../mutate';
import { replaced, withLines } from './head';

type LineChange = (line: string, pick: <T>(list: readonly T[]) => T) => readonly string[];

const onLine =
  (change: LineChange): Mutation =>
  (text, dice) =>
    withLines(text, (lines) => {
      const at = dice.upTo(lines.length);
      return replaced(lines, at, ...change(lines[at] ?? '', dice.of));
    });

const odd = [
  '# comment',
  '',
  '   ',
  '\t',
  '- item',
  'plain',
  '? key',
  ': value',
  '%YAML 1.2',
  '&a',
  '*a',
  '!t',
  '{a: b}',
  '[a]',
  '"text"',
  '<<: {model: haiku}',
  '...',
  '- - a',
  '---x',
  'x: &a 1\ny: *a',
  'a: b: c',
  ',',
  '|',
  "'",
  '"',
  '}',
  ']',
  '@',
  '`',
  'k:',
  'true: 1',
  '5: a',
  '"q": a',
  "'q': a",
  '[a]: b',
  '{a: 1}: b',
  'null: a',
  '~: a',
  ': a',
  '? a\n: b',
  '!!str k: v',
  '&k k: v',
];

export const lines: readonly Mutation[] = [
  onLine(() => []),
  onLine((line) => [line, line]),
  onLine((line) => [`  ${line}`]),
  onLine((line) => [` ${line}`]),
  onLine((line) => [`\t${line}`]),
  onLine((line) => [line.trimStart()]),
  onLine((line, pick) => [
    `${line}${pick([' ', '  ', '\t', ' # c', '# c', ' #', '\r', ':', ': ', ',', ' :', '"', "'", '\\'])}`,
  ]),
  onLine((line, pick) => [line, pick(odd)]),
  onLine((line, pick) => [pick(odd), line]),
  onLine((line) => [line.toUpperCase()]),
  onLine((line) => [line.replace(/^(\s*)([\w-]+):/, '$1"$2":')]),
  onLine((line) => [line.replace(/^(\s*)([\w-]+):/, '$1$2 :')]),
  onLine((line) => [line.replace(/: /, ':')]),
  onLine((line) => [line.replace(/: /, ':\t')]),
  onLine((line) => [line.replace(/: /, ':   ')]),
  onLine((line) => [line.replace(/: /, ':\n  ')]),
  onLine((line) => [line.replace(/: /, ': \n')]),
  onLine((line) => [line.replace(/^(\s*)- /, '$1-')]),
  onLine((line) => [line.replace(/^(\s*)- /, '$1* ')]),
  onLine((line) => [line.replace(/^(\s*)([\w-]+): (.*)$/, '$1$2: >\n$1  $3')]),
  onLine((line) => [line.replace(/^(\s*)([\w-]+): (.*)$/, '$1$2: |\n$1  $3')]),
  (text, dice) =>
    withLines(text, (all) => {
      const [from, to] = [dice.upTo(all.length), dice.upTo(all.length)];
      const moved = all[from] ?? '';
      const rest = replaced(all, from);
      return [...rest.slice(0, to), moved, ...rest.slice(to)];
    }),
  (text, dice) =>
    withLines(text, (all) => {
      const at = dice.upTo(all.length);
      return [...all.slice(0, at), `${all[at] ?? ''} ${all[at + 1] ?? ''}`, ...all.slice(at + 2)];
    }),
];
