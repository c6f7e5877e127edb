// Messages in the language of the user, for the features: what they show is text. Hosts and rules make messages as data
// (`message.ts`), which are rendered here or by the translator of a view.

import { escapeMarkdown } from './escape-markdown';
import { type Message, type MessageArgs, t as messageOf, type Sentence } from './message';
import { type Translate, type Translations, translator } from './translate';

let translate: Translate = translator({});

/** Sets the translations for this process, by their English templates. Without an entry a message stays English. */
export function setTranslations(translations: Translations): void {
  translate = translator(translations);
}

/** The message in the language of the user: `t('{host} ignores it.', { host })`. */
export const t = (sentence: Sentence, args?: MessageArgs): string =>
  translate(messageOf(sentence, args));

/**
 * The same for Markdown: values of its own placeholders, such as names from a file, are escaped.
 * @param args values of the remaining placeholders, which are Markdown already.
 */
export const inMarkdown = (sentence: Sentence, args?: MessageArgs): string =>
  t(typeof sentence === 'string' ? sentence : escaped(sentence), args);

const escaped = ({ template, args }: Message): Message => ({
  template,
  args: Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      typeof value === 'object' ? escaped(value) : escapeMarkdown(String(value)),
    ]),
  ),
});
