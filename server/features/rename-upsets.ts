// What a rename changes without a word: callers that name agents by patterns. A pattern that stood for the old name may not
// stand for the new one, and the other way round, and what it said of the agent is then said no more.

import { matchesPermissionWildcard } from '../hosts/permission-wildcard';
import { type Place, shortPath } from '../hosts/place';
import type { Reference } from '../hosts/reference';
import { isReadBeside } from '../hosts/same-name';
import type { KnownAgent } from '../rules/neighbours';
import type { WorkspaceIndex } from '../workspace/index';

/**
 * One sentence a caller whose say on the agent is another under the new name; empty where nothing changes.
 * @param bearers the agents that are renamed.
 */
export function upsetBy(
  bearers: readonly KnownAgent[],
  old: string,
  name: string,
  index: WorkspaceIndex,
): readonly string[] {
  const hosts = new Set(bearers.map(({ place }) => place.host));
  const said = index.all().flatMap((caller): readonly string[] => {
    const { place, references } = caller;
    if (!hosts.has(place.host) || !references.some(isOnPattern)) return [];
    if (!bearers.some((one) => isTogether(one.place, place))) return [];
    const [before, after] = [sayOn(references, old, old), sayOn(references, name, old)];
    if (before?.says === after?.says) return [];
    return [
      `${shortPath(place)} has ${wordsFor(before)} for "${old}", and would have ${wordsFor(after)} for "${name}".`,
    ];
  });
  return [...new Set(said)];
}

interface Say {
  readonly says: string;
  readonly by: string;
}

/** What the last of its rules says of a name; of plain names the old one is the new one then. */
function sayOn(references: readonly Reference[], name: string, old: string): Say | undefined {
  const found = references.findLast(
    (one) =>
      one.kind === 'agent' &&
      isSaying(one) &&
      (one.isPattern
        ? matchesPermissionWildcard(one.name, name)
        : one.name === name || one.name === old),
  );
  return found && { says: found.effect ?? 'a call', by: found.name };
}

const isSaying = ({ how, effect }: Reference): boolean =>
  how === 'calls' || how === 'hands-over' || (how === 'rules' && effect !== undefined);

const isOnPattern = (one: Reference): boolean =>
  one.kind === 'agent' && one.isPattern === true && isSaying(one);

const wordsFor = (say: Say | undefined): string =>
  say ? `${say.says} (by "${say.by}")` : 'no rule';

const isTogether = (one: Place, other: Place): boolean =>
  isReadBeside(one, other) || isReadBeside(other, one);
