import type { ToolVerdict } from '../../hosts/model/persona';
import type { Verdict } from '../../hosts/model/verdict';
import { isUnclosed } from '../../text/is-unclosed';
import { composed, type Message, t } from '../../text/message';
import { oneLine } from '../../text/one-line';
import { example } from '../example';
import type { Fix, Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { removal } from '../tools/tool-names';
import { effectOf, hostName, listed } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for entries that make a list of denied tools ineffective.',
  why: 'The list looks like a limit but removes nothing. A `*` in `disallowedTools` is not a wildcard: Claude Code then removes no tools, not even those that the list names. Names on separate lines without commas are read as one name that no tool has.',
  sources: [{ facts: ['field of denied-tools', 'tool'] }],
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
  name: 'broken-deny-list',
  kind: 'host',
  check: ({ writer, verdict, allowed }: HostInput): Found[] =>
    verdict.tools.flatMap((tool): Found[] => {
      if (!tool.voids || allowed.tools.includes(tool.written)) return [];
      const keptTools = tool.voids.filter((name) => hasTool(verdict, name));
      const isHarmless =
        !cancelsOthers(tool, verdict) && !isNameless(tool) && keptTools.length === 0;
      return [
        {
          span: tool.span,
          severity: isHarmless ? 'hint' : 'error',
          message: isHarmless
            ? harmlessMessage(tool, verdict)
            : messageFor(tool, cancelsOthers(tool, verdict) ? tool.voids : keptTools, verdict),
          fixes: fixesFor(writer, verdict, tool),
        },
      ];
    }),
};

/** Whether the agent has the tool. If it does not, no limit is lost. */
function hasTool({ persona }: Verdict, name: string): boolean {
  if (!persona) return true;
  const { all, granted, denied } = persona.tools;
  return all ? !denied.includes(name) : granted.includes(name);
}

function harmlessMessage(tool: ToolVerdict, verdict: Verdict): Message {
  const args = { tool: oneLine(tool.written, maxShown), host: hostName(verdict) };
  return isUnclosed(tool.written)
    ? t(
        'No tool is named "{tool}". {host} ignores it, and the agent has none of these tools anyway. Close the parenthesis.',
        args,
      )
    : t(
        'No tool is named "{tool}". {host} ignores it, and the agent has none of these tools anyway. Separate the names with commas.',
        args,
      );
}

/** Characters of an entry that a message shows. */
const maxShown = 60;

function messageFor(tool: ToolVerdict, keptTools: readonly string[], verdict: Verdict): Message {
  const args = {
    tool: oneLine(tool.written, maxShown),
    host: hostName(verdict),
    field: tool.key,
    tools: quotedNames(keptTools),
  };
  if (cancelsOthers(tool, verdict))
    return keptTools.length === 0
      ? t(
          '"{tool}" cancels the whole list in "{field}". {host} removes none of its tools. Remove "{tool}".',
          args,
        )
      : t(
          '"{tool}" cancels the whole list in "{field}". {host} removes no tools, so the agent keeps {tools}. Remove "{tool}".',
          args,
        );
  if (isNameless(tool))
    return t(
      '"{tool}" is not a wildcard in "{field}", so {host} removes no tools. List the tools, or write "tools: []" to remove all of them.',
      args,
    );
  if (isUnclosed(tool.written))
    return t(
      'The parenthesis in "{tool}" is not closed. {host} reads all of it as one name, so the agent keeps {tools}. Close the parenthesis.',
      args,
    );
  return composed`${t('No tool is named "{tool}".', args)} ${effectOf(verdict, tool.effect ?? '{host} removes no tools.')} ${t('The agent keeps {tools}. Separate the names with commas.', args)}`;
}

const quotedNames = (names: readonly string[]): Message =>
  names.length > 4
    ? t('{names} and {count} more', {
        names: names.slice(0, 3).map(quote).join(', '),
        count: String(names.length - 3),
      })
    : listed(names.map(quote));

const quote = (name: string): string => `"${name}"`;

/** Whether the entry has no letters or digits, such as `*`. */
const isNameless = ({ written }: ToolVerdict): boolean => !/\w/.test(written);

const cancelsOthers = ({ key }: ToolVerdict, { tools }: Verdict): boolean =>
  tools.some((one) => one.key === key && one.voided === true);

function fixesFor(
  writer: HostInput['writer'],
  verdict: Verdict,
  tool: ToolVerdict,
): readonly Fix[] {
  if (cancelsOthers(tool, verdict)) return [{ ...removal(writer, verdict, tool), safety: 'safe' }];
  if (isUnclosed(tool.written)) return [closing(writer.outline, tool)];
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
      title: t('Replace with "{value}"', { value: text }),
      safety: 'review',
      edits: () => writer.setField(field, { names: [...names], form: 'commas' }),
    },
  ];
}

/** Inserts the parenthesis before the first comma that only tool names follow: other text belongs into the parentheses. */
function closing({ text }: HostInput['outline'], { span, voids = [] }: ToolVerdict): Fix {
  const parts = text.slice(span.start, span.end).split(',');
  const open = parts.findLastIndex((part) => part.includes('('));
  const isTool = (part: string): boolean => voids.includes(part.trim());
  const last = parts.findIndex((_, index) => index >= open && parts.slice(index + 1).every(isTool));
  const offset =
    span.start +
    parts
      .slice(0, last + 1)
      .join(',')
      .trimEnd().length;
  return {
    title: t('Close the parenthesis'),
    safety: 'review',
    edits: () => [{ span: { start: offset, end: offset }, text: ')' }],
  };
}
