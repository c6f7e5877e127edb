// Texts that are stored and reviewed: what the project does in many cases, a line for each.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { caseFilesOf } from '../conformance/cases';
import { hosts } from '../support/catalog';
import { rulesWithExamples } from '../support/examples';
import { exampleFindings } from './example-findings';
import { verdictTable } from './verdict-table';

/** A stored file and what belongs in it now. */
export interface Snapshot {
  readonly file: string;
  readonly text: () => string;
}

/** What an author sees of each rule, from its failing examples. */
export const ruleSnapshots: readonly Snapshot[] = rulesWithExamples.map((rule) => ({
  file: `test/rules/examples/${rule.name}.txt`,
  text: () => exampleFindings(rule),
}));

/** What our verdicts on the recorded cases of each program state. */
export const verdictSnapshots: readonly Snapshot[] = hosts
  .filter(({ id }) => caseFilesOf(id).size > 0)
  .map((host) => ({
    file: `test/hosts/verdicts/${host.id}.txt`,
    text: () => verdictTable(host),
  }));

export const snapshots: readonly Snapshot[] = [...ruleSnapshots, ...verdictSnapshots];

/** Stored files that no snapshot has any more. */
export const leftOver = (): readonly string[] =>
  [...new Set(snapshots.map(({ file }) => path.posix.dirname(file)))].flatMap((folder) =>
    (existsSync(folder) ? readdirSync(folder) : [])
      .map((name) => `${folder}/${name}`)
      .filter((file) => snapshots.every((one) => one.file !== file)),
  );
