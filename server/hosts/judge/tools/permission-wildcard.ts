// The wildcards of permission rules, as OpenCode and its relatives match them: `*` is any text, slashes included, and `?`
// is one character. Not a glob: nothing else is special. `opencode/rules.ts` adds what holds for commands only.

/**
 * Whether the wildcard matches the whole text. Not a regular expression, because patterns come from files and some would
 * backtrack forever.
 */
export function matchesPermissionWildcard(pattern: string, text: string): boolean {
  let p = 0;
  let star = -1;
  let retry = 0;
  for (let t = 0; t < text.length; ) {
    if (pattern[p] === '*') {
      star = p++;
      retry = t;
    } else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === text[t])) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++retry;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}
