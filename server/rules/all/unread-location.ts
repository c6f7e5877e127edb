import type { Outline } from '../../agent/outline';
import { astray } from '../../hosts/astray';
import type { Host } from '../../hosts/host';
import { type Place, readersAmong } from '../../hosts/place';
import { mainHosts } from '../../hosts/places';
import { example } from '../example';
import type { FileInput, Found, Rule, RuleDocs, RuleExamples } from '../rule';

export const docs: RuleDocs = {
  what: "An agent file in a host's own folder, or next to the project's agents, that no host or not every owner of the folder reads.",
  why: 'One host reads sub-folders, another only the folder itself; file extensions are case-sensitive; a setting may name a folder by a glob that the host skips. The file looks like an agent and is not loaded.',
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
  ],
});

export const rule: Rule = {
  name: 'unread-location',
  kind: 'advice',
  advise: ({ outline, verdicts }: FileInput): Found[] => {
    const places = verdicts().map(({ place }) => place);
    const path = places[0]?.path;
    if (path === undefined || isHeadless(path, outline)) return [];
    const found = astray(path, readersAmong(places));
    if (found.length === 0) return inNoFolder(places);
    return found.map(({ host, why, belongs, builtin }) => {
      const to = belongs(path);
      return {
        span: null,
        severity: 'warning',
        message: `${host.name} does not read this file: ${why}.`,
        ...(to !== undefined && { moveTo: to }),
        ...(builtin !== undefined && { builtin }),
      };
    });
  },
};

/** A note in the folder, without a frontmatter and without the ending of an agent. */
const isHeadless = (path: string, outline: Outline): boolean =>
  outline.fields.length === 0 &&
  outline.errors.length === 0 &&
  mainHosts.every(
    ({ folderSettings }) =>
      !folderSettings?.endings.some((ending) => ending !== '.md' && path.endsWith(ending)),
  ) &&
  /\/[^/.]+\.md$/.test(path);

/** An agent outside all folders of agents, where its author meant it to be read. */
function inNoFolder([place]: readonly Place[]): Found[] {
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
          ? `No program reads agents from this folder. Move the file to ${folderOf(host)}, or add its folder to "${setting.key}" in ${host.name}.`
          : `${host.name} does not read this file: it skips "${skippedEntry}" in "${setting.key}", which takes no globs. Add the path of its folder.`,
    },
  ];
}

const folderOf = ({ ownFile }: Host): string => ownFile.slice(0, ownFile.lastIndexOf('/'));
