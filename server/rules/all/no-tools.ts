import { removeField } from '../../agent/write';
import { mainHosts } from '../../hosts/places';
import type { FieldVerdict, Verdict } from '../../hosts/verdict';
import { example } from '../example';
import { hasInvisible } from '../invisible';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { translation, whoseTheyAre } from '../translation';
import { hostName, listed } from '../words';
import { fieldWithoutTools, isEmptyList } from '../zero-tools';

export const docs: RuleDocs = {
  what: 'An agent that is left without any tool.',
  why: 'A list that comes to nothing is not the same as no list: the agent can do nothing, or the host refuses to start it.',
};

export const examples = (): RuleExamples => ({
  failing: [
    example('.claude/agents/reviewer.md', 'name: reviewer\ndescription: Reviews changes.\ntools:'),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: codebase, editFiles',
    ),
    example(
      '.github/agents/reviewer.agent.md',
      "description: Reviews changes.\ntools: ['Read', 'Grep']",
    ),
  ],
  passing: [
    example('.claude/agents/reviewer.md', 'name: reviewer\ndescription: Reviews changes.'),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: Read',
    ),
  ],
});

export const rule: Rule = {
  name: 'no-tools',
  kind: 'host',
  hears: 'no tools',
  check: ({ outline, verdict, besides }: HostInput): Found[] => {
    const field = fieldWithoutTools(verdict);
    if (!field || isExplained(verdict, field)) return [];
    const host = hostName(verdict);
    if (isExplicitlyEmpty(field))
      return verdict.runs === false ? [] : emptyOnPurpose(verdict, field, besides);
    if (hasNamesOnLines(verdict, field))
      return [
        {
          span: field.keySpan,
          severity: verdict.runs === false ? 'error' : 'warning',
          message: `Line breaks do not separate names in "${field.key}". ${host} reads one name that no tool has${verdict.runs === false ? ' and refuses to start the agent' : ', so the agent has no tools'}. Separate the names with commas.`,
          covers: field.span,
        },
      ];
    const remove = {
      title: `Remove ${field.key}: grant every tool`,
      safety: 'review',
      edits: () => removeField(outline, field),
      isLast: true,
    } as const;
    // Why each of its names grants nothing is part of this.
    const covers = field.span;
    const fixes = [...translation(outline, verdict, field), remove];
    const theirs = whoseTheyAre(verdict, field);
    if (verdict.runs === false) {
      return [
        {
          span: field.keySpan,
          severity: 'error',
          message: `${host} ${verdict.runsNot ?? 'does not start the agent: it has no tool'}.${theirs} Name one that it has, or remove "${field.key}" to grant every tool.`,
          fixes,
          covers,
        },
      ];
    }
    const { others } = verdict.dialect.tools;
    const empty = isEmptyList(field);
    const denied = verdict.tools.find(({ outcome }) => outcome === 'denied');
    if (denied && verdict.persona && verdict.persona.tools.denied.length > 0)
      return [
        {
          span: field.keySpan,
          severity: 'warning',
          message: `The agent has no tool at all in ${host}: "${denied.key}" denies every tool of "${field.key}". Delete the entries in one of the two.`,
        },
      ];
    return [
      {
        span: field.keySpan,
        severity: 'warning',
        message: empty
          ? `The agent has no tool at all in ${host}: "${field.key}" is empty. Without the field it would have every tool.`
          : `The agent has no tool at all in ${host}: it knows none of those in "${field.key}"${others === undefined ? '' : `, unless ${others} brings one`}.${theirs}`,
        fixes,
        covers,
      },
    ];
  },
};

const isExplicitlyEmpty = ({ value }: FieldVerdict): boolean =>
  value.kind === 'list' && value.items.length === 0;

/** An author who writes `[]` means it: reported once, for all hosts that read it so. */
function emptyOnPurpose(
  verdict: Verdict,
  field: FieldVerdict,
  besides: readonly Verdict[],
): Found[] {
  const others = besides.filter((other) => {
    const its = fieldWithoutTools(other);
    return its !== undefined && isExplicitlyEmpty(its) && other.runs !== false;
  });
  const rank = ({ place }: Verdict): number => mainHosts.indexOf(place.host);
  if (others.some((other) => rank(other) < rank(verdict))) return [];
  const hosts = [...new Set([verdict, ...others].map(hostName))];
  return [
    {
      span: field.keySpan,
      severity: 'hint',
      message: `"${field.key}" is empty, so the agent has no tools in ${listed(hosts)}. Name the tools that it needs, if any.`,
    },
  ];
}

/** Every name that is no tool contains a character that another rule reports as the cause. */
function isExplained({ tools }: Verdict, { key }: FieldVerdict): boolean {
  const lost = tools.filter((tool) => tool.key === key && tool.outcome === 'lost');
  return lost.length > 0 && lost.every(({ written }) => hasInvisible(written));
}

/** Whether the names of tools in a text are separated by nothing but line breaks. */
function hasNamesOnLines({ tools, dialect }: Verdict, { key, value }: FieldVerdict): boolean {
  if (value.kind !== 'text') return false;
  const known = (name: string): boolean =>
    dialect.tools.tools.some((tool) => tool.name === name.trim().replace(/\(.*$/s, ''));
  return tools.some(
    (tool) =>
      tool.key === key &&
      /\S\s*[\r\n]\s*\S/.test(tool.written) &&
      tool.written.split(/[\r\n]+/).some(known),
  );
}
