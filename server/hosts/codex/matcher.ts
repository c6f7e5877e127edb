// Matchers of hooks, which Codex compiles as regular expressions of Rust. Only what is certainly no expression counts as such.

/** Letters that may follow a backslash. */
const escapes = /^[aftnrvxuUAzbBdDsSwWpP]/;

/** Whether Codex compiles a matcher; also for one of which this is not known. */
export function isExpression(matcher: string): boolean {
  if (matcher === '*') return true;
  const plain = withoutEscapes(matcher);
  if (plain === null) return false;
  // A group has a name, flags or neither: there is no look-around.
  if (/\(\?(?!P?<[a-zA-Z_]|[imsuUxR-]*[:)])/.test(plain)) return false;
  if (/(?:^|[(|])[*+{]|(?:^|\|)\?/.test(plain)) return false;
  const open = plain.indexOf('[');
  // What is in a class is not looked at.
  if (open >= 0) return plain.includes(']', open + (plain[open + 1] === '^' ? 3 : 2));
  if (/\{(?!\d+(?:,\d*)?\})/.test(plain)) return false;
  for (const [, least, most] of plain.matchAll(/\{(\d+),(\d+)\}/g))
    if (Number(least) > Number(most)) return false;
  return isBalanced(plain);
}

/** With `a` instead of each escaped character; null where one cannot be escaped. */
function withoutEscapes(matcher: string): string | null {
  let plain = '';
  for (let at = 0; at < matcher.length; at++) {
    const sign = matcher[at] ?? '';
    if (sign !== '\\') {
      plain += sign;
      continue;
    }
    const next = matcher[++at];
    if (next === undefined || /[0-9\P{ASCII}]/u.test(next)) return null;
    if (/[a-zA-Z]/.test(next) && !escapes.test(next)) return null;
    plain += 'a';
    // `\\p{Greek}`
    const end = /[pPxuUb]/.test(next) && matcher[at + 1] === '{' ? matcher.indexOf('}', at) : -1;
    if (end > at) at = end;
  }
  return plain;
}

function isBalanced(plain: string): boolean {
  let depth = 0;
  for (const sign of plain) {
    if (sign === '(') depth++;
    if (sign === ')' && depth-- === 0) return false;
  }
  return depth === 0;
}
