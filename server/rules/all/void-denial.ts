import { toCommaText } from '../../agent/write';
import type { ToolVerdict } from '../../hosts/persona';
import type { Verdict } from '../../hosts/verdict';
import { example } from '../example';
import type { Fix, Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { removal } from '../tool-names';
import { hostName, listed } from '../words';

export const docs: RuleDocs = {
  what: 'An entry that keeps a list of denied tools from removing anything.',
  why: 'The list reads as a limit and is none. A `*` in `disallowedTools` is not a wildcard: Claude Code then removes nothing at all, not even the tools that the list names. Names on separate lines without commas are read as one name that no tool has.',
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ndisallowedTools: [Write, Bash, "*"]',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ndisallowedTools: "*"',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ndisallowedTools: |\n  Write\n  Bash',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ndisallowedTools: Bash(git push, Write',
    ),
  ],
  passing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ndisallowedTools: [Write, Bash, "mcp__*"]',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: "*"\ndisallowedTools: Write',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ndisallowedTools: |\n  Write,\n  Bash',
    ),
  ],
});

export const rule: Rule = {
  name: 'void-denial',
  kind: 'host',
  hears: 'idle tools',
  check: ({ outline, verdict, allowed }: HostInput): Found[] =>
    verdict.tools.flatMap((tool): Found[] => {
      if (!tool.voids || allowed.tools.includes(tool.written)) return [];
      const kept = tool.voids.filter((name) => hasTool(verdict, name));
      const isHarmless = !cancelsOthers(tool, verdict) && !isNameless(tool) && kept.length === 0;
      return [
        {
          span: tool.span,
          severity: isHarmless ? 'hint' : 'error',
          message: isHarmless
            ? harmlessMessage(tool, verdict)
            : messageFor(tool, cancelsOthers(tool, verdict) ? tool.voids : kept, verdict),
          fixes: fixesFor(outline, verdict, tool),
        },
      ];
    }),
};

/** Whether the agent has the tool: no limit is lost where it does not. */
function hasTool({ persona }: Verdict, name: string): boolean {
  if (!persona) return true;
  const { all, granted, denied } = persona.tools;
  return all ? !denied.includes(name) : granted.includes(name);
}

const harmlessMessage = (tool: ToolVerdict, verdict: Verdict): string =>
  `No tool is named "${tool.written}". ${hostName(verdict)} ignores it, and the agent has none of these tools anyway. ${
    isUnclosed(tool) ? 'Close the parenthesis.' : 'Separate the names with commas.'
  }`;

const isUnclosed = ({ written }: ToolVerdict): boolean => /\([^)]*$/.test(written);

function messageFor(tool: ToolVerdict, voids: readonly string[], verdict: Verdict): string {
  const host = hostName(verdict);
  const { key, says = 'removes nothing' } = tool;
  if (!cancelsOthers(tool, verdict))
    return isNameless(tool)
      ? `"${tool.written}" is not a wildcard in "${key}". ${host} removes no tool. Name the tools, or write "tools: []" for none.`
      : isUnclosed(tool)
        ? `The parenthesis in "${tool.written}" is not closed. ${host} reads all of it as one name, so the agent keeps ${quoted(voids)}. Close it.`
        : `No tool is named "${tool.written}". ${host} ${says}, so the agent keeps ${quoted(voids)}. Separate the names with commas.`;
  return voids.length === 0
    ? `"${tool.written}" cancels the whole list in "${key}". ${host} removes none of its tools. Remove "${tool.written}".`
    : `"${tool.written}" cancels the whole list in "${key}". ${host} removes nothing, so the agent keeps ${quoted(voids)}. Remove "${tool.written}".`;
}

const quoted = (names: readonly string[]): string =>
  names.length > 4
    ? `${names.slice(0, 3).map(quote).join(', ')} and ${names.length - 3} more`
    : listed(names.map(quote));

const quote = (name: string): string => `"${name}"`;

/** A sign for every tool, and no name. */
const isNameless = ({ written }: ToolVerdict): boolean => !/\w/.test(written);

const cancelsOthers = ({ key }: ToolVerdict, { tools }: Verdict): boolean =>
  tools.some((one) => one.key === key && one.voided === true);

function fixesFor(
  outline: HostInput['outline'],
  verdict: Verdict,
  tool: ToolVerdict,
): readonly Fix[] {
  if (cancelsOthers(tool, verdict)) return [{ ...removal(outline, verdict, tool), safety: 'safe' }];
  const field = verdict.fields.find(({ key }) => key === tool.key);
  if (isNameless(tool) || field?.value.kind !== 'text') return [];
  const names = new Set(
    verdict.tools
      .filter(({ key }) => key === tool.key)
      .flatMap(({ names, voids = [] }) => [...names, ...voids]),
  );
  const text = [...names].join(', ');
  return [
    {
      title: `Replace with ${text}`,
      safety: 'review',
      edits: () => toCommaText(outline, field, [...names]),
    },
  ];
}
