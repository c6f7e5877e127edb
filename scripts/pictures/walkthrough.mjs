// The pictures of the walkthrough, one per step. They show the same content as the files in `examples/`.
import { box, disc, drawing, icon, letter, rule, width, words } from './drawing.mjs';

const frame = (height) => box(4, 4, width - 8, height, { fill: 'ground' });

/** The command palette: a title, an input field, and rows 24 pixels high. */
function palette(title, field, rows) {
  const height = 84 + rows.length * 24;
  return drawing(height + 8, [
    box(4, 4, width - 8, height),
    words(width / 2, 26, title, { at: 'middle' }),
    box(16, 38, width - 32, 26, { fill: 'field', border: 'focus', radius: 3 }),
    words(26, 55, field, { in: 'dim' }),
    rows.map((row, n) => row(72 + n * 24)),
  ]);
}

const aside = (y, text) =>
  text ? words(width - 20, y + 17, text, { in: 'dim', size: 11.5, at: 'end' }) : [];

const line =
  (label, { shape, ink, chosen = false, right = '', above = false } = {}) =>
  (y) => [
    chosen ? box(12, y, width - 24, 24, { fill: 'chosen', border: 'border', radius: 3 }) : [],
    above ? rule(12, y, width - 24) : [],
    shape ? icon(shape, 22, y + 4, ink) : [],
    words(48, y + 17, label),
    aside(y, right),
  ];

const messages = (chosen) => [
  line('"color" must be a hex color in quotes ("#RRGGBB"),', {
    ...{ shape: 'bad', chosen, above: !chosen },
  }),
  line('primary, secondary, accent, success, warning, error or'),
  line('info, not "yellow". OpenCode does not start.'),
  line('Use one of these values.'),
];

const permission = (label, right, chosen = false) => line(label, { chosen, right });
const made = palette('New Agent (3/4)', 'What can the agent do?', [
  permission('Read only', 'Read, Search (sufficient for this purpose)', true),
  permission('Read and use the web', 'Read, Search, Web'),
  permission('Read and run commands', 'Read, Search, Run commands'),
  permission('Read and edit files', 'Read, Search, Change files'),
  permission('Edit files and run commands', ''),
  permission('Custom...', 'select each permission'),
]);

const code = (n, y, pieces) => [
  words(32, y, String(n), { in: 'dim', code: true, at: 'end' }),
  words(48, y, pieces, { code: true }),
];
const field = (key, value) => [
  ['key', key],
  ['code', `: ${value}`],
];

const findings = drawing(254, [
  frame(246),
  words(48, 28, 'Claude Code: 3 of 6 tools', {
    in: 'dim',
    size: 11.5,
  }),
  code(1, 50, [['code', '---']]),
  code(2, 72, field('name', 'refactorer')),
  code(3, 94, [
    ['key', 'tools'],
    ['code', ': Read, Edit, MultiEdit, Bash, '],
    ['dim', 'Grep'],
    ['code', ', '],
    ['dim', 'Glob'],
  ]),
  words(48 + 19 * letter, 99, '...', { in: 'note', code: true }),
  code(4, 116, field('model', 'opus')),
  box(48, 130, width - 68, 104, { fill: 'raised' }),
  words(62, 153, '"MultiEdit" was removed from Claude Code and is silently'),
  words(62, 172, 'ignored. The list already includes "Edit". Remove "MultiEdit".'),
  words(62, 191, 'removed-tool', { in: 'link' }),
  rule(48, 203, width - 68),
  words(62, 223, 'Quick Fix...', { in: 'link' }),
]);

const tab = (x, name, outcome, shape, chosen) => [
  icon(shape, x, 84),
  words(x + 22, 97, name, { bold: chosen, in: chosen ? 'text' : 'dim' }),
  words(x + 22, 113, outcome, { in: 'dim', size: 11.5 }),
  rule(x - 4, 122, 124, chosen ? { in: 'focus', thick: 2 } : {}),
];
const chip = (x, y, name, wide, isLost) => [
  box(x, y, wide, 22, { fill: isLost ? undefined : 'raised', border: 'line', radius: 4 }),
  words(x + wide / 2, y + 15, name, {
    ...{ code: true, at: 'middle' },
    in: isLost ? 'dim' : 'text',
  }),
  isLost ? rule(x + 6, y + 11, wide - 12, { in: 'dim' }) : [],
];
const group = (n, label, granted, lost = []) => {
  const y = 170 + n * 28;
  let x = 132;
  const chips = [...granted, ...lost].map((name) => {
    const wide = Math.round(name.length * letter) + 14;
    const drawn = chip(x, y, name, wide, lost.includes(name));
    x += wide + 8;
    return drawn;
  });
  return [words(26, y + 15, label, { in: 'dim' }), chips];
};

const persona = drawing(296, [
  frame(288),
  disc(48, 44, 22, { border: 'agent' }),
  words(48, 50, 'R', { bold: true, size: 16, at: 'middle' }),
  words(86, 41, 'refactorer', { in: 'agent', bold: true, size: 19 }),
  words(86, 60, '.claude/agents/refactorer.md', { in: 'dim', size: 11.5 }),
  tab(26, 'Claude Code', 'loads, changed', 'changed', true),
  tab(150, 'VS Code', 'loads, changed', 'changed', false),
  tab(274, 'Copilot CLI', 'loads', 'good', false),
  icon('changed', 26, 138),
  words(48, 151, [
    ['text', 'Loads, but not as written.', 'bold'],
    ['text', ' 3 of 6 tools are granted.'],
  ]),
  group(0, 'Read', ['Read']),
  group(1, 'Search', [], ['Grep', 'Glob']),
  group(2, 'Change files', ['Edit'], ['MultiEdit']),
  group(3, 'Run commands', ['Bash']),
]);

const why = palette('Why Is migration-planner Missing?', 'Select a line to go to its location', [
  ...messages(true),
  line('Cause: yellow', { shape: 'mark', ink: 'text' }),
  line('Make Valid for Programs...', {
    shape: 'wand',
    ink: 'text',
    right: 'suggested fix',
    above: true,
  }),
]);

const programs = palette(
  'My Programs: Claude Code, VS Code',
  'Select the programs that you use, most important first',
  [
    line('Claude Code', { shape: 'tick', ink: 'focus', chosen: true }),
    line('VS Code', { shape: 'tick', ink: 'focus' }),
    ...['Auggie', 'Codex', 'Copilot CLI', 'Cursor'].map((name) => line(name)),
  ],
);

/** The pictures by file name. */
export const pictures = { programs, new: made, findings, persona, why };
