// How many skills each host lists to its model without a description, for the Agents view: the numbers of `dossier list`.
import { isOverBudget } from '../../hosts/judge/skills/skill-listings';
import type { SkillListLabel } from '../../protocol/protocol';
import { projectListings } from '../../rules/limits/project-listings';
import { formatCount, t } from '../../text/message';
import type { Untranslated } from '../../text/translated';
import type { WorkspaceIndex } from '../../workspace/index';

/** One for each host whose list has no room for all descriptions: that of the project with the longest list. */
export const skillListLabels = (index: WorkspaceIndex): readonly Untranslated<SkillListLabel>[] =>
  index.catalog.mainHosts.flatMap((host) => {
    const longest = projectListings(index, host)?.longest();
    if (!longest || !isOverBudget(longest)) return [];
    const { entries, described, budget } = longest;
    const total = formatCount(entries.length);
    const count = formatCount(entries.length - described);
    return [
      {
        host: host.id,
        label:
          budget.beyond === 'shortened'
            ? t('{total} descriptions cut', { total })
            : t('{count} of {total} skills without description', { count, total }),
      },
    ];
  });
