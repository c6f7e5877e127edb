// Formats strings as YAML scalars that the parser of every host reads as the same string, whether YAML 1.1, 1.2 or custom.

export type ScalarStyle = 'plain' | 'single' | 'double';

/**
 * The string as a scalar: plain where that is safe in every dialect, otherwise quoted.
 * @param prefer the style to use where it can represent the string.
 */
export function scalar(text: string, prefer: ScalarStyle = 'plain'): string {
  if (prefer === 'plain' && isSafePlain(text)) return text;
  if (prefer !== 'double' && canSingle(text)) return single(text);
  return doubleQuoted(text);
}

/** As `scalar`, for a flow collection, where `,[]{}` need quotes. */
export function flowScalar(text: string, prefer: ScalarStyle = 'plain'): string {
  if (prefer === 'plain' && isSafePlain(text) && !/[,[\]{}]/.test(text)) return text;
  return scalar(text, prefer === 'plain' ? 'single' : prefer);
}

const reserved = /^(?:~|null|true|false|yes|no|on|off|y|n|\.nan|[-+]?\.inf)$/i;
/** Broader than the numbers, times and versions of any dialect: unnecessary quotes around `1.2.3` do no harm. */
const numeric = /^(?:[-+:,e]*[.0-9_][-+.0-9_:,e]*|[-+]?0[xob][0-9a-f_]+)$/i;
const dated = /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}/;

/** Whether the string needs no quotes on one line. */
export function isSafePlain(text: string): boolean {
  if (text === '' || text.trim() !== text || !isPrintableLine(text)) return false;
  if (/^[-?:](?:\s|$)/.test(text) || /^[,[\]{}#&*!|>'"%@`]/.test(text)) return false;
  if (/^(?:---|\.\.\.)(?:\s|$)/.test(text) || text === '=' || text === '<<') return false;
  if (/:(?:\s|$)/.test(text) || /\s#/.test(text)) return false;
  return !(reserved.test(text) || numeric.test(text) || dated.test(text));
}

const canSingle = (text: string): boolean => isPrintableLine(text);

// biome-ignore lint/suspicious/noControlCharactersInRegex: matches control characters on purpose
const unprintable = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/;

const isPrintableLine = (text: string): boolean =>
  !unprintable.test(text) && !loneSurrogate.test(text);

/** Whether a block scalar, which has no escapes, can represent the string. */
export const fitsBlockScalar = (text: string): boolean =>
  isPrintableLine(text.replaceAll('\n', ''));

const single = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const shortEscapes: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '"': '\\"',
  '\\': '\\\\',
};

function doubleQuoted(text: string): string {
  const escaped = text.replaceAll(/[\n\r\t"\\]/g, (char) => shortEscapes[char] ?? char);
  if (isPrintableLine(escaped)) return `"${escaped}"`;
  return `"${[...escaped].map((char) => (isPrintableLine(char) ? char : `\\u${hex(char)}`)).join('')}"`;
}

/** A lone surrogate: with the flag `u`, a pair is one character. */
const loneSurrogate = /[\ud800-\udfff]/u;

const hex = (char: string): string => char.charCodeAt(0).toString(16).padStart(4, '0');

/** The string as it is written between quotes of that kind. */
export function escapeQuoted(quote: '"' | "'", text: string): string {
  return quote === "'" && canSingle(text)
    ? text.replaceAll("'", "''")
    : doubleQuoted(text).slice(1, -1);
}

/** Puts double quotes around a string with escapes; quotes and backslashes that are not part of an escape are escaped. */
export function requote(inner: string): string {
  const safe = inner.replaceAll(
    /\\(?:[0abefnrtvNLP_ "/\\]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})|["\\]|\n/g,
    (part) => {
      if (part === '\n') return '\\n';
      return part.length === 1 ? `\\${part}` : part;
    },
  );
  return `"${safe}"`;
}
