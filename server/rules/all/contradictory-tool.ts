import type { Persona, ToolDeniedAround, ToolVerdict } from '../../hosts/model/persona';
import { standsForName } from '../../hosts/model/server-names';
import type { Verdict } from '../../hosts/model/verdict';
import { composed, type Message, t } from '../../text/message';
import { exactly, example } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { removal } from '../tools/tool-names';
import { effectOf, hostName } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for tools that one field grants and another one, or a settings file, denies.',
  why: 'One of the two entries has no effect. The list suggests that the agent has the tool, but it does not. Settings of the project can deny a tool to all agents as well, even one that the program itself gives to every agent and without which none can return a result.',
  sources: [{ facts: ['field of tools', 'field of denied-tools', 'tool'] }],
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
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: Read, Monitor\ndisallowedTools: Bash, PowerShell',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: Read, Bash',
      'You review code.',
      exactly('.claude/settings.json', '{\n  "permissions": { "deny": ["Bash"] }\n}\n'),
    ),
    example(
      '.gemini/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.',
      'You review code.',
      exactly('.gemini/settings.json', '{\n  "tools": { "core": ["read_file", "glob"] }\n}\n'),
    ),
  ],
  passing: [
    example(
      '.gemini/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.',
      'You review code.',
      exactly('.gemini/settings.json', '{ "tools": { "core": ["read_file", "complete_task"] } }\n'),
    ),
    // A rule for some commands leaves the tool.
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: Read, Bash',
      'You review code.',
      exactly('.claude/settings.json', '{ "permissions": { "deny": ["Bash(rm:*)"] } }\n'),
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: Read, Bash\ndisallowedTools: Write',
    ),
    // Every tool except one.
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: "*"\ndisallowedTools: Bash',
    ),
    // All tools of a server except one.
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: Read, mcp__docs\ndisallowedTools: mcp__docs__delete',
    ),
  ],
});

export const rule: Rule = {
  name: 'contradictory-tool',
  kind: 'host',
  check: (input: HostInput): Found[] => [...neededTools(input), ...contradictions(input)],
};

/** Those that settings take from every agent and without which none works. */
function neededTools({ verdict }: HostInput): readonly Found[] {
  const { persona, dialect, fields } = verdict;
  const around = persona?.tools.deniedAround ?? [];
  return around.flatMap(({ tool, file, line }): Found[] => {
    const needed = dialect.tools.tools.find(({ name }) => name === tool)?.needed;
    if (needed === undefined) return [];
    const problem = t('Line {line} of {file} takes "{tool}" from every agent.', {
      ...{ line, file, tool },
    });
    return [
      {
        span: fields.find(({ field }) => field?.role === 'name')?.value.span ?? null,
        severity: 'error',
        message: composed`${problem} ${effectOf(verdict, needed)} ${t('Allow the tool there.')}`,
      },
    ];
  });
}

function contradictions({ writer, verdict }: HostInput): readonly Found[] {
  const { persona, tools } = verdict;
  // If no tool is left, another rule reports the whole list.
  if (!persona || persona.tools.all || hasNone(persona.tools)) return [];
  return tools.flatMap((tool): Found[] => {
    const name = tool.names[0] ?? tool.written;
    const denial = denialOf(name, verdict);
    const isRemoved =
      tool.outcome === 'granted'
        ? persona.tools.denied.includes(name)
        : tool.outcome === 'unverified' && !persona.tools.unverified.includes(tool.written);
    if (!isRemoved) return [];
    // Another rule reports a denial that removes more than it names.
    if (denial?.wider !== undefined) return [];
    return [
      {
        span: tool.span,
        severity: 'warning',
        message: messageFor(tool, denial, verdict),
        fixes: [{ ...removal(writer, verdict, tool), safety: 'review' }],
      },
    ];
  });
}

function messageFor(tool: ToolVerdict, denial: ToolVerdict | undefined, verdict: Verdict): Message {
  const args = { tool: tool.written, host: hostName(verdict) };
  const name = tool.names[0] ?? tool.written;
  const around = deniedAround(tool, verdict);
  if (!denial && around)
    return t(
      'Line {line} of {file} denies "{tool}" to every agent, so this one does not have it in {host}. Remove the tool here or the rule there.',
      { ...args, file: around.file, line: around.line },
    );
  // The names of a denial are its own and then those of what it removes with it.
  if (denial?.names[0] === name)
    return t(
      '"{tool}" is also in "{field}". {host} removes it, so the agent does not have it. Remove one of the two entries.',
      { ...args, field: denial.key },
    );
  return denial
    ? t(
        '"{other}" in "{field}" also removes "{tool}", so the agent does not have it in {host}. Remove one of the two entries.',
        { ...args, other: denial.written, field: denial.key },
      )
    : t(
        '"{tool}" belongs to a denied tool. {host} removes it, so the agent does not have it. Remove one of the two entries.',
        args,
      );
}

/** The rule of the project's settings that denies the tool; undefined if there is none. */
const deniedAround = (
  { names, written }: ToolVerdict,
  { persona }: Verdict,
): ToolDeniedAround | undefined =>
  persona?.tools.deniedAround?.find(({ tool }) => names.includes(tool) || tool === written);

const hasNone = ({ granted, unverified }: Persona['tools']): boolean =>
  granted.length === 0 && unverified.length === 0;

/** The entry that removes the tool by its own name, or by one that stands for it. */
function denialOf(name: string, { tools, dialect }: Verdict): ToolVerdict | undefined {
  const { servers } = dialect.tools;
  const denials = tools.filter(({ outcome }) => outcome === 'denied');
  return (
    denials.find(({ names }) => names.includes(name)) ??
    denials.find(({ names }) => names.some((one) => standsForName(one, name, servers)))
  );
}
