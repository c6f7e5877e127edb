// Messages for users: English templates with named placeholders, translated when they are rendered.
import { type MessageArgs, t } from './l10n';

/** A template such as `{host} ignores "{tool}".`, with or without the values of its placeholders. */
export type Message = string | TemplateWithArgs;

interface TemplateWithArgs {
  readonly template: string;
  readonly args: MessageArgs;
}

/** A template with the values that are already known. */
export const message = (template: string, args: MessageArgs): Message => ({ template, args });

/** The message in the user's language. @param args values of the remaining placeholders. */
export const render = (text: Message, args: MessageArgs = {}): string =>
  typeof text === 'string' ? t(text, args) : t(text.template, { ...args, ...text.args });

/** An integer with thousands separators: `12,345`. `toLocaleString` is too slow where many are formatted. */
export const formatCount = (count: number): string =>
  String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
