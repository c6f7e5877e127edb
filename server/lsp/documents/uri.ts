// URIs of documents and paths of files. Clients spell one URI in many ways: `%C3%A9`, `%c3%a9` or `é`, `%40` or `@`, `C:` or
// `c%3A`. All spellings of a URI have the same path, so the server compares paths and never URIs.

/** Scheme and authority. */
const beforePath = /^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/i;

/** The authority of a file on another computer: `server` in `file://server/share/file.md`. */
const fileHost = /^file:\/\/(?!localhost(?:\/|$))([^/]+)/i;

/**
 * Returns the path of a document's URI, with `/` as the separator and the letter of a Windows drive in lowercase. For documents
 * without a file (`untitled:`), returns everything after the scheme.
 */
export function pathOf(uri: string): string {
  const path = decoded(uri.replace(beforePath, ''));
  const host = fileHost.exec(uri)?.[1];
  return host === undefined ? withSmallDrive(path) : `//${decoded(host).toLowerCase()}${path}`;
}

/** Returns a path of the system in the form in which the server compares paths. */
export const normalizedPath = (path: string): string => withSmallDrive(path);

/** `/C:/folder`, as in a URI, and `C:/folder` become `c:/folder`. */
function withSmallDrive(path: string): string {
  const [, drive, rest] = /^\/?([a-z])(:(?:\/.*)?)$/is.exec(path) ?? [];
  return drive === undefined || rest === undefined ? path : drive.toLowerCase() + rest;
}

/** Returns a string that all spellings of a URI have in common. */
export const keyOf = (uri: string): string =>
  isFileUri(uri)
    ? `file:${pathOf(uri)}`
    : `${decoded(beforePath.exec(uri)?.[0] ?? '').toLowerCase()}${decoded(uri.replace(beforePath, ''))}`;

export const isFileUri = (uri: string): boolean => /^file:/i.test(uri);

/** Bytes that are not UTF-8 become these surrogates, one each, so that the URI can be restored. */
const firstByte = 0xdc00;

function decoded(text: string): string {
  if (!text.includes('%')) return text;
  // A `%` that is not part of an escape sequence is literal.
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (escaped) => {
    try {
      return decodeURIComponent(escaped);
    } catch {
      return decodedBytes(escaped);
    }
  });
}

/** Decodes the longest valid sequences of bytes, and each byte between them on its own. */
function decodedBytes(escaped: string): string {
  let text = '';
  for (let at = 0; at < escaped.length; ) {
    const found = [4, 3, 2, 1].map((count) => escaped.slice(at, at + count * 3)).find(isCharacter);
    text += found
      ? decodeURIComponent(found)
      : String.fromCharCode(firstByte + Number.parseInt(escaped.slice(at + 1, at + 3), 16));
    at += found?.length ?? 3;
  }
  return text;
}

function isCharacter(escaped: string): boolean {
  try {
    return [...decodeURIComponent(escaped)].length === 1;
  } catch {
    return false;
  }
}

/** Returns a URI of a file. A file that the client has opened may have another spelling, see `OpenDocuments.uriOf`. */
export function uriOf(path: string): string {
  const [, host, rest] = /^\/\/([^/]+)(\/.*)$/s.exec(path) ?? [];
  return host === undefined || rest === undefined
    ? `file://${encoded(path)}`
    : `file://${encodedSegment(host)}${encoded(rest)}`;
}

/**
 * Returns the URI of another path in the file system of the given document. In the same folder, the folder is spelled as in the
 * document's URI.
 */
export function movedUri(uri: string, path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const next = `${uri.slice(0, uri.lastIndexOf('/') + 1)}${encodedSegment(name)}`;
  if (pathOf(next) === path) return next;
  return isFileUri(uri) ? uriOf(path) : `${beforePath.exec(uri)?.[0] ?? 'file://'}${encoded(path)}`;
}

/** Returns the path with a slash at its start, as in a URI. */
export function encoded(path: string): string {
  const whole = path.startsWith('/') ? path : `/${path}`;
  // Most paths need no encoding, and this function is called thousands of times.
  return asItIs.test(whole) ? whole : whole.split('/').map(encodedSegment).join('/');
}

const encodedSegment = (text: string): string =>
  text
    .split(loneSurrogate)
    .map((part, index) => (index % 2 === 0 ? encodeURIComponent(part) : encodedByte(part)))
    .join('');

const loneSurrogate = /([\ud800-\udfff])/u;

function encodedByte(surrogate: string): string {
  const byte = surrogate.charCodeAt(0) - firstByte;
  const isByte = byte >= 0x80 && byte <= 0xff;
  return isByte ? `%${byte.toString(16).toUpperCase()}` : encodeURIComponent('\ufffd');
}

const asItIs = /^[\w/.!~*'()-]*$/;
