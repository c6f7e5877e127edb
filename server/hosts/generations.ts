// Which generation of a host a project uses, where two of them read the same folders. Setting, configuration and packages
// of the project say so; where none does, it is the one in common use.
import { plainJson, readJsonc } from '../text/jsonc';
import type { GenerationSign } from './generation-sign';
import type { Host } from './host';
import { type Place, rootOf } from './place';
import { hosts } from './registry';
import { remembered } from './remembered';

interface Files {
  readonly has: (path: string) => boolean;
  /** @throws where the file cannot be read. */
  readonly read: (path: string) => string;
}

/** The host and its profiles: every generation that is known of it. */
export const generationsOf = remembered((host: Host): readonly Host[] => {
  const first = mainOf(host);
  return [first, ...hosts.filter(({ profileOf }) => profileOf === first.id)];
});

/** The host that a profile belongs to; any other is its own. */
const mainOf = (host: Host): Host =>
  host.profileOf === undefined ? host : (hosts.find(({ id }) => id === host.profileOf) ?? host);

/** As people call it: `OpenCode 1`. */
export const generationName = (host: Host): string =>
  host.generation === undefined ? host.name : `${mainOf(host).name} ${host.generation}`;

/** The host as the project uses it, and the file that says so; null where nothing does. */
export function generationAt(
  place: Place,
  files: Files,
): { readonly host: Host; readonly by: string } | null {
  const { generationSigns: signs = [] } = mainOf(place.host);
  if (signs.length === 0) return null;
  for (const root of upward(rootOf(place), files))
    for (const { files: names, generationIn } of signs)
      for (const name of names) {
        const path = root === '' ? name : `${root}/${name}`;
        const wanted = said(path, files, generationIn);
        const host = wanted === null ? undefined : ofGeneration(place.host, wanted);
        if (host) return { host, by: name };
      }
  return null;
}

/** The host of that generation: `2`. */
export const ofGeneration = (host: Host, wanted: string): Host | undefined =>
  generationsOf(host).find(({ generation }) => generation === wanted);

function said(
  path: string,
  { has, read }: Files,
  ask: GenerationSign['generationIn'],
): string | null {
  try {
    if (!has(path)) return null;
    const json = readJsonc(read(path));
    return 'root' in json ? ask(plainJson(json.root)) : null;
  } catch {
    return null; // gone, or not to be read: it says nothing
  }
}

/** Deeper than any project. */
const most = 30;

/** The folder, and those above it as far as its repository goes; only itself outside of one. */
function upward(root: string, { has }: Files): readonly string[] {
  if (!root.startsWith('/')) return [root];
  const folders = [root];
  for (let at = root; folders.length < most; ) {
    if (has(`${at}/.git/HEAD`) || has(`${at}/.git`)) return folders;
    const end = at.lastIndexOf('/');
    if (end <= 0) break;
    at = at.slice(0, end);
    folders.push(at);
  }
  return [root];
}
