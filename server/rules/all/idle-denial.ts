import type { ToolVerdict } from '../../hosts/persona';
import { toolNamesOf } from '../../hosts/tools';
import type { Verdict } from '../../hosts/verdict';
import { example } from '../example';
import { nearest } from '../nearest';
import { reviewedInProse } from '../prose-items';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples, Severity } from '../rule';
import { replacement } from '../tool-names';
import { hostName } from '../words';

export const docs: RuleDocs = {
  what: 'A tool that is denied under a name that denies nothing.',
  why: 'The line reads as a limit and is none: the agent keeps the tool.',
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ndisallowedTools: bash',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ndisallowedTools: [Write, MultiEdti]',
    ),
  ],
  passing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ndisallowedTools: Bash',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ndisallowedTools: mcp__docs',
    ),
  ],
});

export const rule: Rule = {
  name: 'idle-denial',
  kind: 'host',
  hears: 'idle tools',
  check: ({ outline, verdict, allowed }: HostInput): Found[] => {
    // Where permission rules are weighed, the rule on idle permissions judges them by what they achieve.
    if (verdict.dialect.weighing) return [];
    return verdict.tools.flatMap((tool): Found[] => {
      if (tool.outcome !== 'no-effect' || allowed.tools.includes(tool.written)) return [];
      // An entry that undoes the list has a rule of its own, which names what it undoes.
      if (tool.voids || tool.voided) return [];
      if (isGrant(verdict, tool) || isIdleField(verdict, tool)) return [];
      const names = toolNamesOf(verdict.dialect.tools);
      const meant = nearest(tool.written, names) ?? (limits(tool) ? tool.instead?.[0] : undefined);
      return [
        {
          span: tool.span,
          severity: severityOf(verdict, tool, meant),
          message: `${tool.written}: ${hostName(verdict)} ${tool.wider ?? tool.says ?? 'takes nothing away for it'}.${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
          fixes:
            meant === undefined
              ? []
              : [
                  reviewedInProse(
                    outline,
                    verdict,
                    tool,
                    replacement(outline, tool, meant, 'safe'),
                  ),
                ],
        },
      ];
    });
  },
};

/** No limit is lost where the agent does not have the tool that was meant. */
function severityOf({ persona }: Verdict, tool: ToolVerdict, meant: string | undefined): Severity {
  if (meant === undefined) return limits(tool) ? 'error' : 'information';
  if (!persona) return 'error';
  const { all, granted, denied } = persona.tools;
  return (all || granted.includes(meant)) && !denied.includes(meant) ? 'error' : 'hint';
}

/** Written to take something away, and it takes nothing. */
const limits = ({ written, wider }: ToolVerdict): boolean => written === '*' || wider !== undefined;

/** The whole field denies nothing here: that is said once, of the field. */
const isIdleField = ({ fields }: Verdict, { key }: ToolVerdict): boolean =>
  fields.some((one) => one.key === key && one.field?.noEffect !== undefined);

/** One of a list of what the agent is to have: given to every agent anyway, it does no harm. */
const isGrant = ({ fields }: Verdict, { key }: ToolVerdict): boolean =>
  fields.some((one) => one.key === key && one.field?.role === 'tools' && one.value.kind !== 'map');
