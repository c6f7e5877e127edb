import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { dropLateSuggestions } from '../../client/late-suggestions';

const neverShown = '(never shown)';

interface Caret {
  readonly line: number;
  readonly character: number;
  translate(lines: number, characters: number): Caret;
}

/** The positions and ranges of the editor, as far as they are used. */
const at = (character: number): Caret => ({
  line: 2,
  character,
  translate: (_, characters) => at(character + characters),
});
interface Range {
  readonly start: Caret;
  readonly end: Caret;
  with(change: { readonly end: Caret }): Range;
}
const between = (start: Caret, end: Caret): Range => ({
  start,
  end,
  with: (change) => between(start, change.end),
});

/** A server whose answers are released one by one, for a line with the caret at its end. */
function typing(languageId = 'markdown') {
  const document = { version: 1, line: '', languageId };
  const waiting: (() => void)[] = [];
  const client = { middleware: {} as Record<string, unknown> };
  const caret = (): Caret => at(document.line.length);
  let isTriggering = false;
  dropLateSuggestions(client as never, {
    caretIn: () => caret() as never,
    isTriggering: () => isTriggering,
    neverShown: () => ({ label: neverShown }),
  });
  let requests = 0;
  const values = ['ask', 'deny', 'allow'];
  /** No list for a complete value, unless the author requests it, as of the server. */
  const listAt = (line: string, isByAuthor: boolean): Item[] => {
    const text = line.replace('[', '');
    const range = between(at(line.length - text.length), at(line.length));
    return (text === '' || values.includes(text)) && !isByAuthor
      ? []
      : values.filter((one) => one.startsWith(text)).map((label) => ({ label, range }));
  };
  /** The version that was requested last: a second request for it is one of the author, unless it is for an open list. */
  let requested = 0;
  const ask = client.middleware.provideCompletionItem as (...all: unknown[]) => Promise<unknown>;
  return {
    type(text: string): void {
      document.line += text;
      document.version++;
    },
    requests: () =>
      ask(
        document,
        caret(),
        { triggerKind: 0 },
        { isCancellationRequested: false },
        async (...[, , context]: [unknown, unknown, vscode.CompletionContext]) => {
          const { line, version } = document;
          const { triggerKind, triggerCharacter } = context;
          const isByAuthor =
            triggerKind === 0 && triggerCharacter === undefined && requested === version;
          requested = version;
          requests++;
          await new Promise<void>((answered) => waiting.push(answered));
          return listAt(line, isByAuthor);
        },
      ) as Promise<Item[]>,
    trigger(is: boolean): void {
      isTriggering = is;
    },
    asked: () => requests,
    async answer(): Promise<void> {
      waiting.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

interface Item {
  readonly label: string;
  readonly range: Range;
}

const labels = (list: readonly { label: string }[]): readonly string[] =>
  (list ?? []).map(({ label }) => label);

describe('suggestions that arrive late', () => {
  it('open while the word is still as it was', async () => {
    const author = typing();
    author.type('a');
    const list = author.requests();
    await author.answer();
    assert.deepEqual(labels(await list), ['ask', 'allow']);
  });

  it('open when the author has typed further and the value is not complete', async () => {
    const author = typing();
    author.type('a');
    const list = author.requests();
    author.type('l');
    await author.answer();
    await author.answer();
    // VS Code filters a list by what has been typed since.
    assert.deepEqual(labels(await list), ['ask', 'allow']);
  });

  it('open for the word that was begun before the answer at its bracket, which offers nothing', async () => {
    const author = typing();
    author.type('[');
    const list = author.requests();
    author.type('de');
    await author.answer();
    await author.answer();
    const [item] = await list;
    assert.equal(item?.label, 'deny');
    // VS Code adds the two letters to the end of the range, because it requested the list before them.
    assert.deepEqual([item?.range.start.character, item?.range.end.character], [1, 1]);
  });

  it('do not open after a bracket when the word is complete by then', async () => {
    const author = typing();
    author.type('[');
    const list = author.requests();
    author.type('deny');
    await author.answer();
    await author.answer();
    assert.deepEqual(labels(await list), []);
  });

  it('do not open when the value is complete, however often the author has typed meanwhile', async () => {
    const author = typing();
    author.type('d');
    const list = author.requests();
    author.type('en');
    await author.answer();
    author.type('y');
    await author.answer();
    await author.answer();
    assert.deepEqual(labels(await list), []);
  });

  it('do not open when the complete value has been requested already', async () => {
    const author = typing();
    author.type('a');
    const late = author.requests();
    author.type('sk');
    const complete = author.requests();
    for (let answers = 0; answers < 3; answers++) await author.answer();
    assert.deepEqual(labels(await complete), []);
    assert.deepEqual(labels(await late), []);
  });

  it('do not open again when the list of the word start is triggered late', async () => {
    const author = typing();
    author.type('deny');
    const typed = author.requests();
    await author.answer();
    assert.deepEqual(labels(await typed), []);
    author.trigger(true);
    const triggered = author.requests();
    await author.answer();
    assert.deepEqual(labels(await triggered), [neverShown]);
  });

  it('leave no room for the words of open files where nothing is offered', async () => {
    const author = typing();
    author.type('reviewer');
    author.trigger(true);
    const triggered = author.requests();
    await author.answer();
    assert.deepEqual(labels(await triggered), [neverShown]);
    author.trigger(false);
    const requested = author.requests();
    await author.answer();
    assert.deepEqual(labels(await requested), []);
  });

  it('leave no room for these words in TOML, where the editor requests suggestions by itself', async () => {
    const author = typing('toml');
    author.type('docs');
    const typed = author.requests();
    await author.answer();
    assert.deepEqual(labels(await typed), [neverShown]);
  });

  it('open when the author requests them after typing', async () => {
    const author = typing();
    author.type('de');
    const typed = author.requests();
    await author.answer();
    await typed;
    const requested = author.requests();
    await author.answer();
    assert.deepEqual(labels(await requested), ['deny']);
    assert.equal(author.asked(), 2);
  });
});
