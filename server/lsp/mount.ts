// The file system of an editor without a disk (`vscode-vfs://github/...`) as the server speaks of files: `file://`. What comes
// in and goes out is translated on the way, so that nothing else knows of it. Pure.

/** Scheme and authority, up to the path. */
const beforePath = /^[a-z][a-z0-9+.-]*:\/\/[^/]*(?=\/|$)/i;

const own = 'file://';

export interface Mount {
  /** A message of the client as the server reads it. */
  readonly inward: (message: unknown) => unknown;
  /** A message of the server as the client reads it. */
  readonly outward: (message: unknown) => unknown;
}

/** @param uri one of that file system. What lies in others stays as it is. */
export function mountOf(uri: string | undefined): Mount {
  const theirs = uri === undefined ? undefined : beforePath.exec(uri)?.[0];
  if (theirs === undefined || theirs === own) return { inward: same, outward: same };
  return { inward: translator(theirs, own), outward: translator(own, theirs) };
}

const same = (message: unknown): unknown => message;

/** What stands below these keys stands in a file, or is to: whatever it begins with, it is left as it is. */
const isTextKey = (key: string): boolean =>
  key === 'text' || key === 'newText' || key === 'insertText' || key === 'textEditText';

/** Every text that is such a URI, be it a key: edits go by file. */
function translator(from: string, to: string): (message: unknown) => unknown {
  const moved = (text: string): string =>
    text.startsWith(`${from}/`) ? `${to}${text.slice(from.length)}` : text;
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
