// Texts of agent files on which a careless program takes too long, needs too much memory or overflows its stack. A repository
// that was just cloned may contain any of them.

export interface HostileText {
  readonly name: string;
  /** Where the file is. */
  readonly at: string;
  readonly text: string;
}

const claude = '.claude/agents/hostile.md';
const opencode = '.opencode/agent/hostile.md';
const vscode = '.github/agents/hostile.agent.md';
const cursor = '.cursor/agents/hostile.md';
const gemini = '.gemini/agents/hostile.md';
const qwen = '.qwen/agents/hostile.md';
const codex = '.codex/agents/hostile.toml';

const mebibyte = 1024 * 1024;

const agent = (lines: string, body = 'You review the change.'): string =>
  `---\nname: hostile\ndescription: Reviews a change.\n${lines}\n---\n\n${body}\n`;

const many = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('');

/** A text of at least `length` UTF-16 units that repeats a piece, with the number of the repetition for `#`. */
function filled(length: number, piece: string): string {
  const count = Math.ceil(length / piece.length);
  const whole = piece.includes('#')
    ? many(count, (index) => piece.replaceAll('#', String(index)))
    : piece.repeat(count);
  return whole.slice(0, length);
}

/** Each anchor is a map with merge keys and aliases of the ones before: few bytes, billions of nodes. */
const aliasBomb = (levels: number): string =>
  [
    'x0: &x0 [a, b, c, d, e, f, g, h, i]',
    ...Array.from(
      { length: levels },
      (_, at) => `x${at + 1}: &x${at + 1} [${`*x${at}, `.repeat(9)}a]`,
    ),
  ].join('\n');

const mergeBomb = (levels: number): string =>
  [
    'm0: &m0 {a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8}',
    ...Array.from(
      { length: levels },
      (_, at) => `m${at + 1}: &m${at + 1} {<<: [${`*m${at}, `.repeat(8)}*m${at}], k${at}: 1}`,
    ),
  ].join('\n');

/** Each map merges the one before, and adds keys. */
const mergeChain = (levels: number): string =>
  [
    'm0: &m0 {a: 1}',
    ...Array.from(
      { length: levels },
      (_, at) => `m${at + 1}: &m${at + 1}\n  <<: *m${at}\n  k${at}: 1`,
    ),
  ].join('\n');

const heads: Readonly<Record<string, string>> = {
  'nested brackets, 3,000': `tools: ${'['.repeat(3_000)}${']'.repeat(3_000)}`,
  'nested brackets, 30,000': `tools: ${'['.repeat(30_000)}${']'.repeat(30_000)}`,
  'open brackets, 3,000': `tools: ${'['.repeat(3_000)}`,
  'nested braces, 3,000': `hooks: ${'{a: '.repeat(3_000)}1${'}'.repeat(3_000)}`,
  'nested dashes, 3,000': `tools: \n  ${'- '.repeat(3_000)}a`,
  'nested questions, 3,000': `tools: \n  ${'? '.repeat(3_000)}a`,
  'nested indentation, 300': `hooks:\n${many(300, (at) => `${' '.repeat(at + 1)}a:\n`)}`,
  'nested indentation, 3,000 in one space': `hooks:\n${many(400, (at) => `${' '.repeat(at + 1)}- a:\n`)}`,
  'a line of 60 KB': `color: ${'x'.repeat(60_000)}`,
  'a description of 60 KB': `model: ${'x'.repeat(60_000)}: y`,
  'a line of 60 KB with colons': `model: ${'x:'.repeat(30_000)}`,
  'a line of 60 KB with colons and spaces': `model: ${'x: '.repeat(20_000)}`,
  'an open quote before 60 KB': `model: "${'x'.repeat(60_000)}`,
  'an open quote before 60 KB of quotes': `model: "${"\\'".repeat(30_000)}`,
  'a line of 60 KB of spaces': `model: a${' '.repeat(60_000)}b: c`,
  'a line of 60 KB of tabs': `model:${'\t'.repeat(60_000)}b`,
  '60 KB of literal line breaks': `model: ${'a\\n'.repeat(20_000)}: b`,
  'unknown tools, 3,000': `tools: ${many(3_000, (at) => `Tool${at}, `)}Read`,
  'unknown tools in a list, 3,000': `tools:\n${many(3_000, (at) => `  - Tool${at}\n`)}  - Read`,
  'unknown tools in brackets, 3,000': `tools: [${many(3_000, (at) => `Tool${at}, `)}Read]`,
  'miscased tools, 3,000': `tools: ${many(3_000, (at) => `${at % 2 ? 'read' : 'BASH'}, `)}Read`,
  'MCP tools, 3,000': `tools: ${many(3_000, (at) => `mcp__server${at}__tool, `)}Read`,
  'unknown fields, 3,000': many(3_000, (at) => `field${at}: value\n`).trimEnd(),
  'misspelled fields, 3,000': many(3_000, (at) => `descriptio${at}: value\n`).trimEnd(),
  'duplicate fields, 3,000': many(3_000, () => 'model: sonnet\n').trimEnd(),
  'duplicate keys in a map, 3,000': `permission:\n${many(3_000, () => '  bash: ask\n')}`.trimEnd(),
  'permissions, 3,000':
    `permission:\n  bash:\n${many(3_000, (at) => `    "git x${at} *": ask\n`)}`.trimEnd(),
  'alias bomb': aliasBomb(9),
  'merge-key bomb': mergeBomb(20),
  'merge-key chain': mergeChain(400),
  'merge-key chain of 480 lines': mergeChain(160),
  'aliases, 5,000': `a: &a 1\nb: [${'*a, '.repeat(5_000)}*a]`,
  'anchors, 3,000': many(3_000, (at) => `a${at}: &a${at} *a${Math.max(0, at - 1)}\n`).trimEnd(),
  'hooks, 1,000': `hooks:\n  PreToolUse:\n${many(
    1_000,
    () => '    - matcher: "*"\n      hooks:\n        - type: comand\n          command: x\n',
  )}`.trimEnd(),
  'comments, 5,000': many(5_000, () => '# dossier-ignore unknown-field: no reason\n').trimEnd(),
  'tabs, 5,000': many(5_000, () => '\tname: x\n').trimEnd(),
  'text in the first column, 60 KB': `model: |\n${'some words without a colon\n'.repeat(2_300)}`,
  'colons in the first column, 60 KB': `model: a: b\n${'Example: a: b\n'.repeat(4_200)}`,
  'placeholders, 5,000': `model: "${'{{NAME}} '.repeat(5_000)}"`,
  'emoji, 60 KB': `model: ${'\u{1f600}'.repeat(15_000)}`,
  'block scalar of 95 KB': `model: |\n${'  a line of text in it\n'.repeat(4_000)}`,
  'a head of 1 MiB': filled(mebibyte - 100, 'field#: value\n').trimEnd(),
  'a head of 1 MiB in one line': `model: ${'x'.repeat(mebibyte - 100)}`,
};

const bodies: Readonly<Record<string, string>> = {
  'prose of 1 MiB': filled(mebibyte - 100, 'You review the change with care, line by line.\n\n'),
  'a line of 1 MiB': filled(mebibyte - 100, 'word '),
  'a line of 1 MiB without spaces': filled(mebibyte - 100, 'x'),
  'placeholders, 130,000': '{{A}} '.repeat(174_000).slice(0, mebibyte - 100),
  'placeholders by line, 130,000': '{{A}}\n'.repeat(174_000).slice(0, mebibyte - 100),
  'placeholders and code on one line': '`a` {{A}} '.repeat(100_000).slice(0, mebibyte - 100),
  'open placeholders, 1 MiB': filled(mebibyte - 100, '{{a '),
  'backticks, 1 MiB': filled(mebibyte - 100, '`'),
  'backticks of growing length': many(1_400, (at) => `${'`'.repeat(at + 1)} `),
  'code fences, 1 MiB': filled(mebibyte - 100, '```\nx\n'),
  'an open code fence, 1 MiB': `\`\`\`\n${filled(mebibyte - 200, 'x\n')}`,
  'headings, 1 MiB': filled(mebibyte - 100, '## Heading #\n'),
  'links, 1 MiB': filled(mebibyte - 100, '[a](b#.md) '),
  'open links, 1 MiB': filled(mebibyte - 100, '[a]('),
  'brackets, 1 MiB': filled(mebibyte - 100, '['),
  'at signs, 1 MiB': filled(mebibyte - 100, '@agent-x# '),
  'at signs without spaces, 1 MiB': filled(mebibyte - 100, '@'),
  'tags, 1 MiB': filled(mebibyte - 100, '<tag#> '),
  'open tags, 1 MiB': filled(mebibyte - 100, '<a '),
  'comments, 1 MiB': filled(mebibyte - 100, '<!-- dossier-ignore placeholder: x -->\n'),
  'open comments, 1 MiB': filled(mebibyte - 100, '<!-- '),
  'invisible characters, 1 MiB': filled(mebibyte - 100, 'a\u200b'),
  'escapes, 1 MiB': filled(mebibyte - 100, '\\n'),
  'keys, 1 MiB': filled(mebibyte - 100, 'sk-ant-api03-abcdefghijklmnop# '),
  'a key of 1 MiB': filled(mebibyte - 100, 'sk-ant-'),
  'dashes, 1 MiB': filled(mebibyte - 100, '---x\n'),
  'blank lines, 1 MiB': filled(mebibyte - 100, '\n'),
  'spaces, 1 MiB': filled(mebibyte - 100, ' '),
  'line breaks of Windows, 1 MiB': filled(mebibyte - 100, 'a\r\n'),
  'delegations, 1 MiB': filled(mebibyte - 100, 'Use the agent-# agent to review. '),
  'tools in prose, 1 MiB': filled(mebibyte - 100, 'Use the `WebFetch` tool and Bash(git #). '),
  'arguments, 1 MiB': filled(mebibyte - 100, '$ARGUMENTS '),
  'lists, 1 MiB': filled(mebibyte - 100, '- an item\n'),
  'quotations, 1 MiB': filled(mebibyte - 100, '> '),
  'asterisks, 1 MiB': filled(mebibyte - 100, '*a '),
  'slashes, 1 MiB': filled(mebibyte - 100, '/a'),
  'files, 1 MiB': filled(mebibyte - 100, '@docs/file#.md '),
};

const whole: Readonly<Record<string, string>> = {
  'no fence, 1 MiB': filled(mebibyte, 'name: x\n'),
  'an open fence, 1 MiB': `---\n${filled(mebibyte - 10, 'name: x\n')}`,
  'an open fence before prose, 1 MiB': `---\nname: x\n${filled(mebibyte - 20, 'You review. \n')}`,
  'blank lines before the fence': `${'\n'.repeat(4_000)}---\nname: x\n---\n`,
  'fences, 1 MiB': filled(mebibyte, '---\n'),
  'NUL, 1 MiB': '\0'.repeat(mebibyte),
};

const toml: Readonly<Record<string, string>> = {
  'keys, 9,000': many(9_000, (at) => `k${at} = 1\n`),
  'keys, 290': many(290, (at) => `k${at} = 1\n`),
  'words without quotes, 290': many(290, (at) => `k${at} = word\n`),
  'two values, 290': many(290, (at) => `k${at} = 1 1\n`),
  'the same key, 290': many(290, () => 'a = 1\n'),
  'tables, 290': many(290, (at) => `[t${at}]\n`),
  'tables in a table, 290': many(290, (at) => `[a.t${at}]\n`),
  'lists of tables, 290': many(290, () => '[[t]]\n'),
  'a key of 40,000 parts': `a${'.a'.repeat(40_000)} = 1\n`,
  'a key of 100 parts, 290 times': many(290, (at) => `k${at}${'.a'.repeat(98)} = 1\n`),
  'nested brackets, 3,000': `a = ${'['.repeat(3_000)}${']'.repeat(3_000)}\n`,
  'nested brackets, 90': `a = ${'['.repeat(90)}${']'.repeat(90)}\n`,
  'open brackets, 90,000': `a = ${'['.repeat(90_000)}\n`,
  'open brackets, 290 lines': many(290, (at) => `k${at} = [\n`),
  'open quotes in brackets': `a = [${"'''\n".repeat(20_000)}`,
  'an open quote before 90 KB': `a = "${'x'.repeat(90_000)}\n`,
  'open quotes, 290': many(290, (at) => `"k${at} = 1\n`),
  'a prompt of 300 KB': `p = """\n${filled(300_000, 'You review the change.\n')}"""\n`,
  'a prompt of 90 KB with escapes': `p = """\n${filled(90_000, 'You\\n review.\n')}"""\n`,
  'an open prompt of 300 KB': `p = """\n${filled(300_000, 'You review the change.\n')}`,
  'prompts, 290': many(290, (at) => `k${at} = """${'x'.repeat(1_050)}"""\n`),
  'Markdown, 90 KB': filled(90_000, '# Task\nReview `code`, then stop.\n\n- an item\n'),
  'Markdown, 1 MiB': filled(mebibyte - 100, '# Task\nReview `code`, then stop.\n\n- an item\n'),
  'a line of 90 KB': filled(90_000, 'word '),
};

/** Every text, at the places where it is most harmful. */
export const hostileTexts: readonly HostileText[] = [
  ...Object.entries(heads).flatMap(([name, lines]) =>
    [claude, opencode, vscode, cursor, gemini, qwen].map((at) => ({
      name,
      at,
      text: agent(lines),
    })),
  ),
  ...Object.entries(bodies).map(([name, body]) => ({ name, at: claude, text: agent('', body) })),
  ...Object.entries(whole).map(([name, text]) => ({ name, at: claude, text })),
  ...Object.entries(toml).map(([name, text]) => ({ name, at: codex, text })),
];
