// What makes a fix safe, whatever its rule declares: it resolves its finding, no host does worse, and every host could be asked.
import assert from 'node:assert/strict';
import { bestFix, bestFixSummary, fixesFor, quickFixes } from '../../server/features/fixes/fixes';
import type { View } from '../../server/features/view/view';
import type { Finding, Fix } from '../../server/rules/rule';
import type { Edit } from '../../server/text/edit';
import { t } from '../../server/text/message';
import { plain } from '../../server/yaml/value';
import { rulesWithExamples, viewOfExample } from '../support/examples';
import { viewAt } from '../support/viewing';
import { words } from '../support/words';

const text = '---\nname: reviewer\ndescription: Reviews.\nmodle: haiku\n---\nYou review.\n';
const at = '.claude/agents/reviewer.md';

const findingOf = (view: View): Finding => {
  const [finding] = view.findings().filter(({ rule }) => rule === 'unknown-field');
  assert.ok(finding);
  return finding;
};

const replacing = (word: string, by: string): readonly Edit[] => {
  const start = text.indexOf(word);
  return [{ span: { start, end: start + word.length }, text: by }];
};

const declared = (safety: Fix['safety'], edits: readonly Edit[]): Fix => ({
  ...{ title: t('Try'), safety, edits: () => edits },
});

const safetyOf = (edits: readonly Edit[]): string | undefined => {
  const view = viewAt(text, { at });
  const finding = { ...findingOf(view), fixes: [declared('safe', edits)] };
  return fixesFor(view, finding)[0]?.safety;
};

describe('a fix that its rule declares safe', () => {
  it('is safe where it resolves the finding', () =>
    assert.equal(safetyOf(replacing('modle', 'model')), 'safe'));

  it('needs review where the finding stays', () =>
    assert.equal(safetyOf(replacing('You review.', 'You review all.')), 'review'));

  it('needs review where a host does worse, although the finding is resolved', () =>
    assert.equal(safetyOf(replacing('description: Reviews.\nmodle', 'model')), 'review'));

  it('needs review where the agent has more tools', () =>
    assert.equal(
      safetyOf(replacing('modle: haiku', 'permissionMode: bypassPermissions')),
      'review',
    ));
});

describe('a fix that two findings share', () => {
  for (const order of [
    ['safe', 'review'],
    ['review', 'safe'],
  ] as const)
    it(`is offered once, for review, where it is ${order.join(' and ')}`, () => {
      const view = viewAt(text, { at });
      const finding = findingOf(view);
      const edits = replacing('modle', 'model');
      const findings = order.map((safety) => ({ ...finding, fixes: [declared(safety, edits)] }));
      const both: View = { ...view, findings: () => findings, at: () => both };
      const offered = quickFixes(both, edits[0]?.span ?? { start: 0, end: 0 });
      const tried = offered.filter(({ title }) => words(title) === 'Try');
      assert.deepEqual(
        tried.map(({ safety }) => safety),
        ['review'],
      );
    });
});

describe('the summary of the best fix', () => {
  const views = rulesWithExamples.flatMap(({ failing }) =>
    failing
      .filter((example) => example.text.length < 20_000)
      .flatMap((example): View[] => {
        const view = viewOfExample(example);
        const [, host] = /^\.(opencode|kilo)\//.exec(example.path) ?? [];
        const { root, errors } = view.outline;
        if (host === undefined || root?.kind !== 'map' || errors.length > 0) return [view];
        const entry = JSON.stringify({ agent: { reviewer: plain(root) } }, null, 2);
        return [view, viewAt(entry, { at: `${host}.json` })];
      }),
  );

  it('is that of the fix, in agent files and in configurations', () => {
    let compared = 0;
    for (const view of views)
      for (const finding of view.findings()) {
        const best = bestFix(view, finding);
        const known = bestFixSummary(view, finding);
        const both = [known, best].map((one) => one && `${words(one.title)} ${one.safety}`);
        assert.equal(both[0] ?? null, both[1] ?? null, words(finding.message));
        compared++;
      }
    assert.ok(compared > 150, `${compared} findings`);
  });
});
