// The fields that authors write in addition to name, description, tools and model: fields of a host, and notes of their own.
import { sentences } from './words.mjs';

const areas = ['python', 'sql', 'react', 'kubernetes', 'terraform', 'security', 'testing', 'docs'];

const some = (roll, least, most) =>
  Array.from({ length: least + roll.upTo(most - least + 1) }, () => roll.of(areas));
const list = (key, items) => [`${key}:`, ...items.map((item) => `  - ${item}`)];

/** Keys that no program reads, each with how its lines are made; short ones before long ones. */
const short = [
  (roll) => [`version: ${roll.upTo(4)}.${roll.upTo(10)}.0`],
  () => ['author: platform'],
  (roll) => [`category: ${roll.of(['quality', 'delivery', 'research'])}`],
  (roll) => [`tags: [${some(roll, 2, 4).join(', ')}]`],
  (roll) => [`priority: ${roll.of(['high', 'medium', 'low'])}`],
  (roll) => [`last_updated: 2026-0${1 + roll.upTo(9)}-1${roll.upTo(10)}`],
  (roll) => [`emoji: ${roll.of(['🦉', '🛠️', '📦'])}`],
  (roll) => [`tier: ${roll.of(['T1', 'T2', 'T3'])}`],
];
const long = [
  (roll) => list('capabilities', some(roll, 4, 9)),
  (roll) => list('platforms', some(roll, 3, 6)),
  (roll) =>
    list('stop_conditions', [sentences(roll, 160), sentences(roll, 210), sentences(roll, 120)]),
  (roll) =>
    list('escalation_rules', [
      `"${sentences(roll, 170)}"`,
      sentences(roll, 140),
      sentences(roll, 190),
    ]),
  (roll) => [
    'changelog:',
    ...some(roll, 4, 12).map((area, at) => `  1.${at}.0: ${area}, ${sentences(roll, 60)}`),
  ],
  (roll) => [
    'output_schema:',
    '  type: object',
    '  properties:',
    ...[...new Set(some(roll, 3, 7))].flatMap((area) => [
      `    ${area}:`,
      '      type: string',
      `      description: ${sentences(roll, 70)}`,
    ]),
  ],
];

/** One to six of them, long ones for as long as there is room. Letters. */
export function notes(roll, room) {
  const lines = [];
  const left = { short: [...short], long: [...long] };
  for (let count = 1 + roll.upTo(6); count > 0; count--) {
    const isShort = lines.join('\n').length >= room || left.long.length === 0;
    const from = isShort ? left.short : left.long;
    lines.push(...from.splice(roll.upTo(from.length), 1)[0](roll));
  }
  return lines;
}

/** Fields that the program itself reads, as often as they were counted. */
export const known = {
  claude(roll) {
    const lines = [];
    if (roll.percent(14))
      lines.push(`color: ${roll.of(['red', 'blue', 'green', 'purple', 'teal'])}`);
    if (roll.percent(4)) lines.push(...list('skills', some(roll, 3, 7)));
    if (roll.percent(4)) lines.push('memory: project');
    if (roll.percent(2)) lines.push('disallowedTools: Write, Edit');
    if (roll.percent(2)) lines.push(`temperature: 0.${roll.upTo(10)}`);
    return lines;
  },
  copilot(roll, colleague) {
    const lines = [];
    if (roll.percent(17)) lines.push(`color: ${roll.of(['blue', 'green'])}`);
    if (roll.percent(10)) lines.push(`user-invocable: ${roll.of(['true', 'false'])}`);
    if (roll.percent(8)) lines.push(`argument-hint: ${sentences(roll, 40)}`);
    if (roll.percent(11)) lines.push('handoffs:', ...handoffs(roll, colleague));
    return lines;
  },
  opencode(roll) {
    const lines = [];
    if (roll.percent(60)) lines.push(`temperature: 0.${roll.upTo(10)}`);
    if (roll.percent(50)) lines.push('permission:', ...permissions(roll));
    if (roll.percent(3)) lines.push('color: "#38A3EE"');
    return lines;
  },
};

function handoffs(roll, colleague) {
  return Array.from({ length: 2 + roll.upTo(3) }, () => [
    `  - label: Hand over to ${roll.of(areas)}`,
    `    agent: ${colleague}`,
    `    prompt: ${sentences(roll, 60)}`,
    '    send: false',
  ]).flat();
}

function permissions(roll) {
  const deny = () => roll.of(['allow', 'ask', 'deny']);
  const lines = [`  edit: ${deny()}`];
  if (roll.percent(50)) lines.push(`  webfetch: ${deny()}`);
  if (roll.percent(60))
    lines.push('  bash:', `    "*": ${deny()}`, `    "git *": ${deny()}`, '    "rm *": deny');
  else lines.push(`  bash: ${deny()}`);
  return lines;
}
