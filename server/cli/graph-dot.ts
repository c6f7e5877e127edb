// The graph in DOT format, for Graphviz.
import type { Drawing } from '../workspace/graph-drawing';
import { partsOf } from '../workspace/graph-parts';

export function dot(drawing: Drawing): string {
  const { folders, others, links } = partsOf(drawing);
  const lines = [
    'digraph agents {',
    '  rankdir=LR',
    '  node [shape=box]',
    ...folders.flatMap(({ name, nodes }, index) => [
      `  subgraph cluster_${index} {`,
      `    label=${quoted([name === '' ? '.' : name])}`,
      ...nodes.map(({ key, lines: text }) => `    ${key} [label=${quoted(text)}]`),
      '  }',
    ]),
    ...others.map(
      ({ key, name, isMissing }) =>
        `  ${key} [label=${quoted([name])}, ${isMissing ? 'style=dashed' : 'shape=oval'}]`,
    ),
    ...links.map(({ from, to, label, isHandoff, isMention, isEscalation, isCycle }) => {
      const color = isEscalation ? '#c62828' : isCycle ? '#b26a00' : '';
      const more = [
        `label=${quoted([label])}`,
        ...(isHandoff ? ['style=dotted'] : isMention ? ['style=dashed'] : []),
        ...(color === '' ? [] : [`color="${color}"`, 'penwidth=2']),
      ];
      return `  ${from} -> ${to} [${more.join(', ')}]`;
    }),
    '}',
  ];
  return `${lines.join('\n')}\n`;
}

const quoted = (lines: readonly string[]): string =>
  `"${lines.map((line) => line.replace(/[\\"]/g, '\\$&').replace(/\s+/g, ' ')).join('\\n')}"`;
