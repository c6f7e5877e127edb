import assert from 'node:assert/strict';
import { boxHeight, boxWidth, markerPosition, pathOf } from '../../client/graph/geometry';
import { layersOf } from '../../client/graph/layers';
import { type Layout, layoutOf } from '../../client/graph/layout';
import { visibleGraphOf } from '../../client/graph/visible-graph';
import type { Graph } from '../../server/protocol/protocol';
import { dice } from '../conformance/random';
import { processorTime } from '../support/processor-time';
import { graphWith } from './made';

const columnsOf = (nodes: string, arrows: readonly string[]): readonly string[] =>
  layersOf(
    nodes.split(''),
    arrows.map((arrow) => [arrow[0] ?? '', arrow[1] ?? ''] as const),
  ).columns.map((column) => column.map(({ key, arrow }) => (arrow === null ? key : '·')).join(''));

const laidOut = (graph: Graph, width = 1000): Layout =>
  layoutOf(visibleGraphOf(graph, { isClosed: () => false, query: '' }), width);

/** Asserts that boxes do not overlap and are inside the graph. */
function isTidy({ boxes, width, height }: Layout): void {
  const all = [...boxes];
  for (const [index, [key, a]] of all.entries()) {
    assert.ok(a.x >= 0 && a.y >= -0.01, `${key} begins outside`);
    assert.ok(
      a.x + boxWidth <= width + 0.01 && a.y + boxHeight <= height + 0.01,
      `${key} ends outside`,
    );
    for (const [other, b] of all.slice(index + 1)) {
      const componentGap =
        Math.abs(a.x - b.x) >= boxWidth || Math.abs(a.y - b.y) >= boxHeight - 0.01;
      assert.ok(componentGap, `${key} overlaps ${other}`);
    }
  }
}

describe('the layers of the graph', () => {
  it('lead from callers to callees', () => {
    assert.deepEqual(columnsOf('abc', ['ab', 'bc']), ['a', 'b', 'c']);
    assert.deepEqual(columnsOf('abcd', ['ad', 'bd', 'dc']), ['ab', 'd', 'c']);
  });

  it('route a long arrow through the columns in between', () => {
    assert.deepEqual(columnsOf('abc', ['ab', 'bc', 'ac']), ['a', 'b·', 'c']);
  });

  it('place a node without callers next to its callee', () => {
    assert.deepEqual(columnsOf('abcx', ['ab', 'bc', 'xc']), ['a', 'bx', 'c']);
  });

  it('break a cycle where it returns to the node with the most calls', () => {
    assert.deepEqual(columnsOf('abcd', ['ab', 'ba', 'bc', 'bd']), ['b', 'acd']);
    assert.deepEqual(columnsOf('ab', ['ab', 'ba']), ['a', 'b']);
  });

  it('avoid unnecessary crossings', () => {
    assert.deepEqual(columnsOf('abxy', ['ay', 'bx']), ['ab', 'yx']);
  });
});

describe('the layout of the graph', () => {
  it('has no overlaps for random graphs', () => {
    const roll = dice(11);
    for (let round = 0; round < 60; round++) {
      const names = Array.from({ length: roll.upTo(40) + 1 }, (_, n) => `n${n}`);
      const links = Array.from(
        { length: roll.upTo(60) },
        () => `${roll.of(names)}${roll.of(['>', '~'])}${roll.of(names)}`,
      );
      const half = Math.ceil(names.length / 2);
      const graph = graphWith({ a: names.slice(0, half), b: names.slice(half) }, links);
      const layout = laidOut(graph, 400 + roll.upTo(1200));
      assert.equal(layout.boxes.size, names.length);
      isTidy(layout);
      const { links: drawn } = visibleGraphOf(graph, { isClosed: () => false, query: '' });
      assert.equal(layout.paths.length, drawn.length);
      for (const path of layout.paths) assert.match(pathOf(path), /^M[-\d. ]+(C[-\d. ]+)+$/);
    }
  });

  it('wraps rows of agents without links at the window width', () => {
    const names = Array.from({ length: 7 }, (_, n) => `n${n}`);
    const rows = (width: number): number =>
      new Set([...laidOut(graphWith({ a: names }), width).boxes.values()].map(({ y }) => y)).size;
    assert.equal(rows(2000), 1);
    assert.equal(rows(800), 3);
    assert.equal(rows(10), 7);
  });

  it('handles hundreds of agents quickly', () => {
    const names = Array.from({ length: 300 }, (_, n) => `n${n}`);
    const links = names.slice(1).map((name, n) => `n${Math.floor(n / 6)}>${name}`);
    const graph = graphWith({ a: names }, links);
    const took = processorTime(() => laidOut(graph, 1200));
    isTidy(laidOut(graph, 1200));
    assert.ok(took < 1500, `${took} ms`);
  });

  it('draws links in both directions as two lines with separate markers', () => {
    const { paths } = laidOut(graphWith({ a: ['x', 'y'] }, ['x>y', 'y>x']));
    const [there, back] = paths.map(markerPosition);
    assert.ok(there && back);
    assert.ok(Math.hypot(there.x - back.x, there.y - back.y) > 16);
    assert.notEqual(pathOf(paths[0] ?? []), pathOf(paths[1] ?? []));
  });
});
