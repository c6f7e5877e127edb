// The scripts that the hooks of an agent run. Only commands that begin with a script, given by its path in the project, count.
import type { Value } from '../../yaml/value';
import { createReference, entriesIn, exactNameSpan } from '../judge/reference-builders';
import type { Reference } from '../model/reference';

/** An optional interpreter, the project folder in one of its spellings, and a path of plain characters. */
const scriptCommand =
  /^\s*(?:(?:(?:ba|z)?sh|node|python3?)\s+)?(?<prefix>"?\$\{?CLAUDE_PROJECT_DIR\}?"?\/|\.\/)?(?<path>[\w@.+-]+(?:\/[\w@.+-]+)*)(?=[\s";&|]|$)/d;

/** Folders that are not part of a checkout: it is unknown whether a file in them is missing. */
const generated = /^(?:node_modules|\.?venv|dist|build|target|out)\/|(?:^|\/)\.\.(?:\/|$)/;

/** References to the scripts. @param hooks the value of the field `hooks`. */
export const scripts = (text: string, hooks: Value): readonly Reference[] =>
  entriesIn(hooks).flatMap(({ key: event, value }) =>
    commandsIn(value).flatMap((command) => scriptIn(text, command, event)),
  );

/** The command of each hook of an event. */
const commandsIn = (value: Value): readonly Value[] =>
  itemsOf(value).flatMap((matcher) =>
    itemsOf(valueAt(matcher, 'hooks')).flatMap((hook) => valueAt(hook, 'command') ?? []),
  );

const itemsOf = (value: Value | undefined): readonly Value[] =>
  value?.kind === 'list' ? value.items : [];

const valueAt = (value: Value, key: string): Value | undefined =>
  entriesIn(value).find((entry) => entry.key === key)?.value;

function scriptIn(text: string, command: Value, event: string): Reference[] {
  if (command.kind !== 'text') return [];
  const match = scriptCommand.exec(command.text);
  const { prefix, path = '' } = match?.groups ?? {};
  const at = match?.indices?.groups?.['path']?.[0];
  if (at === undefined || (prefix === undefined && !path.includes('/')) || generated.test(path))
    return [];
  const commandSpan = exactNameSpan(text, { name: command.text, span: command.span });
  if (!commandSpan) return [];
  const span = { start: commandSpan.start + at, end: commandSpan.start + at + path.length };
  return [
    createReference({ text: path, span }, { kind: 'file', how: 'runs', path: ['hooks', event] }),
  ];
}
