// A workspace in memory in which an agent is given another name, as the editor asks for it.
import { agentsIn } from '../../../server/features/navigation';
import { type Renamed, rename } from '../../../server/features/renaming/rename';
import { type View, viewOf } from '../../../server/features/view/view';
import type { PlaceContext } from '../../../server/hosts/catalog/places';
import { defaultSettings } from '../../../server/settings/settings';
import { verbatim } from '../../../server/text/message';
import { type CompanionPlace, companionsAt } from '../../../server/workspace/companions/files';
import { readCompanion } from '../../../server/workspace/companions/read';
import { WorkspaceIndex } from '../../../server/workspace/index';
import { catalog, hosts, placesOf } from '../../support/catalog';

/** Texts by path. */
export type Files = ReadonlyMap<string, string>;

export class Workspace {
  readonly index: WorkspaceIndex = new WorkspaceIndex(catalog);
  readonly files: Files;

  constructor(files: Files) {
    this.files = files;
    for (const [path, text] of files) {
      const companions = this.#companionsAt(path);
      if (companions.length > 0) this.index.putCompanion(path, readCompanion(text, companions));
      const view = this.view(path, text);
      if (companions.length === 0 || view.places.length > 0)
        this.index.put(path, agentsIn(view), view.skills());
    }
  }

  rename(path: string, offset: number, name: string): Renamed {
    const { index } = this;
    const view = this.view(path, this.files.get(path) ?? '');
    const viewAt = (at: string, text = this.files.get(at)): View | null =>
      text === undefined ? null : this.view(at, text);
    return rename(view, offset, { name, index, viewAt });
  }

  /** Of each file what is found in it: host and rule, in order. */
  findings(): ReadonlyMap<string, readonly string[]> {
    return new Map(
      [...this.files].map(([path, text]) => [
        path,
        this.view(path, text)
          .findings()
          .map(({ host, rule }) => `${host ?? ''} ${rule}`)
          .sort(),
      ]),
    );
  }

  view(path: string, text: string): View {
    return viewOf({
      catalog,
      path,
      text,
      places: placesOf(path, this.#around),
      companionPlaces: () => this.#companionsAt(path),
      settings: defaultSettings,
      workspace: this.index,
    });
  }

  #companionsAt(path: string): readonly CompanionPlace[] {
    return companionsAt(path, hosts, this.#around);
  }

  readonly #around: PlaceContext = {
    has: (file) => this.files.has(file),
    read: (file) => this.files.get(file) ?? { problem: 'absent' as const, message: verbatim(file) },
  };
}
