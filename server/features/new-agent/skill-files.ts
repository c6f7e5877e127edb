// A new skill or command for several hosts: as few files as possible, each of which its hosts load under the name.

import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import { placesOf } from '../../hosts/catalog/places';
import { endingOf, foldersOf } from '../../hosts/model/glob';
import { definesSkills, type Host, type SkillKind } from '../../hosts/model/host';
import { hasFolders, type Location } from '../../hosts/model/location';
import { namedSkillSkeleton } from '../../hosts/model/skeleton';
import { defaultSettings } from '../../settings/settings';
import { plainSnippet } from '../../text/snippet';
import { viewOf } from '../view/view';

export type SkillSubject = SkillKind['subject'];

export interface NewSkillOptions {
  readonly subject: SkillSubject;
  readonly name: string;
  readonly description?: string | undefined;
}

export interface NewSkillFile {
  /** Below the root of a project. */
  readonly path: string;
  readonly text: string;
  /** The hosts that load it under the name. */
  readonly hosts: readonly Host[];
}

export interface NewSkillFiles {
  readonly files: readonly NewSkillFile[];
  /** Hosts that have no such files in a project, or that would not load one with this name. */
  readonly without: readonly Host[];
}

/** A form in which a host has skills or commands in its own folder. */
export interface SkillPlace {
  /** With `{name}`: `.claude/skills/{name}/SKILL.md`. */
  readonly path: string;
  /** A snippet. */
  readonly skeleton: string;
}

/** The places for new skills or commands of a host, its preferred one first. */
export const skillPlaces = (host: Host, subject: SkillSubject): readonly SkillPlace[] =>
  host.locations.flatMap((location) => {
    const kind = location.kind === undefined ? undefined : host.kinds[location.kind];
    const isOwn = location.scope === 'project' && location.role === 'owner';
    if (!isOwn || !kind || !definesSkills(kind) || kind.subject !== subject) return [];
    const path = pathIn(location, subject);
    return path === null ? [] : [{ path, skeleton: kind.skeleton }];
  });

function pathIn({ glob }: Location, subject: SkillSubject): string | null {
  // Of two spellings of a folder, the second one is the plural, which is the one that programs document.
  const folder = foldersOf(glob).at(-1);
  if (folder === undefined || (subject === 'skill' && !hasFolders({ glob }))) return null;
  return subject === 'skill' ? `${folder}/{name}/SKILL.md` : `${folder}/{name}${endingOf(glob)}`;
}

/** Each host gets the file that most of the others load too. */
export function newSkillFiles(
  catalog: HostCatalog,
  hosts: readonly Host[],
  wanted: NewSkillOptions,
): NewSkillFiles {
  const candidates = hosts.flatMap((host) =>
    skillPlaces(host, wanted.subject).flatMap(({ path, skeleton }) =>
      [skeleton, ...(wanted.subject === 'skill' ? [namedSkillSkeleton()] : [])].map((one) => {
        const file = {
          path: path.replace('{name}', () => wanted.name),
          text: written(one, wanted),
        };
        return { ...file, hosts: loaders(catalog, file, wanted.name) };
      }),
    ),
  );
  let open = hosts;
  const files: NewSkillFile[] = [];
  while (open.length > 0) {
    const [best] = candidates
      .map((one) => ({ ...one, hosts: open.filter((host) => one.hosts.includes(host)) }))
      .filter((one) => one.hosts.length > 0)
      .sort((a, b) => b.hosts.length - a.hosts.length);
    if (!best) break;
    files.push(best);
    open = open.filter((host) => !best.hosts.includes(host));
  }
  return { files, without: open };
}

/** The skeleton with the name, a description and a first sentence in place of its tab stops. */
export function written(skeleton: string, { name, description }: NewSkillOptions): string {
  const text = description ?? `Use when ${name.replaceAll(/[-_]+/g, ' ')} is needed.`;
  const inSnippet = (value: string): string => value.replaceAll('$', '\\$');
  return plainSnippet(
    skeleton
      .replaceAll(/\$\{(\d+):name\}/g, () => name)
      .replaceAll(
        /(description: )\$\{\d+:[^}]*\}/g,
        (_, key: string) => key + inSnippet(isPlain(text) ? text : JSON.stringify(text)),
      )
      // A string of JSON is one of TOML.
      .replaceAll(
        /(description = )"\$\{\d+:[^}]*\}"/g,
        (_, key: string) => key + inSnippet(JSON.stringify(text)),
      ),
  );
}

/** Whether YAML reads the text as it is. */
const isPlain = (text: string): boolean =>
  /^[A-Za-z][^:#"'\n]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off)$/i.test(text);

function loaders(
  catalog: HostCatalog,
  { path, text }: Pick<NewSkillFile, 'path' | 'text'>,
  name: string,
): readonly Host[] {
  const view = viewOf({
    ...{ catalog, path, text },
    places: placesOf(catalog, path),
    settings: { ...defaultSettings, guests: 'all' },
  });
  const wrong = view.findings().filter(({ severity }) => severity === 'error');
  return view.verdicts().flatMap(({ place: { host }, skill }) => {
    const isNamed = skill?.id === name;
    return isNamed && !wrong.some((finding) => finding.host === host.id) ? [host] : [];
  });
}
