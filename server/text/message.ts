// What is shown to people: English with named placeholders, translated when it is shown.
import { t } from '@vscode/l10n';

/** A template such as `{host} ignores "{tool}".`, with or without the values of its placeholders. */
export type Message = string | TemplateWithArgs;

interface TemplateWithArgs {
  readonly template: string;
  readonly args: MessageArgs;
}

/** Values by the names of their placeholders. */
export type MessageArgs = Readonly<Record<string, string>>;

/** A template together with the values that are already known. */
export const message = (template: string, args: MessageArgs): Message => ({ template, args });

/** The message in the language of the user. @param args values of the placeholders that the message leaves open. */
export const render = (of: Message, args: MessageArgs = {}): string =>
  typeof of === 'string' ? t(of, args) : t(of.template, { ...args, ...of.args });
