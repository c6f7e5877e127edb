// The scripts that the hooks of an agent run: only where the command begins with one, by a path from the project.
import type { Value } from '../../agent/value';
import { entriesIn, lettersAt, refer } from '../refer';
import type { Reference } from '../reference';

/** A program that runs it or none, the project's folder in one of its spellings, a path of plain letters. */
const form =
  /^\s*(?:(?:(?:ba|z)?sh|node|python3?)\s+)?(?<prefix>"?\$\{?CLAUDE_PROJECT_DIR\}?"?\/|\.\/)?(?<path>[\w@.+-]+(?:\/[\w@.+-]+)*)(?=[\s";&|]|$)/d;

/** What a checkout does not hold is made later: nobody can say that it is missing. */
const made = /^(?:node_modules|\.?venv|dist|build|target|out)\/|(?:^|\/)\.\.(?:\/|$)/;

/** @param hooks the value of the field. */
export const scripts = (text: string, hooks: Value): readonly Reference[] =>
  entriesIn(hooks).flatMap(({ key: event, value }) =>
    commandsIn(value).flatMap((command) => scriptIn(text, command, event)),
  );

/** Of each matcher's hooks the command. */
const commandsIn = (value: Value): readonly Value[] =>
  itemsOf(value).flatMap((matcher) =>
    itemsOf(below(matcher, 'hooks')).flatMap((hook) => below(hook, 'command') ?? []),
  );

const itemsOf = (value: Value | undefined): readonly Value[] =>
  value?.kind === 'list' ? value.items : [];

const below = (value: Value, key: string): Value | undefined =>
  entriesIn(value).find((entry) => entry.key === key)?.value;

function scriptIn(text: string, command: Value, event: string): Reference[] {
  if (command.kind !== 'text') return [];
  const match = form.exec(command.text);
  const { prefix, path = '' } = match?.groups ?? {};
  const at = match?.indices?.groups?.['path']?.[0];
  if (at === undefined || (prefix === undefined && !path.includes('/')) || made.test(path))
    return [];
  const letters = lettersAt(text, { name: command.text, span: command.span });
  if (!letters) return [];
  const span = { start: letters.start + at, end: letters.start + at + path.length };
  return [refer({ text: path, span }, { kind: 'file', how: 'runs', path: ['hooks', event] })];
}
