// What messages call the kinds of values. A map and a list of YAML are a table and an array in TOML, an object and an array in JSON.
import type { DocumentForm } from '../../agent/outline';
import { type Message, t, verbatim } from '../../text/message';
import { oneLine } from '../../text/one-line';
import type { Value } from '../../yaml/value';

interface ValueTerms {
  readonly map: Message;
  readonly list: Message;
  readonly listOfStrings: Message;
  readonly listOfMaps: Message;
  readonly nonEmptyList: Message;
  readonly nonEmptyListOfStrings: Message;
  readonly nonEmptyListOfMaps: Message;
  readonly emptyList: Message;
  readonly listOrString: Message;
  /** The title of a fix. */
  readonly toList: Message;
}

/** By the form of the document that contains the value. */
export const valueTerms: Readonly<Record<DocumentForm, ValueTerms>> = {
  markdown: {
    map: t('a map'),
    list: t('a list'),
    listOfStrings: t('a list of strings'),
    listOfMaps: t('a list of maps'),
    nonEmptyList: t('a non-empty list'),
    nonEmptyListOfStrings: t('a non-empty list of strings'),
    nonEmptyListOfMaps: t('a non-empty list of maps'),
    emptyList: t('an empty list'),
    listOrString: t('a list or a comma-separated string'),
    toList: t('Convert to a list'),
  },
  toml: {
    map: t('a table'),
    list: t('an array'),
    listOfStrings: t('an array of strings'),
    listOfMaps: t('an array of tables'),
    nonEmptyList: t('a non-empty array'),
    nonEmptyListOfStrings: t('a non-empty array of strings'),
    nonEmptyListOfMaps: t('a non-empty array of tables'),
    emptyList: t('an empty array'),
    listOrString: t('an array or a comma-separated string'),
    toList: t('Convert to an array'),
  },
  json: {
    map: t('an object'),
    list: t('an array'),
    listOfStrings: t('an array of strings'),
    listOfMaps: t('an array of objects'),
    nonEmptyList: t('a non-empty array'),
    nonEmptyListOfStrings: t('a non-empty array of strings'),
    nonEmptyListOfMaps: t('a non-empty array of objects'),
    emptyList: t('an empty array'),
    listOrString: t('an array or a comma-separated string'),
    toList: t('Convert to an array'),
  },
};

/** The value for messages: `a list`, `the number 5`, `"teal"`. */
export function describe(value: Value, form: DocumentForm = 'markdown'): Message {
  const terms = valueTerms[form];
  switch (value.kind) {
    case 'text':
      return value.text === '' ? t('an empty string') : verbatim(inQuotes(oneLine(value.text, 40)));
    case 'number':
      return t('the number {number}', { number: value.source });
    case 'boolean':
      return verbatim(value.source);
    case 'null':
      return form === 'json' ? verbatim('null') : t('empty');
    case 'date':
      return t('a date');
    case 'list':
      return value.items.length === 0 ? terms.emptyList : terms.list;
    case 'map':
      return terms.map;
  }
}

/** A host that reads lines, not YAML, may take quotes for a part of the value. They are not doubled. */
const inQuotes = (text: string): string => (/^"[^"]*"$/.test(text) ? text : `"${text}"`);
