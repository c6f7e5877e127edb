// What a scalar without quotes is: a number, a boolean, nothing, or a text. The YAML 1.2 core schema with the
// edges of the Rust library that the Copilot CLI reads it with.
import type { Value } from '../../../agent/value';
import { Refusal } from './source';
import type { Token } from './token';

const nothing = /^(?:|~|null|Null|NULL)$/;
const truth = /^(?:true|True|TRUE)$/;
const untruth = /^(?:false|False|FALSE)$/;
const infinite = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const whole = /^[-+]?(?:\d+|0x[0-9A-Fa-f]+|0o[0-7]+|0b[01]+)$/;
const decimal = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;
/** `007` is a text. */
const padded = /^[-+]?0\d+$/;

const core = 'tag:yaml.org,2002:';

/** The value of a scalar token with its tag. */
export function resolve({ text, style, start, end }: Token, tag: string | null): Value {
  const span = { start, end };
  const own = tag === null || tag.startsWith('!');
  if (own && style !== 'plain') return { kind: 'text', text, style, span };
  if (own) return untagged(text, span);
  const value = tagged(text, span, tag);
  if (value === null) throw new Refusal(`"${text.slice(0, 40)}" is not what its tag says`, start);
  return value;
}

function untagged(text: string, span: Value['span']): Value {
  const plain = { kind: 'text', text, style: 'plain', span } as const;
  if (nothing.test(text)) return { kind: 'null', source: text, span };
  if (truth.test(text) || untruth.test(text))
    return { kind: 'boolean', boolean: truth.test(text), source: text, span };
  return numeric(text, span) ?? plain;
}

/** Null where the text is not what the tag says. Tags that the library does not know make a text. */
function tagged(text: string, span: Value['span'], tag: string): Value | null {
  const value = untagged(text, span);
  switch (tag) {
    case `${core}null`:
      return value.kind === 'null' && value.source === text && nothing.test(text) ? value : null;
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

function numeric(text: string, span: Value['span']): Value | null {
  // The number that JSON has no word for becomes nothing.
  if (infinite.test(text)) return { kind: 'null', source: text, span };
  if (padded.test(text)) return null;
  if (whole.test(text)) return integer(text, span);
  if (!decimal.test(text)) return null;
  const number = Number(text);
  return Number.isFinite(number) ? { kind: 'number', number, source: text, span } : null;
}

const maxUnsigned = 2n ** 64n;
const maxWide = 2n ** 128n;

/** Between 64 and 128 bits the library has a number that it cannot hand on, and refuses the file. */
function integer(text: string, span: Value['span']): Value {
  const negative = text.startsWith('-');
  const size = BigInt(text.replace(/^[-+]/, ''));
  const fits = negative ? size <= maxUnsigned / 2n : size < maxUnsigned;
  const wide = negative ? size <= maxWide / 2n : size < maxWide;
  if (!fits && wide) throw new Refusal('the number is too large', span.start);
  const number = Number(size) * (negative ? -1 : 1);
  return { kind: 'number', number, source: text, span };
}
