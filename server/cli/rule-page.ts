// The page of a rule, formatted for a terminal.
import { docsOf, examplesOf } from '../rules/docs-registry';
import type { Example } from '../rules/rule';
import { formatCount } from '../text/format-count';
import { printable } from './cells';
import { wrapped } from './wrap';

const readable = 100;
const longest = 2000;

/** Returns the description, the rationale, examples with and without findings, and the options of a rule. */
export function rulePage(name: string, columns = readable): string {
  const { what, why } = docsOf(name);
  const { failing, passing } = examplesOf(name);
  const room = Math.min(columns, readable);
  return [
    name,
    '',
    wrapped(what, room, 0, 0),
    wrapped(why, room, 0, 0),
    '',
    'Incorrect:',
    '',
    ...failing.flatMap(shown),
    'Correct:',
    '',
    ...passing.flatMap(shown),
    wrapped(
      `To disable this rule, add { "rules": { "${name}": "off" } } to dossier.config.json. To change its severity, use hint, information, warning or error. The equivalent editor setting is dossier.rules.`,
      room,
      0,
      2,
    ),
    '',
  ].join('\n');
}

function shown({ path, text }: Example): string[] {
  const lines =
    text.length > longest
      ? [text.slice(0, 200), `... (${formatCount(text.length)} characters)`]
      : text.trimEnd().split('\n');
  return [`  ${path}`, ...lines.map((line) => `    ${printable(line)}`.trimEnd()), ''];
}
