// Files and regions in the words of SARIF.
import type { Range } from '../text/lines';

/** Relative to the folder of the run, or a whole address for a path that is not. */
export function artifact(file: string): unknown {
  const path = file.replaceAll('\\', '/');
  const uri = path.split('/').map(encodeURIComponent).join('/');
  if (path.startsWith('/')) return { uri: `file://${uri}` };
  if (/^[a-z]:\//i.test(path)) return { uri: `file:///${uri.replace('%3A', ':')}` };
  return { uri, uriBaseId: '%SRCROOT%' };
}

/** Counted from 1, the end behind the last character. The whole file is told at its first line: services want a line. */
export const regionOf = (range: Range | null): unknown =>
  range === null
    ? { startLine: 1 }
    : {
        startLine: range.start.line + 1,
        startColumn: range.start.character + 1,
        endLine: range.end.line + 1,
        endColumn: range.end.character + 1,
      };
