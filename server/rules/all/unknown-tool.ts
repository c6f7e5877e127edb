import { programElsewhere } from '../../hosts/elsewhere';
import { programsWith } from '../../hosts/equivalents';
import type { Host } from '../../hosts/host';
import { isCommonServer } from '../../hosts/mcp-servers';
import type { ToolVerdict } from '../../hosts/persona';
import { givenTools } from '../../hosts/tools';
import type { FieldVerdict, Verdict } from '../../hosts/verdict';
import { example } from '../example';
import { hasInvisibleAt } from '../invisible';
import { nearest, sameWord } from '../nearest';
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
import { severalLines } from '../tool-lines';
import {
  hasTool,
  hostOfTool,
  isKnownTo,
  lostTools,
  removal,
  replacement,
  takenBy,
  toolRank,
} from '../tool-names';
import { programOfList, translation } from '../translation';
import { hostName, listed } from '../words';

export const docs: RuleDocs = {
  what: 'A tool that the host does not know.',
  why: 'An unknown name is left out without a word, and the agent works without the tool it was to have.',
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
  ],
  passing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: Read, WebSearch',
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
  builtin: 'unknown-tool',
  isEffect: true,
  check: ({ outline, verdict, besides, allowed }: HostInput): Found[] => {
    const allAtOnce = (field: FieldVerdict): readonly Fix[] => translation(outline, verdict, field);
    return lostTools(verdict, 'unknown', allowed).flatMap((tool): Found | readonly Found[] => {
      if (severalLines(outline, verdict, tool) || hasInvisibleAt(outline, tool)) return [];
      const taker = isMisspelt(tool) ? undefined : takenBy(besides, tool);
      if (taker) return forAnother({ outline, verdict, besides }, tool, taker);
      const judged = judge(verdict, besides, tool);
      const { meant, missing, foreign, isMaybeThere } = judged;
      const remove = removal(outline, verdict, tool);
      return {
        span: tool.span,
        severity: judged.severity,
        message: message(judged),
        rank: rankOf(judged, besides),
        fixes: [
          ...missing.map((name) => replacement(outline, tool, name, 'review')),
          // Seldom does one name alone come from another host.
          ...(foreign === undefined ? [] : fieldsOf(verdict, tool).flatMap(allAtOnce)),
          // What is misspelt was wanted: taking it out would not mend it.
          isMaybeThere || meant.length > 0 ? { ...remove, safety: 'review' as const } : remove,
        ],
      };
    });
  },
};

/** An unknown name, as one host's finding would report it. */
interface Judged {
  readonly verdict: Verdict;
  readonly tool: ToolVerdict;
  readonly severity: Severity;
  /** What the author probably meant. */
  readonly meant: readonly string[];
  /** Those of them that the list does not include yet. */
  readonly missing: readonly string[];
  /** A program that has a tool of this name. */
  readonly foreign: string | undefined;
  /** Some host that reads the file gives the name where an extension or a server brings it. */
  readonly isMaybeThere: boolean;
}

function judge(verdict: Verdict, besides: readonly Verdict[], tool: ToolVerdict): Judged {
  const foreign = programOf(verdict, tool);
  const isSettled = tool.instead !== undefined;
  const meant = tool.instead?.length ? tool.instead : meantBy(verdict, tool);
  const missing = meant.filter((name) => !hasTool(verdict, tool, name));
  const isServer = !isSettled && isCommonServer(tool.written);
  const isMaybeThere = [verdict, ...besides].some((one) => mayBeThere(one, tool));
  const isMild =
    foreign === undefined &&
    (isServer ? mayBeThere(verdict, tool) : isMaybeThere && meant.length === 0);
  const isIncluded = meant.length > 0 && missing.length === 0;
  const severity = isIncluded ? 'hint' : isMild ? 'information' : 'warning';
  return { verdict, tool, severity, meant, missing, foreign, isMaybeThere };
}

/** Several owners ignore the same name for the same reason: the most severe finding, then one whose suggestion all accept. */
function rankOf({ severity, verdict, meant }: Judged, besides: readonly Verdict[]): Found['rank'] {
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
  names.length > 0 && names.every((name) => all.every((verdict) => isKnownTo(verdict, name)));

/** A tool of this very host with a typing mistake: another host may take it for one of its own by accident only. */
const isMisspelt = ({ written, instead = [] }: ToolVerdict): boolean =>
  instead.some((name) => !sameWord(name, written) && nearest(written, [name]) !== undefined);

/** What the author meant by a name that is no tool: a synonym, every tool of an MCP server, or a word that is misspelt. */
function meantBy(verdict: Verdict, tool: ToolVerdict): readonly string[] {
  const { written } = tool;
  const { tools } = verdict.dialect;
  const { synonyms = {}, ofServer } = tools;
  const word = written.toLowerCase();
  const synonym = Object.hasOwn(synonyms, word) ? synonyms[word] : undefined;
  if (synonym && !synonym.some((name) => isListedInPart(verdict, tool, name))) return synonym;
  if (ofServer && isCommonServer(written)) return [ofServer(written).all];
  const near = nearest(written, givenTools(tools));
  return near === undefined ? [] : [near];
}

/** A set of which the list has single tools: the author knows them, and meant something else. */
function isListedInPart({ dialect, tools }: Verdict, { key }: ToolVerdict, set: string): boolean {
  const { members = [] } = dialect.tools.tools.find(({ name }) => name === set) ?? {};
  return tools.some((one) => one.key === key && one.names.some((name) => members.includes(name)));
}

const fieldsOf = ({ fields }: Verdict, { key }: ToolVerdict): readonly FieldVerdict[] =>
  fields.filter((field) => field.key === key);

/** The program that has a tool of this very name: the one that the list was written for, where several have. */
const programOf = (verdict: Verdict, tool: ToolVerdict): string | undefined =>
  fieldsOf(verdict, tool).flatMap(
    (field) => programOfList(verdict, field, tool.written) ?? [],
  )[0] ??
  hostOfTool(tool.written, verdict.place.host)?.name ??
  programElsewhere(tool.written);

/**
 * In one list for several hosts, a name that only one of them has is meant for that one. That is reported only where it is
 * not known whether the other gives it, and this host has a name of its own for the same.
 */
function forAnother(
  { outline, verdict, besides }: Pick<HostInput, 'outline' | 'verdict' | 'besides'>,
  tool: ToolVerdict,
  taker: Host,
): readonly Found[] {
  if (takenBy(besides, tool, ['granted'])) return [];
  const missing = (tool.instead ?? []).filter((name) => !hasTool(verdict, tool, name));
  if (missing.length === 0) return [];
  return [
    {
      span: tool.span,
      severity: 'hint',
      message: `"${tool.written}" is a ${taker.name} tool, which ${hostName(verdict)} silently ignores. Use ${listed(missing)} for ${hostName(verdict)}.`,
      fixes: missing.map((name) => replacement(outline, tool, name, 'review')),
    },
  ];
}

/** Where others bring tools too, only a name that they cannot have is known to be wrong. */
const mayBeThere = ({ dialect }: Verdict, { instead }: ToolVerdict): boolean =>
  dialect.tools.others !== undefined && instead === undefined;

function message({ verdict, tool, meant, missing, foreign }: Judged): string {
  const { written } = tool;
  const host = hostName(verdict);
  const unknown = `${host} has no tool named "${written}" and silently ignores it.`;
  const names = listed(meant.map((name) => `"${name}"`));
  if (meant.length > 0 && missing.length === 0)
    return `${unknown} The list already includes ${names}. Remove it.`;
  if (foreign !== undefined && isListOf(verdict, tool, foreign)) {
    const action = meant.length > 0 ? `Use ${names} instead.` : 'Remove it.';
    return `"${written}" is a ${foreign} tool, which ${host} silently ignores. ${action}`;
  }
  const { others } = verdict.dialect.tools;
  if (meant.length > 0 && tool.instead === undefined && isCommonServer(written)) {
    const effect = others === undefined ? ' and silently ignores it' : '';
    return `${host} has no tool named "${written}"${effect}. If it is an MCP server, write ${names} for all of its tools.`;
  }
  if (meant.length > 0) return `${unknown} Did you mean ${listed(meant)}?`;
  if (mayBeThere(verdict, tool))
    return `${host} has no tool named "${written}" and silently ignores it, unless ${others} adds it. Check the name.`;
  return `${unknown} Correct or remove it.`;
}

/** Whether only this program has such a tool, and another name in the list is one of its tools and none of this host's. */
function isListOf(verdict: Verdict, tool: ToolVerdict, program: string): boolean {
  const programs = programsWith(tool.written);
  if (programs.length !== 1 || programs[0] !== program) return false;
  return verdict.tools.some(
    (one) =>
      one !== tool &&
      one.key === tool.key &&
      one.written !== tool.written &&
      one.outcome === 'lost' &&
      programsWith(one.written).includes(program),
  );
}
