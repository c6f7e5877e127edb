// Resolves a plain scalar to a number, a boolean, null or a string: the YAML 1.2 core schema with the edge cases of the Rust
// library serde_yaml.
import { t } from '../../../text/message';
import type { Value } from '../../../yaml/value';
import { SyntaxFault } from './source';
import type { Token } from './token';

const nullForm = /^(?:|~|null|Null|NULL)$/;
const trueForm = /^(?:true|True|TRUE)$/;
const falseForm = /^(?:false|False|FALSE)$/;
const infinite = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const whole = /^[-+]?(?:\d+|0x[0-9A-Fa-f]+|0o[0-7]+|0b[01]+)$/;
const decimal = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/;
/** `007` is a string. */
const padded = /^[-+]?0\d+$/;

const core = 'tag:yaml.org,2002:';

/**
 * The value of a scalar token with its tag.
 * @param hasLimit whether a number of more than 64 bits is an error.
 */
export function resolve(
  { text, style, start, end }: Token,
  tag: string | null,
  hasLimit: boolean,
): Value {
  const span = { start, end };
  const isUntagged = tag === null || tag.startsWith('!');
  if (isUntagged && style !== 'plain') return { kind: 'text', text, style, span };
  if (isUntagged) return untagged(text, span, hasLimit);
  const value = tagged(text, span, tag, hasLimit);
  if (value === null && !hasLimit) return { kind: 'text', text, style: 'plain', span };
  if (value === null)
    throw new SyntaxFault(
      t('"{value}" does not match its tag', { value: text.slice(0, 40) }),
      start,
    );
  return value;
}

function untagged(text: string, span: Value['span'], hasLimit: boolean): Value {
  const plain = { kind: 'text', text, style: 'plain', span } as const;
  if (nullForm.test(text)) return { kind: 'null', source: text, span };
  if (trueForm.test(text) || falseForm.test(text))
    return { kind: 'boolean', boolean: trueForm.test(text), source: text, span };
  return numeric(text, span, hasLimit) ?? plain;
}

/** The value with this tag; null if the text does not match it. With a tag that the library does not know it is a string. */
function tagged(text: string, span: Value['span'], tag: string, hasLimit: boolean): Value | null {
  const value = untagged(text, span, hasLimit);
  switch (tag) {
    case `${core}null`:
      return value.kind === 'null' && value.source === text && nullForm.test(text) ? value : null;
    case `${core}bool`:
      return value.kind === 'boolean' ? value : null;
    case `${core}int`:
      return value.kind === 'number' && whole.test(text) ? value : null;
    case `${core}float`:
      return value.kind === 'number' || infinite.test(text) ? value : null;
    default:
      return { kind: 'text', text, style: 'plain', span };
  }
}

function numeric(text: string, span: Value['span'], hasLimit: boolean): Value | null {
  // A number that JSON cannot represent becomes null.
  if (infinite.test(text)) return { kind: 'null', source: text, span };
  if (padded.test(text)) return null;
  if (whole.test(text)) return integer(text, span, hasLimit);
  if (!decimal.test(text)) return null;
  const number = Number(text);
  return Number.isFinite(number) ? { kind: 'number', number, source: text, span } : null;
}

const maxUnsigned = 2n ** 64n;
const maxWide = 2n ** 128n;

/** The library rejects a file with a number between 64 and 128 bits, which it can read but not convert. */
function integer(text: string, span: Value['span'], hasLimit: boolean): Value {
  const negative = text.startsWith('-');
  const size = BigInt(text.replace(/^[-+]/, ''));
  const fits = negative ? size <= maxUnsigned / 2n : size < maxUnsigned;
  const wide = negative ? size <= maxWide / 2n : size < maxWide;
  if (hasLimit && !fits && wide) throw new SyntaxFault('the number is too large', span.start);
  const number = Number(size) * (negative ? -1 : 1);
  return { kind: 'number', number, source: text, span };
}
