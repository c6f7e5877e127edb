// JSON in which Codex refuses a key that it knows if it is there twice. Of two others with one name it takes the last.
import { type Json, type JsonEntry, parseJsonc } from '../../text/jsonc';
import { type Message, t } from '../../text/message';
import type { Span } from '../../text/span';
import { unmarkedJsonReader } from '../judge/reading/strict-json-reader';
import { type Reader, unread } from '../model/reading';

/** The keys of a map that may be there once, and the maps below them, also in lists. */
export interface Keys {
  readonly known: ReadonlySet<string>;
  readonly below?: (key: string) => Keys | undefined;
}

export const uniqueKeysReader =
  (keys: Keys): Reader =>
  (input) => {
    const again = keyTwiceIn(input.outline.text, keys);
    return again
      ? unread({ code: 'duplicate-key', fatal: true, span: again.span, message: again.message })
      : unmarkedJsonReader(input);
  };

/** The second occurrence of a key for which there is only one place, as a fault; null where there is none, or no JSON. */
export function keyTwiceIn(
  text: string,
  keys: Keys,
): { readonly span: Span; readonly message: Message } | null {
  const json = parseJsonc(text);
  const again = 'root' in json ? repeatedKey(json.root, keys) : null;
  return (
    again && {
      span: again.keySpan,
      message: t('The key "{key}" occurs twice.', { key: again.key }),
    }
  );
}

function repeatedKey(json: Json, keys: Keys): JsonEntry | null {
  if (json.kind === 'plain') return null;
  if (json.kind === 'list') return firstOf(json.items, (item) => repeatedKey(item, keys));
  const seen = new Set<string>();
  return firstOf(json.entries, (entry) => {
    if (keys.known.has(entry.key) && seen.has(entry.key)) return entry;
    seen.add(entry.key);
    const below = keys.below?.(entry.key);
    return below ? repeatedKey(entry.value, below) : null;
  });
}

function firstOf<T>(list: readonly T[], find: (one: T) => JsonEntry | null): JsonEntry | null {
  for (const one of list) {
    const found = find(one);
    if (found !== null) return found;
  }
  return null;
}
