// The lines of a hover: what each host does with one field, tool or model. Hosts with the same answer share a line.

import { markdownCode } from '../../text/escape-markdown';
import { inMarkdown } from '../../text/in-markdown';
import { composed, joined, type Message, type Sentence, type Text, t } from '../../text/message';
import { distinct, english } from '../../text/translate';

export interface Effect {
  /** The host's product name. */
  readonly host: string;
  /** The hover answers for this host first: the file is in its folder, or the user chose it in the settings. */
  readonly isMain: boolean;
  /** A label for one or more hosts, such as `granted`. No full stop. Empty where only `sentence` answers. */
  readonly brief: Text;
  /** A sentence with `{host}`. Main hosts show it in place of `brief`, other hosts where `brief` is empty. */
  readonly sentence?: Sentence | undefined;
  /** Whole sentences that follow; shown for main hosts only. */
  readonly more: readonly Text[];
}

/** Markdown: a paragraph line for each answer of the main hosts, then a list of the other hosts. */
export function effectLines(effects: readonly Effect[]): Message {
  const groups = new Map<string, Effect[]>();
  for (const effect of [...effects.filter(isMain), ...effects.filter((one) => !isMain(one))]) {
    const key = english(shownSentence(effect) ?? effect.brief);
    groups.set(key, [...(groups.get(key) ?? []), effect]);
  }
  const lines = [...groups.values()].map((group) => ({
    isMain: group.some(isMain),
    text: lineOf(group),
  }));
  const mains = lines.filter(isMain).map(({ text }) => text);
  const others = lines.filter((line) => !isMain(line)).map(({ text }) => composed`- ${text}`);
  return joined(
    // Two spaces at the end of a line break it there.
    [joined(mains, '  \n'), joined(others, '\n')].filter(({ template }) => template !== ''),
    '\n\n',
  );
}

const isMain = (one: { readonly isMain: boolean }): boolean => one.isMain;

const nameOf = (effect: Effect): string => (effect.isMain ? `**${effect.host}**` : effect.host);

/** Undefined where the label is shown. */
const shownSentence = (effect: Effect): Message | undefined =>
  effect.sentence !== undefined && (effect.isMain || effect.brief === '')
    ? inMarkdown(effect.sentence, { host: nameOf(effect) })
    : undefined;

function lineOf(group: readonly Effect[]): Message {
  const names = group.map(nameOf).join(', ');
  const [first] = group;
  const brief = first?.brief ?? '';
  const more = distinct(group.filter(isMain).flatMap((effect) => effect.more));
  const sentence = first && shownSentence(first);
  // A sentence without the name of its host needs it in front.
  if (sentence !== undefined)
    return joined([
      first && english(sentence).includes(nameOf(first))
        ? sentence
        : composed`${names}: ${sentence}`,
      ...more,
    ]);
  return composed`${names}: ${joined([more.length > 0 ? composed`${brief}.` : brief, ...more])}`;
}

/** `` `a`, `b` and 3 more ``. */
export function nameList(names: readonly string[], most = 6): Text {
  const shown = names.slice(0, most).map(markdownCode);
  const count = names.length - shown.length;
  return count > 0
    ? t('{names} and {count} more', { names: shown.join(', '), count })
    : shown.join(', ');
}
