// Findings that people judged: what they called false, misleading or noise is not reported, and what they called useful is.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { corpusIndex, describeWith, skills } from '../support/resources';
import {
  agreement,
  asTable,
  checked,
  fromMixedTable,
  fromTable,
  keyOf,
  type Labelled,
  labels,
} from './labels';
import { corpusProjects, madeProjects, type Project, type Reported, reportedIn } from './projects';
import { skillProjects, skillSource } from './skill-projects';
import { openKeys, storedLabels } from './stored';

const secondTable = 'test/precision/second.tsv';

const all = storedLabels();
const open = openKeys();
const isMade = ({ source }: { readonly source: string }): boolean => source.startsWith('made/');

const countsOf = (some: readonly Labelled[]): string =>
  labels.map((label) => `${some.filter((one) => one.label === label).length} ${label}`).join(', ');

function holds(some: readonly Labelled[], projects: readonly Project[]): void {
  const sources = new Set(
    projects.flatMap(({ files, sourceOf }) => Object.keys(files).map(sourceOf)),
  );
  const gone = some.filter(({ source }) => !sources.has(source)).map(({ source }) => source);
  assert.deepEqual([...new Set(gone)], [], 'labelled files that are not there');
  const reported = projects.flatMap(reportedIn);
  const isOpen = (one: Labelled): boolean => open.has(keyOf(one));
  const { wrong, lost } = checked(
    some.filter((one) => !isOpen(one)),
    reported,
  );
  // The list of what is not corrected yet only grows shorter.
  const done = some.filter((one) => {
    if (!isOpen(one)) return false;
    const now = checked([one], reported);
    return now.wrong.length + now.lost.length === 0;
  });
  const complaints = [
    ...wrong.map((line) => `reported: ${line}`),
    ...lost.map((line) => `lost: ${line}`),
    ...done.map((one) => `corrected, to be taken out of open.tsv: ${one.source} ${one.rule}`),
  ];
  assert.ok(complaints.length === 0, `${complaints.length}\n    ${complaints.join('\n    ')}`);
}

describe('labelled findings of made repositories', () => {
  const some = all.filter(isMade);

  it(`are reported where they are useful, and only there: ${countsOf(some)}`, () => {
    holds(some, madeProjects());
  }).timeout(120_000);
});

const inCorpus = new Set(corpusIndex.map(({ file }) => file));
const isOfSkill = ({ source }: { readonly source: string }): boolean =>
  source.startsWith(skillSource);
const real = all.filter((one) => !isMade(one) && !isOfSkill(one));
const isLabelled = real.every(({ source }) => inCorpus.has(source));

describeWith(isLabelled, 'not in this corpus', 'labelled findings of real files', () => {
  it(`are reported where they are useful, and only there: ${countsOf(real)}`, () => {
    holds(real, corpusProjects());
  }).timeout(60_000);
});

describeWith(skills !== null, 'see DOSSIER_SKILLS', 'labelled findings of skills', () => {
  const some = all.filter(isOfSkill);

  it(`are reported where they are useful, and only there: ${countsOf(some)}`, () => {
    holds(some, skillProjects());
  }).timeout(60_000);
});

describe('labels', () => {
  const second = existsSync(secondTable) ? fromMixedTable(readFileSync(secondTable, 'utf8')) : [];
  const { both, percent, differing } = agreement(all, second);

  it(`agree in ${percent} % of ${both} findings that were judged twice`, () => {
    assert.equal(both, second.length, 'a second label of a finding without a first');
    if (process.env['DOSSIER_LABELS']) console.log(`${countsOf(all)}\n${differing.join('\n')}`);
  });

  const reported = (more: Partial<Reported> = {}): Reported => ({
    source: 'made/a/.claude/agents/a.md',
    rule: 'unknown-tool',
    host: 'claude-code',
    severity: 'warning',
    message: 'Reworded since.',
    line: 7,
    lineText: 'tools: Read, Bahs',
    subject: 'Bahs',
    text: '',
    ...more,
  });
  const labelled = (label: Labelled['label'], more: Partial<Labelled> = {}): Labelled => {
    const { source, rule, host, severity, lineText, subject } = reported();
    return { source, rule, host, severity, lineText, subject, label, reason: 'Why.', ...more };
  };

  it('complain of a reported finding that is false, misleading or noise', () => {
    for (const label of ['false', 'misleading', 'noise'] as const) {
      assert.equal(checked([labelled(label)], [reported()]).wrong.length, 1, label);
      assert.equal(checked([labelled(label)], []).wrong.length, 0, label);
    }
  });

  it('let noise be reported at a milder severity than it was judged at', () => {
    const wrong = (severity: Reported['severity']) =>
      checked([labelled('noise')], [reported({ severity })]).wrong.length;
    assert.equal(wrong('hint'), 0);
    assert.equal(wrong('error'), 1);
    assert.equal(checked([labelled('false')], [reported({ severity: 'hint' })]).wrong.length, 1);
  });

  it('complain of a lost finding that is useful, wherever it moved and however it is worded', () => {
    assert.equal(checked([labelled('useful')], []).lost.length, 1);
    assert.equal(checked([labelled('useful')], [reported({ line: 90 })]).lost.length, 0);
    assert.equal(checked([labelled('useful')], [reported({ subject: 'Read' })]).lost.length, 1);
  });

  it('are read unchanged', () => {
    const some = [labelled('noise', { subject: '', lineText: '' }), labelled('useful')];
    const again = fromTable('unknown-tool', asTable(some));
    assert.equal(asTable(again), asTable(some));
    assert.equal(again.length, 2);
    assert.throws(() => fromTable('unknown-tool', asTable(some).replace('useful', 'nice')));
  });

  it('show how far two people agree', () => {
    const first = [labelled('noise'), labelled('useful', { subject: 'Read' })];
    const actual = agreement(first, [labelled('false'), labelled('useful', { subject: 'Read' })]);
    assert.deepEqual([actual.both, actual.percent, actual.differing.length], [2, 50, 1]);
  });
});
