// The suggest widget of an editor, as far as typing goes: when it asks the server, what it shows, which item has the
// focus, and what Enter would write. Modelled on VS Code 1.139: trigger characters replace the list, letters open or
// filter it, an incomplete list is requested again at each letter.

const isWordCharacter = (char) => /[\p{L}\p{N}_]/u.test(char);

export class SuggestWidget {
  #ask;
  #triggers;
  #list = null;

  /**
   * @param ask `(context) => Promise<{items, isIncomplete}>`, a completion request at the caret.
   * @param triggers trigger characters of the server.
   */
  constructor(ask, triggers) {
    this.#ask = ask;
    this.#triggers = new Set(triggers);
  }

  close() {
    this.#list = null;
  }

  /** After `char` was typed; `text` ends at the caret. */
  async typed(char, text) {
    if (char === '\n') return this.close();
    if (this.#triggers.has(char))
      return this.#open(await this.#ask({ triggerKind: 2, triggerCharacter: char }), text);
    if (!isWordCharacter(char)) return this.close();
    if (!this.#list) return this.#open(await this.#ask({ triggerKind: 1 }), text);
    if (this.#list.isIncomplete) return this.#open(await this.#ask({ triggerKind: 3 }), text);
    if (this.shown(text).length === 0) this.close();
  }

  /** Labels from top to bottom. `text` ends at the caret. */
  shown(text) {
    return this.#matching(text).map(({ item }) => item.label);
  }

  /** The text before the caret after Enter accepts the focused item; null where Enter only breaks the line. */
  accepted(text, lineStart) {
    const [first] = this.#matching(text);
    if (!first) return null;
    const { range, newText } = first.item.textEdit;
    const start = lineStart + range.start.character;
    return { label: first.item.label, text: `${text.slice(0, start)}${plain(newText)}` };
  }

  #open({ items, isIncomplete }, text) {
    this.#list = items.length > 0 ? { items, isIncomplete } : null;
    if (this.shown(text).length === 0) this.close();
  }

  #matching(text) {
    const line = text.slice(text.lastIndexOf('\n') + 1);
    return sorted(
      (this.#list?.items ?? []).map((item) => {
        const word = line.slice(item.textEdit.range.start.character);
        return { item, score: score(word, item.filterText ?? item.label) };
      }),
    );
  }
}

const sorted = (scored) =>
  scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || compare(a.item, b.item));

/** The items that `word` leaves, as they are shown. */
export const ranked = (items, word) =>
  sorted(items.map((item) => ({ item, score: score(word, item.filterText ?? item.label) }))).map(
    ({ item }) => item,
  );

const compare = (a, b) => {
  const [one, other] = [a.sortText ?? a.label, b.sortText ?? b.label];
  if (one !== other) return one < other ? -1 : 1;
  return a.label < b.label ? -1 : 1;
};

/** 0: no match. Letters in order are enough; a prefix counts most, then the beginning of a part, then equal case. */
function score(word, label) {
  const wanted = word.trimStart();
  if (wanted === '') return 1;
  if (label.startsWith(wanted)) return 100;
  const [low, typed] = [label.toLowerCase(), wanted.toLowerCase()];
  if (low.startsWith(typed)) return 90;
  const part = low.indexOf(typed);
  if (part > 0) return isPartStart(label, part) ? 60 : 40;
  let at = 0;
  for (const char of typed) {
    at = low.indexOf(char, at) + 1;
    if (at === 0) return 0;
  }
  return low[0] === typed[0] ? 20 : 10;
}

const isPartStart = (label, at) =>
  !isWordCharacter(label[at - 1]) || label[at - 1] === '_' || /[A-Z]/.test(label[at]);

/** A snippet as the text that it stands for. */
const plain = (snippet) =>
  snippet
    .replaceAll(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
    .replaceAll(/\$\{\d+:([^}]*)\}/g, '$1')
    .replaceAll(/\$(?:\d+|\{\d+\})/g, '');
