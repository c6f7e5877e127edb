// Every recorded answer of the hosts' programs, put to our judge. Cases of our own are in cases/; those over other
// people's files lie beside the project, as do the files.
import assert from 'node:assert/strict';
import type { Case } from '../conformance/case-file';
import { caseFilesOf } from '../conformance/cases';
import { corpusCases } from '../conformance/corpus-cases';
import { inWords, leavesOpen } from '../conformance/facts';
import { type Tested, tested } from '../conformance/hosts';
import { compared } from '../conformance/live';
import { describeWithShared } from '../support/shared';

/** Says how many there were, and fails with the first of those that differ. */
function replay(what: string, cases: readonly Case[], one: Tested): void {
  const found = cases.map((each) => compared(each, each.facts, one));
  const wrong = found.filter(({ differences }) => differences.length > 0);
  const open = cases.filter((each) => leavesOpen(each.facts, one.facts(each))).length;
  console.log(
    `      ${what}: ${cases.length} cases, ${wrong.length} disagree, ${open} not predicted`,
  );
  const told = wrong.map(
    ({ question, differences }) => `${question.id}\n    ${differences.map(inWords).join('\n    ')}`,
  );
  assert.equal(wrong.length, 0, `\n  ${told.slice(0, 20).join('\n  ')}`);
  assert.ok(cases.length > 0, 'there are cases');
}

for (const one of tested) {
  const { host } = one.oracle;
  describe(`${host}: recorded cases`, function () {
    this.timeout(60_000);
    for (const [group, { cases }] of caseFilesOf(host))
      it(group, () => replay(`${host}, ${group}`, cases, one));
  });
}

for (const one of tested) {
  const { host } = one.oracle;
  describeWithShared(`${host}: real files`, () => {
    for (const [what, cases] of Object.entries(corpusCases[host]?.() ?? {}))
      it(`agrees on every file ${what}`, function () {
        this.timeout(60_000);
        replay(`${host}, ${what}`, cases, one);
      });
  });
}
