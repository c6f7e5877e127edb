// The examples of rules, placed in a workspace.
import { outlineOf } from '../../server/agent/outline';
import { type View, viewOf } from '../../server/features/view/view';
import { placesOf } from '../../server/hosts/catalog/places';
import { defaultContext } from '../../server/hosts/model/context';
import type { Place } from '../../server/hosts/model/place';
import { examplesOf } from '../../server/rules/docs-registry';
import { rules } from '../../server/rules/registry';
import type { Example, Finding, Rule, RuleExamples } from '../../server/rules/rule';
import { defaultSettings, type Settings } from '../../server/settings/settings';
import { entryHoldersAt } from '../../server/workspace/companions/entries';
import { companionsAt } from '../../server/workspace/companions/files';
import { readCompanion } from '../../server/workspace/companions/read';
import { WorkspaceIndex } from '../../server/workspace/index';
import { knownAgents } from '../../server/workspace/known-agents';
import { knownSkills } from '../../server/workspace/known-skill';
import { catalog } from './catalog';

/** Every rule with its examples. */
export const rulesWithExamples: readonly (Rule & RuleExamples)[] = rules.map((rule) => ({
  ...rule,
  ...examplesOf(rule.name),
}));

/** A rule that is off by default is enabled. */
export const settingsFor = ({ name, off }: Rule): Settings =>
  off ? { ...defaultSettings, rules: { [name]: 'hint' } } : defaultSettings;

/** The findings of one rule, including those about other files. */
export const findingsOf = ({ name }: Rule, view: View): readonly Finding[] =>
  view.findings().filter(({ rule }) => rule === name);

/** Whether a folder is a plugin depends on the other files in it. */
export const placesAt = (path: string, { companions = [] }: Example, among = catalog) =>
  placesOf(among, path, {
    has: (file) => companions.some((one) => one.path === file),
    isFolder: (folder) => companions.some((one) => one.path.startsWith(`${folder}/`)),
    read: (file) => companions.find((one) => one.path === file)?.text ?? '',
    walk: (folder, wanted) =>
      companions
        .map((one) => one.path)
        .filter((file) => file.startsWith(`${folder}/`) && wanted(file)),
  });

/** The file itself and the other files of the example. */
export function around(example: Example, among = catalog): WorkspaceIndex {
  const all = [example, ...(example.companions ?? [])];
  const index = new WorkspaceIndex(among, {
    // As on a disk, folders exist too.
    has: (file) => all.some(({ path }) => path === file || path.startsWith(`${file}/`)),
    // No example is a program.
    isExecutable: (file) => (all.some(({ path }) => path === file) ? false : null),
  });
  for (const { path, text } of all) {
    const places = placesAt(path, example, among);
    index.put(
      path,
      knownAgents(outlineOf(text), places, defaultContext),
      knownSkills(outlineOf(text), places, defaultContext),
    );
    const companions = companionsAt(path, among.hosts);
    if (companions.length > 0) index.putCompanion(path, readCompanion(text, companions));
  }
  return index;
}

/** The example as an editor has it. */
export const viewOfExample = (
  example: Example,
  settings: Settings = defaultSettings,
  among = catalog,
): View => {
  const { path, text } = example;
  const places = placesAt(path, example, among);
  return viewOf({
    ...{ catalog: among, path, text, places, settings, workspace: around(example, among) },
    companionPlaces: () => companionsAt(path, among.hosts),
    entryHolders: () => entryHoldersAt(among, path, {}),
  });
};

/** The hosts that read the example as an agent, or agents in it. Owners come first. */
export const readersOf = (example: Example): readonly Pick<Place, 'host' | 'role'>[] => [
  ...placesAt(example.path, example),
  ...entryHoldersAt(catalog, example.path, {}).map(({ companion: { host } }) => ({
    ...{ host, role: 'owner' as const },
  })),
];
