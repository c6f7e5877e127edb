// Compares our verdicts with every recorded answer of the hosts' programs: the cases in cases/, and the answers for files
// of the corpus where they were recorded.
import assert from 'node:assert/strict';
import type { Case } from '../conformance/case-file';
import { caseFilesOf } from '../conformance/cases';
import { corpusCases } from '../conformance/corpus-cases';
import { inWords } from '../conformance/facts';
import { type Tested, tested } from '../conformance/hosts';
import { compared } from '../conformance/live';
import { noAnswers } from '../support/resources';

const tally = new Map<string, { cases: number; wrong: number; open: number }>();

/** Counts the cases and fails with the first twenty that differ. */
function replay(what: string, cases: readonly Case[], one: Tested): void {
  const found = cases.map((each) => compared(each, each.facts, one));
  const wrong = found.filter(({ differences }) => differences.length > 0);
  const sum = tally.get(what) ?? { cases: 0, wrong: 0, open: 0 };
  tally.set(what, {
    cases: sum.cases + cases.length,
    wrong: sum.wrong + wrong.length,
    open: sum.open + found.filter(({ open }) => open !== null).length,
  });
  const report = wrong.map(
    ({ question, differences }) => `${question.id}\n    ${differences.map(inWords).join('\n    ')}`,
  );
  assert.equal(wrong.length, 0, `\n  ${report.slice(0, 20).join('\n  ')}`);
  assert.ok(cases.length > 0, 'no cases found');
}

after(() => {
  for (const [what, { cases, wrong, open }] of tally)
    console.log(`    ${what}: ${cases} cases, ${wrong} disagree, ${open} not predicted`);
});

for (const one of tested) {
  const { host } = one.oracle;
  describe(`${host}: recorded cases`, function () {
    this.timeout(60_000);
    for (const [group, { cases }] of caseFilesOf(host))
      it(group, () => replay(`${host}, recorded`, cases, one));
  });
}

for (const one of tested) {
  const { host } = one.oracle;
  describe(`${host}: real files`, function () {
    this.timeout(60_000);
    const groups = Object.entries(corpusCases[host]?.() ?? {}).filter(
      ([, cases]) => cases.length > 0,
    );
    if (groups.length === 0) it.skip(`agrees on every file (skipped: ${noAnswers})`);
    for (const [what, cases] of groups)
      it(`agrees on every file ${what}`, () => replay(`${host}, ${what}`, cases, one));
  });
}
