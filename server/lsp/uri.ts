/** Scheme and authority. */
const beforePath = /^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/i;

/**
 * The path behind a document's URI, with `/` between the parts. Documents without a file (`untitled:`) keep what
 * stands behind the scheme.
 */
export function pathOf(uri: string): string {
  const path = decoded(uri.replace(beforePath, ''));
  // `/c:/folder` on Windows
  return /^\/[a-z]:/i.test(path) ? path.slice(1) : path;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray % is a character like any other
  }
}

/** The URI of a file, for what is told of files that are not open. */
export const uriOf = (path: string): string => `file://${encoded(path)}`;

/** The URI of another path in the file system that a document is of. */
export const movedUri = (uri: string, path: string): string =>
  `${beforePath.exec(uri)?.[0] ?? 'file://'}${encoded(path)}`;

function encoded(path: string): string {
  const whole = path.startsWith('/') ? path : `/${path}`;
  // Most paths are written as they are, and thousands are asked for.
  return asItIs.test(whole) ? whole : whole.split('/').map(encodeURIComponent).join('/');
}

const asItIs = /^[\w/.!~*'()-]*$/;
