// Changes to the fences and to how the whole text is written down.
import type { Mutation } from '../mutate';

const openings = [
  '--- ',
  '----',
  '---yaml',
  '---\t',
  '--',
  '\n---',
  ' ---',
  '---\n',
  '--- # c',
  '---js',
  '+++',
  '\uFEFF---',
  '\uFEFF\uFEFF---',
  '---\r',
  '# T\n---',
  '<!-- c -->\n---',
];
const closings = [
  '---',
  '--- ',
  '----',
  '...',
  '  ---',
  '---\t',
  '--- # end',
  '---x',
  '',
  '--',
  '\t---',
  '---\r',
  '...\n---',
  '---\n---',
];

export const fences: readonly Mutation[] = [
  (text, dice) => text.replace(/^---/, () => dice.of(openings)),
  (text, dice) => text.replace(/\n---(?=\r?\n|$)/, () => `\n${dice.of(closings)}`),
  (text) => text.replaceAll(/\r?\n/g, '\r\n'),
  (text, dice) => text.replaceAll(/\n/g, () => (dice.once(4) ? '\r\n' : '\n')),
  (text) => `\uFEFF${text}`,
  (text) => text.replace(/(^---[\s\S]*?\n---)[\s\S]*$/, '$1'),
  (text) => text.replace(/(^---[\s\S]*?\n---\n)[\s\S]*$/, '$1'),
  (text) => text.replace(/(^---[\s\S]*?\n---\n)[\s\S]*$/, '$1  \n\t\n \u00a0 \n'),
  (text, dice) => text.slice(0, dice.upTo(Math.min(text.length, 1200))),
];
