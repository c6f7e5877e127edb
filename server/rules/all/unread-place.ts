import { astray } from '../../hosts/astray';
import { example } from '../example';
import type { FileInput, Found, Rule } from '../rule';

export const rule: Rule = {
  name: 'unread-place',
  what: "A file in a host's own folder that the host does not look at.",
  why: 'One host looks into sub-folders, another only into the folder itself; an ending in capitals is another ending. The file lies where agents lie, and is none.',
  kind: 'advice',
  failing: [
    example('.github/agents/team/reviewer.agent.md', 'description: Reviews changes.'),
    example('.github/agents/a/b/reviewer.md', 'description: Reviews changes.'),
  ],
  passing: [
    example('.github/agents/reviewer.agent.md', 'description: Reviews changes.'),
    example('.claude/agents/team/reviewer.md', 'name: reviewer\ndescription: Reviews changes.'),
    example('.opencode/agent/team/reviewer.md', 'description: Reviews changes.'),
  ],
  advise: ({ verdicts }: FileInput): Found[] => {
    const path = verdicts()[0]?.place.path;
    if (path === undefined) return [];
    const found = astray(path);
    if (found.length === 0) return [];
    return found.map(({ host, why, belongs }) => {
      const to = belongs(path);
      return {
        span: null,
        severity: 'warning',
        message: `${host.name} does not read this file: ${why}.`,
        ...(to !== undefined && { moveTo: to }),
      };
    });
  },
};
