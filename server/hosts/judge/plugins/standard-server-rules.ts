// What the standard "Agent Plugins" requires of a server in `mcp.json`, in its section 7.2.1, besides the types of its keys.
import { type Entry, entryOf, type MapValue, textOf } from '../../../yaml/value';
import type { Problem, Type } from '../../model/type';
import { phrase, problem } from '../check';
import { headerNameProblems } from '../servers';
import { formed } from './manifest';
import { insidePath } from './plugin-files';

/** A program that is searched for, or one of the plugin. */
export const standardCommand: Type = formed(
  /^(?:[^/\\]+|\.\/[^\\]+)$/,
  'the name of a program, or its path in the plugin that begins with "./"',
  './server',
);

/** Without a name of a user and a fragment. Without TLS only on this computer. */
export const standardUrl: Type = formed(
  /^\s*(?:https:\/*(?:[^\s@/?#:[\]]+|\[[0-9a-f:.]+\])|http:\/\/(?:localhost|127(?:\.\d{1,3}){3}|\[::1\]))(?::\d*)?(?:[/?][^#]*|\s*)$/i,
  'a URL that begins with "https://"',
  'https://example.com/mcp',
);

const folder = /^(?:\.\/|\$\{PLUGIN_(?:ROOT|DATA)\}(?:\/|$))[^\\]*$/;

/** Whether a path that begins with its first part stays in it. */
const isInside = (path: string): boolean => insidePath(path.replace(/^[^/]*\/*/, '')) !== null;

/** Which of the other conditions a server does not meet. The paths begin with its name. */
export function standardServerProblems({ key: name, value }: Entry): readonly Problem[] {
  if (value.kind !== 'map') return [];
  const program = entryOf(value.entries, 'command')?.value;
  const cwd = entryOf(value.entries, 'cwd')?.value;
  const path = textOf(program) ?? '';
  const place = textOf(cwd) ?? '';
  return [
    ...(program && path.includes('/') && !isInside(path)
      ? [problem('value', program, phrase('a path inside of the plugin'), [name, 'command'])]
      : []),
    ...(cwd && !(folder.test(place) && (!place.includes('/') || isInside(place)))
      ? [
          problem(
            'value',
            cwd,
            phrase('a path that begins with {words}', ['./', '${PLUGIN_ROOT}', '${PLUGIN_DATA}']),
            [name, 'cwd'],
          ),
        ]
      : []),
    ...variableProblems(value, name),
    ...headerProblems(value, name),
  ];
}

const entriesOf = (server: MapValue, key: string): readonly Entry[] => {
  const value = entryOf(server.entries, key)?.value;
  return value?.kind === 'map' ? value.entries : [];
};

/** The program sets these variables itself. */
const variableProblems = (server: MapValue, name: string): readonly Problem[] =>
  entriesOf(server, 'env').flatMap(({ key, keySpan, value }) =>
    /^PLUGIN_(?:ROOT|DATA)$/.test(key)
      ? [
          {
            ...problem('unknown-key', value, phrase('a name that is not reserved'), [
              ...[name, 'env', key],
            ]),
            span: keySpan,
          },
        ]
      : [],
  );

function headerProblems(server: MapValue, name: string): readonly Problem[] {
  const headers = entriesOf(server, 'headers');
  const more = headers.flatMap(({ key, keySpan, value }, index): readonly Problem[] => {
    const path = [name, 'headers', key];
    if (headers.findIndex((one) => one.key.toLowerCase() === key.toLowerCase()) < index) {
      const expected = phrase('the name of a header, once');
      return [{ ...problem('unknown-key', value, expected, path), span: keySpan }];
    }
    return /[^\t\P{Cc}]/u.test(textOf(value) ?? '')
      ? [problem('value', value, phrase('a value in one line'), path)]
      : [];
  });
  return [...headerNameProblems(server, name), ...more];
}
