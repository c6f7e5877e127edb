// Compares our verdicts with every recorded answer of the hosts' programs: the cases in cases/, and the answers for files
// of the corpus where they were recorded.
import assert from 'node:assert/strict';
import type { Case } from '../conformance/case-file';
import { caseFilesOf } from '../conformance/cases';
import { corpusCases } from '../conformance/corpus-cases';
import { explainedBy, toolsWithoutCase } from '../conformance/evidence/tools-without-case';
import { inWords } from '../conformance/facts';
import { type Tested, tested } from '../conformance/hosts';
import { compared } from '../conformance/live';
import { noAnswers } from '../support/resources';

/** In how many recorded answers a tool is missing that we list and that no case proves. */
const notAnswered = new Map<string, number>();
const addTo = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

const tally = new Map<string, { cases: number; wrong: number; open: number }>();

/** Counts the cases and fails with the first twenty that differ. */
function replay(what: string, cases: readonly Case[], one: Tested): void {
  const { host } = one.oracle;
  const tools = toolsWithoutCase(host);
  const found = cases.map((each) => {
    const { differences, ...rest } = compared(each, each.facts, one);
    const others = differences.filter((difference) => {
      const added = explainedBy(tools, difference);
      for (const tool of added) addTo(notAnswered, `${host}: ${tool}`);
      return added.length === 0;
    });
    return { ...rest, differences: others };
  });
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

    // One with the label executed is reported by the test of the evidence.
    it('lack no tool that we list', () => {
      const contradicted = [...toolsWithoutCase(host)].flatMap(([name, { evidence }]) => {
        const count = notAnswered.get(`${host}: ${name}`) ?? 0;
        return count > 0 && evidence.how !== 'executed' ? [`"${name}" in ${count}`] : [];
      });
      assert.equal(
        contradicted.join(', '),
        '',
        `${host} does not have these tools in its recorded answers. Give them the reason why agents lack them ("unavailable"), or record a version that has them.`,
      );
    });
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
