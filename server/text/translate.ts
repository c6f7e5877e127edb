// Renders messages in one language, where an answer leaves the core. Not `@vscode/l10n`: that package can also fetch bundles
// over the network, which no bundle of ours may contain.

import type { Message, Text } from './message';

/** Translated templates by their English ones. Without an entry a message stays English. */
export type Translations = Readonly<Record<string, string>>;

/** A message in the language of the reader. A string is returned unchanged. */
export type Translate = (text: Text) => string;

/** @returns the function that renders messages with these translations */
export function translator(translations: Translations): Translate {
  const translate: Translate = (text) => (typeof text === 'string' ? text : rendered(text));
  const rendered = ({ template, args }: Message): string => {
    const parts = partsOf(
      Object.hasOwn(translations, template) ? translations[template] : template,
    );
    let text = parts[0] ?? '';
    for (let at = 1; at < parts.length; at += 2) {
      const name = parts[at] ?? '';
      const value = Object.hasOwn(args, name) ? args[name] : `{${name}}`;
      text += `${typeof value === 'object' ? rendered(value) : value}${parts[at + 1]}`;
    }
    return text;
  };
  return translate;
}

/** The messages without those that read the same as one before. */
export const distinct = <T extends Text>(messages: readonly T[]): readonly T[] => [
  ...new Map(messages.map((message) => [english(message), message])).values(),
];

/** The message in English: for the command line, and where messages are compared. */
export const english: Translate = translator({});

/** Text and names of placeholders, in turn. Cached because most templates are used repeatedly. */
function partsOf(template = ''): readonly string[] {
  const known = splitTemplates.get(template);
  if (known) return known;
  const parts = template.split(/\{(\w+)\}/);
  if (splitTemplates.size < maxTemplates) splitTemplates.set(template, parts);
  return parts;
}

const splitTemplates = new Map<string, readonly string[]>();
/** More than the program has. */
const maxTemplates = 5_000;
