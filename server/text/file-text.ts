// The result of reading a file: its text, or the reason why there is none.

/** Why a file has no text. */
export interface UnreadFile {
  readonly problem: 'absent' | 'unreadable' | 'too-large';
  /** A sentence for users that does not repeat the path. */
  readonly message: string;
}

/** The text of a file; not a string if the file was not read. */
export type FileText = string | UnreadFile;
