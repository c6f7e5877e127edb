// Runs the rules that compare an agent with the other agents of the workspace.
import type { HostCatalog } from '../hosts/catalog/host-catalog';
import { memoize } from '../text/memoize';
import { rules } from './registry';
import type { Finding } from './rule';
import { type Choice, findingAt, isEnabled } from './run';
import type { KnownAgent, KnownName, WorkspaceView } from './workspace-view';

const names = new Set(rules.flatMap(({ name, across }) => (across ? [name] : [])));

/** Whether a rule compares agents of the workspace. */
export const isWorkspaceRule = (rule: string): boolean => names.has(rule);

/** @param agents the file as each of its hosts reads it */
export const runWorkspaceRules = (
  catalog: HostCatalog,
  choice: Choice,
  agents: readonly KnownAgent[],
  workspace: WorkspaceView,
): readonly Finding[] => {
  const findings: Finding[] = [];
  for (const rule of enabledRules(choice.chosen))
    for (const agent of agents)
      for (const found of rule.across?.({ catalog, agent, workspace }) ?? [])
        findings.push(findingAt(rule, choice, found, agent));
  return findings;
};

/** Cached because all files of a workspace have the same settings. */
const enabledRules = memoize((chosen: Choice['chosen']) =>
  rules.filter((rule) => rule.across && isEnabled(rule, chosen)),
);

/** @param names of agents, in a file that is no agent */
export const runCompanionRules = (
  choice: Choice,
  names: readonly KnownName[],
  workspace: WorkspaceView,
): readonly Finding[] =>
  rules
    .filter((rule) => rule.inCompanion && isEnabled(rule, choice.chosen))
    .flatMap((rule) =>
      names.flatMap((name) =>
        (rule.inCompanion?.({ name, workspace }) ?? []).map((found) => ({
          ...findingAt(rule, choice, found, null),
          host: name.host.id,
        })),
      ),
    );
