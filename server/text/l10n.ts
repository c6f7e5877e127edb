// Messages in the language of the user. English templates are the keys, with named placeholders such as `{host}`. Not
// `@vscode/l10n`: that package can also fetch bundles over the network, which no bundle of ours may contain.

/** Values by the names of their placeholders. */
export type MessageArgs = Readonly<Record<string, string | number>>;

let translations: Readonly<Record<string, string>> = {};

/** Sets the translations for this process, by their English templates. Without an entry a message stays English. */
export function setTranslations(byTemplate: Readonly<Record<string, string>>): void {
  translations = byTemplate;
}

/** The template in the language of the user, with its placeholders filled in: `t('{host} ignores it.', { host })`. */
export function t(template: string, args: MessageArgs = {}): string {
  const text = Object.hasOwn(translations, template) ? translations[template] : undefined;
  return (text ?? template).replaceAll(/\{(\w+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(args, name) ? String(args[name]) : placeholder,
  );
}
