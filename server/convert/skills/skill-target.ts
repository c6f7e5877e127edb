// Where a converted skill or command belongs in the other host, and what it is called there.
import { computeFieldVerdict, dialectOf } from '../../hosts/judge/compute-verdict';
import type { Dialect } from '../../hosts/model/dialect';
import { endingOf, foldersOf } from '../../hosts/model/glob';
import type { Host } from '../../hosts/model/host';
import { rootOf } from '../../hosts/model/located-file';
import { hasFolders, type Location } from '../../hosts/model/location';
import { type Place, placeForHost, subjectAt } from '../../hosts/model/place';
import { isUsed, keyFor } from '../plan-fields';
import { plainWords, withoutSeparators } from '../target-path';

export type SkillSubject = 'skill' | 'command';

export interface SkillTarget {
  readonly subject: SkillSubject;
  readonly location: Location;
  readonly path: string;
  /** What it is called in the target. */
  readonly called: string;
}

/** The kind of document in a host, and the one that a location contains. */
const subjectOf = (host: Host, { kind = 'agent' }: Location): string | undefined =>
  host.kinds[kind]?.subject;

/** The own locations of a host for such documents, in its order. A skill is a folder. */
export const locationsFor = (
  host: Host,
  subject: SkillSubject,
  scope: Location['scope'] = 'project',
): readonly Location[] =>
  host.locations.filter(
    (location) =>
      location.scope === scope &&
      location.manifest === undefined &&
      location.role === 'owner' &&
      subjectOf(host, location) === subject &&
      (subject === 'command' || hasFolders(location)),
  );

/** Whether the host has a folder of its own for skills or commands. */
export const hasSkills = (host: Host): boolean =>
  locationsFor(host, 'skill').length > 0 || locationsFor(host, 'command').length > 0;

/**
 * Null where the host has no such documents.
 * @param wanted default: the kind of the source, or a skill where the target has no commands.
 * @param name by what it should be called.
 */
export function skillTarget(
  place: Place,
  target: Host,
  id: string,
  { wanted, name }: { readonly wanted?: SkillSubject; readonly name?: string } = {},
): SkillTarget | null {
  const own: SkillSubject = subjectAt(place) === 'command' ? 'command' : 'skill';
  const scope = place.location.scope === 'user' ? 'user' : 'project';
  const subjects: readonly SkillSubject[] = wanted ? [wanted] : [own, 'skill'];
  for (const subject of subjects) {
    const [location] = locationsFor(target, subject, scope);
    if (location) return targetIn(place, target, location, { subject, id: name || id });
  }
  return null;
}

function targetIn(
  place: Place,
  target: Host,
  location: Location,
  { subject, id }: { readonly subject: SkillSubject; readonly id: string },
): SkillTarget {
  const parts = id
    .split(/[:/]/)
    .map(withoutSeparators)
    .filter((part) => part !== '');
  const dialect = dialectOf({ ...placeForHost(place, target), location }, undefined);
  const isNested = subject === 'command' && location.glob.includes('**');
  const segments = isNested && parts.length > 0 ? parts : [acceptedName(parts.join('-'), dialect)];
  return { subject, location, path: pathIn(place, location, segments), called: segments.join('-') };
}

/** The path of a document with the name in a folder of the location, in the project of the place. */
export function pathIn(place: Place, location: Location, segments: readonly string[]): string {
  const below = pathOf(location, segments);
  const root = rootOf(place);
  return root === '' ? below : `${root}/${below}`;
}

/** The same from the root of the project. */
export function pathOf(location: Location, segments: readonly string[]): string {
  const [folder = ''] = foldersOf(location.glob);
  const ending = endingOf(location.glob);
  // The ending is that of a file, or a whole name in a folder of its own.
  const file = ending.startsWith('.')
    ? `${segments.join('/')}${ending}`
    : `${segments.join('-')}/${ending.replace(/^\//, '')}`;
  return `${folder}/${file}`;
}

/** The name, in a form that the target accepts in its field. */
export function acceptedName(name: string, dialect: Dialect): string {
  const key = keyFor(dialect, 'name');
  const plain = plainWords(name);
  const shortest = plain.slice(0, longestName).replace(/-$/, '');
  const isAccepted = (text: string): boolean => {
    if (text === '' || key === undefined) return text !== '';
    const span = { start: 0, end: text.length };
    const value = { kind: 'text', text, style: 'double', span } as const;
    return isUsed(computeFieldVerdict({ key, keySpan: span, span, value }, dialect));
  };
  return [name, plain, shortest].find(isAccepted) ?? 'skill';
}

/** The longest name of the standard for skills, which every host accepts. */
const longestName = 64;
