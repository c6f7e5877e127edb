// The recorded cases of a host: every Markdown file of its folder but the README.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type CaseFile, readCases, writeCases } from './case-file';

/** Below the root of the project, from which everything here is run. */
export const casesFolder = 'test/hosts/cases';

/** By the name of the group. */
export function caseFilesOf(host: string): ReadonlyMap<string, CaseFile> {
  const own = path.join(casesFolder, host);
  if (!existsSync(own)) return new Map();
  const files = readdirSync(own).filter((file) => file.endsWith('.md') && file !== 'README.md');
  return new Map(
    files
      .sort()
      .map((file) => [file.slice(0, -3), readCases(readFileSync(path.join(own, file), 'utf8'))]),
  );
}

export function storeCases(group: string, cases: CaseFile): void {
  const own = path.join(casesFolder, cases.host);
  mkdirSync(own, { recursive: true });
  writeFileSync(path.join(own, `${group}.md`), writeCases(cases));
}
