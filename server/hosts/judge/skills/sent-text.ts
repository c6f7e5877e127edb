// The text that a host sends to the model when a skill or command is called, without running anything.

import { textOf } from '../../../yaml/value';
import type { BodyLanguage } from '../../model/body-language';
import type { FieldVerdict } from '../../model/field-verdict';
import { argumentTokens, bodyTokens, shellTokens } from './body-tokens';

export interface SentText {
  readonly parts: readonly SentPart[];
  /** The commands that the host runs first, in order, with the arguments in them. */
  readonly commands: readonly string[];
  /** The paths that it attaches, if there are such files, in order. */
  readonly files: readonly string[];
}

export type SentPart =
  | { readonly kind: 'text'; readonly text: string }
  /** What a command prints. */
  | { readonly kind: 'output'; readonly command: string }
  /** The value of `${NAME}`. */
  | { readonly kind: 'value'; readonly name: string };

/**
 * The text that the host sends for the arguments of a call; null where that is not known.
 * @param typed what follows the name in a call.
 * @param names the names of the arguments, in their order.
 */
export function sentText(
  text: string,
  typed: string,
  language: BodyLanguage,
  names: readonly string[] = [],
): SentText | null {
  const inserted = withArguments(text, typed, language, names);
  if (inserted === null) return null;
  const { shell } = language;
  if (shell && !shell.fromArguments && typed.includes('!`')) return null;
  const parts: SentPart[] = [];
  const commands: string[] = [];
  let from = 0;
  for (const { span, ...token } of shellTokens(inserted, language)) {
    if (token.kind !== 'command') continue;
    parts.push(...valuesIn(inserted.slice(from, span.start), language));
    parts.push({ kind: 'output', command: token.command });
    commands.push(token.command);
    from = span.end;
  }
  parts.push(...valuesIn(inserted.slice(from), language));
  const whole = { start: 0, end: inserted.length };
  const files = bodyTokens(inserted, whole, language).flatMap((token) =>
    token.kind === 'file' ? [token.path] : [],
  );
  return { parts, commands, files: [...new Set(files)] };
}

/** The names that a file gives its arguments. A number is no name. */
export function argumentNames(
  fields: readonly FieldVerdict[],
  { namesIn }: BodyLanguage,
): readonly string[] {
  const value = fields.find(({ key }) => key === namesIn)?.value;
  const names =
    value?.kind === 'list'
      ? value.items.flatMap((item) => textOf(item) ?? [])
      : (textOf(value)?.split(/\s+/) ?? []);
  return names.filter((name) => name !== '' && !/^\d+$/.test(name));
}

function withArguments(
  text: string,
  typed: string,
  language: BodyLanguage,
  names: readonly string[],
): string | null {
  const tokens = argumentTokens(text, language, names);
  const words = language.split(typed);
  if (hasMore(words, text, language)) return null;
  const isLiteral = language.insertsLiterally === true || !typed.includes('$');
  let sent = '';
  let from = 0;
  let isUsed = false;
  for (const token of tokens) {
    const { start, end } = token.span;
    const written = text.slice(start, end);
    if (token.kind === 'variable') continue;
    sent += text.slice(from, start);
    from = end;
    if (token.kind === 'escape') {
      sent += written.slice(1);
      continue;
    }
    if (!isLiteral) return null;
    if (token.kind === 'arguments') sent += typed;
    else if (!words) return null;
    else if (token.kind === 'named-argument') sent += words[token.at] ?? '';
    else if (token.kind === 'argument') {
      const value = argumentAt(words, token, language);
      sent += value ?? written;
      if (value === null) continue;
    }
    isUsed = true;
  }
  sent += text.slice(from);
  if (isUsed || typed === '') return sent;
  return isLiteral ? `${sent}${language.appends}${typed}` : null;
}

/** Whether a number that is text in most calls may be an argument of this one. */
const hasMore = (
  words: readonly string[] | null,
  text: string,
  { highest = Number.POSITIVE_INFINITY }: BodyLanguage,
): boolean => (words?.length ?? 0) > highest + 1 && /\$(?:ARGUMENTS\[)?[1-9]\d/.test(text);

/** Null where the number is left unchanged. */
function argumentAt(
  words: readonly string[],
  { at, isLast }: { readonly at: number; readonly isLast: boolean },
  { missing }: BodyLanguage,
): string | null {
  if (at >= words.length) return missing === 'empty' ? '' : null;
  if (isLast) return words.slice(at).join(' ');
  // A number before the first one is an index that JavaScript does not find.
  return words[at] ?? 'undefined';
}

function valuesIn(text: string, language: BodyLanguage): readonly SentPart[] {
  const parts: SentPart[] = [];
  let from = 0;
  for (const token of argumentTokens(text, language)) {
    if (token.kind !== 'variable') continue;
    parts.push({ kind: 'text', text: text.slice(from, token.span.start) });
    parts.push({ kind: 'value', name: token.name });
    from = token.span.end;
  }
  parts.push({ kind: 'text', text: text.slice(from) });
  return parts.filter((part) => part.kind !== 'text' || part.text !== '');
}
