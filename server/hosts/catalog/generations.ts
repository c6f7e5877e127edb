// A generation is a major version of a host that reads the same folders as another and interprets them differently. Which
// one a project uses follows from its configuration and packages; otherwise the common one is assumed.
import { jsonToValue, parseJsonc } from '../../text/jsonc';
import type { GenerationMarker } from '../model/generation-marker';
import type { Host } from '../model/host';
import { rootOf } from '../model/located-file';
import { remembered } from '../model/memoized-keys';
import type { Place } from '../model/place';
import { hosts } from './registry';

interface Files {
  readonly has: (path: string) => boolean;
  /** @throws where the file cannot be read. */
  readonly read: (path: string) => string;
}

/** The host and its profiles: all of its known generations. */
export const generationsOf = remembered((host: Host): readonly Host[] => {
  const first = mainOf(host);
  return [first, ...hosts.filter(({ profileOf }) => profileOf === first.id)];
});

/** The host that a profile belongs to; the host itself if it is not a profile. */
const mainOf = (host: Host): Host =>
  host.profileOf === undefined ? host : (hosts.find(({ id }) => id === host.profileOf) ?? host);

/** The product name with the generation: `OpenCode 1`. */
export const generationName = (host: Host): string =>
  host.generation === undefined ? host.name : `${mainOf(host).name} ${host.generation}`;

/** The generation that the project uses and the file that shows it; null where no file does. */
export function detectedGeneration(
  place: Place,
  files: Files,
): { readonly host: Host; readonly by: string } | null {
  const { generationSigns: signs = [] } = mainOf(place.host);
  if (signs.length === 0) return null;
  for (const root of upward(rootOf(place), files))
    for (const { files: names, generationIn } of signs)
      for (const name of names) {
        const path = root === '' ? name : `${root}/${name}`;
        const wanted = generationFrom(path, files, generationIn);
        const host = wanted === null ? undefined : hostOfGeneration(place.host, wanted);
        if (host) return { host, by: name };
      }
  return null;
}

/** The host of the given generation, such as `2`; undefined if it is unknown. */
export const hostOfGeneration = (host: Host, wanted: string): Host | undefined =>
  generationsOf(host).find(({ generation }) => generation === wanted);

function generationFrom(
  path: string,
  { has, read }: Files,
  ask: GenerationMarker['generationIn'],
): string | null {
  try {
    if (!has(path)) return null;
    const json = parseJsonc(read(path));
    return 'root' in json ? ask(jsonToValue(json.root)) : null;
  } catch {
    return null; // The file was removed or cannot be read.
  }
}

/** More folders than any project has above it. */
const maxFolders = 30;

/** The folder and its parents up to the root of the repository; only the folder itself outside of a repository. */
function upward(root: string, { has }: Files): readonly string[] {
  if (!root.startsWith('/')) return [root];
  const folders = [root];
  for (let at = root; folders.length < maxFolders; ) {
    if (has(`${at}/.git/HEAD`) || has(`${at}/.git`)) return folders;
    const end = at.lastIndexOf('/');
    if (end <= 0) break;
    at = at.slice(0, end);
    folders.push(at);
  }
  return [root];
}
