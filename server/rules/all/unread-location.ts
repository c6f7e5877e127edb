import type { Outline } from '../../agent/outline';
import { isDescribed, misplacements } from '../../hosts/catalog/misplaced';
import type { Host } from '../../hosts/model/host';
import { effectIn } from '../../hosts/model/outcome';
import { type Place, readingHosts, subjectAt } from '../../hosts/model/place';
import { t } from '../../text/message';
import { example } from '../example';
import type { FileInput, Found, Rule, RuleDocs, RuleExamples } from '../rule';

export const docs: RuleDocs = {
  what: "Checks for files in or near a program's folder of agents or skills that the program does not read.",
  why: 'Some programs read subfolders, others only the folder itself, and file extensions are case-sensitive. A file in the wrong place looks like an agent or a skill but is silently ignored.',
  sources: [{ facts: ['folder'] }],
};

export const examples = (): RuleExamples => ({
  failing: [
    example('.github/agents/team/reviewer.agent.md', 'description: Reviews changes.'),
    example('.github/agents/a/b/reviewer.md', 'description: Reviews changes.'),
  ],
  passing: [
    example('.github/agents/reviewer.agent.md', 'description: Reviews changes.'),
    example('.claude/agents/team/reviewer.md', 'name: reviewer\ndescription: Reviews changes.'),
    example('.opencode/agent/team/reviewer.md', 'description: Reviews changes.'),
    example('.agents/skills/review/SKILL.md', 'name: review\ndescription: Reviews changes.'),
  ],
});

export const rule: Rule = {
  name: 'unread-location',
  kind: 'advice',
  subjects: ['agent', 'skill', 'command'],
  advise: ({ catalog, outline, places }: FileInput): Found[] => {
    const path = places[0]?.path;
    if (path === undefined || isNote(path, outline)) return [];
    const isMisplacedSkill = isMisplaced(places);
    if (isMisplacedSkill && !isDescribed(outline)) return [];
    if (places.some((place) => place.isWithinAnother?.())) return [];
    const misplaced = misplacements(catalog, path, readingHosts(places));
    if (misplaced.length === 0) return outsideAllFolders(places);
    // A folder of several programs may be meant for the others.
    const isRead = places.some(
      (place) => place.role === 'owner' && subjectAt(place) === 'skill' && !place.isGuess,
    );
    return misplaced.map(({ host, why, belongs, builtin }) => {
      const to = belongs(path);
      return {
        span: null,
        severity: isRead ? 'information' : 'warning',
        message: effectIn(host, why),
        ...(to !== undefined && { moveTo: to }),
        // A note next to the skill that it belongs to.
        ...(isMisplacedSkill && to !== undefined && { unlessFiles: [to] }),
        ...(builtin !== undefined && { builtin }),
      };
    });
  },
};

/** Whether the file is a note that is kept with agents: Markdown without frontmatter and without an agent's longer extension. */
const isNote = (path: string, outline: Outline): boolean =>
  outline.fields.length === 0 && outline.errors.length === 0 && /\/[^/.]+\.md$/.test(path);

/** Whether no program reads the file, which would be a skill or a command elsewhere. */
const isMisplaced = ([place]: readonly Place[]): boolean =>
  place?.isFormer === true && subjectAt(place) !== 'agent';

/** An agent outside all agents folders that its author expects to be read. */
function outsideAllFolders([place]: readonly Place[]): Found[] {
  const unread = place?.unread?.();
  const setting = unread?.host.folderSettings;
  if (!unread || !setting) return [];
  const { host, skippedEntry } = unread;
  return [
    {
      span: null,
      severity: 'information',
      message:
        skippedEntry === null
          ? t(
              'No program reads agents from this folder. Move the file to {folder}, or add its folder to "{setting}" in {host}.',
              { folder: folderOf(host), setting: setting.key, host: host.name },
            )
          : t(
              '{host} does not read this file because it does not expand the glob "{glob}" in "{setting}". Add the path of the folder.',
              { host: host.name, glob: skippedEntry, setting: setting.key },
            ),
    },
  ];
}

const folderOf = ({ ownFile }: Host): string => ownFile.slice(0, ownFile.lastIndexOf('/'));
