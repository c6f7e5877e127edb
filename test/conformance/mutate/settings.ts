// Seeded changes to settings in JSON: a value of another type, an unknown key, a rule or a hook in the wrong form or place.
import type { Host } from '../../../server/hosts/model/host';
import type { Mutation } from '../mutate';
import type { Dice } from '../random';
import { odd, replaced } from './json';

const command = '{"type":"command","command":"true"}';
const hooks = [
  `[{"hooks":[${command}]}]`,
  `[{"matcher":"Bash","hooks":[${command}]}]`,
  `[{"matcher":["Bash"],"hooks":[${command}]}]`,
  `[${command}]`,
  `[{"hooks":${command}}]`,
  '[{"hooks":[]}]',
  '[{"matcher":"Bash"}]',
  '[{"hooks":[{"command":"true"}]}]',
  '[{"hooks":[{"type":"shell","command":"true"}]}]',
  '[{"hooks":[{"type":"command","command":"true","timeout":"30"}]}]',
  '[]',
  'null',
];
const events = ['PreToolUse', 'PermissionRequest', 'PostToolUse', 'Stop', 'preToolUse', 'Nope'];

const patterns = [
  'rm:*',
  'rm *',
  '*',
  '',
  ':*',
  'git *:*',
  'src/**',
  'domain:x.org',
  'x.org',
  '(a)',
];
const names = [
  'Bash',
  'bash',
  'Edit',
  'Write',
  'Glob',
  'Read',
  'WebFetch',
  'MultiEdit',
  'mcp__a__b',
  'mcp__a',
  'B*',
  'Bsh',
];

export function settingsFor(host: Host): readonly Mutation[] {
  const keys = Object.keys(host.dialects['settings']?.fields ?? {});
  const rule = (dice: Dice): string => {
    const name = dice.of(names);
    const whole = dice.of([name, `${name}(${dice.of(patterns)})`, `${name}(${dice.of(patterns)}`]);
    return JSON.stringify(whole);
  };
  const adding = (text: string, entry: string): string => {
    const at = text.indexOf('{');
    return at < 0 ? text : `${text.slice(0, at + 1)}\n  ${entry},${text.slice(at + 1)}`;
  };
  return [
    (text, dice) => replaced(text, dice, (value) => value.kind !== 'map', dice.of(odd)),
    (text, dice) => replaced(text, dice, () => true, dice.of(odd)),
    (text, dice) => adding(text, `"${dice.of(keys)}": ${dice.of(odd)}`),
    (text, dice) =>
      adding(
        text,
        `"permissions": {"${dice.of(['allow', 'ask', 'deny'])}": [${rule(dice)}, ${rule(dice)}]}`,
      ),
    (text, dice) => adding(text, `"hooks": {"${dice.of(events)}": ${dice.of(hooks)}}`),
    (text, dice) => adding(text, `"${dice.of([...events, 'other'])}": ${dice.of(hooks)}`),
    (text, dice) => adding(text, `"other": {"${dice.of(events)}": ${dice.of(hooks)}}`),
    (text, dice) => replaced(text, dice, (value) => value.kind === 'text', rule(dice)),
    (text, dice) => {
      const at = dice.upTo(text.length);
      return dice.of([
        text.slice(0, at) + text.slice(at + 1),
        `// a\n${text}`,
        text.replace(/}\s*$/, ',}'),
      ]);
    },
  ];
}

/** Keys of settings, and of the lists below them, with values of any type. */
export function listsFor(host: Host): readonly Mutation[] {
  const fields = Object.entries(host.dialects['settings']?.fields ?? {});
  const below = fields.flatMap(([key, { type }]) =>
    type.type === 'map' ? Object.keys(type.keys ?? {}).map((one) => [key, one] as const) : [],
  );
  const adding = (text: string, entry: string): string =>
    text.replace(/^(\s*)\{/, (_, space: string) => `${space}{${entry},`);
  return [
    (text, dice) => adding(text, `"${dice.of(fields)[0]}":${dice.of(odd)}`),
    (text, dice) => {
      const [key, one] = dice.of(below);
      return adding(text, `"${key}":{"${one}":${dice.of(odd)}}`);
    },
    (text, dice) => adding(text, `"other":${dice.of(odd)}`),
  ];
}
