// dossier graph: who may call whom, by what the agents of a workspace name of each other.
import type { Context } from '../hosts/context';
import type { Host } from '../hosts/host';
import { linksAmong, type Member, memberOf } from '../workspace/delegation';
import { drawingOf } from '../workspace/graph-drawing';
import { knownAgent } from '../workspace/known-agents';
import type { FileSystem } from '../world/file-system';
import { configFlags, configUsage, configured } from './config';
import { configuredAgents } from './graph-configured';
import { dot } from './graph-dot';
import { mermaid } from './graph-mermaid';
import { exit, type Io, UsageError } from './io';
import { contextOf, hostsOf, parse, wordOf } from './options';
import { filesOf } from './paths';
import { verdictsIn } from './verdicts-in';

export const graphUsage = `dossier graph [PATH]   who may call whom among the agents of a workspace (default: this folder)

  --format FORM        mermaid (default), dot, json
  --host ID,...        only these hosts; guests among them too (default: the owners of each place)
  --context KEY=VALUE  what a file cannot say: platform, mcp, ...
${configUsage}

A call escalates where the other may change files or run commands and the caller may not. Names that no agent here bears
are dashed: built-in agents, agents of the user and of plugins, and slips.

  dossier graph --format dot | dot -Tsvg > agents.svg
`;

/** @throws UsageError */
export function graph(argv: readonly string[], world: FileSystem, io: Io): number {
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
  if (paths.length > 1) throw new UsageError('graph takes one path');
  const format = wordOf(values['format'], ['mermaid', 'dot', 'json'], 'mermaid', 'format');
  const chosen = hostsOf(values['host']);
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
  const links = linksAmong(members);
  const isAllHere = links.every(({ to, isEvery }) => to !== null || isEvery);
  const drawing = drawingOf(
    members,
    links,
    isAllHere ? () => undefined : configuredAgents(companions, world),
  );
  io.out(
    format === 'json'
      ? `${JSON.stringify(drawing)}\n`
      : format === 'dot'
        ? dot(drawing)
        : mermaid(drawing),
  );
  if (members.length === 0 && !failed)
    io.err('dossier: no agent seen. Agents lie in the folders that `dossier hosts` lists.\n');
  return failed ? exit.failed : exit.clean;
}

const membersIn = (
  file: string,
  chosen: readonly Host[] | null,
  context: Context,
  world: FileSystem,
): readonly Member[] =>
  verdictsIn(file, chosen, context, world).flatMap(({ outline, verdict }) => {
    const member = memberOf(knownAgent(outline, verdict, context));
    return member ? [{ ...member, file }] : [];
  });
