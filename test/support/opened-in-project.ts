// A configuration or an agent file among the other files of a project.
import { outlineOf } from '../../server/agent/outline';
import { type View, viewOf } from '../../server/features/view/view';
import { placesOf } from '../../server/hosts/catalog/places';
import { defaultContext } from '../../server/hosts/model/context';
import { defaultSettings, type Settings } from '../../server/settings/settings';
import { entryHoldersAt } from '../../server/workspace/companions/entries';
import { companionsAt } from '../../server/workspace/companions/files';
import { readCompanion } from '../../server/workspace/companions/read';
import { WorkspaceIndex } from '../../server/workspace/index';
import { knownAgents } from '../../server/workspace/known-agents';
import { entriesOf, type FolderEntry } from '../../server/world/file-system';
import { catalog } from './catalog';

export interface OpenedInProject {
  readonly at?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly settings?: Partial<Settings>;
  /** The home folder was not read. */
  readonly isHomeUnknown?: true;
}

/** By default it is a configuration of OpenCode, and the home folder was read. */
export function openedInProject(
  text: string,
  { at = 'opencode.json', files = {}, settings, isHomeUnknown }: OpenedInProject = {},
): { readonly view: View; readonly index: WorkspaceIndex } {
  const all = Object.entries({ ...files, [at]: text });
  const has = (path: string): boolean =>
    all.some(([file]) => file === path || file.startsWith(`${path}/`));
  const entriesIn = (folder: string): readonly FolderEntry[] =>
    entriesOf(
      all.map(([path]) => `/${path}`),
      `/${folder}`.replace(/\/$/, ''),
    );
  const index = new WorkspaceIndex(catalog, { has, home: 'home', entries: entriesIn });
  for (const [path, content] of all) {
    const companions = companionsAt(path, catalog.mainHosts);
    if (companions.length > 0) index.putCompanion(path, readCompanion(content, companions));
    else index.put(path, knownAgents(outlineOf(content), placesOf(catalog, path), defaultContext));
  }
  index.seeWorkspace();
  index.seeHome(isHomeUnknown !== true);
  const view = viewOf({
    ...{ catalog, path: at, text, workspace: index },
    places: placesOf(catalog, at, { home: 'home' }),
    entryHolders: () => entryHoldersAt(catalog, at, {}),
    companionPlaces: () => companionsAt(at, catalog.mainHosts),
    settings: { ...defaultSettings, ...settings },
  });
  return { view, index };
}
