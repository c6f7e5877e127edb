// How much is judged for one request: a search and a proof of fixes need many verdicts, and must not need more with each line
// of a file. Counted in characters of frontmatter that a host reads, not in time.
import assert from 'node:assert/strict';
import { fixAll, quickFixes } from '../../server/features/fixes/fixes';
import { reportCase } from '../../server/features/report-case';
import type { View } from '../../server/features/view/view';
import { whyMissing } from '../../server/features/why/why';
import { writeOnce } from '../../server/features/write-once/make-valid';
import { HostCatalog } from '../../server/hosts/catalog/host-catalog';
import type { Host } from '../../server/hosts/model/host';
import { catalog } from '../support/catalog';
import { viewAt } from '../support/viewing';

let judged = 0;

const counting = (host: Host): Host => {
  const { agent } = host.kinds;
  const reader: typeof agent.reader = (input) => {
    const { head } = input.outline;
    judged += head.end - head.start;
    return agent.reader(input);
  };
  return { ...host, kinds: { ...host.kinds, agent: { ...agent, reader } } };
};

const counted = new HostCatalog(catalog.hosts.map(counting));

/** The characters that are judged for a request on a view on which nothing has been asked yet. */
function workOf(text: string, ask: (view: View) => unknown): number {
  const view = viewAt(text, { catalog: counted });
  view.findings();
  view.verdicts();
  judged = 0;
  ask(view);
  return judged;
}

const agent = (lines: readonly string[]): string =>
  ['---', 'name: reviewer', 'description: Reviews.', ...lines, '---', 'You review.', ''].join('\n');
const many = (count: number, make: (at: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, at) => make(at));

const texts: Readonly<Record<string, (count: number) => string>> = {
  'unknown tools': (count) => agent([`tools: ${many(count, (at) => `Tool${at}`).join(', ')}`]),
  'lowercase tools': (count) => agent(['tools:', ...many(count, () => '  - webfetch')]),
  'invalid values': (count) => agent(['model: 1', ...many(count, (at) => `maxTurns${at}: x`)]),
  'an open bracket': (count) => agent([`tools: [${many(count, (at) => `Tool${at}`).join(', ')}`]),
  'an open bracket below other fields': (count) =>
    agent([...many(count, (at) => `field${at}: value`), 'tools: [Read']),
};

const requests: Readonly<Record<string, (view: View) => unknown>> = {
  'all quick fixes': (view) => quickFixes(view, { start: 0, end: view.outline.text.length }),
  'every safe fix': (view) => fixAll(view).text,
  'why it is missing': (view) => whyMissing(view),
  'make valid': (view) => writeOnce(view, counted.mainHosts),
  'a reported case': (view) => {
    const [verdict] = view.verdicts();
    return verdict && reportCase(verdict, view.outline.text);
  },
};

/**
 * The most characters that are judged, for a file of any size. The budgets of the requests, and what is judged before and after:
 * every reader of the file at the start, and the proof of the result at the end.
 */
const most: Readonly<Record<string, number>> = {
  'all quick fixes': 450_000,
  'every safe fix': 4_200_000,
  'why it is missing': 200_000,
  'make valid': 1_700_000,
  'a reported case': 350_000,
};

describe('the work for one request', () => {
  for (const [what, ask] of Object.entries(requests))
    for (const [kind, textOf] of Object.entries(texts))
      it(`is bounded for ${what} with ${kind}`, () => {
        const work = workOf(textOf(600), ask);
        assert.ok(work <= (most[what] ?? 0), `${work} characters`);
      }).timeout(120_000);
});
