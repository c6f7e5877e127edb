import assert from 'node:assert/strict';
import { ariaLabelOf, legendOf, summaryOf } from '../../client/graph/labels';
import { visibleGraphOf } from '../../client/graph/visible-graph';
import { graphWith } from './made';

const visible = (links: readonly string[]) =>
  visibleGraphOf(graphWith({ a: ['x', 'y'] }, links), { isClosed: () => false, query: '' });
const entries = (...links: readonly string[]): readonly string[] =>
  legendOf(visible(links).links).map(({ label }) => label);

describe('the legend of the graph', () => {
  it('explains only what is visible', () => {
    assert.deepEqual(entries('x>y'), ['may call']);
    assert.deepEqual(entries('x~y', 'y?x'), ['hands off', 'mentioned in the prompt']);
    assert.deepEqual(entries('x>y!', 'y>x@'), [
      'may call',
      'callee has more permissions',
      'part of a cycle',
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
      /hands over y; mentions y$/,
    );
  });

  it('is combined with others in a collapsed folder', () => {
    const graph = graphWith({ a: ['x', 'y'], b: ['z'] }, ['x?z', 'y?z']);
    const { links } = visibleGraphOf(graph, { isClosed: (name) => name === 'a', query: '' });
    assert.deepEqual(
      links.map(({ label }) => label),
      ['2 mentions of'],
    );
  });
});
