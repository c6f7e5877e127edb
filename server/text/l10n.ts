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
  const parts = partsOf(text ?? template);
  let filled = parts[0] ?? '';
  for (let at = 1; at < parts.length; at += 2) {
    const name = parts[at] ?? '';
    const value = Object.hasOwn(args, name) ? args[name] : `{${name}}`;
    filled += `${value}${parts[at + 1]}`;
  }
  return filled;
}

/** Text and names of placeholders, in turn. Cached because most templates are used repeatedly. */
function partsOf(template: string): readonly string[] {
  const known = splitTemplates.get(template);
  if (known) return known;
  const parts = template.split(/\{(\w+)\}/);
  if (splitTemplates.size < maxTemplates) splitTemplates.set(template, parts);
  return parts;
}

const splitTemplates = new Map<string, readonly string[]>();
/** More than the program has. */
const maxTemplates = 5_000;
