// Messages in Markdown, whose values are names and texts from files.
import { escapeMarkdown } from './escape-markdown';
import { type Message, type MessageArgs, type Sentence, t } from './message';

/**
 * The message for Markdown: values of its own placeholders, such as names from a file, are escaped.
 * @param args values of the remaining placeholders, which are Markdown already.
 */
export const inMarkdown = (sentence: Sentence, args?: MessageArgs): Message =>
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
