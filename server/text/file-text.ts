// The result of reading a file: its text, or the reason why there is none.
import type { Message } from './message';

/** Why a file has no text. */
export interface UnreadFile {
  readonly problem: 'absent' | 'unreadable' | 'too-large';
  /** A sentence for users that does not repeat the path. */
  readonly message: Message;
}

/** The text of a file; not a string if the file was not read. */
export type FileText = string | UnreadFile;

/** The length of the text in UTF-8, in bytes. Lone surrogates count as the replacement character. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) continue;
    if (code < 0x800) bytes += 1;
    else if (isPair(text, i, code)) {
      bytes += 2; // Two UTF-16 units become four bytes.
      i++;
    } else bytes += 2;
  }
  return bytes;
}

function isPair(text: string, at: number, code: number): boolean {
  const next = text.charCodeAt(at + 1);
  return code >= 0xd800 && code < 0xdc00 && next >= 0xdc00 && next < 0xe000;
}

/** Whether the text has more than `bytes` bytes in UTF-8. For most texts the number of UTF-16 units suffices. */
export const isLongerInUtf8 = (text: string, bytes: number): boolean =>
  text.length > bytes || (text.length * 3 > bytes && utf8Length(text) > bytes);
