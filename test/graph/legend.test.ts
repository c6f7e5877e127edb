import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ariaLabelOf, legendOf, summaryOf } from '../../client/graph/labels';
import { visibleGraphOf } from '../../client/graph/visible-graph';
import { graphWith } from './made';

const visible = (links: readonly string[]) =>
  visibleGraphOf(graphWith({ a: ['x', 'y'] }, links), { isClosed: () => false, query: '' });
const entries = (...links: readonly string[]): readonly string[] =>
  legendOf(visible(links).links).map(({ label }) => label);

describe('the legend of the graph', () => {
  for (const language of ['de', 'es', 'fr', 'ja', 'zh-cn'])
    it(`uses the words of the links in ${language}`, () => {
      const read = (kind: string): Readonly<Record<string, string>> =>
        JSON.parse(readFileSync(`l10n/${kind}.l10n.${language}.json`, 'utf8'));
      const [bundle, server] = [read('bundle'), read('server')];
      const words = {
        call: 'call',
        'call after approval': 'call after approval',
        handoff: 'handoff',
        'mention in the prompt': 'mention in the prompt',
        'start by a prompt file or command': 'start',
        'escalation: callee has more permissions': 'escalation: {privileges}',
        'in a cycle': 'in a cycle',
      };
      for (const [entry, word] of Object.entries(words)) {
        const shown = server[word]?.replace('{privileges}', '');
        assert.ok(shown && bundle[entry]?.includes(shown), `${entry}: ${bundle[entry]}, ${shown}`);
      }
    });

  it('explains only what is visible', () => {
    assert.deepEqual(entries('x>y'), ['call']);
    assert.deepEqual(entries('x~y', 'y?x'), ['handoff', 'mention in the prompt']);
    assert.deepEqual(entries('x>y!', 'y>x@'), [
      'call',
      'escalation: callee has more permissions',
      'in a cycle',
    ]);
    assert.deepEqual(entries(), []);
  });
});

describe('a mention in the graph', () => {
  it('is a line of its own next to a handoff, and is counted and read aloud as what it is', () => {
    const graph = graphWith({ a: ['x', 'y'] }, ['x~y', 'x?y']);
    const shown = visibleGraphOf(graph, { isClosed: () => false, query: '' });
    assert.equal(shown.links.length, 2);
    assert.equal(summaryOf(graph, shown), '2 agents · 1 handoff · 1 mention');
    const [x] = shown.nodes;
    assert.ok(x);
    assert.match(
      ariaLabelOf(x, shown.links, (key) => key),
      /y: handoff; y: mention in the prompt$/,
    );
  });

  it('is combined with others in a collapsed folder', () => {
    const graph = graphWith({ a: ['x', 'y'], b: ['z'] }, ['x?z', 'y?z']);
    const { links } = visibleGraphOf(graph, { isClosed: (name) => name === 'a', query: '' });
    assert.deepEqual(
      links.map(({ label }) => label),
      ['2 mentions'],
    );
  });
});
