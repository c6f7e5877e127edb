// What a rename changes silently: callers that name agents by patterns. A pattern that matched the old name may not match the
// new one, and the other way round, so another rule decides on the agent.

import { matchesPermissionWildcard } from '../../hosts/judge/tools/permission-wildcard';
import type { Reference } from '../../hosts/model/companion';
import { shortPath } from '../../hosts/model/located-file';
import { isVisibleFrom } from '../../hosts/model/name-precedence';
import type { Place } from '../../hosts/model/place';
import type { KnownAgent } from '../../rules/workspace-view';
import { type Message, t } from '../../text/message';
import { distinct } from '../../text/translate';
import type { WorkspaceIndex } from '../../workspace/index';

/**
 * One sentence per caller whose rules decide differently under the new name; empty where nothing changes.
 * @param renamed the agents that are renamed.
 */
export function renameSideEffects(
  renamed: readonly KnownAgent[],
  old: string,
  name: string,
  index: WorkspaceIndex,
): readonly Message[] {
  const hosts = new Set(renamed.map(({ place }) => place.host));
  const sentences = index.all().flatMap((caller): readonly Message[] => {
    const { place, references } = caller;
    if (!hosts.has(place.host) || !references.some(isOnPattern)) return [];
    if (!renamed.some((one) => isTogether(one.place, place))) return [];
    const [before, after] = [decisionOn(references, old, old), decisionOn(references, name, old)];
    if (before?.action === after?.action) return [];
    return [changeOf({ path: shortPath(place), old, name }, before, after)];
  });
  return distinct(sentences);
}

interface Decision {
  /** `allow`, `ask`, `deny` or `call`. */
  readonly action: string;
  /** The name or pattern of the rule. */
  readonly rule: string;
}

/** The last rule on a name decides. A plain reference to the old name is one to the new name after the rename. */
function decisionOn(
  references: readonly Reference[],
  name: string,
  old: string,
): Decision | undefined {
  const found = references.findLast(
    (one) =>
      one.kind === 'agent' &&
      isDecision(one) &&
      (one.isPattern
        ? matchesPermissionWildcard(one.name, name)
        : one.name === name || one.name === old),
  );
  return found && { action: found.effect ?? 'call', rule: found.name };
}

const isDecision = ({ how, effect }: Reference): boolean =>
  how === 'calls' || how === 'hands-over' || (how === 'rules' && effect !== undefined);

const isOnPattern = (one: Reference): boolean =>
  one.kind === 'agent' && one.isPattern === true && isDecision(one);

function changeOf(
  caller: { readonly path: string; readonly old: string; readonly name: string },
  before: Decision | undefined,
  after: Decision | undefined,
): Message {
  const { path, old, name } = caller;
  if (before && after)
    return t(
      'In {path}, "{old}" has "{before}" (rule "{beforeRule}"), and "{name}" gets "{after}" (rule "{afterRule}").',
      {
        ...{ path, old, name, before: before.action, beforeRule: before.rule },
        ...{ after: after.action, afterRule: after.rule },
      },
    );
  return before
    ? t('In {path}, "{old}" has "{before}" (rule "{rule}"), and no rule matches "{name}".', {
        ...{ path, old, name, before: before.action, rule: before.rule },
      })
    : t('In {path}, no rule matches "{old}", and "{name}" gets "{after}" (rule "{rule}").', {
        ...{ path, old, name, after: after?.action ?? '', rule: after?.rule ?? '' },
      });
}

const isTogether = (one: Place, other: Place): boolean =>
  isVisibleFrom(one, other) || isVisibleFrom(other, one);
