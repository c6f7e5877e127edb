// Whether a server that has seen every edit of a document answers like one that has only just opened the result.

import { parseYaml } from '../../server/yaml/yaml';
import { type Dice, dice } from '../conformance/random';
import { type DirectServer, directServer } from './direct-server';
import { type AnyRequest, type Asked, editorRequests, ownRequests } from './every-request';
import { type FakeClock, fakeClock } from './fake-clock';
import { applied, changeOf, nameable, randomEdit } from './random-edits';
import { positionAt } from './text-positions';

export interface FuzzedText {
  /** Where the document is. */
  readonly at: string;
  readonly text: string;
}

export interface Difference {
  /** The request, or `exception`. */
  readonly what: string;
  readonly at: string;
  readonly languageId: string;
  /** The texts of the document since it was opened. */
  readonly history: readonly string[];
  readonly long: string;
  readonly fresh: string;
}

export interface FuzzTotals {
  readonly documents: number;
  readonly edits: number;
  /** Answers that were compared. */
  readonly answers: number;
  readonly differences: readonly Difference[];
}

export interface FuzzOptions {
  readonly seed: number;
  readonly texts: readonly FuzzedText[];
  /** Asked after each document. */
  readonly isOver: (totals: FuzzTotals) => boolean;
}

interface Side {
  readonly server: DirectServer;
  readonly clock: FakeClock;
}

const side = async (): Promise<Side> => {
  const clock = fakeClock();
  const server = await directServer({ clock });
  // Answers differ until the folder has been surveyed, which this request waits for.
  await server.ask('diagnosticsonWorkspace', { previousResultIds: [] });
  return { server, clock };
};

/** A fresh server is replaced after this many documents, so that it has no history either. */
const freshFor = 50;
const mostEdits = 24;
/** After one of so many edits, and always when the document was saved, the answers are compared. */
const comparedEvery = 2;
/** In every second document, this many characters of the prompt are enough: a longer one only takes longer. */
const shortPrompt = 1_500;
/** After an edit, one of so many requests of an editor is compared, of our own ones, and of those that take long. */
const share = { editor: 4, own: 16, long: 80 };

/** Requests whose answers wait for the end of a word while it is typed: they are compared when the document was saved. */
const waitsForPause = new Set(['tokens', 'hints', 'lenses', 'persona', 'outcomes']);
const takesLong = new Set([
  'why',
  'valid for all',
  'valid for nothing',
  'explain',
  'fix all',
  'source actions',
  'rename',
  'report',
]);

export async function fuzzEdits({ seed, texts, isOver }: FuzzOptions): Promise<FuzzTotals> {
  const random = dice(seed);
  const differences: Difference[] = [];
  const totals = { documents: 0, edits: 0, answers: 0, differences };
  const long = await side();
  let fresh = await side();
  let ofFresh = 0;
  do {
    const { at, text: original } = random.of(texts);
    const languageId = random.of(['markdown', 'chatagent']);
    const uri = `file:///w/${at}`;
    // The program of a file outside of all folders is guessed, and a line that is being typed does not change the guess.
    const isGuessed = at.startsWith('notes/');
    const history = [variantOf(original, random)];
    let text = history[0] ?? '';
    let version = 1;
    let caret = random.upTo(Math.min(text.length, 500) + 1);
    const report = (what: string, one: unknown, other: unknown): void => {
      differences.push({
        what,
        at,
        languageId,
        history: [...history],
        long: written(one),
        fresh: written(other),
      });
    };
    long.server.open(uri, text, languageId);
    const edits = 1 + random.upTo(mostEdits);
    for (let count = 0; count < edits; count++) {
      const edit = nameable(
        text,
        randomEdit(text, random, { before: caret, earlier: history.slice(0, -1) }),
      );
      const change = random.once(40) ? { text: applied(text, edit) } : changeOf(text, edit);
      const isSaved = random.once(4);
      text = applied(text, edit);
      caret = edit.start + edit.text.length;
      history.push(text);
      long.server.edit(uri, ++version, [change]);
      totals.edits++;
      // Some states arise only where something was asked in between, or typing paused.
      if (random.once(3)) await rest(long, random.of([100, 500, 900]));
      if (isSaved) {
        long.server.save(uri);
        await rest(long, 1_000);
      }
      if (!isSaved && !random.once(comparedEvery)) continue;
      forgetParsed();
      if (++ofFresh % freshFor === 0) fresh = await side();
      fresh.server.open(uri, text, languageId);
      if (isSaved) await rest(fresh, 1_000);
      const asked = placeAsked(uri, text, caret, random);
      for (const request of requestsFor(asked, random)) {
        if (!isSaved && (isGuessed || waitsForPause.has(request.name))) continue;
        // A list that opens by itself is shorter; the second one was requested.
        if (request.name === 'completion') ask(long, request);
        const [one, other] = [await ask(long, request), await ask(fresh, request)];
        totals.answers++;
        if (written(one) !== written(other)) report(request.name, one, other);
      }
      if (isSaved) {
        totals.answers += 2;
        const [one, other] = [long, fresh].map(({ server }) => server.diagnostics.get(uri) ?? []);
        if (written(one) !== written(other)) report('diagnostics', one, other);
        const [status, otherStatus] = [long, fresh].map(({ server }) => statusIn(server, uri));
        if (written(status) !== written(otherStatus)) report('status', status, otherStatus);
      }
      fresh.server.close(uri);
      for (const { server } of [long, fresh])
        for (const error of server.errors.splice(0)) report('exception', error, null);
      if (differences.length >= 50) return totals;
    }
    long.server.close(uri);
    await rest(long, random.of([0, 1_000]));
    totals.documents++;
  } while (!isOver(totals));
  return totals;
}

/** The text with line breaks of Windows, a byte order mark, a very long line or a shorter prompt, now and then. */
function variantOf(text: string, random: Dice): string {
  const broken = random.once(4) ? text.replaceAll(/\r?\n/g, '\r\n') : text;
  const prompt = broken.indexOf('\n---', 3);
  const short = prompt >= 0 && random.once(2) ? broken.slice(0, prompt + 4 + shortPrompt) : broken;
  const long = random.once(20) ? short.replace(/: /, `: ${'long '.repeat(1_000)}`) : short;
  return random.once(10) ? `\ufeff${long}` : long;
}

function placeAsked(uri: string, text: string, caret: number, random: Dice): Asked {
  const at = random.once(2) ? caret : random.upTo(Math.min(text.length, 600) + 1);
  return {
    uri,
    position: positionAt(text, text[at - 1] === '\r' && text[at] === '\n' ? at - 1 : at),
    whole: { start: { line: 0, character: 0 }, end: positionAt(text, text.length) },
    host: random.of(['claude-code', 'opencode', 'vscode', 'copilot-cli', 'kilo']),
  };
}

const requestsFor = (asked: Asked, random: Dice): readonly AnyRequest[] => [
  ...editorRequests(asked).filter(() => random.once(share.editor)),
  ...ownRequests(asked).filter(({ name }) =>
    random.once(takesLong.has(name) ? share.long : share.own),
  ),
];

const ask = ({ server }: Side, { handler, params }: AnyRequest): unknown =>
  server.ask(handler, params);

/** A document that was closed has a status without programs, which is no more than none. */
function statusIn({ statuses }: DirectServer, uri: string): unknown {
  const status = statuses.get(uri);
  return status?.hosts.length === 0 ? undefined : status;
}

/** Ordinals that count up in a session, and versions of the document, are not part of an answer. */
const written = (answer: unknown): string =>
  JSON.stringify(answer, (key, value) =>
    key === 'version' || key === 'resultId' || (key === 'data' && !Array.isArray(value))
      ? undefined
      : value,
  ) ?? 'nothing';

/** Lets the work run that waits for the requests of an edit, and for a pause of so many milliseconds. */
async function rest({ clock }: Side, ms: number): Promise<void> {
  await turns();
  clock.pass(ms);
  await turns();
}

async function turns(): Promise<void> {
  for (let count = 0; count < 5; count++) await new Promise((done) => setImmediate(done));
}

/** Empties the cache of the parser, which the two servers share. */
function forgetParsed(): void {
  for (let count = 0; count < 8; count++) parseYaml(`a: ${count}`, -1 - count);
}
