// File locations and regions in SARIF.
import type { Range } from '../text/lines';

/** Returns a URI relative to the working folder, or an absolute URI for a path outside of it. */
export function artifact(file: string): unknown {
  const path = file.replaceAll('\\', '/');
  const uri = path.split('/').map(encodeURIComponent).join('/');
  if (path.startsWith('/')) return { uri: `file://${uri}` };
  if (/^[a-z]:\//i.test(path)) return { uri: `file:///${uri.replace('%3A', ':')}` };
  return { uri, uriBaseId: '%SRCROOT%' };
}

/**
 * Returns a region with one-based lines and columns and an exclusive end column. Findings for the whole file use the
 * first line because services require a line.
 */
export const regionOf = (range: Range | null): unknown =>
  range === null
    ? { startLine: 1 }
    : {
        startLine: range.start.line + 1,
        startColumn: range.start.character + 1,
        endLine: range.end.line + 1,
        endColumn: range.end.character + 1,
      };
