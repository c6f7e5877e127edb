// `dossier graph`: which agents can call which, based on the references between the agents of a workspace.
import { companionLinks } from '../workspace/companion-links';
import { linksAmong, type Member, memberOf } from '../workspace/delegation';
import { type Drawing, drawingOf } from '../workspace/graph-drawing';
import { partsOf } from '../workspace/graph-parts';
import { knownAgent } from '../workspace/known-agents';
import { printable } from './cells';
import { configFlags, configUsage, configured } from './config';
import { companionsIn } from './graph-companions';
import { exit, type Io, UsageError } from './io';
import { contextOf, hostsOf, parse, wordOf } from './options';
import { filesOf } from './paths';
import { verdictsIn } from './verdicts-in';
import type { World } from './world';

export const graphUsage = `dossier graph [PATH]   show which agents can call each other (default: the current folder)

  --format FORMAT      mermaid (default), dot, json
  --host ID,...        only these hosts, including guests (default: the owners of each location)
  --context KEY=VALUE  facts about the environment: platform, mcp, ...
${configUsage}

A call escalates permissions if the callee can change files or run commands and the caller cannot. Names that match no
agent in the workspace are dashed: built-in agents, user and plugin agents, and misspelled names. An agent that a prompt
only mentions ("delegate to NAME", @NAME) and a handoff have dotted links.

  dossier graph --format dot | dot -Tsvg > agents.svg
`;

/** @throws UsageError */
export function graph(argv: readonly string[], world: World, io: Io): number {
  const { paths, values } = parse(argv, {
    host: { type: 'string' },
    context: { type: 'string', multiple: true },
    format: { type: 'string' },
    ...configFlags,
  });
  if (values['help']) {
    io.out(graphUsage);
    return exit.clean;
  }
  if (paths.length > 1) throw new UsageError('graph accepts only one path');
  const format = wordOf(values['format'], ['mermaid', 'dot', 'json'], 'mermaid', 'format');
  const chosen = hostsOf(world.catalog, values['host']);
  const context = contextOf(values['context']);
  const config = configured({ values, flags: {} }, world);
  const members: Member[] = [];
  let failed = false;
  const companions: string[] = [];
  for (const { path: file, isAgent, isCompanion } of filesOf(paths, false, world, config)) {
    if (isCompanion) companions.push(file);
    if (!isAgent) continue;
    const found = verdictsIn(file, { chosen, context, config }, world);
    if ('problem' in found) {
      failed = true;
      io.err(`dossier: ${printable(file)}: ${found.message}\n`);
      continue;
    }
    for (const { outline, verdict } of found) {
      const member = memberOf(knownAgent(outline, verdict, context));
      if (member) members.push({ ...member, file });
    }
  }
  const { fileOf, names } = companionsIn(companions, world);
  const drawing = drawingOf(
    members,
    { among: linksAmong(members), companions: companionLinks(names, members) },
    fileOf,
  );
  io.out(
    format === 'json'
      ? `${JSON.stringify(drawing)}\n`
      : format === 'dot'
        ? dot(drawing)
        : mermaid(drawing),
  );
  if (members.length === 0 && !failed)
    io.err('dossier: no agents found. Run `dossier hosts` to list the folders that hosts read.\n');
  return failed ? exit.failed : exit.clean;
}

// The graph in DOT format, for Graphviz.
function dot(drawing: Drawing): string {
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
        ...(isHandoff || isMention ? ['style=dotted'] : []),
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

// The graph in Mermaid format, which GitHub and many editors render.
function mermaid(drawing: Drawing): string {
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
