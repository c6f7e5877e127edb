import { replaceName } from '../../agent/write';
import type { ToolVerdict } from '../../hosts/persona';
import type { Verdict } from '../../hosts/verdict';
import { example } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { hostName, listed } from '../words';

export const docs: RuleDocs = {
  what: 'A denial of some uses of a tool that removes the whole tool.',
  why: 'The list reads as if only some commands were forbidden. The agent cannot use the tool at all, and nothing reports it.',
};

export const examples = (): RuleExamples => ({
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
});

export const rule: Rule = {
  name: 'wider-denial',
  kind: 'host',
  hears: 'wide tools',
  check: ({ outline, verdict, allowed }: HostInput): Found[] =>
    verdict.tools.flatMap((tool): Found[] => {
      const { outcome, wider, written, span, names } = tool;
      if (wider === undefined || outcome !== 'denied' || allowed.tools.includes(written)) return [];
      const [name] = names;
      if (name !== undefined && isDeniedWhole(verdict, tool, name)) return [];
      const says = `${hostName(verdict)} ${wider}. Forbid single uses in the permission settings or a hook.`;
      return [
        {
          span,
          severity: 'warning',
          message: `"${written}" removes more than it says. ${says}`,
          // The first entry removes the whole tool: the others add nothing.
          joins: {
            by: `${tool.key} ${name}`,
            name: written,
            says: (all) =>
              `${listed(all.map((one) => `"${one}"`))} remove more than they say. ${says}`,
          },
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

/** Another entry of the list names the whole tool, so that its removal is meant. */
const isDeniedWhole = ({ tools }: Verdict, { key }: ToolVerdict, name: string): boolean =>
  tools.some(
    (one) =>
      one.key === key &&
      one.outcome === 'denied' &&
      one.wider === undefined &&
      one.names.includes(name),
  );
