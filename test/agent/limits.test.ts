// What is not parsed because it is too large or too deep: it is reported, and no other finding is.
import assert from 'node:assert/strict';
import { outlineOf } from '../../server/agent/outline';
import { diagnose } from '../../server/features/diagnostics';
import { claudeFile, opencodeFile, viewAt, vscodeFile } from '../support/viewing';
import { words } from '../support/words';

const agent = (lines: string): string =>
  `---\nname: reviewer\ndescription: Reviews.\n${lines}\n---\nYou review.\n`;

const beyond: readonly (readonly [string, string, string])[] = [
  [
    'is nested 3,000 levels deep',
    `tools: ${'['.repeat(3_000)}${']'.repeat(3_000)}`,
    'Simplify it.',
  ],
  ['has 3,000 open brackets', `tools: ${'['.repeat(3_000)}`, 'Simplify it.'],
  ['has 3,000 dashes in a line', `tools:\n  ${'- '.repeat(3_000)}a`, 'Simplify it.'],
  [
    'is indented 150 times',
    `hooks:\n${Array.from({ length: 150 }, (_, at) => `${' '.repeat(at + 1)}a:`).join('\n')}`,
    'Simplify it.',
  ],
  ['has a line of 60 KB', `model: ${'x'.repeat(60_000)}`, 'Shorten it.'],
  ['has 3,000 tools', `tools: ${'Read, '.repeat(3_000)}Bash`, 'Shorten it.'],
  [
    'has aliases of aliases',
    [
      'a0: &a0 [x, x, x, x, x, x, x, x, x, x]',
      ...Array.from(
        { length: 9 },
        (_, at) => `a${at + 1}: &a${at + 1} [${`*a${at}, `.repeat(9)}*a${at}]`,
      ),
    ].join('\n'),
    'Remove some.',
  ],
  [
    'merges each of 90 maps into the next',
    [
      'm0: &m0 {a: 1}',
      ...Array.from(
        { length: 90 },
        (_, at) => `m${at + 1}: &m${at + 1}\n  <<: *m${at}\n  k${at}: 1`,
      ),
    ].join('\n'),
    'Remove some.',
  ],
];

describe('a frontmatter that exceeds a limit', () => {
  for (const at of [claudeFile, opencodeFile, vscodeFile])
    for (const [title, lines, action] of beyond)
      it(`is reported once in ${at} if it ${title}`, () => {
        const view = viewAt(agent(lines), { at });
        const found = diagnose(view);
        assert.deepEqual(
          found.map(({ rule, severity }) => [rule, severity]),
          [['too-large', 'warning']],
        );
        assert.ok(words(found[0]?.message)?.endsWith(action), words(found[0]?.message));
        assert.deepEqual(
          view.verdicts().map(({ outcome, reason }) => [outcome, reason]),
          view.verdicts().map(() => ['unknown', 'too-large']),
        );
      });

  it('is checked up to the limits', () => {
    const tools = Array.from({ length: 450 }, (_, at) => `mcp__server__tool${at}`).join(', ');
    for (const lines of [
      `tools: ${tools}`,
      `metadata: ${'['.repeat(90)}${']'.repeat(90)}`,
      `notes: "${'[ '.repeat(90)}"`,
    ])
      assert.equal(outlineOf(agent(lines)).root?.kind, 'map', lines.slice(0, 40));
  });
});
