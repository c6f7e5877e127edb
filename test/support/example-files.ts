// The examples of the project, as the command line reads them.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** @returns the texts of the Markdown files below a folder by path. */
export function examplesBelow(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.md'),
  );
  const paths = files.map((file) => path.posix.join(folder, file.replaceAll('\\', '/')));
  return Object.fromEntries(paths.map((file) => [file, readFileSync(file, 'utf8')]));
}
