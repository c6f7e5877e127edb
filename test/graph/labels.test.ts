import assert from 'node:assert/strict';
import { ariaLabelOf, graphTextOf, nameParts, summaryOf } from '../../client/graph/labels';
import { visibleGraphOf } from '../../client/graph/visible-graph';
import type { Graph } from '../../server/protocol/protocol';
import { graphWith } from './made';

const actual = (graph: Graph, query = ''): string =>
  summaryOf(graph, visibleGraphOf(graph, { isClosed: () => false, query }));

describe('the texts of the graph', () => {
  it('summarize it', () => {
    const graph = graphWith({ a: ['x', 'y'] }, ['x>y!@', 'y>x@', 'x~y']);
    assert.equal(
      actual(graph),
      '2 agents · 2 calls · 1 handoff · 1 escalation · 2 links in cycles',
    );
    assert.equal(actual(graphWith({ a: ['x'] })), '1 agent · no references between agents');
    assert.match(actual({ ...graph, isTruncated: true }), / · some links are not shown$/);
    assert.equal(actual(graph, 'x'), '1 agent found');
    assert.equal(actual(graph, 'nobody'), 'No agent found');
  });

  it('describe a box for screen readers', () => {
    const graph = graphWith({ a: ['x', 'y'] }, ['x>y', 'y~x']);
    const { nodes, links } = visibleGraphOf(graph, { isClosed: () => false, query: '' });
    const [x] = nodes;
    assert.ok(x);
    assert.equal(
      ariaLabelOf(x, links, (key) => key),
      'x; Read; Claude Code, a/x.md; y: call; y: incoming handoff',
    );
  });

  it('give the other names of an agent after its own', () => {
    const { folders, ...graph } = graphWith({ a: ['Planner', 'y'] }, ['Planner>y']);
    const named = folders.map((folder) => ({
      ...folder,
      agents: folder.agents.map((agent) => ({ ...agent, ids: ['team:planner'] })),
    }));
    const looking = { isClosed: () => false, query: '' };
    const { nodes } = visibleGraphOf({ ...graph, folders: named }, looking);
    assert.equal(
      nodes[0] && ariaLabelOf(nodes[0], [], (key) => key),
      'Planner; Read; also called team:planner; Claude Code, a/Planner.md',
    );
    assert.equal(
      visibleGraphOf({ ...graph, folders: named }, { ...looking, query: 'team:' }).found,
      2,
    );
  });

  it('keep the end of a long name, where names that begin alike differ', () => {
    const parts = (name: string): string => nameParts(name).join('|');
    assert.equal(parts('reviewer'), 'reviewer|');
    assert.equal(parts('compliance-agent-for-reviews'), 'compliance-agent|-for-reviews');
    assert.equal(parts('compliance-agent-for-tests'), 'compliance-agent|-for-tests');
    assert.equal(parts('Code Review Assistant'), 'Code Review| Assistant');
    assert.equal(parts('abcdefghijklmnopqrstuvwxyz'), 'abcdefghijklmn|opqrstuvwxyz');
    assert.equal(parts('😀'.repeat(20)), `${'😀'.repeat(8)}|${'😀'.repeat(12)}`);
    assert.equal(parts(''), '|');
  });

  it('list what an agent may do, the dangerous first, and say where it may do nothing', () => {
    const may = (label: string, isPrivilege: boolean) => ({ label, isPrivilege });
    const capabilities = [
      may('Read', false),
      may('Run', true),
      may('Fetch', false),
      may('Write', true),
    ];
    const described = (all: typeof capabilities): string | undefined => {
      const { folders, ...graph } = graphWith({ a: ['x', 'y'] }, ['x>y']);
      const able = folders.map(({ agents, ...folder }) => ({
        ...{ ...folder, agents: agents.map((agent) => ({ ...agent, capabilities: all })) },
      }));
      const looking = { isClosed: () => false, query: '' };
      const { nodes } = visibleGraphOf({ ...graph, folders: able }, looking);
      return nodes[0] && ariaLabelOf(nodes[0], [], (key) => key);
    };
    assert.equal(described(capabilities), 'x; Run, Write, Read, Fetch; Claude Code, a/x.md');
    assert.equal(described([]), 'x; no tools; Claude Code, a/x.md');
  });

  it('name the file of what else refers to agents, and what is missing', () => {
    const other = { name: '/review', path: '.claude/commands/review.md', isMissing: false };
    const graph = graphWith(
      { a: ['x'] },
      ['command>x', 'x>gone'],
      [
        { ...other, key: 'command', uri: 'file:///w/review.md' },
        { key: 'gone', name: 'gone', uri: null, path: null, isMissing: true },
      ],
    );
    const { nodes, links } = visibleGraphOf(graph, { isClosed: () => false, query: '' });
    const labels = nodes
      .filter(({ kind }) => kind === 'other')
      .map((node) => ariaLabelOf(node, links, (key) => key));
    assert.deepEqual(labels, [
      '/review; .claude/commands/review.md; x: call',
      'gone; not found in this workspace; x: incoming call',
    ]);
  });

  it('copy the whole graph as text, with the names before the relations', () => {
    const graph = graphWith(
      { a: ['x', 'y'], '': ['z'] },
      ['command>x', 'x>y', 'x~gone', 'y?x'],
      [
        {
          ...{ key: 'command', name: 'ship.md', path: '.claude/commands/ship.md' },
          ...{ isMissing: false, uri: 'file:///w/ship.md' },
        },
        { key: 'gone', name: 'gone', uri: null, path: null, isMissing: true },
      ],
    );
    assert.equal(
      graphTextOf(graph),
      `${[
        '3 agents · 2 calls · 1 handoff · 1 mention',
        '',
        'a',
        '- x',
        '  - y: call',
        '  - gone (not found in this workspace): handoff',
        '- y',
        '  - x: mention in the prompt',
        '',
        '.',
        '- z',
        '',
        '.claude/commands/ship.md',
        '  - x: call',
      ].join('\n')}\n`,
    );
  });

  it('count the agents of a collapsed folder, and limit the listed names', () => {
    const names = Array.from({ length: 12 }, (_, n) => `n${n}`);
    const graph = graphWith(
      { a: ['x'], b: names },
      names.map((name) => `x>${name}`),
    );
    const open = visibleGraphOf(graph, { isClosed: (folder) => folder === 'a', query: '' });
    const folder = open.nodes.find(({ kind }) => kind === 'folder');
    assert.ok(folder);
    const ariaLabel = ariaLabelOf(folder, open.links, (key) => key);
    assert.match(ariaLabel, /^a; 1 agent; n0: call; .*; 4 more$/);
  });
});
