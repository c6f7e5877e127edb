// The place of a file: the location of a host that it is in.
import type { DocumentKind } from './document-kind';
import type { Host } from './host';
import type { LocatedFile } from './located-file';

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

/** The hosts of those places at which the file is really read. */
export const readingHosts = (places: readonly Place[]): readonly Host[] =>
  places.flatMap(({ host, isGuess }) => (isGuess ? [] : [host]));

/** The kind of the document at a place. @throws if the host does not declare the kind that its location names. */
export function documentKindOf({ host, location }: Place): DocumentKind {
  const kind = location.kind === undefined ? host.kinds.agent : host.kinds[location.kind];
  if (!kind) throw new Error(`${host.id} declares no kind "${location.kind}"`);
  return kind;
}
