// Which tools a subagent has. The steps are in the order in which Claude Code performs them.

import { splitNames } from '../../agent/name-tokens';
import { type Sentence, t } from '../../text/message';
import type { Value } from '../../yaml/value';
import type { ToolLists } from '../judge/tools/agent-tools';
import { toolsWithout } from '../judge/tools/tools-around';
import type { Context, ContextKey } from '../model/context';
import type { FieldVerdict } from '../model/field-verdict';
import {
  createToolOutcome,
  createToolVerdict,
  type ToolOutcome,
  type Tools,
  type ToolVerdict,
} from '../model/persona';
import type { PersonaInput } from '../model/persona-builder';
import type { RuleAround } from '../model/tool-settings';
import { availableTools, type ToolCatalog } from '../model/tools';
import {
  type Denials,
  denialsIn,
  isWithoutEffect,
  running,
  startWithoutTools,
} from './disallowed-tools';
import type { FieldsByRole } from './fields-by-role';
import { hasTodoTools } from './models';
import { currentNames, type Name, nameOf, namesIn, textsIn } from './tool-names';
import {
  contextOf,
  granted,
  outcomeIn,
  outcomeOfDenial,
  outcomeOfDenialWithWildcard,
  type Setting,
  type ToolTables,
  tablesOf,
} from './tool-outcomes';
import {
  everything,
  memoryTools,
  notInBackground,
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
  readonly runsNot?: Sentence | undefined;
}

export function resolveTools(input: PersonaInput, parts: FieldsByRole): Resolved {
  const { tools: listed, plans } = parts;
  const tables = tablesOf(input.dialect.tools);
  const denied = namesIn(input, parts.denied);
  const list = listed && !hasWildcard(input, listed.value) ? listed : undefined;
  const around = deniedAround(input, tables, list !== undefined);
  const denials = joinedDenials(
    denialsIn(denied, tables.known),
    denialsIn(
      around.map(({ name }) => name),
      tables.known,
    ),
  );
  const isGranted = grantedBy(input, listed);
  const deniedVerdicts = verdictsOn(
    denied,
    isWithoutEffect(denied)
      ? (name) => outcomeOfDenialWithWildcard(name, denied, isGranted, tables)
      : (name) => outcomeOfDenial(name, tables),
  );
  if (list) {
    const limit = limited(input, list, parts, { denials, verdicts: deniedVerdicts, around });
    return deniedVerdicts.length === 0
      ? limit
      : { ...limit, verdicts: joined(limit.verdicts, deniedVerdicts) };
  }
  const verdicts = verdictsOn(namesIn(input, listed), granted);
  return {
    tools: toolsAmong(around, {
      catalog: input.dialect.tools,
      ...{ listed: verdicts, removed: deniedVerdicts, hasAll: true },
      added: [
        ...(plans && tables.known.has(planTool) ? [planTool] : nothing),
        // Offered instead of the shell, but not where the agent itself denies it.
        ...(around.some(({ name }) => name.base === shellTool) ? searchTools : nothing),
      ],
    }),
    verdicts: joined(verdicts, deniedVerdicts),
    depends: ['background'],
    runs: true,
    runsNot: undefined,
  };
}

/** Whether a tool is granted to the agent before any is denied. */
function grantedBy(
  input: PersonaInput,
  listed: FieldVerdict | undefined,
): (tool: string) => boolean {
  if (!listed || hasWildcard(input, listed.value)) return () => true;
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
  createToolVerdict(token.text, token.span, key, outcome);

/** Avoids a copy: in most files one of the two is empty. */
const joined = (
  first: readonly ToolVerdict[],
  second: readonly ToolVerdict[],
): readonly ToolVerdict[] => (second.length === 0 ? first : [...first, ...second]);

/** The tools of an agent that does not list any. */
export const defaultToolsFor = (
  { background, model }: Context,
  catalog: ToolCatalog,
): readonly string[] => [
  ...availableTools(catalog).filter(
    (name) => !searchTools.includes(name) && !(background && notInBackground.includes(name)),
  ),
  ...(hasTodoTools(model) ? todoTools.filter((name) => tablesOf(catalog).known.has(name)) : []),
];

/** The tools of an agent that lists them. */
function limited(
  input: PersonaInput,
  listed: FieldVerdict,
  parts: FieldsByRole,
  { denials, verdicts: removed, around }: Denied,
): Resolved {
  const names = namesIn(input, listed);
  const tables = tablesOf(input.dialect.tools);
  const { verdicts, depends } = judgeNames(input, { names, tables }, parts, denials.removed);
  const all = joined(verdicts, judgeNonStrings(listed));
  const added = parts.keepsMemory
    ? memoryTools.filter((name) => tables.offered.has(name) && !isNamed(names, name))
    : nothing;
  const { tools: catalog } = input.dialect;
  const tools = toolsAmong(around, { catalog, listed: all, removed, hasAll: false, added });
  const { runs, runsNot } =
    tools.granted.length > 0
      ? running
      : startWithoutTools({ names, verdicts, added, denials, left: tools.unverified });
  const by = runs === false ? tools.deniedAround?.[0]?.file : undefined;
  const reason =
    by === undefined
      ? runsNot
      : t('{host} refuses to start the agent because {file} denies tools of its list.', {
          file: by,
        });
  return { tools, verdicts: all, depends, runs, runsNot: reason };
}

/** The list of denied tools. */
interface Denied {
  readonly denials: Denials;
  readonly verdicts: readonly ToolVerdict[];
  readonly around: readonly NameAround[];
}

const nothing: readonly string[] = [];

// What the settings of the project take from every agent. Measured: former names, wildcards and whole servers count there as well.

interface NameAround {
  readonly name: Name;
  readonly outcome: ToolOutcome;
  readonly by: RuleAround;
}

function deniedAround(
  { place, dialect, context }: PersonaInput,
  tables: ToolTables,
  isList: boolean,
): readonly NameAround[] {
  const rules = place.rulesAround?.() ?? [];
  return rules.flatMap((by) =>
    expanded(by.name, tables).flatMap((text) => {
      const name = nameOf({ text, span: nowhere }, '', currentNames(dialect.tools));
      // The native builds give them to an agent that lists them although a rule denies them, unless it denies everything.
      const isKept =
        isList &&
        searchTools.includes(name.base) &&
        by.name !== everything &&
        context.platform !== 'windows';
      return isKept ? [] : [{ name, outcome: outcomeOfDenial(name, tables), by }];
    }),
  );
}

const nowhere = { start: 0, end: 0 };

/** The known tools that a name with wildcards stands for; the name itself without one. */
function expanded(name: string, { known }: ToolTables): readonly string[] {
  if (!name.includes('*')) return [name];
  const pattern = new RegExp(`^${name.split('*').join('.*')}$`);
  return [...known.keys()].filter((one) => pattern.test(one));
}

const joinedDenials = (own: Denials, around: Denials): Denials => ({
  removed: new Set([...own.removed, ...around.removed]),
  // An agent whose tools are all denied around it is not started.
  accountsFor: own.accountsFor,
});

const toolsAmong = (around: readonly NameAround[], lists: ToolLists): Tools =>
  toolsWithout(
    around.map(({ name, outcome, by }) => ({ verdict: verdictOn(name, outcome), by })),
    lists,
  );

/** A verdict for each name, and the parts of the context on which they depend. */
function judgeNames(
  input: PersonaInput,
  { names, tables }: { readonly names: readonly Name[]; readonly tables: ToolTables },
  { plans }: FieldsByRole,
  removed: Denials['removed'],
): Pick<Resolved, 'verdicts' | 'depends'> {
  const { model, background, platform } = input.context;
  const hasShell = isNamed(names, shellTool);
  const searchesByShell = hasShell && !removed.has(shellTool) && platform !== 'windows';
  const listsServers = names.some(({ base }) => base.startsWith('mcp__'));
  const setting: Setting = { model, background, plans, searchesByShell, listsServers };
  const verdicts: ToolVerdict[] = [];
  const depends: ContextKey[] = [];
  for (const name of names) {
    const fixed = tables.fixed.get(name.token.text);
    verdicts.push(verdictOn(name, fixed ?? outcomeIn(name, setting, tables)));
    if (fixed) continue;
    const decisive = contextOf(name.base, tables);
    const isRelevant = decisive !== undefined && (decisive !== 'platform' || hasShell);
    if (isRelevant && !depends.includes(decisive)) depends.push(decisive);
  }
  return { verdicts, depends };
}

function isNamed(names: readonly Name[], tool: string): boolean {
  for (const { base } of names) if (base === tool) return true;
  return false;
}

/** A verdict for each item of the list that is not a string. */
function judgeNonStrings({ value, key }: FieldVerdict): readonly ToolVerdict[] {
  if (value.kind !== 'list' || value.items.every(({ kind }) => kind === 'text')) return none;
  return value.items.flatMap((item) =>
    item.kind === 'text'
      ? []
      : [
          createToolVerdict(
            'source' in item ? item.source || 'null' : item.kind,
            item.span,
            key,
            createToolOutcome('lost', [], { why: 'not-text' }),
          ),
        ],
  );
}

const none: readonly ToolVerdict[] = [];

/** Measured: `*` counts only as a separate name, split and trimmed like any other. */
const hasWildcard = ({ dialect }: PersonaInput, value: Value): boolean =>
  textsIn(value).some(
    ({ text }) =>
      text.includes(everything) &&
      splitNames(text, dialect.tools.separators).some((name) => name.text === everything),
  );
