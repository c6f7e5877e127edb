// The guards of a project: rules that deny and hooks that check, each with a call to which it applies, and what every program of the
// project does with that call. The call is made from the text of the rule, and counts only if the program decides on it by that rule.
import { agentDialects } from '../../hosts/model/dialect';
import type { ToolCall } from '../../hosts/model/guards';
import type { Host } from '../../hosts/model/host';
import { type ToolPurpose, toolPurposes } from '../../hosts/model/tool-purposes';
import { purposesIn } from '../../hosts/model/tools';
import {
  type ProbedProgram,
  type ProbedProject,
  type ProgramInProject,
  programIn,
  purposesOf,
} from './probe-project';

export interface ProjectGuard {
  /** The program whose guard it is. */
  readonly host: Host;
  /** As it is written there: `deny Bash(rm:*)`, `PreToolUse Bash: ./check.sh`. */
  readonly text: string;
  /** Relative to the project. */
  readonly file: string;
  /** From 1. Null where it is not known. */
  readonly line: number | null;
  /** Null where no call was found on which the program decides by it. */
  readonly call: ToolCall | null;
  /** What each program of the project does with the call; empty without one. */
  readonly programs: readonly ProbedProgram[];
}

/** In the order of the programs and their files: rules first, then hooks. */
export function guardsIn(hosts: readonly Host[], project: ProbedProject): readonly ProjectGuard[] {
  const programs = hosts.map((host) => programIn(host, project));
  return programs
    .flatMap((program) => [...rulesOf(program), ...hooksOf(program)])
    .map((guard) => {
      const { call } = guard;
      return { ...guard, programs: call ? programs.map(({ probe }) => probe(call)) : [] };
    });
}

/** Whether the program makes the call at once: it does not ask the user, and none of its hooks runs before. */
export const isUnguarded = ({ action, hooks }: ProbedProgram): boolean =>
  action === 'allow' && hooks.length === 0;

type Guard = Omit<ProjectGuard, 'programs'>;

function rulesOf(program: ProgramInProject): readonly Guard[] {
  const { host, probe, settings } = program;
  const inSettings = settings().flatMap(({ file, guards }) =>
    guards.flatMap(({ kind, name }) =>
      kind === 'deny' ? [{ file, rule: name, calls: callsOf(host, name) }] : [],
    ),
  );
  return [...inSettings, ...rulesOfAgents(program)].map(({ file, rule, calls }): Guard => {
    const guard = { host, text: `deny ${rule}`, file };
    for (const call of calls) {
      const { action, rule: decides } = probe(call);
      if (action === 'deny' && decides?.text === rule && decides.file === file)
        return { ...guard, call, line: decides.line };
    }
    return { ...guard, call: null, line: null };
  });
}

interface RuleCalls {
  readonly file: string;
  readonly rule: string;
  /** Calls to which the rule may apply. */
  readonly calls: readonly ToolCall[];
}

/** Of programs whose rules are those of the agents, the ones in settings. */
function rulesOfAgents({ host, plainAgent }: ProgramInProject): readonly RuleCalls[] {
  const { persona, evaluator } = (host.guards ? null : plainAgent()) ?? {};
  if (!persona || !evaluator) return [];
  return (persona.permissionsAround ?? []).flatMap(
    ({ file, name, pattern, action }): RuleCalls[] =>
      action === 'deny'
        ? [
            {
              ...{ file, rule: `${name}, ${pattern}` },
              calls: toolsByPurpose(host).flatMap(([purpose, tool]) =>
                evaluator.purposes[purpose] && [evaluator.permissionFor(tool), '*'].includes(name)
                  ? subjectsOf(pattern, purpose).map((subject) => ({ tool, subject }))
                  : [],
              ),
            },
          ]
        : [],
  );
}

/** Each hook once, with the first call before which it runs. */
function hooksOf({ host, probe }: ProgramInProject): readonly Guard[] {
  if (!host.hooksBefore) return [];
  const found = new Map<string, Guard>();
  const calls = toolsByPurpose(host).map(([purpose, tool]) => ({
    tool,
    subject: sampleOf(purpose),
  }));
  for (const call of [...calls, servedCall])
    for (const { event, matcher, runs, file, line } of probe(call).hooks) {
      const text = `${event}${matcher === null ? '' : ` ${matcher}`}: ${runs}`;
      const key = `${file}:${line}:${text}`;
      if (!found.has(key)) found.set(key, { host, text, file, line, call });
    }
  return [...found.values()];
}

/** Of a tool of any server. */
const servedCall: ToolCall = { tool: 'mcp__server__tool', subject: '' };

/** The host's own tool for each purpose that has one. */
const toolsByPurpose = (host: Host): readonly (readonly [ToolPurpose, string])[] => {
  const [dialect] = agentDialects(host.dialects);
  const tools = dialect && purposesIn(dialect.tools);
  return toolPurposes.flatMap((purpose) => {
    const tool = tools?.[purpose]?.[0];
    return tool === undefined ? [] : [[purpose, tool] as const];
  });
};

/** `Tool(pattern)`, `Tool`, or the name of a server or of its tool. */
function callsOf(host: Host, rule: string): readonly ToolCall[] {
  const [, name = '', pattern] = /^([^()]*)(?:\(([\s\S]*)\))?$/.exec(rule.trim()) ?? [];
  const [purpose] = purposesOf(host, name) ?? [];
  const subjects = subjectsOf(pattern ?? '*', purpose);
  // The name of a server stands for all of its tools.
  const names = /^mcp__(?:(?!__).)*$/.test(name) ? [`${name}__tool`, name] : [name];
  return names
    .map((tool) => tool.replaceAll('*', 'x'))
    .flatMap((tool) => subjects.map((subject) => ({ tool, subject })));
}

/** What a pattern may be meant for, without wildcards. */
function subjectsOf(pattern: string, purpose: ToolPurpose | undefined): readonly string[] {
  if (pattern === '*') return [sampleOf(purpose)];
  const whole = pattern.replace(/^domain:/, 'https://');
  const start = whole.replace(/(?::| )\*$/, '');
  return [start, whole.replace(/:\*$/, ' x')]
    .map((one) => one.replaceAll(/(?<=[\w-])\*+/g, '').replaceAll(/\*+/g, 'x'))
    .flatMap((one) => [one, one.replace(/^\.?\//, '')]);
}

const samples: Readonly<Partial<Record<ToolPurpose, string>>> = {
  'run-command': 'ls',
  'fetch-page': 'https://example.com',
  ...{ 'read-file': 'README.md', 'list-folder': 'src', 'edit-notebook': 'a.ipynb' },
  ...{ 'create-file': 'src/a.ts', 'change-file': 'src/a.ts' },
};

const sampleOf = (purpose: ToolPurpose | undefined): string => (purpose && samples[purpose]) ?? '';
