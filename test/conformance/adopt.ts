// Makes another version that was asked the one of the declaration. What was not asked again keeps the version that answered it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Host } from '../../server/hosts/model/host';
import { compareVersions } from '../../server/hosts/model/version';
import type { Case } from './case-file';
import { caseFilesOf, casesFolder, storeCases } from './cases';
import { linksOf } from './evidence/links';
import { differences, type Facts } from './facts';
import type { Compared } from './live';
import { folderFor } from './proposal';
import type { Question } from './question';
import { caseKey, renewed } from './record';
import {
  changesIn,
  otherAnswers,
  recordVersionRun,
  removeVersionRun,
  type VersionRun,
  versionRunsOf,
} from './versions';

const oracles = 'test/conformance/oracles';

/** Also for two cases that differ only in files around them. */
const keyOf = (one: Question): string => `${one.id}\n${caseKey(one)}`;

interface Edit {
  readonly file: string;
  readonly text: string;
}

/**
 * Changes the cases, the records of versions, the declaration, the oracle and the README of the cases.
 * @param on the ISO date on which it was asked.
 * @returns what was changed and what was not, a line each.
 * @throws before anything is changed, if a file does not have the version where it is expected.
 */
export function adopt(
  host: Host,
  version: string,
  on: string,
  found: readonly Compared[],
): readonly string[] {
  if (compareVersions(version, host.version) <= 0)
    throw new Error(`${host.id} ${version} is not newer than ${host.version}`);
  const edits = [
    declaredEdit(host, version),
    hostEdit(host, version, on),
    oracleEdit(host, version),
  ];
  const answers = new Map(
    found.flatMap(({ question, there }) =>
      Object.keys(there).length === 0 ? [] : [[keyOf(question), there] as const],
    ),
  );
  const before = caseFilesOf(host.id);
  const recorded = new Map(
    [...before.values()].flatMap(({ cases }) => cases.map((one) => [keyOf(one), one.facts])),
  );
  const left: string[] = [];
  for (const [group, { version: was, cases }] of before) {
    const missing = cases.filter((one) => !answers.has(keyOf(one))).length;
    // A file has one version, so it becomes that of the new one as a whole or not at all.
    if (missing > 0) left.push(`${group}.md: ${missing} of ${cases.length}, from ${was}`);
    else storeCases(group, { host: host.id, version, cases: cases.map(asked(answers)) });
  }
  adoptVersions(host, version, { recorded, asked: found.length });
  for (const { file, text } of [...edits, ...readmeEdit(host, version, left)])
    writeFileSync(file, text);
  return [
    `${host.id}: ${host.version} is an older version now, and ${version} the one of the declaration.`,
    ...(left.length === 0 ? [] : ['Not asked again, so these cases keep their version:']),
    ...left.map((one) => `  ${one}`),
    'Next: npm run generate, and npm run test:unit hosts evidence.',
  ];
}

const asked =
  (answers: ReadonlyMap<string, Facts>) =>
  (one: Case): Case => ({ ...one, facts: renewed(one, answers.get(keyOf(one))) });

interface Before {
  /** The answers of the version that was the one of the declaration, by case. */
  readonly recorded: ReadonlyMap<string, Facts>;
  readonly asked: number;
}

/** The version so far is an older one from now on, and the others are compared with the new answers. */
function adoptVersions(host: Host, version: string, { recorded, asked: count }: Before): void {
  const changed = changedCases(host.id, recorded);
  const others = versionRunsOf(host.id).filter((run) => run.version !== version);
  removeVersionRun(host.id, version);
  for (const run of others)
    if (run.answers) recordVersionRun(host.id, renewedRun(host, run, changed));
  const own = changed.map(({ one, before }) => comparedWith(one, before));
  recordVersionRun(host.id, {
    ...{ version: host.version, on: host.verified, asked: count },
    ...{ changes: changesIn(host.id, own), answers: otherAnswers(host.id, own) },
  });
}

/** A case that the new version answers in another way. */
interface Changed {
  readonly id: string;
  readonly one: Case;
  readonly before: Facts;
}

const changedCases = (host: string, recorded: ReadonlyMap<string, Facts>): readonly Changed[] =>
  [...caseFilesOf(host)].flatMap(([group, { cases }]) =>
    cases.flatMap((one) => {
      const before = recorded.get(keyOf(one));
      return before && differences(before, one.facts).length > 0
        ? [{ id: `${group}: ${one.id}`, one, before }]
        : [];
    }),
  );

/** Of a case that changed, it answered as the version so far, unless its own answer is stored. The others stay as they are. */
function renewedRun(host: Host, run: VersionRun, changed: readonly Changed[]): VersionRun {
  // It was asked about the cases that prove facts, and about those with an answer.
  const linked = new Set(Object.values(linksOf(host.id)).flat());
  const asked = changed.filter(({ id }) => linked.has(id) || run.answers?.[id] !== undefined);
  const found = asked.map(({ id, one, before }) =>
    comparedWith(one, { ...before, ...run.answers?.[id] }),
  );
  const isSame = (id: string): boolean => !asked.some((each) => each.id === id);
  const answers = Object.entries(run.answers ?? {}).filter(([id]) => isSame(id));
  return {
    ...run,
    changes: [
      ...run.changes.filter(({ shownBy }) => isSame(shownBy)),
      ...changesIn(host.id, found),
    ],
    answers: { ...Object.fromEntries(answers), ...otherAnswers(host.id, found) },
  };
}

const comparedWith = (question: Case, there: Facts): Compared => ({
  ...{ question, there, differences: [], open: null },
});

function declaredEdit(host: Host, version: string): Edit {
  const file = `${folderFor(host.id)}/evidence.ts`;
  return edited(
    file,
    `export const version = '${host.version}';`,
    `export const version = '${version}';`,
  );
}

function hostEdit(host: Host, version: string, on: string): Edit {
  const file = `${folderFor(host.id)}/host.ts`;
  const dated = edited(file, `  verified: '${host.verified}',`, `  verified: '${on}',`).text;
  const { olderVersions = [], sameVersions = [] } = host;
  const isOlder = (one: string): boolean => compareVersions(one, version) < 0;
  const older = [...olderVersions, host.version, ...sameVersions.filter(isOlder)];
  older.sort(compareVersions);
  const line = `  olderVersions: [${older.map((one) => `'${one}'`).join(', ')}],\n`;
  const same = sameVersions.filter((one) => compareVersions(one, version) > 0);
  const lines = `${line}${same.length > 0 ? `  sameVersions: [${same.map((one) => `'${one}'`).join(', ')}],\n` : ''}`;
  const plain = dated.replace(/^ {2}(?:olderVersions|sameVersions): \[.*\],\n/gm, '');
  if (!plain.includes('\n  version,\n')) throw new Error(`${file} has no line "version,"`);
  return { file, text: plain.replace('\n  version,\n', `\n  version,\n${lines}`) };
}

function oracleEdit({ id, version: old }: Host, version: string): Edit {
  const file = readdirSync(oracles)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.join(oracles, name))
    .find((name) => {
      const text = readFileSync(name, 'utf8');
      return text.includes(`host: '${id}'`) && text.includes(`'${old}'`);
    });
  if (file === undefined) throw new Error(`no oracle in ${oracles} asks ${id} ${old}`);
  return edited(file, `'${old}'`, `'${version}'`);
}

function readmeEdit(host: Host, version: string, left: readonly string[]): readonly Edit[] {
  const file = path.join(casesFolder, host.id, 'README.md');
  const sentence = `Recorded with version ${host.version}.`;
  const rest =
    left.length === 0
      ? ''
      : ` From earlier versions: ${left.map((one) => one.replace(/:.*, from/, ' from')).join(', ')}.`;
  return [edited(file, sentence, `Recorded with version ${version}.${rest}`)];
}

/** @throws if the file does not have the text exactly once. */
function edited(file: string, from: string, to: string): Edit {
  const text = readFileSync(file, 'utf8');
  if (text.split(from).length !== 2) throw new Error(`${file} must contain ${from} once`);
  return { file, text: text.replace(from, to) };
}
