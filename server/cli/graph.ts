// `dossier graph`: which agents can call which, based on the references between the agents of a workspace.
import type { Context } from '../hosts/model/context';
import type { Host } from '../hosts/model/host';
import { companionLinks } from '../workspace/companion-links';
import { linksAmong, type Member, memberOf } from '../workspace/delegation';
import { drawingOf } from '../workspace/graph-drawing';
import { knownAgent } from '../workspace/known-agents';
import { configFlags, configUsage, configured } from './config';
import { companionsIn } from './graph-companions';
import { dot } from './graph-dot';
import { mermaid } from './graph-mermaid';
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
only mentions ("delegate to NAME", @NAME) has a dotted link.

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
    try {
      members.push(...membersIn(file, chosen, context, world));
    } catch (error) {
      failed = true;
      io.err(`dossier: ${file}: ${error instanceof Error ? error.message : String(error)}\n`);
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

const membersIn = (
  file: string,
  chosen: readonly Host[] | null,
  context: Context,
  world: World,
): readonly Member[] =>
  verdictsIn(file, chosen, context, world).flatMap(({ outline, verdict }) => {
    const member = memberOf(knownAgent(outline, verdict, context));
    return member ? [{ ...member, file }] : [];
  });
