// A generation is a major version of a host that reads the same folders as another and interprets them differently. Which
// one a project uses follows from its configuration and packages; otherwise the common one is assumed.
import type { FileText } from '../../text/file-text';
import { jsonToValue, parseJsonc } from '../../text/jsonc';
import type { GenerationMarker, Host } from '../model/host';
import { rootOf } from '../model/located-file';
import type { Place } from '../model/place';
import type { HostCatalog } from './host-catalog';
import { projectFolders } from './project-folders';

interface Files {
  readonly has: (path: string) => boolean;
  readonly read: (path: string) => FileText;
}

/** The generation that the project uses and the file that shows it; null where no file does. */
export function detectedGeneration(
  catalog: HostCatalog,
  place: Place,
  files: Files,
): { readonly host: Host; readonly by: string } | null {
  const { generationMarkers: markers = [] } = catalog.mainOf(place.host);
  if (markers.length === 0) return null;
  for (const root of projectFolders(rootOf(place), files))
    for (const { files: names, generationIn } of markers)
      for (const name of names) {
        const path = root === '' ? name : `${root}/${name}`;
        const wanted = generationFrom(path, files, generationIn);
        const host = wanted === null ? undefined : catalog.hostOfGeneration(place.host, wanted);
        if (host) return { host, by: name };
      }
  return null;
}

function generationFrom(
  path: string,
  { has, read }: Files,
  ask: GenerationMarker['generationIn'],
): string | null {
  try {
    if (!has(path)) return null;
    const text = read(path);
    if (typeof text !== 'string') return null;
    const json = parseJsonc(text);
    return 'root' in json ? ask(jsonToValue(json.root)) : null;
  } catch {
    return null; // The value has an unexpected form.
  }
}
