// The version of a package in the lock files of package managers. Such a file may have megabytes and is asked about for every agent,
// so it is not parsed: only the entries of that package are read, in the form in which the package managers write them.

interface LockFile {
  readonly name: string;
  /** The version as it is written; undefined if the file has no entry of the package, or entries of several versions. */
  readonly versionOf: (text: string, packageName: string) => string | undefined;
}

/** Those that several package managers have written into one folder are tried in this order. */
export const lockFiles: readonly LockFile[] = [
  {
    name: 'package-lock.json',
    // Nested copies of the package have longer keys.
    versionOf: (text, name) =>
      firstVersion(text, `"node_modules/${name}"`, /^\s*:\s*\{\s*"version"\s*:\s*"([^"\\]*)"/),
  },
  {
    name: 'pnpm-lock.yaml',
    versionOf: (text, name) => onlyVersion(text, `${name}@`, /^([^'"(:\s]+)['"]?(?:\(|:)/),
  },
  {
    name: 'yarn.lock',
    versionOf: (text, name) =>
      onlyVersion(text, `${name}@`, /^[^\n]*:\r?\n {2}version:? "?([^"\s]+)"?/),
  },
  {
    name: 'bun.lock',
    versionOf: (text, name) => onlyVersion(text, `${name}@`, /^([^"\\]+)"/),
  },
];

/** The longest entry that is read, from the name of the package to its version, in characters. */
const longest = 400;

function firstVersion(text: string, key: string, rest: RegExp): string | undefined {
  const at = text.indexOf(key);
  return at < 0 ? undefined : versionAfter(text, at + key.length, rest);
}

const versionAfter = (text: string, start: number, rest: RegExp): string | undefined =>
  rest.exec(text.slice(start, start + longest))?.[1];

/** The folders of a workspace may use several versions of a package. Which of them is meant cannot be known here. */
function onlyVersion(text: string, key: string, rest: RegExp): string | undefined {
  let only: string | undefined;
  for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + key.length)) {
    if (!beginsName(text, at)) continue;
    const found = versionAfter(text, at + key.length, rest);
    if (found === undefined) continue;
    if (only !== undefined && only !== found) return undefined;
    only = found;
  }
  return only;
}

/** Whether a package name begins here, also after the slash that older versions of pnpm write, and not in the middle of another. */
const beginsName = (text: string, at: number): boolean =>
  /(?:^|[\s"'])\/?$/.test(text.slice(Math.max(0, at - 2), at));
