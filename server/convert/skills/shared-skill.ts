// One text for several hosts: a skill in a folder that all of them read, where one text does the same in each.
import { outlineOfFile } from '../../agent/outline';
import { placeIn } from '../../hosts/catalog/places';
import { judge } from '../../hosts/judge/compute-verdict';
import { definesAgents, type Host } from '../../hosts/model/host';
import { hasFolders } from '../../hosts/model/location';
import { documentKindOf, type Place } from '../../hosts/model/place';
import { isSamePrompt } from '../check-result';
import type { Converted, ConvertInput } from '../converted';
import { convertSkill } from './convert-skill';
import { acceptedName, pathIn, skillTarget } from './skill-target';

export interface SharedSkill {
  readonly converted: Converted;
  /** The other hosts that read the file. */
  readonly others: readonly Host[];
}

/** @param targets at least two. Null where the hosts read no folder in common, or need different texts. */
export function sharedSkill(
  input: Omit<ConvertInput, 'target'>,
  targets: readonly Host[],
): SharedSkill | null {
  const skill = judge(input.outline, input.place, input.context).skill;
  if (!skill) return null;
  for (const path of sharedPaths(input.place, targets, skill.id)) {
    for (const target of targets) {
      const usual = skillTarget(input.place, target, skill.id, { wanted: 'skill' });
      const made = convertSkill(
        { ...input, target },
        { path, called: usual?.called ?? skill.id, subject: 'skill' },
      );
      const others = targets.filter((one) => one !== target);
      if (made.isRefused || !others.every((one) => isSameIn(one, made, input))) continue;
      return { converted: made, others };
    }
  }
  return null;
}

/** The paths at which all of the hosts read a skill, except that of the source. */
function sharedPaths(place: Place, targets: readonly Host[], id: string): readonly string[] {
  const { scope } = place.location;
  const paths = targets.flatMap((target) =>
    target.locations.flatMap((location) => {
      const kind = target.kinds[location.kind ?? 'agent'];
      if (!kind || definesAgents(kind) || kind.subject !== 'skill' || location.manifest) return [];
      if (!hasFolders(location)) return [];
      const dialect =
        location.dialect === undefined ? undefined : target.dialects[location.dialect];
      if (location.scope !== (scope === 'user' ? 'user' : 'project') || !dialect) return [];
      return [pathIn(place, location, [acceptedName(id.replaceAll(/[:/]/g, '-'), dialect)])];
    }),
  );
  return [...new Set(paths)].filter(
    (path) => path !== place.path && targets.every((one) => placeIn(one, path) !== null),
  );
}

/** Whether the host does with the text what it would do with a text of its own. */
function isSameIn(
  target: Host,
  { text, path }: Converted,
  input: Omit<ConvertInput, 'target'>,
): boolean {
  const there = placeIn(target, path);
  if (!there || text === null || definesAgents(documentKindOf(there))) return false;
  const own = convertSkill({ ...input, target }, { path, called: baseOf(path), subject: 'skill' });
  const now = judge(outlineOfFile(path, text), there, input.context);
  const wanted = own.verdict;
  if (own.isRefused || !wanted?.skill || !now.skill) return false;
  const { skill } = now;
  return (
    isSamePrompt(now.agent?.prompt.text ?? '', wanted.agent?.prompt.text ?? '') &&
    skill.id === wanted.skill.id &&
    skill.description === wanted.skill.description &&
    skill.modelInvocable === wanted.skill.modelInvocable &&
    skill.userInvocable === wanted.skill.userInvocable &&
    String(skill.paths) === String(wanted.skill.paths)
  );
}

const baseOf = (path: string): string => path.split('/').at(-2) ?? '';
