import { programElsewhere } from '../../hosts/elsewhere';
import type { Host } from '../../hosts/host';
import { isCommonServer } from '../../hosts/mcp-servers';
import type { ToolVerdict } from '../../hosts/persona';
import { givenTools, type ToolCatalogue } from '../../hosts/tools';
import type { FieldVerdict, Verdict } from '../../hosts/verdict';
import { example } from '../example';
import { hasInvisibleAt } from '../invisible';
import { nearest, sameWord } from '../nearest';
import type { Fix, Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { severalLines } from '../tool-lines';
import {
  hasTool,
  hostOfTool,
  isListed,
  lostTools,
  removal,
  replacement,
  takenBy,
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
  hears: 'lost tools',
  check: ({ outline, verdict, besides, allowed }: HostInput): Found[] => {
    const allAtOnce = (field: FieldVerdict): readonly Fix[] => translation(outline, verdict, field);
    return lostTools(verdict, 'unknown', allowed).flatMap((tool): Found | readonly Found[] => {
      if (severalLines(outline, verdict, tool) || hasInvisibleAt(outline, tool)) return [];
      const taker = isMisspelt(tool) ? undefined : takenBy(besides, tool);
      if (taker) return forAnother({ outline, verdict, besides }, tool, taker);
      const other = programOf(verdict, tool);
      const meant = tool.instead ?? meantBy(tool.written, verdict.dialect.tools);
      const isServer = tool.instead === undefined && isCommonServer(tool.written);
      const maybe = [verdict, ...besides].some((one) => mayBeThere(one, tool));
      const remove = removal(outline, verdict, tool);
      return {
        span: tool.span,
        severity:
          !other && (isServer ? mayBeThere(verdict, tool) : maybe && meant.length === 0)
            ? 'information'
            : 'warning',
        message: message(verdict, tool, meant, other),
        fixes: [
          ...meant
            .filter((name) => !isListed(verdict, tool, name))
            .map((name) => replacement(outline, tool, name, 'review')),
          // Seldom does one name alone come from another host.
          ...(other === undefined ? [] : fieldsOf(verdict, tool).flatMap(allAtOnce)),
          // What is misspelt was wanted: taking it out would not mend it.
          maybe || meant.length > 0 ? { ...remove, safety: 'review' as const } : remove,
        ],
      };
    });
  },
};

/** A tool of this very host with a typing mistake: another host may take it for one of its own by accident only. */
const isMisspelt = ({ written, instead = [] }: ToolVerdict): boolean =>
  instead.some((name) => !sameWord(name, written) && nearest(written, [name]) !== undefined);

/** What the author meant by a name that is no tool: a synonym, every tool of an MCP server, or a word that is misspelt. */
function meantBy(written: string, tools: ToolCatalogue): readonly string[] {
  const { synonyms = {}, ofServer } = tools;
  const word = written.toLowerCase();
  const synonym = Object.hasOwn(synonyms, word) ? synonyms[word] : undefined;
  if (synonym) return synonym;
  if (ofServer && isCommonServer(written)) return [ofServer(written).all];
  const near = nearest(written, givenTools(tools));
  return near === undefined ? [] : [near];
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

function message(
  verdict: Verdict,
  { written }: ToolVerdict,
  meant: readonly string[],
  other: string | undefined,
): string {
  const host = hostName(verdict);
  const { others } = verdict.dialect.tools;
  const asOf = verdict.place.host.verified;
  if (other !== undefined) {
    const heirs =
      meant.length > 0 ? ` ${listed(meant)} ${meant.length > 1 ? 'do' : 'does'} its work.` : '';
    return `"${written}" is a tool of ${other}: ${host} leaves it out without a word.${heirs}`;
  }
  if (meant.length > 0 && isCommonServer(written)) {
    const effect = others === undefined ? ' and silently ignores it' : '';
    return `${host} has no tool named "${written}"${effect}. If it is an MCP server, write "${meant[0]}" for all of its tools.`;
  }
  if (meant.length > 0)
    return `${host} knows no tool "${written}" and leaves it out without a word. Did you mean ${listed(meant)}?`;
  if (others !== undefined)
    return `${host} knows no tool "${written}" of its own (as of ${asOf}): it leaves it out without a word, unless ${others} brings it.`;
  return `${host} knows no tool "${written}" (as of ${asOf}) and leaves it out without a word.`;
}
