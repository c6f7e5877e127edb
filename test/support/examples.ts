// The examples of rules, placed in a workspace.
import { outlineOf } from '../../server/agent/outline';
import { placesOf } from '../../server/hosts/catalog/places';
import { defaultContext } from '../../server/hosts/model/context';
import { examplesOf } from '../../server/rules/docs-registry';
import { rules } from '../../server/rules/registry';
import type { Example, Rule, RuleExamples } from '../../server/rules/rule';
import { companionsAt } from '../../server/workspace/companions/files';
import { readCompanion } from '../../server/workspace/companions/read';
import { WorkspaceIndex } from '../../server/workspace/index';
import { knownAgents } from '../../server/workspace/known-agents';
import { catalog } from './catalog';

/** Every rule with its examples. */
export const rulesWithExamples: readonly (Rule & RuleExamples)[] = rules.map((rule) => ({
  ...rule,
  ...examplesOf(rule.name),
}));

/** Whether a folder is a plugin depends on the other files in it. */
export const placesAt = (path: string, { companions = [] }: Example, among = catalog) =>
  placesOf(among, path, {
    has: (file) => companions.some((one) => one.path === file),
    read: (file) => companions.find((one) => one.path === file)?.text ?? '',
  });

/** The file itself and the other files of the example. */
export function around(example: Example, among = catalog): WorkspaceIndex {
  const all = [example, ...(example.companions ?? [])];
  const index = new WorkspaceIndex(among, (file) => all.some(({ path }) => path === file));
  for (const { path, text } of all) {
    index.put(path, knownAgents(outlineOf(text), placesAt(path, example, among), defaultContext));
    const companions = companionsAt(path, among.hosts);
    if (companions.length > 0) index.putCompanion(path, readCompanion(text, companions));
  }
  return index;
}
