import { programElsewhere } from '../../hosts/elsewhere';
import type { ToolVerdict } from '../../hosts/persona';
import { givenTools } from '../../hosts/tools';
import type { FieldVerdict, Verdict } from '../../hosts/verdict';
import { example } from '../example';
import { nearest } from '../nearest';
import type { Fix, Found, HostInput, Rule } from '../rule';
import { severalLines } from '../tool-lines';
import { hostOfTool, isListed, lostTools, removal, replacement, takenBy } from '../tool-names';
import { programOfList, translation } from '../translation';
import { hostName, listed } from '../words';

export const rule: Rule = {
  name: 'unknown-tool',
  what: 'A tool that the host does not know.',
  why: 'An unknown name is left out without a word, and the agent works without the tool it was to have.',
  kind: 'host',
  builtin: 'unknown-tool',
  failing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: Read, WebSerch',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: [Read, codebase]',
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
  hears: 'lost tools',
  check: ({ outline, verdict, besides, allowed }: HostInput): Found[] => {
    const allAtOnce = (field: FieldVerdict): readonly Fix[] => translation(outline, verdict, field);
    return lostTools(verdict, 'unknown', allowed).flatMap((tool): Found | readonly Found[] => {
      if (severalLines(outline, verdict, tool)) return [];
      // In one list for several hosts, a name that only one of them has is meant for that one.
      if (takenBy(besides, tool)) return [];
      const names = givenTools(verdict.dialect.tools);
      const meant = tool.instead ?? [nearest(tool.written, names) ?? []].flat();
      const other = programOf(verdict, tool);
      const maybe = [verdict, ...besides].some((one) => mayBeThere(one, tool));
      const remove = removal(outline, verdict, tool);
      return {
        span: tool.span,
        severity: maybe && meant.length === 0 && !other ? 'information' : 'warning',
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

const fieldsOf = ({ fields }: Verdict, { key }: ToolVerdict): readonly FieldVerdict[] =>
  fields.filter((field) => field.key === key);

/** The program that has a tool of this very name: the one that the list was written for, where several have. */
const programOf = (verdict: Verdict, tool: ToolVerdict): string | undefined =>
  fieldsOf(verdict, tool).flatMap(
    (field) => programOfList(verdict, field, tool.written) ?? [],
  )[0] ??
  hostOfTool(tool.written, verdict.place.host)?.name ??
  programElsewhere(tool.written);

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
  if (meant.length > 0)
    return `${host} knows no tool "${written}" and leaves it out without a word. Did you mean ${listed(meant)}?`;
  if (others !== undefined)
    return `${host} knows no tool "${written}" of its own (as of ${asOf}): it leaves it out without a word, unless ${others} brings it.`;
  return `${host} knows no tool "${written}" (as of ${asOf}) and leaves it out without a word.`;
}
