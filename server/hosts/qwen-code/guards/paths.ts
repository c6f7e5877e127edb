// Whether the pattern of a path rule matches a path in the project. It is relative to the folder of the session, so that `*.ts` is for files
// directly in it, and `src` for nothing in the folder. Letter case counts.

/** @param path relative to the project. Null where that is not known. */
export function matchesPath(pattern: string, path: string): boolean | null {
  // Absolute paths and those of the home folder depend on the machine.
  if (/^(?:\/\/|~)/.test(pattern)) return null;
  const written = pattern.replace(/^(?:\.\/|\/)+/, '');
  if (/[[\]{}()!\\+@|^$]|(?:^|\/)\.{1,2}(?:\/|$)|\/\//.test(written)) return null;
  if (/[^/*]\*\*|\*\*[^/]|\*{3}/.test(written)) return null;
  const source = written.replaceAll(/^\*\*\/|(?<=\/)\*\*\/|\/\*\*$|\*\*|\*|\?|[^\w/]/g, (part) => {
    if (part === '**/') return '(?:.*/)?';
    if (part === '/**') return '(?:/.*)?';
    if (part === '**') return '.*';
    if (part === '*') return '[^/]+';
    return part === '?' ? '[^/]' : `\\${part}`;
  });
  return new RegExp(`^${starsAfterText(source)}$`).test(path);
}

/** A star alone stands for at least one character of a name, and after or before others for none, too. */
const starsAfterText = (source: string): string =>
  source.replaceAll(/(?<=[^/^])\[\^\/\]\+|\[\^\/\]\+(?=[^/])/g, '[^/]*');
