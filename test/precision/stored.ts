// The stored judgments, and those that the rules do not match yet.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fromMixedTable, fromTable, keyOf, type Labelled } from './labels';

const folder = 'test/precision/labels';
export const openTable = 'test/precision/open.tsv';

export const storedLabels = (): readonly Labelled[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.tsv'))
    .flatMap((file) =>
      fromTable(file.slice(0, -'.tsv'.length), readFileSync(`${folder}/${file}`, 'utf8')),
    );

/** The keys of findings that are known to be wrong, or lost, until their rule is corrected. */
export const openKeys = (): ReadonlySet<string> =>
  new Set(existsSync(openTable) ? fromMixedTable(readFileSync(openTable, 'utf8')).map(keyOf) : []);
