// What the command line prints when it cannot run.

import { UsageError } from '../io';
import { printable } from './cells';

/**
 * Returns one line for an unforeseen error: a stack trace of this program helps its developers only, who set
 * `DOSSIER_DEBUG`. A message for the user may have several lines.
 * @param env the environment variables.
 */
export function failureLines(
  error: unknown,
  env: Readonly<Record<string, string | undefined>> = process.env,
): string {
  if (error instanceof UsageError)
    return error.message
      .split(/\n(?=dossier: | {2})/)
      .map((line, index) => `${index === 0 ? 'dossier: ' : ''}${printableLine(line)}\n`)
      .join('');
  const { DOSSIER_DEBUG: debug = '' } = env;
  const message = error instanceof Error ? error.message : String(error);
  if (debug !== '' && error instanceof Error) return `dossier: ${error.stack ?? message}\n`;
  return `dossier: unexpected error: ${printable(message)}. Set DOSSIER_DEBUG=1 for details.\n`;
}

/** Keeps the indentation of continuation lines. */
const printableLine = (line: string): string =>
  `${/^ */.exec(line)?.[0] ?? ''}${printable(line.trimStart())}`;
