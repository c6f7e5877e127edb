import { allEdits } from '../../agent/writer';
import { equivalentsOf, programsWith } from '../../hosts/catalog/foreign-tools';
import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import { dialectOf } from '../../hosts/judge/compute-verdict';
import { otherProgramWithTool, purposesByWords } from '../../hosts/judge/mentions/other-programs';
import { isCommonServer } from '../../hosts/judge/tools/mcp-servers';
import type { FieldVerdict } from '../../hosts/model/field-verdict';
import type { Host } from '../../hosts/model/host';
import type { ToolVerdict } from '../../hosts/model/persona';
import { placeForHost } from '../../hosts/model/place';
import { purposeAction, purposesOf, type ToolPurpose } from '../../hosts/model/tool-purposes';
import { availableTools, purposesIn, toolNamesOf } from '../../hosts/model/tools';
import type { Verdict } from '../../hosts/model/verdict';
import { composed, joined, type Message, t } from '../../text/message';
import { isSameWord, nearest } from '../../text/nearest';
import { exactly, example } from '../example';
import type { MergeKey, Merging } from '../merging';
import { hasInvisibleAt } from '../prose/invisible';
import {
  type Fix,
  type Found,
  type HostInput,
  type Rule,
  type RuleDocs,
  type RuleExamples,
  type Severity,
  severities,
} from '../rule';
import { adviceFor } from '../tools/joined-names';
import { pluginReaders } from '../tools/plugin-readers';
import { multilineField } from '../tools/tool-lines';
import {
  grantsKnownTool,
  hasTool,
  hostOfTool,
  lostTools,
  removal,
  replacement,
  takenBy,
  toolRank,
} from '../tools/tool-names';
import { hostOfList, translation } from '../tools/translation';
import { effectOf, hostName, listed, quotedList } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for names that are not tools of the program.',
  why: 'Programs silently ignore unknown names, so the agent works without the tool.',
  sources: [{ facts: ['tool'] }],
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: Read, WebSerch',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: [Read, codebase]',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: Read, context7',
    ),
    example(
      '.github/agents/reviewer.agent.md',
      'description: Reviews changes.\ntools: [read, serach/codebase]',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: Read, search_files',
    ),
    // Names under which models see the tools of VS Code.
    example(
      '.github/agents/writer.agent.md',
      'description: Writes tests.\ntools: [read, replace_string_in_file]',
    ),
    // Another program that reads the file knows them.
    example(
      '.github/agents/runner.agent.md',
      'description: Runs tests.\ntools: [view, bash, todo]',
    ),
  ],
  passing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: Read, WebSearch',
    ),
    // The plugin may be for VS Code, too.
    example(
      'plug/agents/reviewer.agent.md',
      'description: Reviews changes.\ntools: [read, fetch]',
      'You review code.',
      exactly('plug/.github/plugin/plugin.json', '{ "name": "plug" }\n'),
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: Read, mcp__docs__search',
    ),
  ],
});

export const rule: Rule = {
  name: 'unknown-tool',
  kind: 'host',
  subjects: ['agent', 'skill', 'command'],
  builtin: 'unknown-tool',
  isEffect: true,
  check: (input: HostInput): Found[] => {
    const { catalog, outline, writer, verdict, besides, allowed } = input;
    const allAtOnce = (field: FieldVerdict): readonly Fix[] => translation(input, field);
    const missed = missedPurposes(input);
    return lostTools(verdict, 'unknown', allowed).flatMap((tool): Found | readonly Found[] => {
      if (missed.has(tool)) return missed.get(tool) ?? [];
      if (multilineField(outline, verdict, tool) || hasInvisibleAt(outline, tool)) return [];
      const other = isMisspelled(tool) ? undefined : takenBy(besides, tool);
      if (other) return forAnother({ writer, verdict, besides }, tool, other);
      const isForOthers = pluginReaders(catalog, verdict).some((dialect) =>
        grantsKnownTool({ dialect }, tool.written),
      );
      if (isForOthers && !isMisspelled(tool)) return [];
      const judged = judge(input, tool);
      const { meant, missing, foreign, isMaybeThere } = judged;
      const remove = removal(writer, verdict, tool);
      return {
        span: tool.span,
        severity: judged.severity,
        message: messageFor(catalog, judged),
        merge: { rank: rankOf(judged, besides), joins: joining(input, judged) },
        fixesForAll: () => fieldsOf(verdict, tool).flatMap(allAtOnce),
        fixes: [
          ...missing.map((name) => replacement(writer, tool, name, 'review')),
          // If one name comes from another host, the other names usually do too.
          ...(foreign === undefined ? [] : fieldsOf(verdict, tool).flatMap(allAtOnce)),
          // For review: the author wants the tool, so removing a misspelled name is not a fix.
          isMaybeThere || meant.length > 0 || isNewer(verdict, tool.written)
            ? { ...remove, safety: 'review' as const }
            : remove,
        ],
      };
    });
  },
};

/** The parts of a host's finding on an unknown name. */
interface Judged {
  readonly verdict: Verdict;
  readonly tool: ToolVerdict;
  readonly severity: Severity;
  /** What the author probably meant. */
  readonly meant: readonly string[];
  /** Those of them that the list does not include yet. */
  readonly missing: readonly string[];
  /** For a name with an argument in parentheses: what would allow every use of the tool. */
  readonly broader: readonly string[];
  /** The name of a host that has a tool of this name. */
  readonly foreign: string | undefined;
  /** In some host that reads the file, an extension or an MCP server may provide the tool. */
  readonly isMaybeThere: boolean;
}

function judge({ catalog, verdict, besides }: HostInput, tool: ToolVerdict): Judged {
  const foreign = programOf(catalog, verdict, tool);
  const isSettled = tool.instead !== undefined;
  const meant = tool.instead?.length ? tool.instead : suggestTools(catalog, verdict, tool);
  const missing = meant.filter((name) => !hasTool(verdict, tool, name));
  const isServer = !isSettled && isCommonServer(tool.written);
  const readers = [
    verdict,
    ...besides,
    ...pluginReaders(catalog, verdict).map((dialect) => ({ dialect })),
  ];
  const isMaybeThere = readers.some((one) => mayBeThere(one, tool));
  const isMild =
    foreign === undefined &&
    (isServer ? mayBeThere(verdict, tool) : isMaybeThere && meant.length === 0);
  const isIncluded = meant.length > 0 && missing.length === 0;
  const isRejected = verdict.dialect.tools.rejection !== undefined;
  const severity = isRejected ? 'error' : isIncluded ? 'hint' : isMild ? 'information' : 'warning';
  const broader = meant.length > 0 ? [] : withoutArgument(catalog, verdict, tool.written);
  return { verdict, tool, severity, meant, missing, broader, foreign, isMaybeThere };
}

/** Several owners ignore the same name: the most severe finding comes first, then one whose suggestion all owners accept. */
function rankOf(
  { severity, verdict, meant }: Judged,
  besides: readonly Verdict[],
): Merging['rank'] {
  const owners = besides.filter(({ place }) => place.role === 'owner');
  return toolRank(
    verdict,
    'unknown',
    Number(severity !== 'warning'),
    Number(!isKnownToAll(meant, [verdict, ...owners])),
    Number(meant.length === 0),
    severities.indexOf(severity),
  );
}

const isKnownToAll = (names: readonly string[], all: readonly Verdict[]): boolean =>
  names.length > 0 && names.every((name) => all.every((verdict) => grantsKnownTool(verdict, name)));

/** Whether it is a tool of this host with a typing mistake. Another host accepts such a name only by accident. */
const isMisspelled = ({ written, instead = [] }: ToolVerdict): boolean =>
  instead.some((name) => !isSameWord(name, written) && nearest(written, [name]) !== undefined);

/** What the author meant by an unknown name: a synonym, all tools of an MCP server, or the correct spelling. */
function suggestTools(
  catalog: HostCatalog,
  verdict: Verdict,
  tool: ToolVerdict,
): readonly string[] {
  const { written } = tool;
  const { tools } = verdict.dialect;
  const { synonyms = {}, ofServer } = tools;
  const word = written.toLowerCase();
  const synonym = Object.hasOwn(synonyms, word) ? synonyms[word] : undefined;
  if (synonym && !synonym.some((name) => isListedInPart(verdict, tool, name))) return synonym;
  if (ofServer && isCommonServer(written)) return [ofServer(written).all];
  const near = nearest(written, availableTools(tools));
  if (near !== undefined) return [near];
  // An extension or a server may have a tool of this name where others can add tools.
  return mayBeThere(verdict, tool) ? [] : ofSamePurpose(catalog, verdict, written);
}

/** This host's tools for the part before the parentheses of `Bash(git log)`. */
function withoutArgument(
  catalog: HostCatalog,
  verdict: Verdict,
  written: string,
): readonly string[] {
  const at = written.indexOf('(');
  return at > 0 && written.endsWith(')')
    ? ofSamePurpose(catalog, verdict, written.slice(0, at))
    : [];
}

/** This host's tool for what the name means in every other program that has it, or by its words; empty where they differ. */
function ofSamePurpose(
  catalog: HostCatalog,
  { dialect }: Verdict,
  name: string,
): readonly string[] {
  const own = purposesIn(dialect.tools) ?? {};
  const elsewhere = equivalentsOf(catalog, name, own);
  if (elsewhere) return elsewhere;
  return purposesByWords(name).flatMap((purpose) => own[purpose]?.[0] ?? []);
}

/** Whether the list has single tools of the set: the author knows the set, so the unknown name means something else. */
function isListedInPart({ dialect, tools }: Verdict, { key }: ToolVerdict, set: string): boolean {
  const { members = [] } = dialect.tools.tools.find(({ name }) => name === set) ?? {};
  return tools.some((one) => one.key === key && one.names.some((name) => members.includes(name)));
}

const fieldsOf = ({ fields }: Verdict, { key }: ToolVerdict): readonly FieldVerdict[] =>
  fields.filter((field) => field.key === key);

/** The host that has a tool of this name; of several, the one that the list was written for. */
const programOf = (catalog: HostCatalog, verdict: Verdict, tool: ToolVerdict): string | undefined =>
  fieldsOf(verdict, tool).flatMap(
    (field) => hostOfList(catalog, verdict, field, tool.written) ?? [],
  )[0] ??
  hostOfTool(catalog, tool.written, verdict.place.host)?.name ??
  otherProgramWithTool(tool.written);

/**
 * Names that another owner of the file knows, where this one is left without any tool for what they do: one finding for each list,
 * at the first of them.
 */
function missedPurposes({
  catalog,
  verdict,
  besides,
  writer,
  allowed,
}: HostInput): ReadonlyMap<ToolVerdict, readonly Found[]> {
  const found = new Map<ToolVerdict, readonly Found[]>();
  const owners = besides.filter(({ place }) => place.role === 'owner');
  if (verdict.place.role !== 'owner' || owners.length === 0) return found;
  const own = purposesIn(verdict.dialect.tools) ?? {};
  const meant = ({ instead, written }: ToolVerdict): readonly string[] =>
    instead ?? equivalentsOf(catalog, written, own) ?? [];
  const missed = (tool: ToolVerdict): readonly ToolPurpose[] => {
    const elsewhere = owners.flatMap(({ dialect }) =>
      purposesOf(tool.written, purposesIn(dialect.tools) ?? {}),
    );
    return missedBy(verdict, tool, meant(tool), elsewhere);
  };
  const byField = new Map<string, ToolVerdict[]>();
  for (const tool of lostTools(verdict, 'unknown', allowed)) {
    // Another host accepts a misspelled name only by accident.
    if (isMisspelled(tool) || !takenBy(owners, tool, ['granted'])) continue;
    if (missed(tool).length === 0) continue;
    byField.set(tool.key, [...(byField.get(tool.key) ?? []), tool]);
  }
  for (const tools of byField.values()) {
    const [first] = tools;
    const other = first && takenBy(owners, first, ['granted']);
    if (!first || !other) continue;
    const actions = new Set(tools.flatMap(missed));
    const names = [...new Set(tools.flatMap(meant))].filter((name) =>
      purposesOf(name, own).some((purpose) => actions.has(purpose)),
    );
    for (const tool of tools) found.set(tool, []);
    found.set(first, [
      {
        span: first.span,
        severity: 'warning',
        message: t(
          '{host} silently ignores {tools}, which {other} knows, so the agent cannot {actions} in {host}. Add {names} for {host}.',
          {
            host: hostName(verdict),
            other: other.name,
            tools: quotedList(tools.map(({ written }) => written)),
            names: quotedList(names),
            actions: listed([...actions].map(purposeAction)),
          },
        ),
        merge: { rank: toolRank(verdict, 'unknown', 0) },
        fixes: [
          {
            title: t('Add {names}', { names: quotedList(names) }),
            safety: 'review',
            edits: () => allEdits(...names.map((name) => writer.addItem([first.key], name))),
          },
        ],
      },
    ]);
  }
  return found;
}

/** Without these an agent that should do them is of no use; it can search with a shell, or read instead. */
const essential: ReadonlySet<ToolPurpose> = new Set([
  'read-file',
  'create-file',
  'change-file',
  'run-command',
]);

/**
 * What the name would let the agent do, if it has no tool in this host that does any of it.
 * @param elsewhere what it does in another host; empty where that is not declared
 */
function missedBy(
  { persona, dialect, fields }: Verdict,
  { key }: ToolVerdict,
  instead: readonly string[],
  elsewhere: readonly ToolPurpose[],
): readonly ToolPurpose[] {
  if (!persona || persona.tools.all) return [];
  if (fields.find((field) => field.key === key)?.field?.role === 'denied-tools') return [];
  const own = purposesIn(dialect.tools) ?? {};
  const purposes = (names: readonly string[]): readonly ToolPurpose[] =>
    names.flatMap((name) => purposesOf(name, own));
  const wanted = purposes(instead);
  const has = purposes([...persona.tools.granted, ...persona.tools.always]);
  if (wanted.some((purpose) => has.includes(purpose))) return [];
  return wanted.filter(
    (one) => essential.has(one) && (elsewhere.length === 0 || elsewhere.includes(one)),
  );
}

/**
 * In a list for several hosts, a name that only one of them has is intended for that host. It is reported only where it is
 * not certain that the other host has the tool and this host has its own name for it.
 */
function forAnother(
  { writer, verdict, besides }: Pick<HostInput, 'writer' | 'verdict' | 'besides'>,
  tool: ToolVerdict,
  other: Host,
): readonly Found[] {
  if (takenBy(besides, tool, ['granted'])) return [];
  const missing = (tool.instead ?? []).filter((name) => !hasTool(verdict, tool, name));
  if (missing.length === 0) return [];
  return [
    {
      span: tool.span,
      severity: 'hint',
      message: t(
        '"{tool}" is a tool of {other} and is silently ignored by {host}. Use {names} for {host}.',
        {
          tool: tool.written,
          other: other.name,
          host: hostName(verdict),
          names: quotedList(missing),
        },
      ),
      fixes: missing.map((name) => replacement(writer, tool, name, 'review')),
    },
  ];
}

/** Whether an extension or an MCP server may provide the tool in this host. */
const mayBeThere = ({ dialect }: Pick<Verdict, 'dialect'>, { instead }: ToolVerdict): boolean =>
  dialect.tools.others !== undefined && instead === undefined;

/**
 * Names that a list has from another program, or for each of which the file is refused, are one finding: they have one cause and
 * one effect.
 */
function joining(input: HostInput, judged: Judged): MergeKey | undefined {
  const { verdict, tool, meant, missing, broader, foreign } = judged;
  const { rejection } = verdict.dialect.tools;
  const isRefused = rejection !== undefined;
  if (broader.length > 0) return undefined;
  const isFromList = foreign !== undefined && isListOf(input.catalog, verdict, tool, foreign);
  if (!isRefused && !(isFromList && (meant.length === 0 || missing.length > 0))) return undefined;
  const host = hostName(verdict);
  return {
    by: `${tool.key} ${isRefused ? '' : foreign}`,
    name: tool.written,
    instead: isRefused ? missing : meant,
    message: (names, all) => {
      const tools = quotedList(names);
      return joined([
        isRefused
          ? composed`${t('{host} has no tools named {tools}.', { host, tools })} ${effectOf(verdict, rejection)}`
          : t('{tools} are tools of {other} and are silently ignored by {host}.', {
              ...{ tools, host },
              other: foreign ?? '',
            }),
        ...adviceFor(all),
      ]);
    },
  };
}

function messageFor(
  catalog: HostCatalog,
  { verdict, tool, meant, missing, foreign, broader }: Judged,
): Message {
  const { written } = tool;
  const { others } = verdict.dialect.tools;
  const args = { host: hostName(verdict), tool: written, names: quotedList(meant) };
  const { rejection } = verdict.dialect.tools;
  if (rejection !== undefined)
    return joined([
      t('{host} has no tool named "{tool}".', args),
      effectOf(verdict, rejection),
      missing.length > 0
        ? t('Use {names} instead.', args)
        : broader.length > 0
          ? t('Use {names} to allow every use of it, or remove it.', {
              names: quotedList(broader),
            })
          : t('Remove it.'),
    ]);
  if (meant.length > 0 && missing.length === 0)
    return t(
      '{host} has no tool named "{tool}" and silently ignores it. The list already includes {names}. Remove "{tool}".',
      args,
    );
  if (foreign !== undefined && isListOf(catalog, verdict, tool, foreign))
    return meant.length > 0
      ? t('"{tool}" is a tool of {other} and is silently ignored by {host}. Use {names} instead.', {
          ...args,
          other: foreign,
        })
      : t('"{tool}" is a tool of {other} and is silently ignored by {host}. Remove it.', {
          ...args,
          other: foreign,
        });
  if (meant.length > 0 && tool.instead === undefined && isCommonServer(written))
    return others === undefined
      ? t(
          '{host} has no tool named "{tool}" and silently ignores it. Use {names} for all of its tools if it is an MCP server.',
          args,
        )
      : t(
          '{host} has no tool named "{tool}". Use {names} for all of its tools if it is an MCP server.',
          args,
        );
  if (meant.length > 0)
    return t(
      '{host} has no tool named "{tool}" and silently ignores it. Did you mean {names}?',
      args,
    );
  if (others !== undefined && mayBeThere(verdict, tool)) return t(others.unknown, args);
  if (isNewer(verdict, written))
    return t(
      '{host} has no tool named "{tool}" and silently ignores it; newer versions have it. Update {program} or remove it.',
      { ...args, program: verdict.place.host.name },
    );
  return t(
    '{host} has no tool named "{tool}" and silently ignores it. Correct or remove it.',
    args,
  );
}

/** Whether a later version of the host has the tool. */
const isNewer = ({ place, dialect, agent }: Verdict, name: string): boolean =>
  place.version !== undefined &&
  !toolNamesOf(dialect.tools).includes(name) &&
  toolNamesOf(dialectOf(placeForHost(place, place.host), agent).tools).includes(name);

/** Whether only this host has such a tool, and another unknown name in the list is one of its tools too. */
function isListOf(
  catalog: HostCatalog,
  verdict: Verdict,
  tool: ToolVerdict,
  program: string,
): boolean {
  const programs = programsWith(catalog, tool.written);
  if (programs.length !== 1 || programs[0] !== program) return false;
  return verdict.tools.some(
    (one) =>
      one !== tool &&
      one.key === tool.key &&
      one.written !== tool.written &&
      one.outcome === 'lost' &&
      programsWith(catalog, one.written).includes(program),
  );
}
