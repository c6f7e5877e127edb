// `dossier upgrade`: what another version of a host changes for the agents and settings of a workspace.
import { type VersionChange, versionChanges } from '../features/hover/version-changes';
import type { HostCatalog } from '../hosts/catalog/host-catalog';
import type { Host } from '../hosts/model/host';
import { compareVersions, versionsOf, wasAsked } from '../hosts/model/version';
import { english } from '../text/translate';
import { verdictsIn } from './check/verdicts-in';
import { configFlags, configUsage, configured } from './config';
import { exit, type Io, UsageError, type World } from './io';
import { contextOf, wordOf } from './options';
import { parse } from './parse';
import { filesOf, isConfiguration, pathForPeople, type Unread } from './paths';
import { hostAsked, hostsOf, versionNote } from './programs';
import { printable } from './report/cells';
import { jsonText } from './report/json-text';

export const upgradeUsage = ({
  hosts,
}: HostCatalog): string => `dossier upgrade [PATH]   list what another version changes for agents and settings

  --from HOST@VERSION  the version in use: claude-code@2.1.306
  --to VERSION         the version to compare with (default: the newest known version)
  --context KEY=VALUE  facts about the environment: platform, mcp, ...
${configUsage}
  --format FORMAT      human (default), json

Known versions:
${hosts
  .filter(({ olderVersions = [] }) => olderVersions.length > 0)
  .map((host) => `  ${host.id}: ${versionsOf(host).join(', ')}\n`)
  .join('')}
"latest" is the newest of them. For a version between them the nearest older one is used. A generation, such as
opencode@2, can be named too. The exit code is 1 if an agent is no longer loaded or started, or loses a tool or a
field, and if settings are no longer used.
`;

/** This is part of the public JSON format: keys may be added but not removed. */
interface ChangedAgent {
  readonly file: string;
  readonly agent: string | null;
  readonly changes: readonly VersionChange[];
}

/** @throws UsageError */
export function upgrade(argv: readonly string[], world: World, io: Io): number {
  const { paths, values } = parse(argv, {
    from: { type: 'string' },
    to: { type: 'string' },
    context: { type: 'string', multiple: true },
    format: { type: 'string' },
    ...configFlags,
  });
  if (values['help']) {
    io.out(upgradeUsage(world.catalog));
    return exit.clean;
  }
  if (paths.length > 1)
    throw new UsageError('upgrade accepts only one path. Run it for each path.');
  const format = wordOf(values['format'], ['human', 'json'], 'human', 'format');
  const { from, to } = versionsAsked(world.catalog, values, io);
  const config = configured({ io, values, flags: {} }, world);
  const context = contextOf(values['context']);
  const changed: ChangedAgent[] = [];
  let count = 0;
  let failed = false;
  const unread: Unread = (path, { message }) => {
    failed = true;
    io.err(`dossier: ${printable(path)}: ${english(message)}\n`);
  };
  for (const { path: file, isAgent, isCompanion } of filesOf(paths, false, world, config, unread)) {
    if (!isAgent && !(isCompanion && isConfiguration(file, () => world.read(file), world)))
      continue;
    const old = verdictsIn(file, { chosen: [from], context, config }, world);
    if ('problem' in old) {
      unread(file, old);
      continue;
    }
    const now = verdictsIn(file, { chosen: [to], context, config }, world);
    const before = old[0]?.verdict;
    const after = 'problem' in now ? undefined : now[0]?.verdict;
    if (!before || !after) continue;
    count++;
    const changes = versionChanges(before, after);
    const agent = (after.persona ?? before.persona)?.id ?? null;
    if (changes.length > 0) changed.push({ file: pathForPeople(file, world), agent, changes });
  }
  const report = { host: to.id, from: from.version, to: to.version, files: count, changed };
  io.out(format === 'json' ? `${jsonText(report)}\n` : humanReport({ from, to }, report));
  if (failed) return exit.failed;
  const isWorse = changed.some(({ changes }) => changes.some((change) => change.isWorse));
  return isWorse ? exit.findings : exit.clean;
}

interface UpgradeRequest {
  readonly from: Host;
  readonly to: Host;
}

/** Warns if a version was not asked and an older one is used for it. */
function versionsAsked(
  catalog: HostCatalog,
  { from: fromValue, to: toValue }: Readonly<Record<string, unknown>>,
  io: Io,
): UpgradeRequest {
  const [, name, wanted] = /^(.+)@([^@]+)$/.exec(String(fromValue ?? '')) ?? [];
  if (name === undefined || wanted === undefined)
    throw new UsageError(
      'upgrade requires --from HOST@VERSION. Add it, such as --from claude-code@2.1.306.',
    );
  const [main] = hostsOf(catalog, name) ?? [];
  if (!main) throw new UsageError(`unknown program "${name}"`);
  const hostFor = (version: string): Host => {
    // Another generation is a host of its own.
    const generation = version === main.generation ? main : catalog.hostOfGeneration(main, version);
    if (generation) return generation;
    const note = versionNote(main, version);
    if (note !== null) io.err(`dossier: ${note}\n`);
    return hostAsked(main, version);
  };
  const isGeneration = catalog.hostOfGeneration(main, wanted) !== undefined;
  const isNewer = compareVersions(wanted, main.version) > 0 && !wasAsked(main, wanted);
  if (isNewer && !isGeneration)
    throw new UsageError(
      `${main.name} ${printable(wanted)} is newer than ${main.version}, the newest version that was tested. Use an earlier version.`,
    );
  const from = hostFor(wanted);
  const newest = from.profileOf === undefined ? main : from;
  return {
    from,
    to: toValue === undefined ? newest : hostFor(String(toValue).replace(`${name}@`, '')),
  };
}

interface Report {
  readonly from: string;
  readonly to: string;
  readonly files: number;
  readonly changed: readonly ChangedAgent[];
}

/** Each change with the agents that it concerns; those for the worse first. */
function humanReport({ from, to }: UpgradeRequest, { files, changed }: Report): string {
  const isUnused = changed.some(({ changes }) =>
    changes.some(({ part, isWorse }) => isWorse && (part === 'agent' || part === 'settings')),
  );
  const isAsked = isUnused && to.profileOf === undefined;
  const all = `${files} ${files === 1 ? 'file' : 'files'}`;
  const other = from.name === to.name ? to.version : `${to.name} ${to.version}`;
  const head = `${from.name} ${from.version} -> ${other}: ${changed.length} of ${all} ${changed.length === 1 ? 'changes' : 'change'}\n`;
  const groups = new Map<string, { isWorse: boolean; agents: string[] }>();
  for (const { file, agent, changes } of changed)
    for (const change of changes) {
      const words = inWords(change);
      const group = groups.get(words) ?? { isWorse: change.isWorse, agents: [] };
      group.agents.push(`${printable(file)}${agent === null ? '' : ` (${printable(agent)})`}`);
      groups.set(words, group);
    }
  const sorted = [...groups].sort(([, a], [, b]) => Number(b.isWorse) - Number(a.isWorse));
  return (
    head +
    sorted
      .map(([words, { agents: some }]) => `\n${words}\n${some.map((one) => `  ${one}\n`).join('')}`)
      .join('') +
    (isAsked
      ? `\nRun "dossier check --host ${to.id}@${to.version}" to see the cause in each file.\n`
      : '')
  );
}

/** A whole sentence about the newer version. */
function inWords({ part, name, before, after, isWorse }: VersionChange): string {
  const what = name === null ? '' : ` "${printable(name)}"`;
  switch (part) {
    case 'agent':
      return isWorse
        ? `The file is no longer loaded as an agent (${after}).`
        : `The file is loaded as an agent (before: ${before}).`;
    case 'settings':
      return isWorse
        ? `The settings are no longer used (${after})${what === '' ? '' : `, so these do not hold any more:${what}`}.`
        : `The settings are used (before: ${before})${what === '' ? '' : `, so these hold:${what}`}.`;
    case 'start':
      return after === 'unknown'
        ? 'Whether the agent can be started is unknown.'
        : `The agent ${isWorse ? 'can no longer' : 'can now'} be started.`;
    case 'model':
      return `Model${what} is ${after ?? 'unknown'} instead of ${before ?? 'unknown'}.`;
    case 'tool':
      return `Tool${what} ${isWorse ? 'is no longer' : 'becomes'} available.`;
    case 'field':
      return `Field${what} is ${after} instead of ${before}.`;
  }
}
