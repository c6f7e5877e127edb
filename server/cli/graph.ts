// `dossier graph`: which agents can call which, based on the references between the agents of a workspace.

import type { Host } from '../hosts/model/host';
import type { KnownName } from '../rules/workspace-view';
import { english } from '../text/translate';
import { companionsAt } from '../workspace/companions/files';
import { readCompanion } from '../workspace/companions/read';
import { linksAmong, type Member, memberOf } from '../workspace/delegation';
import { companionLinks, type Drawing, drawingOf, skillLinks } from '../workspace/graph-drawing';
import { partsOf } from '../workspace/graph-parts';
import { knownAgent } from '../workspace/known-agents';
import { verdictsIn } from './check/verdicts-in';
import { configFlags, configUsage, configured } from './config';
import { exit, type Io, UsageError, type World } from './io';
import { contextOf, wordOf } from './options';
import { parse } from './parse';
import { absolute, filesOf, placeContext, type Unread } from './paths';
import { hostsOf } from './programs';
import { printable } from './report/cells';
import { jsonText } from './report/json-text';

export function graphUsage(): string {
  return `dossier graph [PATH]   show which agents can call each other (default: the current folder)

  --format FORMAT      mermaid (default), dot, json
  --program ID,...     only these programs (default: those whose folder contains the file)
  --context KEY=VALUE  facts about the environment: platform, mcp, ...
${configUsage}

A call escalates permissions if the callee can change files or run commands and the caller cannot. Names that match no
agent in the workspace are dashed: built-in agents, user and plugin agents, and misspelled names. An agent that a prompt
only mentions ("delegate to NAME", @NAME) and a handoff have dotted links. A skill that a field of an agent names is a
node. Agents without a list of tools that may call all others have a note and no link for that.

  dossier graph --format dot | dot -Tsvg > agents.svg
`;
}

/** @throws UsageError */
export function graph(argv: readonly string[], world: World, io: Io): number {
  const { paths, values } = parse(argv, {
    program: { type: 'string' },
    context: { type: 'string', multiple: true },
    format: { type: 'string' },
    ...configFlags,
  });
  if (values['help']) {
    io.out(graphUsage());
    return exit.clean;
  }
  if (paths.length > 1) throw new UsageError('graph accepts only one path. Run it for each path.');
  const format = wordOf(values['format'], ['mermaid', 'dot', 'json'], 'mermaid', 'format');
  const chosen = hostsOf(world.catalog, values['program']);
  const context = contextOf(values['context']);
  const config = configured({ io, values, flags: {} }, world);
  const members: Member[] = [];
  let failed = false;
  const unread: Unread = (path, { message }) => {
    failed = true;
    io.err(`dossier: ${printable(path)}: ${english(message)}\n`);
  };
  const companions: string[] = [];
  for (const { path: file, isAgent, isCompanion } of filesOf(paths, false, world, config, unread)) {
    if (isCompanion) companions.push(file);
    if (!isAgent) continue;
    const found = verdictsIn(file, { chosen, context, config }, world);
    if ('problem' in found) {
      unread(file, found);
      continue;
    }
    for (const { outline, verdict } of found) {
      const member = memberOf(knownAgent(outline, verdict, context));
      if (member) members.push({ ...member, file });
    }
  }
  const { fileOf, names, skillsOf } = companionsIn(companions, world);
  const drawing = drawingOf(
    members,
    {
      among: linksAmong(members),
      companions: companionLinks(names, members),
      skills: skillLinks(members, skillsOf),
    },
    fileOf,
  );
  io.out(
    format === 'json'
      ? `${jsonText(drawing)}\n`
      : format === 'dot'
        ? dot(drawing)
        : mermaid(drawing),
  );
  if (members.length === 0 && !failed)
    io.err(
      'dossier: no agents found. Run `dossier programs` to list the folders that programs read.\n',
    );
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
      ...nodes.map(({ key, lines: text }) => `    ${key} [label=${quoted(text.map(english))}]`),
      '  }',
    ]),
    ...others.map(
      ({ key, name, isMissing }) =>
        `  ${key} [label=${quoted([english(name)])}, ${isMissing ? 'style=dashed' : 'shape=oval'}]`,
    ),
    ...links.map(({ from, to, label, isHandoff, isMention, isEscalation, isCycle }) => {
      const color = isEscalation ? '#c62828' : isCycle ? '#b26a00' : '';
      const more = [
        `label=${quoted([english(label)])}`,
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
  `"${lines.map((line) => printable(line).replace(/[\\"]/g, '\\$&')).join('\\n')}"`;

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
      ...nodes.map(
        ({ key, lines: text }) =>
          `    ${key}["${text.map((line) => escaped(english(line))).join('<br/>')}"]`,
      ),
      '  end',
    ]),
    ...others.map(({ key, name, isMissing }) =>
      isMissing
        ? `  ${key}["${escaped(english(name))}"]:::missing`
        : `  ${key}(["${escaped(english(name))}"])`,
    ),
    ...links.map(({ from, to, label, isHandoff, isMention }) =>
      isHandoff || isMention
        ? `  ${from} -. "${english(label)}" .-> ${to}`
        : `  ${from} -- "${english(label)}" --> ${to}`,
    ),
    ...(others.some(({ isMissing }) => isMissing)
      ? ['  classDef missing stroke-dasharray: 4 4']
      : []),
    ...(escalations === '' ? [] : [`  linkStyle ${escalations} stroke:#c62828,stroke-width:2px`]),
    ...(cycles === '' ? [] : [`  linkStyle ${cycles} stroke:#b26a00,stroke-width:2px`]),
  ];
  return `${lines.join('\n')}\n`;
}

/** Mermaid supports numeric character references. Comments, directives and formulas would begin with the other characters. */
const escaped = (text: string): string =>
  printable(text).replace(/[#"<>&`[\]{}|\\%$]/g, (sign) => `#${sign.charCodeAt(0)};`);

// The files next to agents: agents that a host's configuration file defines, and the agents that prompt files, commands and
// skills name.

interface Companions {
  /** The file that defines an agent, by host and name. */
  readonly fileOf: (host: string, name: string) => string | undefined;
  /** The agents that they name or mention, with the path of the file as it is shown. */
  readonly names: readonly KnownName[];
  /** The files that define a skill. */
  readonly skillsOf: (host: Host, name: string) => readonly KnownName[];
}

/** Files that cannot be read are skipped. @param files in order. */
function companionsIn(files: readonly string[], world: World): Companions {
  const defined = new Map<string, string>();
  const names: KnownName[] = [];
  const skills: KnownName[] = [];
  for (const file of files)
    for (const one of namesIn(file, world)) {
      if (one.kind === 'skill' && one.does === 'defines') skills.push({ ...one, path: file });
      if (one.kind !== 'agent') continue;
      if (one.does === 'defines') defined.set(keyOf(one.host.id, one.name), file);
      else names.push({ ...one, path: file });
    }
  return {
    fileOf: (host, name) => defined.get(keyOf(host, name)),
    names,
    skillsOf: (host, name) => skills.filter((one) => one.host === host && one.name === name),
  };
}

const keyOf = (host: string, name: string): string => `${host} ${name}`;

function namesIn(file: string, world: World): readonly KnownName[] {
  const places = companionsAt(absolute(file, world), world.catalog.hosts, placeContext(world));
  if (places.length === 0) return [];
  const text = world.read(file);
  return typeof text === 'string' ? (readCompanion(text, places)?.names ?? []) : [];
}
