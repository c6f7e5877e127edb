// Runs the rules that compare an agent with the other agents of the workspace.
import type { Writer } from '../agent/writer';
import type { HostCatalog } from '../hosts/catalog/host-catalog';
import type { Verdict } from '../hosts/model/verdict';
import { memoize } from '../text/memoize';
import { isolateFaults, type OnFault } from './fault';
import { rules } from './registry';
import type { Finding, Found } from './rule';
import { type Choice, findingAt, isEnabled } from './run';
import type { KnownAgent, KnownName, WorkspaceView } from './workspace-view';

const names = new Set(
  rules.flatMap(({ name, across, acrossSkills }) => (across || acrossSkills ? [name] : [])),
);

/** Whether a rule compares agents or skills of the workspace. */
export const isWorkspaceRule = (rule: string): boolean => names.has(rule);

/**
 * @param agents the file as each of its hosts reads it
 * @param writer for the fixes; undefined where only the findings are needed
 */
export const runWorkspaceRules = (
  catalog: HostCatalog,
  choice: Choice,
  agents: readonly KnownAgent[],
  workspace: WorkspaceView,
  onFault?: OnFault,
  writer?: Writer,
): readonly Finding[] => {
  const findings: Finding[] = [];
  for (const rule of enabledRules(choice.chosen))
    for (const agent of agents) {
      const across = (): readonly Found[] =>
        rule.across?.({ catalog, agent, workspace, writer }) ?? [];
      for (const found of isolateFaults(onFault, rule.name, agent.place.host.id, across, nothing))
        findings.push(findingAt(rule, choice, found, agent));
    }
  return findings;
};

const nothing = (): readonly Found[] => [];

/** Cached because all files of a workspace have the same settings. */
const enabledRules = memoize((chosen: Choice['chosen']) =>
  rules.filter((rule) => rule.across && isEnabled(rule, chosen)),
);

/**
 * @param verdicts on the skill or command that the file is, one for each host.
 * @param writer for the fixes
 */
export const runSkillRules = (
  choice: Choice,
  verdicts: readonly Verdict[],
  workspace: WorkspaceView,
  writer: Writer,
  onFault?: OnFault,
): readonly Finding[] =>
  rules
    .filter(({ acrossSkills, ...rule }) => acrossSkills && isEnabled(rule, choice.chosen))
    .flatMap((rule) =>
      verdicts.flatMap((verdict) => {
        const { skill } = verdict;
        if (!skill) return [];
        const check = (): readonly Found[] =>
          rule.acrossSkills?.({ verdict, verdicts, skill, workspace, writer }) ?? [];
        return isolateFaults(onFault, rule.name, verdict.place.host.id, check, nothing).map(
          (found) => findingAt(rule, choice, found, verdict),
        );
      }),
    );

/** @param names of agents, their files and models, in a file that is no agent. @param isJudged see `CompanionInput`. */
export const runCompanionRules = (
  choice: Choice,
  names: readonly KnownName[],
  isJudged: (name: KnownName) => boolean,
  workspace: WorkspaceView,
  onFault?: OnFault,
): readonly Finding[] => {
  const findings: Finding[] = [];
  for (const rule of rules.filter((one) => one.inCompanion && isEnabled(one, choice.chosen)))
    for (const name of names) {
      const check = (): readonly Found[] =>
        rule.inCompanion?.({ name, workspace, isJudged: isJudged(name) }) ?? [];
      for (const found of isolateFaults(onFault, rule.name, name.host.id, check, nothing))
        findings.push({ ...findingAt(rule, choice, found, null), host: name.host.id });
    }
  return findings;
};
