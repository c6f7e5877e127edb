import type { FieldVerdict } from '../../hosts/model/field-verdict';
import { isDocumentedOnly } from '../../hosts/model/host';
import type { Verdict } from '../../hosts/model/verdict';
import { before } from '../../text/before';
import { joined, t } from '../../text/message';
import { example } from '../example';
import { hasInvisible } from '../prose/invisible';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { fieldWithoutTools, isEmptyList } from '../tools/empty-tool-list';
import { toolOwnerSentence, translation } from '../tools/translation';
import { effectOf, hostName, listed } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for agents that have no tools.',
  why: 'An empty list is not the same as no list: the agent can do nothing, or the program refuses to start it.',
  sources: [{ facts: ['field of tools', 'tool'] }],
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
  name: 'empty-tools',
  kind: 'host',
  check: (input: HostInput): Found[] => {
    const { catalog, writer, verdict, besides } = input;
    const field = fieldWithoutTools(verdict);
    if (!field || isExplained(verdict, field)) return [];
    const host = hostName(verdict);
    const args = { host, field: field.key };
    if (isExplicitlyEmpty(field))
      return verdict.runs === false ? [] : intentionallyEmpty(catalog, verdict, field, besides);
    if (hasNamesOnLines(verdict, field))
      return [
        {
          span: field.keySpan,
          severity: verdict.runs === false ? 'error' : 'warning',
          message:
            verdict.runs === false
              ? t(
                  'Line breaks do not separate names in "{field}". {host} reads a single name that no tool has and refuses to start the agent. Separate the names with commas.',
                  args,
                )
              : t(
                  'Line breaks do not separate names in "{field}". {host} reads a single name that no tool has, so the agent has no tools. Separate the names with commas.',
                  args,
                ),
          merge: { covers: field.span },
        },
      ];
    const remove = {
      title: t('Remove "{field}" to grant every tool', { field: field.key }),
      safety: 'review',
      edits: () => writer.removeField(field),
      isLast: true,
    } as const;
    // Includes the findings on each of its names.
    const covers = field.span;
    const fixes = [...translation(input, field), remove];
    const origin = toolOwnerSentence(catalog, verdict, field);
    if (verdict.runs === false) {
      return [
        {
          span: field.keySpan,
          severity: 'error',
          message: joined([
            effectOf(verdict, verdict.runsNot ?? '{host} does not start an agent without tools.'),
            ...origin,
            t('Use a tool of {host}, or remove "{field}" to grant every tool.', args),
          ]),
          fixes,
          merge: { covers },
        },
      ];
    }
    const { others, none } = verdict.dialect.tools;
    const denied = verdict.tools.find(({ outcome }) => outcome === 'denied');
    if (denied && verdict.persona && verdict.persona.tools.denied.length > 0)
      return [
        {
          span: field.keySpan,
          severity: 'warning',
          message: t(
            'The agent has no tools in {host} because "{otherField}" denies every tool in "{field}". Remove the entries from one of the two.',
            { ...args, otherField: denied.key },
          ),
        },
      ];
    return [
      {
        span: field.keySpan,
        severity: 'warning',
        message: isEmptyList(field)
          ? t(
              'The agent has no tools in {host} because "{field}" is empty. List its tools, or remove the field to grant every tool.',
              args,
            )
          : joined([
              others === undefined && none === undefined
                ? t(
                    'None of the tools in "{field}" exists in {host}, so the agent has no tools.',
                    args,
                  )
                : t(others?.none ?? none ?? '', args),
              ...origin,
              t('Use a tool of {host}, or remove "{field}" to grant every tool.', args),
            ]),
        fixes,
        merge: { covers },
      },
    ];
  },
};

const isExplicitlyEmpty = ({ value }: FieldVerdict): boolean =>
  value.kind === 'list' && value.items.length === 0;

/** `[]` is intentional, so it is reported only once, for all hosts that read it like this. */
function intentionallyEmpty(
  catalog: HostInput['catalog'],
  verdict: Verdict,
  field: FieldVerdict,
  besides: readonly Verdict[],
): Found[] {
  const others = besides.filter((other) => {
    const otherField = fieldWithoutTools(other);
    return otherField !== undefined && isExplicitlyEmpty(otherField) && other.runs !== false;
  });
  const rank = ({ place }: Verdict): number => catalog.mainHosts.indexOf(place.host);
  if (others.some((other) => rank(other) < rank(verdict))) return [];
  const hosts = [...new Set([verdict, ...others].map(hostName))];
  return [
    {
      span: field.keySpan,
      severity: 'hint',
      message: t(
        '"{field}" is empty, so the agent has no tools in {hosts}. List the tools that it needs, if any.',
        { field: field.key, hosts: listed(hosts) },
      ),
    },
  ];
}

/**
 * Whether another rule reports the cause: every unknown name contains an invisible character, or has a case that only the
 * documentation rules out.
 */
function isExplained({ tools, place }: Verdict, { key }: FieldVerdict): boolean {
  const lost = tools.filter((tool) => tool.key === key && tool.outcome === 'lost');
  if (lost.length === 0) return false;
  const isMiscased = isDocumentedOnly(place.host) && lost.every(({ why }) => why === 'wrong-case');
  return isMiscased || lost.every(({ written }) => hasInvisible(written));
}

/** Whether the tool names in a string are separated only by line breaks. */
function hasNamesOnLines({ tools, dialect }: Verdict, { key, value }: FieldVerdict): boolean {
  if (value.kind !== 'text') return false;
  const isTool = (name: string): boolean =>
    dialect.tools.tools.some((tool) => tool.name === before(name.trim(), '('));
  return tools.some(
    (tool) =>
      tool.key === key &&
      /[\r\n]/.test(tool.written.trim()) &&
      tool.written.split(/[\r\n]+/).some(isTool),
  );
}
