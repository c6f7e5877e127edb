// Circles in a graph.
import assert from 'node:assert/strict';
import { circlesOf } from '../../server/workspace/cycles';

const circles = (edges: string): Record<string, number> => {
  const pairs = edges.split(' ').map((pair) => pair.split('>'));
  const nodes = [...new Set(pairs.flat())].sort();
  const next = (node: string): readonly string[] =>
    pairs.flatMap(([from, to]) => (from === node && to !== undefined ? [to] : []));
  return Object.fromEntries([...circlesOf(nodes, next)].sort());
};

describe('circles', () => {
  it('are none in a tree', () => assert.deepEqual(circles('a>b a>c b>d c>d'), {}));
  it('are nodes that reach each other', () =>
    assert.deepEqual(circles('a>b b>c c>b c>d e>e f>a'), { b: 0, c: 0, e: 1 }));
  it('are kept apart', () =>
    assert.deepEqual(circles('a>b b>a b>c c>d d>c'), { a: 0, b: 0, c: 1, d: 1 }));
  it('are found at the end of a long chain', () => {
    const nodes = Array.from({ length: 50_000 }, (_, index) => `${index}`);
    const found = circlesOf(nodes, (node) => [`${(Number(node) + 1) % nodes.length}`]);
    assert.equal(found.size, nodes.length);
  });
});
