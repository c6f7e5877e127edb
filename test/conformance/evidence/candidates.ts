// Texts that may prove a fact: agent files with a valid or an invalid value of a field, with every name of a tool, with a flaw.
import type { Dialect } from '../../../server/hosts/model/dialect';
import type { Host } from '../../../server/hosts/model/host';
import type { Type } from '../../../server/hosts/model/type';
import { pluginFolder, type Question } from '../question';
import type { DeclaredFact } from './declared-fact';

/** Questions that may prove a fact, the most likely ones first. */
export function candidatesFor(host: Host, fact: DeclaredFact): readonly Question[] {
  const folder = /^folder (.+) \((\w+)\)(?:, not (.+))?$/.exec(fact.id);
  if (folder) return folderCandidates(host, folder);
  const name = fact.dialects?.[0] ?? Object.keys(host.dialects)[0] ?? '';
  const dialect = host.dialects[name];
  if (!dialect) return [];
  const asked = (text: string): Question => ({ id: fact.id, path: pathFor(host, name), text });
  const written = (lines: readonly string[]): Question =>
    asked(['---', ...headFor(host, name, dialect, lines), ...lines, '---', 'Work.', ''].join('\n'));
  const [, key] = /^field (\S+?)(?: in \S+?)?(?:,|$)/.exec(fact.id) ?? [];
  if (key !== undefined) return fieldCandidates(dialect, key, written, fact);
  if (/^(?:former tool|tool name|tool) /.test(fact.id)) {
    const tool = fact.words[0] ?? '';
    return toolCandidates(dialect, tool, written);
  }
  if (fact.id.startsWith('model ')) return [written([`model: ${quoted(fact.words[0] ?? '')}`])];
  if (fact.id.startsWith('unknown keys')) return [written(['unheard-of: some'])];
  if (fact.id.startsWith('flaw '))
    return flawed(headFor(host, name, dialect, []).join('\n')).map(asked);
  return [];
}

/** The fields without which there is no agent, and what selects the dialect. */
function headFor(
  host: Host,
  name: string,
  { fields }: Dialect,
  lines: readonly string[],
): readonly string[] {
  const has = (key: string): boolean => lines.some((line) => line.startsWith(`${key}:`));
  const target = /^(vscode|github)-target$/.exec(name)?.[1];
  return [
    ...(fields['name']?.required && !has('name') ? ['name: probe'] : []),
    ...(has('description') ? [] : ['description: Probes.']),
    ...(target === undefined || has('target')
      ? []
      : [`target: ${target === 'github' ? 'github-copilot' : target}`]),
    ...(name.startsWith('old') ? ['prompt: p'] : []),
  ].filter(() => host.kinds !== undefined);
}

/** A path at which the host reads the dialect. */
function pathFor(host: Host, dialect: string): string {
  const first = Object.keys(host.dialects)[0];
  const wanted = dialect.endsWith('-target') ? first : dialect;
  const found =
    host.locations.find((one) => (one.dialect ?? first) === wanted && one.scope === 'project') ??
    host.locations.find((one) => (one.dialect ?? first) === wanted);
  return found ? pathIn(found.glob, found.scope) : host.ownFile.replace('{name}', 'probe');
}

/** A path that matches a glob of a location. */
function pathIn(glob: string, scope: string, file?: string): string {
  const plain = glob
    .replaceAll(/\{([^,}]+)[^}]*\}/g, '$1')
    .replace('**/', '')
    .replace('*', 'probe');
  const path = file === undefined ? plain : plain.replace(/[^/]+$/, file);
  return scope === 'user' ? `~/${path}` : scope === 'plugin' ? `${pluginFolder}/${path}` : path;
}

function folderCandidates(host: Host, found: readonly string[]): readonly Question[] {
  const [id = '', glob = '', scope = '', except] = found;
  const head = 'name: probe\ndescription: Probes.';
  const text = `---\n${head}\n---\nWork.\n`;
  const file = except === 'hidden files' ? '.hidden.md' : except;
  const path = pathIn(glob, scope, file);
  const known = host.locations.some((one) => one.glob === glob);
  return known ? [{ id, path, text }] : [];
}

function fieldCandidates(
  { fields, tools }: Dialect,
  key: string,
  written: (lines: readonly string[]) => Question,
  { words, id }: DeclaredFact,
): readonly Question[] {
  const field = fields[key];
  if (!field) return [];
  const [one, other] = tools.tools.filter(({ unavailable }) => unavailable === undefined);
  const named =
    field.type.type === 'names'
      ? [`[${one?.name}, ${other?.name}]`, `${one?.name}, ${other?.name}`]
      : [];
  const samples = [...new Set([...named, ...samplesOf(field.type), ...odd])];
  const likely = (value: string): number => words.filter((word) => value.includes(word)).length;
  const values = samples.sort((a, b) => likely(b) - likely(a));
  const lines = values.map((value) =>
    written([value.startsWith('\n') ? `${key}:${value}` : `${key}: ${value}`]),
  );
  const without = written([]);
  const left = { ...without, text: without.text.replace(new RegExp(`^${key}:.*\\n`, 'm'), '') };
  return [...(id.endsWith(', required') ? [left] : []), ...lines];
}

const odd = [
  '',
  'unheard-of',
  '12',
  '-1',
  '0',
  '1.5',
  '"7"',
  'true',
  '"yes"',
  '[]',
  '[1]',
  '[a]',
  '{ a: 1 }',
  '""',
  '{}',
  '[""]',
  '2026-01-31',
];

/** Values of a type in the form of YAML flow style; what is in a map begins with a line break. */
function samplesOf(type: Type, depth = 0): string[] {
  if (depth > 5) return [];
  switch (type.type) {
    case 'any':
      return ['some'];
    case 'text':
      return ['some'];
    case 'one-of':
      return [
        ...type.choices.map(({ value }) => quoted(value)),
        ...type.choices.slice(0, 2).map(({ value }) => quoted(value.toUpperCase())),
        ...(type.pattern
          ? [
              /^["']/.test(type.pattern.example)
                ? type.pattern.example
                : quoted(type.pattern.example),
            ]
          : []),
        'unheard-of',
      ];
    case 'boolean':
      return [
        ...['true', 'false', '"true"', '"false"', 'True', 'TRUE'],
        ...[...(type.words?.true ?? []), ...(type.words?.false ?? [])].map((word) => `"${word}"`),
      ];
    case 'number':
      return ['1', '0.5', '.inf'];
    case 'integer':
      return [String(type.min ?? 3), String((type.min ?? 1) - 1), '5', '"5"', '1.5'];
    case 'list':
      return [
        ...samplesOf(type.of, depth + 1)
          .slice(0, 60)
          .map((one) => `[${one}]`),
        '[[1]]',
        '[]',
      ];
    case 'names':
      return ['a, b', '[a, b]'];
    case 'map':
      return mapSamples(type, depth);
    case 'any-of':
      return type.types.flatMap((one) => samplesOf(one, depth + 1));
  }
}

function mapSamples(type: Extract<Type, { type: 'map' }>, depth: number): string[] {
  const keys = Object.entries(type.keys ?? {});
  const required = keys.filter(([, key]) => key.required);
  const plain = (of: Type): string => samplesOf(of, depth + 1)[0] ?? 'x';
  const whole = (entries: readonly (readonly [string, string])[]): string =>
    `{ ${entries.map(([key, value]) => `${quoted(key)}: ${value}`).join(', ')} }`;
  const base = required.map(([name, key]) => [name, plain(key.type)] as const);
  const withEntry = (name: string, value: string): string =>
    whole([...base.filter(([one]) => one !== name), [name, value]]);
  return [
    whole(base),
    ...keys.flatMap(([name, key]) =>
      [...samplesOf(key.type, depth + 1).slice(0, 60), '[7]', '{ z: deny }', '{ z: { z: 1 } }'].map(
        (value) => withEntry(name, value),
      ),
    ),
    ...required.map(([name]) => whole(base.filter(([one]) => one !== name))),
    ...(type.rest ? samplesOf(type.rest, depth + 1).slice(0, 60) : ['1']).map((value) =>
      withEntry('other', value),
    ),
    withEntry('other', '[7]'),
    withEntry('other', '7'),
  ].map((one) => (one === '{  }' ? '{}' : one));
}

const quoted = (word: string): string =>
  /^[\w./-]+$/.test(word) && !/^(?:true|false|yes|no|on|off|null|[\d.]+)$/i.test(word)
    ? word
    : JSON.stringify(word);

const atOnce = 25;

/** A tool alone, and with the other names, so that one text proves many of them. */
function toolCandidates(
  { fields, tools }: Dialect,
  tool: string,
  written: (lines: readonly string[]) => Question,
): readonly Question[] {
  const key = Object.keys(fields).find((one) => fields[one]?.role === 'tools') ?? 'tools';
  const all = [...tools.tools, ...(tools.aliases ?? []), ...tools.former].map(({ name }) => name);
  const at = all.indexOf(tool);
  const from = at - (at % atOnce);
  const some = [...new Set(all.slice(from, from + atOnce))];
  if (fields[key]?.type.type === 'map') {
    const map = (names: readonly string[]): string =>
      `{ ${names.map((name) => `${quoted(name)}: false`).join(', ')} }`;
    const plain = written([]);
    const offered = {
      ...plain,
      path: plain.path.replace(/[^/]+\.md$/, 'offered.md'),
      text: `${plain.text}\n${all.join(', ')}\n`,
    };
    return [offered, written([`${key}: ${map(some)}`]), written([`${key}: ${map([tool])}`])];
  }
  return [
    written([`${key}: [${some.map(quoted).join(', ')}]`]),
    written([`${key}: [${quoted(tool)}]`]),
    written([]),
  ];
}

/** Texts with the flaws that readers report. */
const flawed = (head: string): readonly string[] => [
  'Work.\n',
  '',
  `\n---\n${head}\n---\nWork.\n`,
  `Hello\n---\n${head}\n---\nWork.\n`,
  `---\n${head}\n\nWork.\n`,
  `---\n${head}\nnote: a --- b\n---\nWork.\n`,
  `--- yaml\n${head}\n---\nWork.\n`,
  `---yaml\n${head}\n---\nWork.\n`,
  `---toml\n${head}\n---\nWork.\n`,
  `---json\n${head}\n---\nWork.\n`,
  `---js\n${head}\n---\nWork.\n`,
  `---\n${head}\nbroken: [a\n---\nWork.\n`,
  `---\n${head}\n\tbroken: a\n---\nWork.\n`,
  `---\n${head}\nnote: see: this\n---\nWork.\n`,
  `---\n${head}\nargument: a: b\nlist: [a\n---\nWork.\n`,
  `---\n${head}\nnote: a\nnote: b\n---\nWork.\n`,
  '---\n- a\n- b\n---\nWork.\n',
  '---\nsome words\n---\nWork.\n',
  `---\n${head}\n---\nSee {env:HOME}.\n`,
  `---\n${head}\n---\nSee {file:./other.md}.\n`,
  `---\n${head}\n---\nSee {file:/etc/other.md} and {file:~/other.md}.\n`,
  `---\n${head}\n---\nSee @/etc/other.md and !\`ls\`.\n`,
  `---\n${head}\nlimit: .inf\n---\nWork.\n`,
  `---\n${head}\n---\n${'x'.repeat(1_048_577)}\n`,
  `---\n${head}\nnote: ${'x'.repeat(70_000)}\n---\nWork.\n`,
];
