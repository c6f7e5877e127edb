// Edits as people and programs make them in an agent file, and some that only a hostile file needs. All follow from the seed.
import type { Range } from 'vscode-languageserver';
import type { Dice } from '../conformance/random';
import { positionAt } from './text-positions';

/** One change of a text, with offsets in UTF-16 units. */
export interface RandomEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What is typed or pasted: parts of frontmatters that are seldom complete, and characters that programs treat differently. */
const pieces = [
  ...['"', "'", '\t', '&a ', '*a', '<<: *a', '&', '*', '!', '!!str ', '|', '>-', '%', '@', '`'],
  ...[':', ': ', '- ', ' ', '  ', '#', ' # note', ',', ', ', '[', ']', '{', '}', '[a, b', '{a: 1'],
  ...[
    '---',
    '---\n',
    '\n---\n',
    '--- \n',
    '---yaml\n',
    '\n...\n',
    '\n',
    '\r\n',
    '\r',
    '\n\n',
    '\n  ',
  ],
  ...[
    'name: x\n',
    'name:',
    'tools: Read, Bassh\n',
    'tools:\n  - Read\n',
    'model: sonnet\n',
    'color: ',
  ],
  ...['description: a: b\n', 'mode: subagent\n', 'permission:\n  edit: deny\n', 'target: vscode\n'],
  ...['infer: false\n', 'mcp-servers:\n  x:\n    type: local\n', 'handoffs:\n  - label: Go\n'],
  ...['disable: true\n', 'hooks:\n  Stop:\n    - hooks: []\n', 'tools: [read, edit]\n'],
  ...['# dossier-ignore unknown-field: ours\n', '<!-- dossier-ignore-file placeholder: ours -->\n'],
  ...['{{NAME}}', '$ARGUMENTS', '`{{A}}`', '```\n', '## Heading\n', '@other-agent ', '[x](y.md)'],
  ...['Use the other-agent agent. ', '<example>', '\\n', '\\', 'sk-ant-api03-abcdefghij', '\u200b'],
  ...['\ufeff', '\0', '\ud83d', '\ude00', '\u{1f600}', '\u2028', '\u0085', '\u00a0', 'é', '日本'],
  ...[
    'x',
    'a',
    'e',
    't',
    '1',
    'true',
    'null',
    '~',
    '0x1F',
    '2020-01-01',
    'yes',
    '.inf',
    '__proto__',
  ],
];

/** A place in the text, more often in the frontmatter than in the prompt, and often at the end of a line. */
function placeIn(text: string, dice: Dice): number {
  const kind = dice.upTo(10);
  const head = Math.min(text.length, 600);
  const at = dice.upTo((kind < 7 ? head : text.length) + 1);
  if (kind % 3 !== 0) return at;
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

const lineAt = (text: string, at: number): { readonly start: number; readonly end: number } => {
  const end = text.indexOf('\n', at);
  return { start: text.lastIndexOf('\n', at - 1) + 1, end: end < 0 ? text.length : end + 1 };
};

/**
 * The next edit.
 * @param before where the edit before ended: most authors continue there.
 * @param earlier texts that the document had, for undo.
 */
export function randomEdit(
  text: string,
  dice: Dice,
  { before, earlier }: { readonly before: number; readonly earlier: readonly string[] },
): RandomEdit {
  const at = dice.upTo(3) > 0 ? Math.min(before, text.length) : placeIn(text, dice);
  const line = lineAt(text, at);
  const insert = (piece: string, where = at): RandomEdit => ({
    start: where,
    end: where,
    text: piece,
  });
  switch (dice.upTo(24)) {
    case 0:
    case 1:
    case 2:
      return { start: Math.max(0, at - 1 - dice.upTo(3)), end: at, text: '' };
    case 3:
      return { start: at, end: Math.min(text.length, at + dice.upTo(40)), text: '' };
    case 4:
      return { ...line, text: '' };
    case 5:
      return insert(text.slice(line.start, line.end), line.end);
    case 6: {
      const other = lineAt(text, placeIn(text, dice));
      return { ...line, text: text.slice(other.start, other.end) };
    }
    case 7:
      return insert(dice.of(['  ', '\t', '    ', '- ', '# ']), line.start);
    case 8:
      return { start: line.start, end: Math.min(line.end, line.start + 2), text: '' };
    case 9:
    case 10: {
      const undone = earlier.at(-1 - dice.upTo(4));
      return undone === undefined ? insert(dice.of(pieces)) : replacing(text, undone);
    }
    case 11: {
      const break_ = text.indexOf('\n', at);
      if (break_ < 0) return insert('\n');
      const start = text[break_ - 1] === '\r' ? break_ - 1 : break_;
      return { start, end: break_ + 1, text: start < break_ ? '\n' : '\r\n' };
    }
    case 12:
      return text.startsWith('\ufeff') ? { start: 0, end: 1, text: '' } : insert('\ufeff', 0);
    case 13: {
      const fence = text.indexOf('---', dice.upTo(2) === 0 ? 0 : 3);
      return fence < 0
        ? insert('---\n', 0)
        : { start: fence, end: fence + 3, text: dice.of(['--', '----', '--- ', '---\t', '']) };
    }
    case 14:
      return dice.upTo(20) === 0
        ? insert('x'.repeat(2_000 + dice.upTo(6_000)))
        : insert(dice.of(pieces));
    default:
      return insert(dice.of(pieces));
  }
}

/** The smallest edit that turns one text into another. */
function replacing(from: string, to: string): RandomEdit {
  let start = 0;
  while (start < from.length && start < to.length && from[start] === to[start]) start++;
  let end = 0;
  const most = Math.min(from.length, to.length) - start;
  while (end < most && from[from.length - 1 - end] === to[to.length - 1 - end]) end++;
  return { start, end: from.length - end, text: to.slice(start, to.length - end) };
}

/** The edit with ends that a client can name: none is between CR and LF. */
export function nameable(text: string, { start, end, text: put }: RandomEdit): RandomEdit {
  const outside = (at: number): number =>
    text[at - 1] === '\r' && text[at] === '\n' ? at - 1 : at;
  return { start: outside(start), end: Math.max(outside(start), outside(end)), text: put };
}

export const applied = (text: string, { start, end, text: put }: RandomEdit): string =>
  text.slice(0, start) + put + text.slice(end);

/** The edit as a client sends it. */
export const changeOf = (
  text: string,
  { start, end, text: put }: RandomEdit,
): { readonly range: Range; readonly text: string } => ({
  range: { start: positionAt(text, start), end: positionAt(text, end) },
  text: put,
});
