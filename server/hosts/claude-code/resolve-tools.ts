// Which tools a subagent is sent, name by name: the order of the steps is the host's own.

import { textOf, type Value } from '../../agent/value';
import type { Context, ContextKey } from '../context';
import type { PersonaInput, Tools, ToolVerdict } from '../persona';
import { toolsFrom } from '../tool-sum';
import { type ToolOutcome, toolOutcome, toolVerdict } from '../tool-verdict';
import type { FieldVerdict } from '../verdict';
import { type Denials, denialsIn } from './denials';
import { offersTodos } from './models';
import { type Name, namesIn, textsIn } from './tool-names';
import {
  contextOf,
  granted,
  outcomeIn,
  outcomeOfDenial,
  type Setting,
  settledOutcome,
} from './tool-outcomes';
import {
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
  readonly runsNot: string | undefined;
}

export function resolveTools(input: PersonaInput): Resolved {
  const listed = fieldOf(input, 'tools');
  const denied = namesIn(input, fieldOf(input, 'denied-tools'));
  const denials = denialsIn(denied);
  const deniedVerdicts = verdictsOn(denied, outcomeOfDenial);
  if (listed && !hasStar(listed.value)) return limited(input, listed, denials, deniedVerdicts);
  const { gone } = denials;
  const verdicts = verdictsOn(namesIn(input, listed), granted);
  return {
    tools: {
      all: true,
      granted: plans(input) && !gone.has(planTool) ? [planTool] : [],
      denied: [...gone].filter((name) => offeredNames.has(name)),
      always: [],
      unverified: [],
      lost: [],
    },
    verdicts: joined(verdicts, deniedVerdicts),
    depends: ['background'],
    runs: true,
    runsNot: undefined,
  };
}

function verdictsOn(
  names: readonly Name[],
  outcomeOf: (name: Name) => ToolOutcome,
): readonly ToolVerdict[] {
  const verdicts: ToolVerdict[] = [];
  for (const name of names) verdicts.push(verdictOn(name, outcomeOf(name)));
  return verdicts;
}

const verdictOn = ({ token, key }: Name, outcome: ToolOutcome): ToolVerdict =>
  toolVerdict(token.text, token.span, key, outcome);

/** Most files have nothing of the second kind. */
const joined = (
  some: readonly ToolVerdict[],
  others: readonly ToolVerdict[],
): readonly ToolVerdict[] => (others.length === 0 ? some : [...some, ...others]);

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
  const { gone } = denials;
  const names = namesIn(input, listed);
  const { verdicts, depends } = granting(input, names, gone);
  const all = joined(verdicts, notTexts(listed));
  const { granted: given, unverified, lost } = toolsFrom(all);
  const added = keptField(input, 'memory')
    ? memoryTools.filter((name) => !isNamed(names, name))
    : nothing;
  const kept = gone.size === 0 ? given : given.filter((name) => !gone.has(name));
  const left =
    added.length === 0
      ? kept
      : [...kept, ...added.filter((name) => !kept.includes(name) && !gone.has(name))];
  const { runs, runsNot } =
    left.length > 0 ? running : withoutTools({ names, verdicts, added, denials });
  return {
    tools: {
      all: false,
      granted: left,
      denied: gone.size === 0 ? nothing : [...gone].filter((name) => given.includes(name)),
      always: nothing,
      unverified,
      lost,
    },
    verdicts: joined(all, deniedVerdicts),
    depends,
    runs,
    runsNot,
  };
}

const nothing: readonly string[] = [];

/** A verdict for each name, and what of the context decided on one. */
function granting(
  input: PersonaInput,
  names: readonly Name[],
  gone: Denials['gone'],
): Pick<Resolved, 'verdicts' | 'depends'> {
  const { model, background, platform } = input.context;
  const shell = isNamed(names, shellTool);
  const searchesByShell = shell && !gone.has(shellTool) && platform !== 'windows';
  const setting: Setting = { model, background, plans: plans(input), searchesByShell };
  const verdicts: ToolVerdict[] = [];
  const depends: ContextKey[] = [];
  for (const name of names) {
    const settled = settledOutcome(name);
    verdicts.push(verdictOn(name, settled ?? outcomeIn(name, setting)));
    if (settled) continue;
    const decisive = contextOf(name.base);
    const counts = decisive !== undefined && (decisive !== 'platform' || shell);
    if (counts && !depends.includes(decisive)) depends.push(decisive);
  }
  return { verdicts, depends };
}

function isNamed(names: readonly Name[], tool: string): boolean {
  for (const { base } of names) if (base === tool) return true;
  return false;
}

interface Left {
  readonly names: readonly Name[];
  /** One for each name. */
  readonly verdicts: readonly ToolVerdict[];
  readonly added: readonly string[];
  readonly denials: Denials;
}

const running: Pick<Resolved, 'runs' | 'runsNot'> = { runs: true, runsNot: undefined };

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
  textsIn(value).some(({ text }) => text.includes('*') && text.split(/[, ]/).includes('*'));

/** In plan mode the agent is given the tool that ends it. */
const plans = (input: PersonaInput): boolean =>
  textOf(keptField(input, 'permissionMode')?.value) === 'plan';

function fieldOf(
  { fields }: PersonaInput,
  role: 'tools' | 'denied-tools',
): FieldVerdict | undefined {
  for (const field of fields) if (field.field?.role === role) return field;
  return undefined;
}

function keptField({ fields }: PersonaInput, key: string): FieldVerdict | undefined {
  for (const field of fields) if (field.key === key && field.fate === 'kept') return field;
  return undefined;
}
