import assert from 'node:assert/strict';
import {
  initiallyCollapsed,
  type VisibleGraph,
  visibleGraphOf,
} from '../../client/graph/visible-graph';
import type { Graph } from '../../server/protocol/protocol';
import { graphWith } from './made';

const graph = graphWith({ team: ['lead', 'builder', 'spare'], other: ['helper', 'loner'] }, [
  'lead>builder!',
  'lead>helper',
  'builder>lead@',
  'helper~lead',
]);
const shown = (closed: readonly string[] = [], query = ''): VisibleGraph =>
  visibleGraphOf(graph, { isClosed: (folder) => closed.includes(folder), query });
const keys = ({ nodes }: VisibleGraph): readonly string[] => nodes.map(({ key }) => key);
const arrows = ({ links }: VisibleGraph): readonly string[] =>
  links.map(
    ({ from, to, count, isEscalation, isCycle }) =>
      `${from}>${to}${count > 1 ? ` ${count}` : ''}${isEscalation ? ' !' : ''}${isCycle ? ' @' : ''}`,
  );
const below = ({ folders }: VisibleGraph): readonly string[] =>
  folders
    .filter(({ hasHeading }) => hasHeading)
    .map(
      ({ name, linked, unlinked }) =>
        `${name}: ${linked} above, ${unlinked.map(({ key }) => key).join(' ')}`,
    );

describe('the visible graph', () => {
  it('contains agents with links, and the others by folder', () => {
    assert.deepEqual(keys(shown()), ['lead', 'builder', 'helper']);
    assert.deepEqual(arrows(shown()), [
      'lead>builder !',
      'lead>helper',
      'builder>lead @',
      'helper>lead',
    ]);
    assert.deepEqual(below(shown()), ['team: 2 above, spare', 'other: 1 above, loner']);
  });

  it('shows a collapsed folder instead of its agents, with merged links', () => {
    const closed = shown(['team']);
    assert.deepEqual(keys(closed), ['folder team', 'helper']);
    const [team] = closed.nodes;
    assert.ok(team?.kind === 'folder');
    // Links inside the folder are counted.
    assert.deepEqual([team.escalations, team.cycleLinks], [1, 1]);
    assert.deepEqual(arrows(closed), ['folder team>helper', 'helper>folder team']);
    assert.deepEqual(below(closed), ['other: 1 above, loner']);
    assert.deepEqual(arrows(shown(['other'])), [
      'lead>builder !',
      'lead>folder other',
      'builder>lead @',
      'folder other>lead',
    ]);
  });

  it('merges two links of a collapsed folder to one agent, and counts them', () => {
    const two = graphWith({ a: ['x', 'y'], b: ['z'] }, ['x>z', 'y>z!']);
    const { links } = visibleGraphOf(two, { isClosed: (folder) => folder === 'a', query: '' });
    assert.deepEqual(
      links.map(({ from, to, label, isEscalation }) => [from, to, label, isEscalation]),
      [['folder a', 'z', '2 calls', true]],
    );
  });

  it('hides links inside a collapsed folder, and shows its heading', () => {
    const inside = graphWith({ a: ['x', 'y'] }, ['x>y']);
    const { nodes, folders } = visibleGraphOf(inside, { isClosed: () => true, query: '' });
    assert.deepEqual(nodes, []);
    assert.deepEqual(
      folders.map(({ name, isOpen, hasHeading }) => [name, isOpen, hasHeading]),
      [['a', false, true]],
    );
  });

  it('shows the matches of a search, also in collapsed folders, with their neighbors', () => {
    const found = shown(['team', 'other'], 'BUILD');
    assert.equal(found.found, 1);
    assert.deepEqual(keys(found), ['lead', 'builder']);
    assert.deepEqual(below(found), ['team: 2 above, ']);
    assert.equal(shown([], 'team read').found, 3);
    assert.equal(shown([], 'nobody').found, 0);
    assert.deepEqual(keys(shown([], 'nobody')), []);
  });

  it('shows called names that no agent has', () => {
    const ghost = [{ key: 'm0', name: 'ghost', isMissing: true, uri: null, path: null }];
    const { nodes } = visibleGraphOf(graphWith({ a: ['x'] }, ['x>m0'], ghost), {
      isClosed: () => false,
      query: '',
    });
    assert.deepEqual(
      nodes.map(({ kind }) => kind),
      ['agent', 'other'],
    );
  });

  it('is initially collapsed only for many agents in several folders', () => {
    const names = (count: number, of: string): readonly string[] =>
      Array.from({ length: count }, (_, n) => `${of}${n}`);
    const collapsed = (one: Graph): readonly string[] => [...initiallyCollapsed(one)];
    assert.deepEqual(collapsed(graphWith({ a: names(50, 'a'), b: names(50, 'b') })), ['a', 'b']);
    assert.deepEqual(collapsed(graphWith({ a: names(100, 'a') })), []);
    assert.deepEqual(collapsed(graph), []);
  });

  it('begins with the folders of plugins collapsed', () => {
    const one = graphWith({ a: ['x'], 'plugins/review/agents': ['y'] }, ['x>y']);
    assert.deepEqual([...initiallyCollapsed(one)], ['plugins/review/agents']);
  });
});
