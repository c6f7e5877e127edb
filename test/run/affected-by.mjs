/** What all tests depend on without importing it. */
const concernsAll = /^(?:package-lock\.json|test\/run\/|scripts\/build\/)/;

/**
 * @param changed paths from the root.
 * @param inputs what each file of the bundle of all tests imports, as esbuild describes it.
 * @param textOf the text of a source file.
 * @returns the test files that import a changed file, or in which a string names it or a folder of it.
 */
export function affectedBy(changed, { tests, inputs, textOf }) {
  if (changed.some((file) => concernsAll.test(file))) return tests;
  const isChanged = new Set(changed);
  const folders = new Set(changed.flatMap(withFolders));
  const reads = new Map();
  /** Sources of the product read no files by such names: only tests and scripts do. */
  const readsChanged = (file) => {
    if (!file.startsWith('test/') || !/\.m?ts$/.test(file)) return false;
    if (!reads.has(file))
      reads.set(
        file,
        namedIn(textOf(file)).some((name) => folders.has(name)),
      );
    return reads.get(file);
  };
  const rooms = new Set(changed.filter((file) => !(file in inputs)).map(roomOf));
  return tests.filter((test) => {
    if (rooms.has(roomOf(test))) return true;
    const seen = new Set([test]);
    for (const file of seen) {
      if (isChanged.has(file) || readsChanged(file)) return true;
      for (const { path: imported } of inputs[file]?.imports ?? []) seen.add(imported);
    }
    return false;
  });
}

/** Of a file below `test`, its folder there: tests read what is next to them by paths of their own. */
const roomOf = (file) => /^test\/[^/]+\//.exec(file)?.[0];

/** `a/b/c.md`, `a/b`, `a`. */
const withFolders = (file) =>
  file.split('/').map((_, index, names) => names.slice(0, index + 1).join('/'));

/** Strings that may be paths from the root, without the slash at their end. */
const namedIn = (text) =>
  [...text.matchAll(/['"`]((?:[\w@.-]+\/)*[\w@.-]+)\/?(?:['"`]|\$\{)/g)].map(([, name]) => name);
