// Which tools a subagent is sent, name by name: the order of the steps is the host's own.

import { textOf, type Value } from '../../agent/value';
import type { Context, ContextKey } from '../context';
import type { PersonaInput, Tools, ToolVerdict } from '../persona';
import { type ToolRemarks, toolOutcome, toolVerdict } from '../tool-verdict';
import type { FieldVerdict } from '../verdict';
import { type Denials, denialsIn } from './denials';
import { offersTodos } from './models';
import { type Name, namesIn, textsIn } from './tool-names';
import {
  tools as catalogue,
  delegateTool,
  memoryTools,
  notInBackground,
  offeredNames,
  planTool,
  searchTools,
  shellTool,
  todoTools,
} from './tools';

interface Resolved {
  readonly tools: Tools;
  readonly verdicts: readonly ToolVerdict[];
  readonly depends: readonly ContextKey[];
  readonly runs: boolean | null;
  readonly runsNot?: string | undefined;
}

const known = new Map(catalogue.tools.map((tool) => [tool.name, tool]));
const former = new Map(catalogue.former.toReversed().map((one) => [one.name, one]));
const byLetters = new Map(catalogue.tools.map(({ name }) => [name.toLowerCase(), name]));

export function resolveTools(input: PersonaInput): Resolved {
  const listed = fieldOf(input, 'tools');
  const denied = namesIn(input, fieldOf(input, 'denied-tools'));
  const denials = denialsIn(denied);
  const { gone } = denials;
  const deniedVerdicts = denied.map((name) => denyVerdict(name));
  if (!listed || hasStar(listed.value)) {
    const verdicts = listed
      ? namesIn(input, listed).map((name) => grantVerdict(name, [name.base]))
      : [];
    return {
      tools: {
        all: true,
        granted: plans(input) && !gone.has(planTool) ? [planTool] : [],
        denied: [...gone].filter((name) => offeredNames.has(name)),
        always: [],
        unverified: [],
        lost: [],
      },
      verdicts: [...verdicts, ...deniedVerdicts],
      depends: ['background'],
      runs: true,
    };
  }
  return limited(input, listed, denials, deniedVerdicts);
}

/** What an agent is given that names no tools. */
export const offeredTo = ({ background, model }: Context): readonly string[] => [
  ...[...offeredNames].filter(
    (name) => !searchTools.includes(name) && !(background && notInBackground.includes(name)),
  ),
  ...(offersTodos(model) ? todoTools : []),
];

function limited(
  input: PersonaInput,
  listed: FieldVerdict,
  denials: Denials,
  deniedVerdicts: readonly ToolVerdict[],
): Resolved {
  const { context } = input;
  const { gone } = denials;
  const names = namesIn(input, listed);
  const plan = plans(input);
  const shell = names.some((name) => name.base === shellTool) && !gone.has(shellTool);
  const native = context.platform !== 'windows';
  const depends = new Set<ContextKey>();
  const verdicts = names.map((name): ToolVerdict => {
    if (searchTools.includes(name.base) && names.some((other) => other.base === shellTool))
      depends.add('platform');
    if (name.base.startsWith('mcp__')) depends.add('mcp');
    if (notInBackground.includes(name.base)) depends.add('background');
    if (todoTools.includes(name.base)) {
      depends.add('model');
      if (offersTodos(context.model)) return grantVerdict(name, [name.base]);
    }
    if (context.background && notInBackground.includes(name.base)) {
      return lose(name, 'unavailable', {
        says: 'withholds it from agents that work in the background',
      });
    }
    if (name.base === planTool && plan) return grantVerdict(name, [name.base]);
    return verdictOf(name, shell && native);
  });
  const strangers = notTexts(listed);
  const granted: string[] = [];
  for (const { outcome, names: given } of verdicts)
    if (outcome === 'granted')
      for (const name of given) if (!granted.includes(name)) granted.push(name);
  const left = granted.filter((name) => !gone.has(name));
  const added = fieldKept(input, 'memory')
    ? memoryTools.filter((name) => !names.some(({ base }) => base === name))
    : [];
  left.push(...added.filter((name) => !left.includes(name) && !gone.has(name)));
  const all = [...verdicts, ...strangers];
  const unverified = [
    ...new Set(all.flatMap((one) => (one.outcome === 'unverified' ? [one.written] : []))),
  ];
  const { runs, runsNot } =
    left.length > 0 ? running : withoutTools({ names, verdicts, added, denials });
  return {
    tools: {
      all: false,
      granted: left,
      denied: [...gone].filter((name) => granted.includes(name)),
      always: [],
      unverified,
      lost: all.flatMap(({ written, why }) => (why === undefined ? [] : [{ written, why }])),
    },
    verdicts: [...all, ...deniedVerdicts],
    depends: [...depends],
    runs,
    runsNot,
  };
}

interface Left {
  readonly names: readonly Name[];
  /** One for each name. */
  readonly verdicts: readonly ToolVerdict[];
  readonly added: readonly string[];
  readonly denials: Denials;
}

const running: Pick<Resolved, 'runs' | 'runsNot'> = { runs: true };

/** A list that resolves to nothing is refused at the start; one that was empty, or emptied by name, runs. */
function withoutTools({
  names,
  verdicts,
  added,
  denials: { gone, answerFor },
}: Left): Pick<Resolved, 'runs' | 'runsNot'> {
  const unanswered = names
    .map((name, index) => ({ name, verdict: verdicts[index] }))
    .filter(({ name }) => !answerFor({ base: name.base, written: name.token.text }));
  const missing =
    unanswered.length + added.filter((one) => !answerFor({ base: one, written: one })).length;
  if (missing === 0) return running;
  // What is taken away is not there with its server either.
  const open = unanswered.some(
    ({ name, verdict }) => verdict?.outcome === 'unverified' && !gone.has(name.base),
  );
  if (open)
    return {
      runs: null,
      runsNot:
        'starts the agent only where one of its MCP servers is there: every other tool in the list comes to nothing',
    };
  return { runs: false, runsNot: 'refuses to start the agent: no tool in its list exists for it' };
}

function verdictOf(name: Name, shell: boolean): ToolVerdict {
  const { base } = name;
  if (base.startsWith('mcp__')) return mcpVerdict(name);
  if (shell && searchTools.includes(base)) {
    return lose(name, 'replaced', {
      instead: [shellTool],
      says: `does not offer it beside ${shellTool} on macOS and Linux; the agent searches through the shell`,
    });
  }
  if (offeredNames.has(base)) return grantVerdict(name, [base]);
  const tool = known.get(base);
  if (tool)
    return lose(name, 'unavailable', {
      says: tool.unavailable,
      sometimes: tool.sometimes ? true : undefined,
    });
  const old = former.get(base);
  if (old) return lose(name, 'removed', { instead: old.now });
  const right = byLetters.get(base.toLowerCase());
  if (right !== undefined) return lose(name, 'wrong-case', { instead: [right] });
  return lose(name, /^[\w-]+$/.test(base) ? 'unknown' : 'wrong-form');
}

/** `mcp__server`, `mcp__server__tool` and `mcp__server__*` are understood; other patterns match nothing. */
function mcpVerdict(name: Name): ToolVerdict {
  const works = /^mcp__[^*]+?(?:__\*)?$/.test(name.base) && name.base !== 'mcp__';
  if (!works)
    return lose(name, 'wrong-form', {
      says: 'takes no such pattern here: write mcp__SERVER or mcp__SERVER__TOOL',
    });
  return of(name, 'unverified', [], { says: 'grants it where a server of that name is there' });
}

function of(
  { token, key, renamed, base: now }: Name,
  outcome: ToolVerdict['outcome'],
  names: readonly string[],
  { why, wider, says, sometimes, instead = renamed ? [now] : undefined }: ToolRemarks = {},
): ToolVerdict {
  const isOld = renamed ? true : undefined;
  return toolVerdict(
    token.text,
    token.span,
    key,
    toolOutcome(outcome, names, { why, instead, wider, renamed: isOld, says, sometimes }),
  );
}

function grantVerdict(name: Name, names: readonly string[]): ToolVerdict {
  const wider =
    name.argument !== null &&
    name.argument !== '' &&
    name.argument !== '*' &&
    name.base !== delegateTool
      ? `cuts off what stands in parentheses and grants all of ${name.base}`
      : undefined;
  return of(name, 'granted', names, { wider });
}

const lose = (
  name: Name,
  why: NonNullable<ToolVerdict['why']>,
  { instead, says, sometimes }: ToolRemarks = {},
): ToolVerdict => of(name, 'lost', [], { why, instead, says, sometimes });

function denyVerdict(name: Name): ToolVerdict {
  const whole =
    name.argument !== null && name.argument !== ''
      ? `takes away all of ${name.base}, whatever stands in parentheses`
      : undefined;
  if (offeredNames.has(name.base) || known.has(name.base) || name.base.startsWith('mcp__')) {
    return of(name, 'denied', [name.base], { says: whole });
  }
  return of(name, 'no-effect', [], {
    says:
      name.base === '*'
        ? 'does not take it for every tool, and takes nothing away'
        : 'knows no such tool, so nothing is taken away',
  });
}

const notTexts = ({ value, key }: FieldVerdict): ToolVerdict[] =>
  value.kind !== 'list'
    ? []
    : value.items.flatMap((item) =>
        item.kind === 'text'
          ? []
          : [
              toolVerdict(
                'source' in item ? item.source || 'null' : item.kind,
                item.span,
                key,
                toolOutcome('lost', [], { why: 'not-text' }),
              ),
            ],
      );

const hasStar = (value: Value): boolean =>
  textsIn(value).some((text) => text.text.split(/[, ]/).includes('*'));

/** In plan mode the agent is given the tool that ends it. */
const plans = ({ fields }: PersonaInput): boolean =>
  fields.some(
    ({ key, fate, value }) =>
      key === 'permissionMode' && fate === 'kept' && textOf(value) === 'plan',
  );

const fieldOf = (
  { fields }: PersonaInput,
  role: 'tools' | 'denied-tools',
): FieldVerdict | undefined => fields.find((field) => field.field?.role === role);

const fieldKept = ({ fields }: PersonaInput, key: string): boolean =>
  fields.some((field) => field.key === key && field.fate === 'kept');
