// The place of a file: the location of a host that it is in.

import { type DocumentForm, formOf } from '../../agent/outline';
import { memoize } from '../../text/memoize';
import type { BodyLanguage } from './body-language';
import { matchGlob } from './glob';
import {
  type AgentKind,
  type CallStart,
  type DocumentKind,
  definesAgents,
  definesSkills,
  type Host,
  type NamedSubject,
  type Subject,
} from './host';
import { baseAt, baseName, type LocatedFile } from './located-file';
import { acceptsName, hasFolders } from './location';

/** A file in one location of one host. */
export interface Place extends LocatedFile {
  readonly host: Host;
  /** For a guess: why the author probably expects the file to be read here. Null where nothing suggests it. */
  readonly unread?: () => UnreadReason | null;
}

/** Why a file outside of all agent folders was probably meant to be read. */
export interface UnreadReason {
  readonly host: Host;
  /** The entry of the host's folder setting that matches the file but that the host ignores; null where there is none. */
  readonly skippedEntry: string | null;
}

/** The version of the program that is used at the place. */
export const versionAt = ({ host, version }: Place): string => version ?? host.version;

/** The place as another host would have it, in the version of that host's declaration. */
export function placeForHost(place: Place, host: Host): Place {
  const { version: _, versionBy: __, ...rest } = place;
  return { ...rest, host };
}

/** The hosts of those places at which the file is really read. */
export const readingHosts = (places: readonly Place[]): readonly Host[] =>
  places.flatMap(({ host, isGuess }) => (isGuess ? [] : [host]));

/** The kind of the document at a place. @throws if the host does not declare the kind that its location names. */
export function documentKindOf({ host, location }: Place): DocumentKind {
  const kind = location.kind === undefined ? host.kinds.agent : host.kinds[location.kind];
  if (!kind) throw new Error(`${host.id} declares no kind "${location.kind}"`);
  return kind;
}

/** What the document at a place defines. */
export const subjectAt = (place: Place): Subject => documentKindOf(place).subject ?? 'agent';

/** Whether the document is a skill that is a folder, and not a file in the folder of skills. */
export const isSkillFolder = (place: Place): boolean =>
  subjectAt(place) === 'skill' && hasFolders(place.location);

/** The same; null for settings and manifests, which define nothing that is called by a name. */
export function namedSubjectAt(place: Place): NamedSubject | null {
  const subject = subjectAt(place);
  return subject === 'settings' || subject === 'manifest' ? null : subject;
}

/** What the host does with the text of a document at a place; undefined where it is no skill or command, or where that is not known. */
export function bodyLanguageAt(place: Place): BodyLanguage | undefined {
  const kind = documentKindOf(place);
  return definesSkills(kind) ? kind.body : undefined;
}

/** How a person starts a session with a call of what a document defines; undefined where that is not known. */
export function startsCalls(place: Place): CallStart | undefined {
  const { startsCalls: start } = place.host;
  return start?.subjects.some((subject) => subject === subjectAt(place)) ? start : undefined;
}

/** A call of it without arguments: `/deploy`. */
export function callOf(place: Place, id: string): string {
  const { sign = '/', nameOf } = startsCalls(place) ?? {};
  return `${sign}${nameOf?.(id) ?? id}`;
}

/** The kind of the document at a place; undefined where it defines no agent. */
export function agentKindOf(place: Place): AgentKind | undefined {
  const kind = documentKindOf(place);
  return definesAgents(kind) ? kind : undefined;
}

/** Whether the agents that a user makes for the host have this form. */
export const isFormOf = ({ ownFile }: Host, form: DocumentForm): boolean =>
  formOf(ownFile) === form;

// The host's own project folder: where it would read a file that is not there, or not there yet.

/** The place that the file would have in the host's own project folder; null where the host ignores its name. */
export function placeInOwnFolder(host: Host, path: string): Place | null {
  const base = baseName(path.replaceAll('\\', '/'));
  const { before, after, sample } = ownFolder(host);
  const own = `${before}${base}${after}`;
  // Where the location excludes some names, the sample's place does not hold for every file.
  if (!sample || sample.location.except || sample.location.ignoredPrefix !== undefined)
    return placeByPath(host, own);
  const below = own.slice(sample.path.length - sample.below.length);
  return { ...sample, path: own, below, base: baseName(own) };
}

/** The host's own project folder with a sample file: other files differ only by their name. */
const ownFolder = memoize((host: Host) => {
  const [before = '', after = ''] = host.ownFile.split('{name}');
  return { before, after, sample: placeByPath(host, `${before}x${after}`) };
});

/** The place of a file by its path alone, without settings and manifests. Locations of a project come first. */
function placeByPath(host: Host, path: string): Place | null {
  let user: Place | null = null;
  for (const location of host.locations) {
    const match = location.manifest === undefined ? matchGlob(location.glob, path) : null;
    if (!match || !acceptsName(location, match.below)) continue;
    const { below } = match;
    const base = baseAt(location, path);
    const place = { host, location, role: location.role, path, below, base };
    if (location.scope !== 'user') return place;
    user ??= place;
  }
  return user;
}
