// The graph in Mermaid format, which GitHub and many editors render.
import type { Drawing } from '../workspace/graph-drawing';
import { partsOf } from '../workspace/graph-parts';

export function mermaid(drawing: Drawing): string {
  const { folders, others, links } = partsOf(drawing);
  const marked = (which: readonly boolean[]): string =>
    which.flatMap((is, index) => (is ? [index] : [])).join(',');
  const escalations = marked(links.map(({ isEscalation }) => isEscalation));
  const cycles = marked(links.map(({ isCycle, isEscalation }) => isCycle && !isEscalation));
  const lines = [
    'flowchart LR',
    ...folders.flatMap(({ name, nodes }, index) => [
      `  subgraph f${index}["${escaped(name === '' ? '.' : name)}"]`,
      ...nodes.map(({ key, lines: text }) => `    ${key}["${text.map(escaped).join('<br/>')}"]`),
      '  end',
    ]),
    ...others.map(({ key, name, isMissing }) =>
      isMissing ? `  ${key}["${escaped(name)}"]:::missing` : `  ${key}(["${escaped(name)}"])`,
    ),
    ...links.map(({ from, to, label, isHandoff, isMention }) =>
      isHandoff || isMention
        ? `  ${from} -. "${label}" .-> ${to}`
        : `  ${from} -- "${label}" --> ${to}`,
    ),
    ...(others.some(({ isMissing }) => isMissing)
      ? ['  classDef missing stroke-dasharray: 4 4']
      : []),
    ...(escalations === '' ? [] : [`  linkStyle ${escalations} stroke:#c62828,stroke-width:2px`]),
    ...(cycles === '' ? [] : [`  linkStyle ${cycles} stroke:#b26a00,stroke-width:2px`]),
  ];
  return `${lines.join('\n')}\n`;
}

/** Mermaid supports numeric character references. Line breaks are escaped because they would end the statement. */
const escaped = (text: string): string =>
  text
    .replace(/[#"<>&`[\]{}|\\]/g, (sign) => `#${sign.charCodeAt(0)};`)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: names can contain any character
    .replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ');
