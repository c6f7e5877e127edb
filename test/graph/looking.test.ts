// Tests the camera and the arrow keys.
import assert from 'node:assert/strict';
import { fitToWindow, scrollToBox, zoomTo } from '../../client/graph/camera';
import { nearest } from '../../client/graph/geometry';

const window = { width: 1000, height: 600 };

describe('the camera over the graph', () => {
  it('fits the whole graph without enlarging it', () => {
    assert.equal(fitToWindow({ width: 300, height: 200 }, window).zoom, 1);
    assert.ok(fitToWindow({ width: 1600, height: 200 }, window).zoom < 0.6);
  });

  it('shows the beginning of a graph that is too large to be readable', () => {
    const { x, y, zoom } = fitToWindow({ width: 9000, height: 9000 }, window);
    assert.ok(zoom >= 0.5 && x > 0 && y > 0);
  });

  it('zooms around the pointer, within limits', () => {
    const camera = { x: 40, y: 20, zoom: 1 };
    const at = { x: 500, y: 300 };
    const next = zoomTo(camera, 1.5, at);
    const under = ({ x, y, zoom }: typeof camera) => [(at.x - x) / zoom, (at.y - y) / zoom];
    assert.deepEqual(under(next).map(Math.round), under(camera).map(Math.round));
    assert.equal(zoomTo(camera, 100, at).zoom, 2);
    assert.ok(zoomTo(camera, 0, at).zoom > 0);
  });

  it('moves to a box outside the window, and stays for a visible one', () => {
    const camera = { x: 0, y: 0, zoom: 1 };
    assert.deepEqual(
      scrollToBox(camera, { x: 100, y: 100, width: 200, height: 48 }, window),
      camera,
    );
    const far = scrollToBox(camera, { x: 2000, y: -300, width: 200, height: 48 }, window);
    assert.ok(2000 + far.x + 200 <= 1000 && -300 + far.y >= 0);
  });
});

describe('an arrow key', () => {
  const boxes = new Map([
    ['here', { x: 0, y: 0 }],
    ['right', { x: 300, y: 20 }],
    ['further', { x: 600, y: 0 }],
    ['below', { x: 10, y: 60 }],
  ]);
  const here = { x: 0, y: 0 };

  it('goes to the nearest box in its direction', () => {
    assert.equal(nearest(here, boxes, 'right'), 'right');
    assert.equal(nearest(here, boxes, 'down'), 'below');
    assert.equal(nearest({ x: 600, y: 0 }, boxes, 'left'), 'right');
  });

  it('does nothing if there is no box', () => {
    assert.equal(nearest(here, boxes, 'up'), undefined);
    assert.equal(nearest(here, boxes, 'left'), undefined);
  });
});
