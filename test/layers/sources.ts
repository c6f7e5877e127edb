// The project's own files and what they import.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Tracked files and those about to be, from the project's root. */
export const files: readonly string[] = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard'],
  { encoding: 'utf8' },
)
  .split('\n')
  .filter((file) => file !== '' && existsSync(file) && statSync(file).isFile());

export const read = (file: string): string => readFileSync(file, 'utf8');

export const code = files.filter((file) => /\.(ts|mts|mjs|js|cjs)$/.test(file));

export interface Import {
  readonly file: string;
  /** As written. */
  readonly from: string;
  readonly typeOnly: boolean;
  /** From the project's root, without an ending, where it is a file of ours. */
  readonly target: string | null;
}

const statement =
  /^\s*(?:import|export)\s+(type\s)?(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]|\b(?:import|require)\(\s*['"]([^'"]+)['"]\s*\)/gm;

export function importsOf(file: string, text = read(file)): readonly Import[] {
  return [...text.matchAll(statement)].map((found) => {
    const from = found[2] ?? found[3] ?? '';
    return {
      file,
      from,
      typeOnly: found[1] !== undefined,
      target: from.startsWith('.') ? path.posix.join(path.posix.dirname(file), from) : null,
    };
  });
}
