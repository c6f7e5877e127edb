// Texts that are stored and reviewed: what the project does in many cases, a line for each.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { caseFilesOf } from '../conformance/cases';
import { hosts } from '../support/catalog';
import { rulesWithExamples } from '../support/examples';
import { clientTexts } from './client-texts';
import { commandTexts } from './command-line';
import { conversionTexts } from './conversions';
import { exampleFindings } from './example-findings';
import { pluginTables } from './plugin-tables';
import { rustYaml } from './rust-yaml';
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

/** What a user reads on the command line. */
export const commandSnapshots: readonly Snapshot[] = [
  ...commandTexts,
  { name: 'plugins', text: pluginTables },
].map(({ name, text }) => ({ file: `test/cli/printed/${name}.txt`, text }));

/** What a user sees of agents in the editor. */
export const clientSnapshots: readonly Snapshot[] = clientTexts.map(({ name, text }) => ({
  file: `test/desk/shown/${name}.txt`,
  text,
}));

/** The account and the file of each conversion, by the program that the agent is from. */
export const conversionSnapshots: readonly Snapshot[] = conversionTexts.map(({ name, text }) => ({
  file: `test/convert/shown/${name}.txt`,
  text,
}));

/** What the YAML of the Rust libraries comes to. The programs that use them have recorded cases; this holds every branch. */
export const yamlSnapshots: readonly Snapshot[] = [
  { file: 'test/hosts/yaml/rust.txt', text: rustYaml },
];

export const snapshots: readonly Snapshot[] = [
  ...ruleSnapshots,
  ...verdictSnapshots,
  ...commandSnapshots,
  ...clientSnapshots,
  ...conversionSnapshots,
  ...yamlSnapshots,
];

/** Stored files that no snapshot has any more. */
export const leftOver = (): readonly string[] =>
  [...new Set(snapshots.map(({ file }) => path.posix.dirname(file)))].flatMap((folder) =>
    (existsSync(folder) ? readdirSync(folder) : [])
      .map((name) => `${folder}/${name}`)
      .filter((file) => snapshots.every((one) => one.file !== file)),
  );
