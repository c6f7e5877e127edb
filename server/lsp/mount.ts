// Maps the virtual file system of an editor without a disk (`vscode-vfs://github/...`) to the `file://` URIs
// that the server uses. Incoming and outgoing messages are translated so that the rest of the server is not
// affected. Has no side effects.
import { keyOf } from './uri';

/** Scheme and authority, up to the path. */
const beforePath = /^[a-z][a-z0-9+.-]*:\/\/[^/]*(?=\/|$)/i;

const own = 'file://';

export interface Mount {
  /** Translates a message from the client for the server. */
  readonly inward: (message: unknown) => unknown;
  /** Translates a message from the server for the client. */
  readonly outward: (message: unknown) => unknown;
}

/** @param uri A URI in that file system. URIs of other file systems are not translated. */
export function mountOf(uri: string | undefined): Mount {
  const theirs = uri === undefined ? undefined : beforePath.exec(uri)?.[0];
  if (theirs === undefined || theirs === own) return { inward: same, outward: same };
  const isTheirs = (prefix: string): boolean => keyOf(prefix) === keyOf(theirs);
  return {
    inward: translator(isTheirs, own),
    outward: translator((prefix) => prefix === own, theirs),
  };
}

const same = (message: unknown): unknown => message;

/** The values of these keys are file contents, so they are not translated even if they look like URIs. */
const isTextKey = (key: string): boolean =>
  key === 'text' || key === 'newText' || key === 'insertText' || key === 'textEditText';

/** Translates every string that is such a URI, including keys, because workspace edits are keyed by file. */
function translator(
  isFrom: (prefix: string) => boolean,
  to: string,
): (message: unknown) => unknown {
  const moved = (text: string): string => {
    const prefix = beforePath.exec(text)?.[0];
    return prefix !== undefined && prefix !== text && isFrom(prefix)
      ? `${to}${text.slice(prefix.length)}`
      : text;
  };
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return moved(value);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [
        moved(key),
        isTextKey(key) && typeof one === 'string' ? one : walk(one),
      ]),
    );
  };
  return walk;
}
