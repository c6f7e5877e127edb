// Messages for users, as data: an English template, which is the key of its translations, and the values of its placeholders.
// Hosts and rules only make them. What shows them renders them in its language: `translate.ts`.

/** A message: plain data. `args` are by the names of the placeholders in the template, such as `{host}`. */
export interface Message {
  readonly template: string;
  readonly args: MessageArgs;
}

/** Values by the names of their placeholders. A string is shown unchanged; a message is rendered in the same language. */
export type MessageArgs = Readonly<Record<string, MessagePart>>;

export type MessagePart = Text | number;

/** What is shown: a message, or a string that is the same in every language, such as a name. */
export type Text = Message | string;

/** A template such as `{host} ignores "{tool}".`, with or without the values of its placeholders. */
export type Sentence = string | Message;

const none: MessageArgs = {};

/** The message with these values: `t('{host} ignores it.', { host })`. Values that a sentence already has stay. */
export function t(sentence: Sentence, args: MessageArgs = none): Message {
  if (typeof sentence === 'string') return { template: sentence, args };
  return args === none ? sentence : { ...sentence, args: { ...args, ...sentence.args } };
}

/** A string that is the same in every language, such as a name or a message of a parser. */
export const verbatim = (text: string): Message => ({ template: '{text}', args: { text } });

/** Whole messages, and text between them that is the same in every language: composed`${problem} ${advice}`. */
export const composed = (
  texts: TemplateStringsArray,
  ...parts: readonly MessagePart[]
): Message => ({
  template: texts.map((text, at) => (at === 0 ? text : `{${at - 1}}${text}`)).join(''),
  args: Object.fromEntries(parts.entries()),
});

/** The messages, one after the other. */
export const joined = (parts: readonly MessagePart[], separator = ' '): Message => ({
  template: parts.map((_, at) => `{${at}}`).join(separator),
  args: Object.fromEntries(parts.entries()),
});

/** An integer with thousands separators: `12,345`. `toLocaleString` is too slow where many are formatted. */
export const formatCount = (count: number): string =>
  String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
