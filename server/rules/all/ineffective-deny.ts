import type { ToolVerdict } from '../../hosts/model/persona';
import { toolNamesOf } from '../../hosts/model/tools';
import type { Verdict } from '../../hosts/model/verdict';
import { joined, t } from '../../text/message';
import { nearest } from '../../text/nearest';
import { example } from '../example';
import { reviewedInProse } from '../prose/prose-items';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples, Severity } from '../rule';
import { replacement } from '../tools/tool-names';
import { effectOf } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for denied tools whose name denies nothing.',
  why: 'The entry looks like a limit, but the agent keeps the tool.',
  sources: [{ facts: ['field of denied-tools', 'tool'] }],
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
  name: 'ineffective-deny',
  kind: 'host',
  subjects: ['agent', 'skill', 'command'],
  check: ({ outline, writer, verdict, allowed }: HostInput): Found[] => {
    // For hosts with permission rules, the rule ineffective-permission evaluates what the rules achieve.
    if (verdict.dialect.evaluator) return [];
    return verdict.tools.flatMap((tool): Found[] => {
      if (tool.outcome !== 'no-effect' || allowed.tools.includes(tool.written)) return [];
      // Another rule reports an entry that cancels the whole list.
      if (tool.voids || tool.voided) return [];
      if (isGrant(verdict, tool) || isIneffectiveField(verdict, tool)) return [];
      const names = toolNamesOf(verdict.dialect.tools);
      const meant = (limits(tool) ? tool.instead?.[0] : undefined) ?? nearest(tool.written, names);
      return [
        {
          span: tool.span,
          severity: severityOf(verdict, tool, meant),
          message: joined([
            t('"{tool}" denies no tool.', { tool: tool.written }),
            effectOf(verdict, tool.wider ?? tool.effect ?? '{host} ignores it.'),
            meant === undefined
              ? t('Correct or remove it.')
              : t('Did you mean "{meant}"?', { meant }),
          ]),
          fixes:
            meant === undefined
              ? []
              : [reviewedInProse(outline, verdict, tool, replacement(writer, tool, meant, 'safe'))],
        },
      ];
    });
  },
};

/** No limit is lost if the agent does not have the intended tool. */
function severityOf({ persona }: Verdict, tool: ToolVerdict, meant: string | undefined): Severity {
  if (meant === undefined) return limits(tool) ? 'error' : 'information';
  if (!persona) return 'error';
  const { all, granted, denied } = persona.tools;
  return (all || granted.includes(meant)) && !denied.includes(meant) ? 'error' : 'hint';
}

/** Whether the entry was meant to remove tools. */
const limits = ({ written, wider }: ToolVerdict): boolean => written === '*' || wider !== undefined;

/** Whether the whole field has no effect, which another rule reports once. */
const isIneffectiveField = ({ fields }: Verdict, { key }: ToolVerdict): boolean =>
  fields.some((one) => one.key === key && one.field?.noEffect !== undefined);

/** Whether it is in a list of tools to grant: a tool that every agent has is harmless there. */
const isGrant = ({ fields }: Verdict, { key }: ToolVerdict): boolean =>
  fields.some((one) => one.key === key && one.field?.role === 'tools' && one.value.kind !== 'map');
