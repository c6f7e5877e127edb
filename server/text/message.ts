// Messages for users: English templates with named placeholders, translated when they are rendered.

import { escapeMarkdown } from './escape-markdown';
import { type MessageArgs, t } from './l10n';

/** A template such as `{host} ignores "{tool}".`, with or without the values of its placeholders. */
export type Message = string | TemplateWithArgs;

interface TemplateWithArgs {
  readonly template: string;
  readonly args: MessageArgs;
}

/** A template with the values that are already known. */
export const message = (template: string, args: MessageArgs): Message => ({ template, args });

/**
 * The message for Markdown: values of its own placeholders, such as names from a file, are escaped.
 * @param args values of the remaining placeholders, which are Markdown already.
 */
export const renderMarkdown = (text: Message, args: MessageArgs = {}): string =>
  typeof text === 'string'
    ? t(text, args)
    : t(text.template, {
        ...args,
        ...mapValues(text.args, (value) => escapeMarkdown(String(value))),
      });

const mapValues = (args: MessageArgs, change: (value: string | number) => string): MessageArgs =>
  Object.fromEntries(Object.entries(args).map(([name, value]) => [name, change(value)]));

/** The message in the user's language. @param args values of the remaining placeholders. */
export const render = (text: Message, args: MessageArgs = {}): string =>
  typeof text === 'string' ? t(text, args) : t(text.template, { ...args, ...text.args });

/** An integer with thousands separators: `12,345`. `toLocaleString` is too slow where many are formatted. */
export const formatCount = (count: number): string =>
  String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
