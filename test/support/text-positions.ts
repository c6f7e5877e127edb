// Positions as the protocol counts them, from the text alone: lines end with LF, CRLF or CR.
import type { Position } from 'vscode-languageserver';

export function positionAt(text: string, offset: number): Position {
  let line = 0;
  let start = 0;
  for (let at = 0; at < offset; at++) {
    const code = text.charCodeAt(at);
    if (code !== 10 && code !== 13) continue;
    if (code === 13 && text.charCodeAt(at + 1) === 10) {
      if (at + 1 >= offset) break;
      at++;
    }
    line++;
    start = at + 1;
  }
  return { line, character: offset - start };
}
