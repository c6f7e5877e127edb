// Seeded changes to a plugin: values and keys of its manifest, and where its files are.
import { rootOfJson } from '../../../server/agent/json-root';
import type { Host } from '../../../server/hosts/model/host';
import type { Value } from '../../../server/yaml/value';
import { pluginFolder, type Question } from '../question';
import type { Dice } from '../random';

type Change = (question: Question, dice: Dice) => Question;

const odd = [
  ...['"x"', '""', '5', 'true', 'null', '[]', '["x"]', '[5]', '{}', '{"x":"y"}', '{"x":{}}'],
  ...[
    '"./skills"',
    '"./agents"',
    '["./agents/ca.md"]',
    '"./hooks/hooks.json"',
    '"../x"',
    '"./.mcp.json"',
  ],
];
const pluginNames = ['tools', 'My_Tools', 'my tools', 'a.b', 'a--b', 'a/b', '-a', 'ä'];
const manifests = [
  '.claude-plugin/plugin.json',
  '.codex-plugin/plugin.json',
  '.cursor-plugin/plugin.json',
  '.github/plugin/plugin.json',
  '.plugin/plugin.json',
  'plugin.json',
];
const folders = [
  ...['agents', 'skills', 'commands', 'hooks', 'com.github.copilot/agents'],
  ...['com.github.copilot/commands', 'x', 'skills/x', 'agents/x', '.claude-plugin', ''],
];
const standard = '"$schema": "https://agent-plugins.org/schemas/1.0.0/plugin.schema.json"';

/** A question that differs from the given one. */
export function changedPlugin(host: Host): Change {
  const fields = Object.entries(host.dialects['manifest']?.fields ?? {}).flatMap(([key, field]) =>
    field.valueEvidence?.how === 'unknown' ? [] : [key],
  );
  const changes: readonly Change[] = [
    (one, dice) => ({ ...one, text: replaced(one.text, odd, dice) }),
    (one, dice) => {
      const key = dice.of(fields);
      const isThere = one.text.includes(`"${key}"`);
      return isThere ? one : { ...one, text: added(one.text, `"${key}": ${dice.of(odd)}`) };
    },
    (one, dice) => ({
      ...one,
      text: one.text.replace(/"name":"[^"]*"/, `"name":"${dice.of(pluginNames)}"`),
    }),
    (one) => (one.text.includes('"$schema"') ? one : { ...one, text: added(one.text, standard) }),
    (one, dice) => {
      const text = one.text.slice(0, dice.upTo(one.text.length));
      return { ...one, text: dice.of([text, `${one.text} `, `\n${one.text}`]) };
    },
    (one, dice) => {
      const path = `${pluginFolder}/${dice.of(manifests)}`;
      const isTaken = one.around !== undefined && Object.hasOwn(one.around, path);
      return one.path === pluginFolder || isTaken ? one : { ...one, path };
    },
    moved,
    moved,
    removed,
  ];
  return (question, dice) => dice.of(changes)(question, dice);
}

/** With another property, the first one. */
export const added = (text: string, entry: string): string => {
  const at = text.indexOf('{');
  if (at < 0) return text;
  const isOnly = /^\s*\}/.test(text.slice(at + 1));
  return `${text.slice(0, at + 1)}${entry}${isOnly ? '' : ','}${text.slice(at + 1)}`;
};

/** With one of these in the place of a value. */
export function replaced(text: string, others: readonly string[], dice: Dice): string {
  const root = rootOfJson(text);
  const values = root ? below(root) : [];
  if (values.length === 0) return text;
  const { start, end } = dice.of(values).span;
  return text.slice(0, start) + dice.of(others) + text.slice(end);
}

const below = (value: Value): readonly Value[] =>
  value.kind === 'list'
    ? value.items.flatMap((item) => [item, ...below(item)])
    : value.kind === 'map'
      ? value.entries.flatMap((entry) => [entry.value, ...below(entry.value)])
      : [];

/** The text of a file that names itself, so that a program's answer shows which one it used. */
const moving = (text: string, from: string, to: string): string =>
  text.replaceAll(from.slice(pluginFolder.length + 1), to.slice(pluginFolder.length + 1));

/** A file in another folder of the plugin. */
const moved: Change = (question, dice) => {
  const files = Object.entries(question.around ?? {});
  if (files.length === 0) return question;
  const [file, text] = dice.of(files);
  const parts = file.split('/');
  const name = parts.slice(parts.at(-1) === 'SKILL.md' ? -2 : -1).join('/');
  const to = [pluginFolder, dice.of(folders), name].filter((part) => part !== '').join('/');
  const others = files.filter(
    ([one]) => one !== file && !`${one}/`.startsWith(`${to}/`) && !`${to}/`.startsWith(`${one}/`),
  );
  return to === question.path
    ? question
    : { ...question, around: Object.fromEntries([...others, [to, moving(text, file, to)]]) };
};

const removed: Change = (question, dice) => {
  const files = Object.entries(question.around ?? {});
  if (files.length < 2) return question;
  const [file] = dice.of(files);
  return { ...question, around: Object.fromEntries(files.filter(([one]) => one !== file)) };
};
