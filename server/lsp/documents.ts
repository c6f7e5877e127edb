// Open documents and their views: one view a version, made when it is first asked for.
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { outlineOf } from '../agent/outline';
import { textOf } from '../agent/value';
import { type View, viewOf } from '../features/view';
import { builtinFor, noBuiltin } from '../hosts/builtin';
import { loosePlace } from '../hosts/loose';
import type { Place } from '../hosts/place';
import { placesOf } from '../hosts/places';
import type { ClientOptions } from '../protocol';
import { withChosen } from '../settings/chosen';
import { defaultSettings, type Settings } from '../settings/settings';
import type { World } from '../world/world';
import type { TeamSettings } from './team-settings';
import { pathOf } from './uri';

interface Kept {
  readonly version: number;
  readonly settings: Settings;
  readonly view: View;
}

export interface Documents {
  /** The view of a document as it stands now. */
  view(document: TextDocument): View;
  forget(uri: string): void;
  settings: Settings;
  options: ClientOptions;
}

export function documentsIn(world: World, team: TeamSettings): Documents {
  const kept = new Map<string, Kept>();
  const manifests = new Map<string, boolean>();
  const has = (path: string): boolean => {
    const known = manifests.get(path) ?? world.has(path);
    manifests.set(path, known);
    return known;
  };
  const around = { has, ...(world.home !== undefined && { home: world.home }) };
  const documents: Documents = {
    settings: defaultSettings,
    options: {},
    forget: (uri) => void kept.delete(uri),
    view(document) {
      const { options } = documents;
      const known = kept.get(document.uri);
      const path = pathOf(document.uri);
      const settings = team.of(path, documents.settings);
      if (known?.version === document.version && known.settings === settings) return known.view;
      const text = document.getText();
      const previous = known?.view;
      const placed =
        previous && known.settings === settings && previous.places.length > 0
          ? previous.places
          : placesOf(path, around);
      const found = placed.length > 0 ? placed : looseIn(document, path, text, team);
      const places = withChosen(found, path, settings);
      const view = viewOf({
        path,
        text,
        places,
        settings,
        previous,
        builtin: builtinOf(document, path, previous, options, settings),
      });
      kept.set(document.uri, { version: document.version, settings, view });
      return view;
    },
  };
  return documents;
}

/** Outside every host's folder only what the editor itself or the team calls an agent is looked at. */
function looseIn(
  { languageId }: TextDocument,
  path: string,
  text: string,
  team: TeamSettings,
): readonly Place[] {
  if (languageId !== 'chatagent' && !team.includes(path)) return [];
  const place = loosePlace(outlineOf(text), path);
  return place ? [place] : [];
}

function builtinOf(
  { languageId }: TextDocument,
  path: string,
  previous: View | undefined,
  { builtinPrompts }: ClientOptions,
  { vscodeBuiltin }: Settings,
): View['builtin'] {
  if (vscodeBuiltin === 'off' || (!builtinPrompts && vscodeBuiltin !== 'on')) return noBuiltin;
  const target = textOf(previous?.outline.fields.find((field) => field.key === 'target')?.value);
  return builtinFor({
    languageId,
    path,
    ...(builtinPrompts && { version: builtinPrompts.version }),
    ...(target !== undefined && { target }),
  });
}
