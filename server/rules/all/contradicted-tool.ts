import type { Persona, ToolVerdict } from '../../hosts/persona';
import type { Verdict } from '../../hosts/verdict';
import { example } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { removal } from '../tool-names';
import { hostName } from '../words';

export const docs: RuleDocs = {
  what: 'A tool that one field of the file grants and another denies.',
  why: 'One of the two entries has no effect. The list of tools suggests that the agent has the tool, and it does not.',
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: Read, Bash\ndisallowedTools: Bash',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: Read, Monitor\ndisallowedTools: Bash',
    ),
  ],
  passing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: Read, Bash\ndisallowedTools: Write',
    ),
    // Every tool but one.
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: "*"\ndisallowedTools: Bash',
    ),
    // All tools of a server but one.
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: Read, mcp__docs\ndisallowedTools: mcp__docs__delete',
    ),
  ],
});

export const rule: Rule = {
  name: 'contradicted-tool',
  kind: 'host',
  hears: 'denied tools',
  check: ({ outline, verdict }: HostInput): Found[] => {
    const { persona, tools } = verdict;
    // Where nothing is left another rule reports the whole list.
    if (!persona || persona.tools.all || hasNone(persona.tools)) return [];
    return tools.flatMap((tool): Found[] => {
      const name = tool.names[0] ?? tool.written;
      const denial = denialOf(name, verdict);
      const isTaken =
        tool.outcome === 'granted'
          ? persona.tools.denied.includes(name)
          : tool.outcome === 'unverified' && denial !== undefined;
      if (!isTaken) return [];
      // The denial itself removes more than it says: that is reported there.
      if (denial?.wider !== undefined) return [];
      const taker = denial ? undefined : takerOf(name, verdict);
      return [
        {
          span: tool.span,
          severity: 'warning',
          message: taker
            ? `"${taker.written}" in ${taker.key} takes "${tool.written}" away with it. ${hostName(verdict)} does not give it to the agent. Delete one of the two entries.`
            : `"${tool.written}" is also in ${denial ? `"${denial.key}"` : 'a denied tool that it belongs to'}. ${hostName(verdict)} removes it, so the agent does not have it. Delete one of the two entries.`,
          fixes: [{ ...removal(outline, verdict, tool), safety: 'review' }],
        },
      ];
    });
  },
};

const hasNone = ({ granted, unverified }: Persona['tools']): boolean =>
  granted.length === 0 && unverified.length === 0;

const denialOf = (name: string, { tools }: Verdict): ToolVerdict | undefined =>
  tools.find((one) => one.outcome === 'denied' && one.names.includes(name));

/** The one denied tool of the same kind, which takes this one away with it; undefined where that is not certain. */
function takerOf(name: string, { tools, dialect }: Verdict): ToolVerdict | undefined {
  const kindOf = (tool: string): string | undefined =>
    dialect.tools.tools.find((one) => one.name === tool)?.does;
  const kind = kindOf(name);
  const takers = tools.filter(
    (one) =>
      one.outcome === 'denied' &&
      kind !== undefined &&
      one.names.some((tool) => kindOf(tool) === kind),
  );
  return takers.length === 1 ? takers[0] : undefined;
}
