// Findings of ours and of the editor at one place: whether they report the same problem. Findings that overlap are assumed to,
// unless a reason is listed here.
import type { Diagnostic } from 'vscode';
import { isOurs } from '../suite/desk';
import type { Answers } from './answers';

export interface Touching {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  /** Its name; empty where the finding is of no host. */
  readonly host: string;
  readonly ours: string;
  readonly theirs: string;
}

export interface Pair extends Touching {
  readonly kind: string;
  /** Why both are needed; null where they are not. */
  readonly why: string | null;
}

interface Reason {
  readonly why: string;
  readonly holds: (pair: Touching) => boolean;
}

const isClaude = ({ file }: Touching): boolean => file.startsWith('.claude/');

/** Rules whose findings state what is lost by a fault that the editor only names. */
const losing: ReadonlySet<string> = new Set(['invalid-name', 'invalid-yaml', 'empty-tools']);

const reasons: readonly Reason[] = [
  {
    why: 'the editor speaks of VS Code, ours of another program that reads the file',
    holds: (pair) => pair.host !== '' && pair.host !== 'VS Code' && !isClaude(pair),
  },
  {
    why: 'the editor shows what is wrong with the text, ours that Claude Code loses the agent or its tools by it',
    holds: (pair) => pair.host === 'Claude Code' && isClaude(pair) && losing.has(pair.rule),
  },
  {
    why: 'the editor speaks of the field, ours of a gap in its value that nobody has filled',
    holds: ({ rule }) => rule === 'placeholder',
  },
];

const whyBoth = (pair: Touching): string | null =>
  reasons.find(({ holds }) => holds(pair))?.why ?? null;

/** Of each place where one of ours touches one of theirs. */
export function pairsIn({ file, findings }: Answers): readonly Pair[] {
  const ours = findings.filter(isOurs);
  const theirs = findings.filter((one) => !isOurs(one));
  return ours.flatMap((mine) =>
    theirs
      .filter(({ range }) => range.intersection(mine.range) !== undefined)
      .map((other) => ({
        file,
        line: mine.range.start.line + 1,
        rule: ruleOf(mine),
        host: (mine.source ?? '').split(' · ')[1] ?? '',
        ours: mine.message,
        theirs: other.message,
      }))
      .map((pair) => ({ ...pair, kind: kindOf(pair), why: whyBoth(pair) })),
  );
}

const ruleOf = ({ code }: Diagnostic): string =>
  String(typeof code === 'object' ? code.value : code);

/** A kind of pair: the rule and its host, and the editor's sentence without the names in it. */
const kindOf = ({ rule, host, theirs }: Touching): string =>
  `${rule}${host === '' ? '' : ` (${host})`} and "${withoutNames(theirs)}"`;

const withoutNames = (message: string): string =>
  message
    .replace(/'[^']*'|"[^"]*"|`[^`]*`/g, '…')
    .replace(/(use the following tools instead|Supported|Valid values|one of):? .*$/s, '$1 …');
