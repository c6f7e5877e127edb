// Which tools a subagent is sent, name by name: the order of the steps is the host's own.

import { splitNames, type Token } from '../../agent/tokens';
import type { Value } from '../../agent/value';
import type { Message } from '../../text/message';
import { ownCopy } from '../../text/own-copy';
import type { Context, ContextKey } from '../context';
import type { PersonaInput, Tools, ToolVerdict } from '../persona';
import { remembered } from '../remembered';
import { toolsFrom } from '../tool-sum';
import { type ToolOutcome, toolOutcome, toolVerdict } from '../tool-verdict';
import type { FieldVerdict } from '../verdict';
import { type Denials, denialsIn, isVoided, noDenials } from './denials';
import { offersTodos } from './models';
import type { Parts } from './parts';
import { running, withoutTools } from './start';
import { type Name, namesIn, textsIn, tokensIn } from './tool-names';
import {
  contextOf,
  granted,
  outcomeIn,
  outcomeOfDenial,
  outcomeOfVoidDenial,
  type Setting,
  settledOutcome,
} from './tool-outcomes';
import {
  tools as catalogue,
  everything,
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
  readonly runsNot?: Message | undefined;
}

export function resolveTools(input: PersonaInput, parts: Parts): Resolved {
  const { tools: listed, plans } = parts;
  const denied = namesIn(input, parts.denied);
  const denials = denialsIn(denied);
  const isGiven = givenBy(input, listed);
  const deniedVerdicts = verdictsOn(
    denied,
    isVoided(denied) ? (name) => outcomeOfVoidDenial(name, denied, isGiven) : outcomeOfDenial,
  );
  if (listed && !hasStar(listed.value)) {
    const limit = limited(input, listed, parts, denials);
    return deniedVerdicts.length === 0
      ? limit
      : { ...limit, verdicts: joined(limit.verdicts, deniedVerdicts) };
  }
  const { gone } = denials;
  const verdicts = verdictsOn(namesIn(input, listed), granted);
  return {
    tools: {
      all: true,
      granted: plans && !gone.has(planTool) ? [planTool] : [],
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

/** Whether a tool is among those of the agent, before any is denied. */
function givenBy(input: PersonaInput, listed: FieldVerdict | undefined): (tool: string) => boolean {
  if (!listed || hasStar(listed.value)) return () => true;
  return (tool) => namesIn(input, listed).some(({ base }) => base === tool);
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

/** What a list comes to that stands in one text, as most do. */
function limited(
  input: PersonaInput,
  listed: FieldVerdict,
  parts: Parts,
  denials: Denials,
): Resolved {
  const { value, key } = listed;
  if (value.kind !== 'text' || parts.keepsMemory || parts.plans || denials !== noDenials)
    return limitedBy(input, listed, parts, denials);
  const known = knownLists(input.context);
  const before = known.get(value.text);
  if (before) return { ...before, verdicts: again(before, tokensIn(input, value), key) };
  const resolved = limitedBy(input, listed, parts, denials);
  if (value.text.length > maxKept) return resolved;
  if (known.size >= keep) known.clear();
  known.set(ownCopy(value.text), resolved);
  return resolved;
}

/** Many files name the same tools in the same order: of the next one only the places are its own. */
const knownLists = remembered((_: Context) => new Map<string, Resolved>());
const keep = 300;
const maxKept = 300;

const again = (
  { verdicts }: Resolved,
  tokens: readonly Token[],
  key: string,
): readonly ToolVerdict[] =>
  verdicts.map((verdict, at) =>
    toolVerdict(verdict.written, tokens[at]?.span ?? verdict.span, key, verdict),
  );

function limitedBy(
  input: PersonaInput,
  listed: FieldVerdict,
  parts: Parts,
  denials: Denials,
): Resolved {
  const { gone } = denials;
  const names = namesIn(input, listed);
  const { verdicts, depends } = granting(input, names, parts, gone);
  const all = joined(verdicts, notTexts(listed));
  const { granted: given, unverified, lost } = toolsFrom(all);
  const added = parts.keepsMemory ? memoryTools.filter((name) => !isNamed(names, name)) : nothing;
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
    verdicts: all,
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
  { plans }: Parts,
  gone: Denials['gone'],
): Pick<Resolved, 'verdicts' | 'depends'> {
  const { model, background, platform } = input.context;
  const shell = isNamed(names, shellTool);
  const searchesByShell = shell && !gone.has(shellTool) && platform !== 'windows';
  const setting: Setting = { model, background, plans, searchesByShell };
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

/** Items that name nothing. */
function notTexts({ value, key }: FieldVerdict): readonly ToolVerdict[] {
  if (value.kind !== 'list' || value.items.every(({ kind }) => kind === 'text')) return none;
  return value.items.flatMap((item) =>
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
}

const none: readonly ToolVerdict[] = [];

/** Measured: `*` counts as a name of its own, cut and trimmed as every other. */
const hasStar = (value: Value): boolean =>
  textsIn(value).some(
    ({ text }) =>
      text.includes(everything) &&
      splitNames(text, catalogue.separators).some((name) => name.text === everything),
  );
