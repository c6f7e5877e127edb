/** Scheme and authority. */
const beforePath = /^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/i;

/**
 * Returns the path of a document's URI, with `/` as the separator. For documents without a file
 * (`untitled:`), returns everything after the scheme.
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
    return text; // a `%` that is not part of an escape sequence is literal
  }
}

/** Returns the URI of a file that is not open. */
export const uriOf = (path: string): string => `file://${encoded(path)}`;

/** Returns the URI of another path in the file system of the given document. */
export const movedUri = (uri: string, path: string): string =>
  `${beforePath.exec(uri)?.[0] ?? 'file://'}${encoded(path)}`;

function encoded(path: string): string {
  const whole = path.startsWith('/') ? path : `/${path}`;
  // Most paths need no encoding, and this function is called thousands of times.
  return asItIs.test(whole) ? whole : whole.split('/').map(encodeURIComponent).join('/');
}

const asItIs = /^[\w/.!~*'()-]*$/;
