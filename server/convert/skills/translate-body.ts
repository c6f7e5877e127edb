// The text of a skill or command in the language of another host: arguments, commands that are run, files that are attached.
import {
  argumentTokens,
  type BodyToken,
  bodyTokens,
  shellTokens,
} from '../../hosts/judge/skills/body-tokens';
import type { BodyLanguage } from '../../hosts/model/body-language';
import { unknown } from '../../hosts/model/evidence';
import type { Host } from '../../hosts/model/host';
import { type Message, t } from '../../text/message';
import type { Span } from '../../text/span';
import { type AccountRow, type AgentPart, agentPart, type Change } from '../account';

export interface BodyInput {
  readonly text: string;
  readonly source: Host;
  readonly target: Host;
  /** Undefined: what the host does with the text is not known. */
  readonly from: BodyLanguage | undefined;
  readonly to: BodyLanguage | undefined;
  /** The names that the file gives its arguments, in their order. */
  readonly names: readonly string[];
  /** Whether the user accepts commands that run without a question. */
  readonly isWide: boolean;
}

export interface TranslatedBody {
  readonly text: string;
  readonly rows: readonly AccountRow[];
}

/** The offsets of the rows count from the beginning of the text. */
export function translateBody(input: BodyInput): TranslatedBody {
  const inserted = withArguments(input);
  const run = withCommands(input, inserted.text);
  return {
    text: run.text,
    rows: [...inserted.rows, ...run.rows, ...fileRows(input)],
  };
}

const row = (
  name: AgentPart,
  change: Change,
  why: AccountRow['why'],
  offset: number | null,
): AccountRow => ({ part: agentPart(name), change, why, offset });

/** At most so many are named in a sentence. */
const maxNamed = 5;

const listed = (written: readonly string[]): string => {
  const distinct = [...new Set(written)].map((one) => `"${one}"`);
  const rest = distinct.length > maxNamed ? ', ...' : '';
  return `${distinct.slice(0, maxNamed).join(', ')}${rest}`;
};

/** What a part of the text becomes, and why it cannot be the same. */
interface Piece {
  readonly text: string;
  readonly lost?: 'unknown' | 'value' | 'literal';
  readonly written?: string;
}

function withArguments(input: BodyInput): TranslatedBody {
  const { text, from, to, source, target, names } = input;
  const tokens = from ? argumentTokens(text, from, names) : [];
  const pieces: Piece[] = [];
  let at = 0;
  for (const token of tokens) {
    if (token.span.start < at) continue;
    pieces.push(...literal(text.slice(at, token.span.start), input));
    at = token.span.end;
    const { piece, skips } = translated(token, text, input);
    pieces.push(...piece);
    at += skips;
  }
  pieces.push(...literal(text.slice(at), input));
  const now = pieces.map((piece) => piece.text).join('');
  const [first] = tokens;
  const offset = first?.span.start ?? null;
  const rows: AccountRow[] = [];
  const addLost = (why: Piece['lost'], at: number | null, sentence: (names: string) => Message) => {
    const written = pieces.flatMap((piece) =>
      piece.lost === why ? [piece.written ?? piece.text] : [],
    );
    if (written.length > 0) rows.push(row('arguments', 'lost', sentence(listed(written)), at));
  };
  const hosts = { target: target.name, source: source.name };
  addLost('unknown', offset, (names) =>
    t(
      'It is not known what {target} does with {names}, so they are unchanged. Describe the arguments in words.',
      { ...hosts, names },
    ),
  );
  addLost('value', offset, (names) => t('{target} does not replace {names}.', { ...hosts, names }));
  addLost('literal', null, (names) =>
    t('{target} replaces {names} by arguments, {source} does not. Write them differently.', {
      ...hosts,
      names,
    }),
  );
  if (from && to && Boolean(from.lastTakesRest) !== Boolean(to.lastTakesRest))
    rows.push(...restRows(tokens, input));
  if (rows.length === 0 && tokens.length > 0)
    rows.push(
      row(
        'arguments',
        'same',
        now === text
          ? t('Unchanged.')
          : t('They are written as {target} reads them.', { target: target.name }),
        offset,
      ),
    );
  return { text: now, rows };
}

/** The last argument takes all that follow in one of the two. */
function restRows(tokens: readonly BodyToken[], { from, source, target }: BodyInput): AccountRow[] {
  const numbered = tokens.find((token) => token.kind === 'argument');
  if (!numbered) return [];
  const [one, other] = from?.lastTakesRest ? [source, target] : [target, source];
  return [
    row(
      'arguments',
      'lost',
      t('In {one}, the last argument contains all that follow. In {other}, it is one word.', {
        ...{ one: one.name, other: other.name },
      }),
      numbered.span.start,
    ),
  ];
}

/** @returns also how many characters after the token are part of what is replaced. */
function translated(
  token: BodyToken,
  text: string,
  input: BodyInput,
): { readonly piece: readonly Piece[]; readonly skips: number } {
  const { from, to } = input;
  const written = text.slice(token.span.start, token.span.end);
  const one = (piece: Piece, skips = 0) => ({ piece: [piece], skips });
  if (token.kind === 'escape') return { piece: literal(written.slice(1), input), skips: 0 };
  if (token.kind === 'variable') {
    if (token.name === from?.folderVariable) {
      if (to?.folderVariable !== undefined) return one({ text: `\${${to.folderVariable}}` });
      // Paths in a skill are relative to its folder.
      const isBeforePath = text.startsWith('/', token.span.end);
      return one({ text: isBeforePath ? '' : '.' }, isBeforePath ? 1 : 0);
    }
    const isKnown = to !== undefined && Object.hasOwn(to.variables, token.name);
    return one(isKnown ? { text: written } : { text: written, lost: 'value' });
  }
  if (!to) return one({ text: written, lost: 'unknown' });
  if (token.kind === 'arguments') return one({ text: '$ARGUMENTS' });
  if (token.kind !== 'argument' && token.kind !== 'named-argument') return one({ text: written });
  // A number before the first one is an index that does not exist.
  if (token.at < 0) return one({ text: 'undefined' });
  return one({ text: `$${token.at + to.first}` });
}

/** Text that the source does not replace: what the target would replace is protected, where it can be. */
function literal(text: string, { to }: BodyInput): readonly Piece[] {
  if (!to || !text.includes('$')) return [{ text }];
  const pieces: Piece[] = [];
  let at = 0;
  for (const token of argumentTokens(text, to)) {
    const { start, end } = token.span;
    const written = text.slice(start, end);
    pieces.push({ text: text.slice(at, start) });
    at = end;
    if (token.kind === 'escape' || (to.escapes !== undefined && token.kind !== 'variable'))
      pieces.push({ text: `\\${written}` });
    else pieces.push({ text: written, lost: 'literal', written });
  }
  pieces.push({ text: text.slice(at) });
  return pieces;
}

function withCommands(input: BodyInput, text: string): TranslatedBody {
  const { from, to, source, target, isWide } = input;
  const running = from ? shellTokens(text, from) : [];
  const runs = shellTokens(text, to ?? anyLanguage);
  const isRun = (list: readonly BodyToken[], { start }: Span): boolean =>
    list.some(({ span }) => span.start === start);
  const isAsking = from?.shell?.asks === true && to?.shell?.asks !== true;
  const rows: AccountRow[] = [];
  const stopped: BodyToken[] = [];
  const [same, unasked, closed] = [[], [], []] as [BodyToken[], BodyToken[], BodyToken[]];
  for (const token of runs) {
    if (!to || !isRun(running, token.span)) closed.push(token);
    else if (isAsking) unasked.push(token);
    else same.push(token);
  }
  const dead = running.filter(({ span }) => !isRun(runs, span) || !to);
  const commandsIn = (list: readonly BodyToken[]): string =>
    listed(list.flatMap((token) => (token.kind === 'command' ? [token.command] : [])));
  const offsetIn = ([first]: readonly BodyToken[]): number | null => first?.span.start ?? null;
  if (same.length > 0) rows.push(row('commands', 'same', t('Unchanged.'), offsetIn(same)));
  if (unasked.length > 0) {
    if (!isWide) stopped.push(...unasked);
    const args = { source: source.name, target: target.name, commands: commandsIn(unasked) };
    rows.push({
      ...row(
        'commands',
        isWide ? 'wider' : 'decision',
        isWide
          ? t('{target} runs {commands} without asking. {source} asks.', args)
          : t(
              '{target} would run {commands} without asking, so they are text. {source} asks.',
              args,
            ),
        offsetIn(unasked),
      ),
      choice: {
        id: 'commands',
        chosen: isWide ? 'wider' : 'text',
        options: [
          { value: 'text', label: t('Keep the commands as text'), isWider: false },
          { value: 'wider', label: t('Run them without asking'), isWider: true },
        ],
      },
    });
  }
  const added = closed.filter(({ span }) => !isRun(running, span));
  stopped.push(...closed);
  if (added.length > 0 && to)
    rows.push(
      row(
        'commands',
        'same',
        t('A space keeps {target} from running {commands}, which {source} does not run.', {
          ...{ source: source.name, target: target.name, commands: commandsIn(added) },
        }),
        offsetIn(added),
      ),
    );
  if (dead.length > 0)
    rows.push(
      row(
        'commands',
        'lost',
        to
          ? t('{target} does not run {commands}. The model reads them as text.', {
              ...{ target: target.name, commands: commandsIn(dead) },
            })
          : t('It is not known whether {target} runs {commands}, so they are text.', {
              ...{ target: target.name, commands: commandsIn(dead) },
            }),
        offsetIn(dead),
      ),
    );
  return { text: withSpaces(text, stopped), rows };
}

/** Where nothing is known of the target, what any host runs may be run. */
const anyLanguage: BodyLanguage = {
  shell: { asks: false, blocks: true },
  first: 0,
  missing: 'unchanged',
  variables: {},
  appends: '',
  split: () => null,
  evidence: unknown,
};

/** With a space inside of the marks of each command, so that no host runs it. */
function withSpaces(text: string, tokens: readonly BodyToken[]): string {
  let now = text;
  const starts = new Set(tokens.map(({ span }) => span.start));
  for (const start of [...starts].sort((a, b) => b - a)) {
    const mark = text.startsWith('```', start) ? start + 3 : start + 1;
    now = `${now.slice(0, mark)} ${now.slice(mark)}`;
  }
  return now;
}

function fileRows({ text, from, to, source, target, names }: BodyInput): readonly AccountRow[] {
  const whole = { start: 0, end: text.length };
  const filesIn = (language: BodyLanguage | undefined): BodyToken[] =>
    language ? bodyTokens(text, whole, language, names).filter(({ kind }) => kind === 'file') : [];
  const [before, after] = [filesIn(from), filesIn(to)];
  const writtenIn = (list: readonly BodyToken[]): string =>
    listed(list.map(({ span }) => text.slice(span.start, span.end)));
  const has = (list: readonly BodyToken[], { span }: BodyToken): boolean =>
    list.some((one) => one.span.start === span.start);
  const gone = before.filter((one) => !has(after, one));
  const added = after.filter((one) => !has(before, one));
  return [
    ...(gone.length === 0
      ? []
      : [
          row(
            'files',
            'lost',
            to
              ? t('{target} does not attach {names}. The model reads the paths as text.', {
                  ...{ target: target.name, names: writtenIn(gone) },
                })
              : t('It is not known whether {target} attaches {names}.', {
                  ...{ target: target.name, names: writtenIn(gone) },
                }),
            gone[0]?.span.start ?? null,
          ),
        ]),
    ...(added.length === 0
      ? []
      : [
          row(
            'files',
            'same',
            t('{target} attaches {names} where such files exist. {source} sends text.', {
              ...{ source: source.name, target: target.name, names: writtenIn(added) },
            }),
            added[0]?.span.start ?? null,
          ),
        ]),
  ];
}
