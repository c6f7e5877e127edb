/**
 * The path behind a document's URI, with `/` between the parts. Documents without a file (`untitled:`) keep what
 * stands behind the scheme.
 */
export function pathOf(uri: string): string {
  const path = decoded(uri.replace(/^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/i, ''));
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
export function uriOf(path: string): string {
  const rooted = path.startsWith('/') ? path : `/${path}`;
  return `file://${rooted.split('/').map(encodeURIComponent).join('/')}`;
}
