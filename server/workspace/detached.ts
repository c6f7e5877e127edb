// What the index stores of a file, without the file's text. Engines represent a part of a string as a reference to the whole, so that
// the name of an agent would hold the text of its file in memory.

/** A copy whose strings are independent of the texts that they are parts of. What belongs to hosts remains as it is. */
export function detached<T>(value: T): T {
  if (typeof value === 'string') return independent(value) as T;
  if (Array.isArray(value)) return value.map(detached) as T;
  if (!isPlain(value)) return value;
  const copy: Record<string, unknown> = {};
  for (const [key, one] of Object.entries(value))
    copy[key] = isOfHost.has(key) ? one : detached(one);
  return copy as T;
}

const isOfHost: ReadonlySet<string> = new Set(['place', 'host']);

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** Shorter parts are copied by the engine. UTF-16 units. */
const shortestReference = 13;

/** The slice refers to the string that was made for it, which is one character longer. */
const independent = (text: string): string =>
  text.length < shortestReference ? text : ` ${text}`.slice(1);
