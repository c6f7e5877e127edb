// Seeded changes to a marketplace: its values and keys, those of its plugins, and where their folders are.
import type { Host } from '../../../server/hosts/model/host';
import type { Type } from '../../../server/hosts/model/type';
import type { Question } from '../question';
import type { Dice } from '../random';
import { added, replaced } from './plugins';

const odd = ['"x"', '""', '5', 'true', 'null', '[]', '["x"]', '[5]', '{}', '{"x":"y"}', '{"x":{}}'];
const sources = [
  ...['"./plugins/pp"', '"./plugins/qq/"', '"plugins/pp"', '"pp"', '"./nope"', '"../pp"', '"."'],
  ...['{"source":"local","path":"./plugins/pp"}', '{"source":"local"}', '{"source":"x"}', '{}'],
  ...['{"source":"github","repo":"o/r"}', '{"source":"github"}', '{"source":"url","url":5}'],
  ...['{"source":"url","url":"https://example.com/a.git"}', '{"source":"npm","package":"zz"}'],
];
const names = ['"pp"', '"qq"', '"My_Tools"', '"my tools"', '"a/b"', '"-a"', '"other"'];

type Change = (question: Question, dice: Dice) => Question;

/** A question that differs from the given one. */
export function changedMarketplace(host: Host): Change {
  const fields = host.dialects['marketplace']?.fields ?? {};
  const { type } = fields['plugins'] ?? {};
  const keys = Object.keys(fields);
  const inPlugin = type?.type === 'list' ? keysOf(type.of) : [];
  const changes: readonly Change[] = [
    (one, dice) => ({ ...one, text: replaced(one.text, odd, dice) }),
    (one, dice) => ({ ...one, text: withKey(one.text, dice.of(keys), dice.of(odd)) }),
    (one, dice) => {
      const key = dice.of(inPlugin);
      const at = one.text.indexOf('{"name":"pp"');
      if (at < 0 || one.text.includes(`"${key}"`)) return one;
      const entry = added(one.text.slice(at), `"${key}": ${dice.of(odd)}`);
      return { ...one, text: one.text.slice(0, at) + entry };
    },
    (one, dice) => ({
      ...one,
      text: one.text.replace('"source":"./plugins/pp"', `"source":${dice.of(sources)}`),
    }),
    (one, dice) => ({ ...one, text: one.text.replace('"name":"pp"', `"name":${dice.of(names)}`) }),
    (one, dice) => ({ ...one, text: one.text.replace('"name":"mm"', `"name":${dice.of(names)}`) }),
    (one, dice) => {
      const text = one.text.slice(0, dice.upTo(one.text.length));
      return { ...one, text: dice.of([text, `${one.text} `, `\n${one.text}`]) };
    },
    (one, dice) => {
      const around = { ...one.around };
      delete around[dice.of(Object.keys(around))];
      return Object.keys(around).length === 0 ? one : { ...one, around };
    },
  ];
  return (question, dice) => dice.of(changes)(question, dice);
}

const keysOf = (type: Type): readonly string[] =>
  type.type === 'map' ? Object.keys(type.keys ?? {}) : [];

const withKey = (text: string, key: string, value: string): string =>
  text.includes(`"${key}"`) ? text : added(text, `"${key}": ${value}`);
