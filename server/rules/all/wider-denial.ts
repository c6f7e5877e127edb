import { replaceName } from '../../agent/write';
import { example } from '../example';
import type { Found, HostInput, Rule } from '../rule';
import { hostName } from '../words';

export const rule: Rule = {
  name: 'wider-denial',
  what: 'A denial of some uses of a tool that removes the whole tool.',
  why: 'The list reads as if only some commands were forbidden. The agent cannot use the tool at all, and nothing reports it.',
  kind: 'host',
  failing: [
    example(
      '.claude/agents/builder.md',
      'name: builder\ndescription: Builds.\ndisallowedTools: Bash(git push *)',
    ),
    example(
      '.claude/agents/builder.md',
      'name: builder\ndescription: Builds.\ntools: Read, Bash\ndisallowedTools: [Bash(rm:*)]',
    ),
  ],
  passing: [
    example(
      '.claude/agents/builder.md',
      'name: builder\ndescription: Builds.\ndisallowedTools: Bash',
    ),
    example(
      '.claude/agents/builder.md',
      'name: builder\ndescription: Builds.\ndisallowedTools: Bash(*)',
    ),
  ],
  hears: 'wide tools',
  check: ({ outline, verdict, allowed }: HostInput): Found[] =>
    verdict.tools.flatMap((tool): Found[] => {
      const { outcome, wider, written, span, names } = tool;
      if (wider === undefined || outcome !== 'denied' || allowed.tools.includes(written)) return [];
      const [name] = names;
      return [
        {
          span,
          severity: 'warning',
          message: `"${written}" removes more than it says. ${hostName(verdict)} ${wider}. Forbid single uses in the permission settings or a hook.`,
          // Another program may read the limit, and the author may want the tool back: nothing is changed unseen.
          fixes:
            name === undefined
              ? []
              : [
                  {
                    title: `Replace with ${name}`,
                    safety: 'review',
                    edits: () => replaceName(outline, span, name),
                  },
                ],
        },
      ];
    }),
};
