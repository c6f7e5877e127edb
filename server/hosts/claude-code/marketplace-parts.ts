// The parts of a plugin that Claude Code checks in a marketplace more strictly than in a manifest.
import { type Entry, entryOf, type MapValue, type Path, type Value } from '../../yaml/value';
import { check, phrase, problem } from '../judge/check';
import { any, anyOf, formed, listOf, text } from '../judge/plugins/manifest';
import { requiredKey } from '../judge/plugins/marketplace';
import type { Consequence } from '../model/field';
import type { Problem, Type } from '../model/type';
import { judgeHooks } from './hooks';
import { jsonFile, paths } from './manifest';
import { pluginServers } from './servers';

const filled: Type = { type: 'text', nonEmpty: true };

export const lspServer: Type = {
  type: 'map',
  keys: {
    command: requiredKey(
      formed(/^(?:\/.*|\S+)$/, 'a program without arguments', 'my-server'),
      'The program.',
    ),
    extensionToLanguage: requiredKey(
      { type: 'map', rest: text },
      'The languages of files, by their endings.',
    ),
  },
  rest: any,
};

export const monitors: Type = anyOf(
  listOf({
    type: 'map',
    keys: {
      name: requiredKey(text, 'Its name.'),
      command: requiredKey(text, 'The command.'),
      description: requiredKey(text, 'What it watches.'),
    },
    rest: any,
  }),
  jsonFile,
);

const command: Type = {
  type: 'map',
  keys: {
    source: { type: formed(/^\.\//, 'a path that begins with "./"', './name.md'), summary: '' },
    content: { type: filled, summary: '' },
    description: { type: text, summary: '' },
  },
  rest: any,
};

const experimental: Type = {
  type: 'map',
  keys: { themes: { type: paths, summary: '' }, monitors: { type: monitors, summary: '' } },
  rest: any,
};

/** What is wrong with hooks, servers and commands of a plugin. The paths begin with their keys. */
export const partProblems = (plugin: MapValue): readonly Problem[] => [
  ...definedIn(plugin, 'hooks').flatMap(({ value, at }) => below(at, hookProblems(value))),
  ...definedIn(plugin, 'mcpServers').flatMap(({ value, at }) =>
    below(at, value.entries.flatMap(pluginServers.problemsOf)),
  ),
  ...definedIn(plugin, 'commands').flatMap(({ value, at }) =>
    below(at, value.entries.flatMap(commandProblems)),
  ),
  ...definedIn(plugin, 'lspServers').flatMap(({ value, at }) =>
    below(at, value.entries.flatMap(languageProblems)),
  ),
  ...definedIn(plugin, 'experimental').flatMap(({ value, at }) =>
    at.length === 1 ? check(experimental, value, at).problems : [],
  ),
];

const below = (at: Path, problems: readonly Problem[]): readonly Problem[] =>
  problems.map((one) => ({ ...one, path: [...at, ...one.path] }));

/** The maps in the value of a key, which is one or a list of them. */
function definedIn(
  plugin: MapValue,
  key: string,
): readonly { readonly value: MapValue; readonly at: Path }[] {
  const value = entryOf(plugin.entries, key)?.value;
  if (value?.kind === 'map') return [{ value, at: [key] }];
  const items: readonly Value[] = value?.kind === 'list' ? value.items : [];
  return items.flatMap((item, index) =>
    item.kind === 'map' ? [{ value: item, at: [key, index] }] : [],
  );
}

const lost: Consequence = { outcome: 'coerced', effect: '' };
const losses = { guard: lost, entry: lost, whole: lost };

const hookProblems = (hooks: MapValue): readonly Problem[] => [
  ...(judgeHooks(hooks, losses)?.problems ?? []),
  ...hooks.entries.flatMap(({ key, value }) =>
    value.kind === 'null'
      ? [problem('type', value, phrase('a list of matchers, each with "hooks"'), [key])]
      : [],
  ),
];

/** A command has a file or content. */
function commandProblems({ key, value }: Entry): readonly Problem[] {
  if (value.kind !== 'map') return [];
  const [source, content] = ['source', 'content'].map((one) => entryOf(value.entries, one)?.value);
  if (source && content)
    return [problem('value', content, { type: 'not-with', key: 'source' }, [key, 'content'])];
  if (!source && !content)
    return [problem('value', value, { type: 'keys', keys: ['source', 'content'] }, [key])];
  return check(command, value, [key]).problems;
}

/** Endings begin with a point. */
function languageProblems({ key, value }: Entry): readonly Problem[] {
  const at = [key, 'extensionToLanguage'];
  const languages = value.kind === 'map' ? entryOf(value.entries, at[1] ?? '')?.value : undefined;
  if (languages?.kind !== 'map') return [];
  const expected = phrase('an ending such as ".ts", with its language');
  if (languages.entries.length === 0) return [problem('value', languages, expected, at)];
  return languages.entries.flatMap((one) =>
    one.key.startsWith('.')
      ? []
      : [
          {
            ...problem('unknown-key', one.value, expected, [...at, one.key]),
            span: one.keySpan,
          },
        ],
  );
}
