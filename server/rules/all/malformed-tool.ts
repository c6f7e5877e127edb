import { allEdits } from '../../agent/writer';
import type { FieldVerdict } from '../../hosts/model/field-verdict';
import type { Host } from '../../hosts/model/host';
import type { ToolVerdict } from '../../hosts/model/persona';
import type { Verdict } from '../../hosts/model/verdict';
import { joined, type Message, t } from '../../text/message';
import { oneLine } from '../../text/one-line';
import { english } from '../../text/translate';
import { example } from '../example';
import type { MergeKey } from '../merging';
import { hasInvisibleAt } from '../prose/invisible';
import type { Fix, Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { adviceFor } from '../tools/joined-names';
import { multilineField, multilineFinding } from '../tools/tool-lines';
import { hostOfTool, lostTools, removal, replacement, toolRank } from '../tools/tool-names';
import { translation } from '../tools/translation';
import { effectOf, hostName, listed, quotedList } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for entries in a tool list that cannot be tool names.',
  why: 'A pattern of another program, a number, or brackets in a string match no tool, and the program does not report it.',
  sources: [{ facts: ['field of tools', 'tool'] }],
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: Read, mcp__*',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: [Read, 5]',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: |\n  Read\n  Grep,\n  Edit',
    ),
  ],
  passing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: Read, mcp__docs',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: [Read]',
    ),
  ],
});

export const rule: Rule = {
  name: 'malformed-tool',
  kind: 'host',
  builtin: 'invalid-type',
  isEffect: true,
  check: (input: HostInput): Found[] => {
    const { outline, writer, verdict, allowed } = input;
    if (!verdict.tools.some(canBeMalformed)) return [];
    // Names with line breaks are reported once per field.
    const reported = new Set<FieldVerdict>();
    return (['unknown', 'wrong-form', 'not-text'] as const).flatMap((why) =>
      lostTools(verdict, why, allowed).flatMap((tool): Found | readonly Found[] => {
        const field = multilineField(outline, verdict, tool);
        if (!field)
          return why === 'unknown' || hasInvisibleAt(outline, tool) ? [] : finding(input, tool);
        if (reported.has(field)) return [];
        reported.add(field);
        return multilineFinding(writer, verdict, tool, field);
      }),
    );
  },
};

/** Other rules report the other tools that the host ignores. */
const canBeMalformed = ({ why }: ToolVerdict): boolean =>
  why === 'unknown' || why === 'wrong-form' || why === 'not-text';

function finding(input: HostInput, tool: ToolVerdict): Found {
  const { catalog, writer, verdict } = input;
  const { span, effect, instead = [] } = tool;
  const host = hostName(verdict);
  const program =
    effect === undefined ? hostOfTool(catalog, tool.written, verdict.place.host) : undefined;
  const field = verdict.fields.find(({ key }) => key === tool.key);
  return {
    span,
    merge: { rank: toolRank(verdict, 'known'), joins: joining(input, tool, program) },
    fixesForAll: () => correctAll(input, tool),
    severity: 'warning',
    message: program
      ? t('"{tool}" is a {program} tool. {host} silently ignores it. Correct or remove it.', {
          tool: tool.written,
          program: program.name,
          host,
        })
      : joined([
          t('"{text}" is not a tool name.', {
            text: oneLine(writer.outline.text.slice(span.start, span.end), 60),
          }),
          effectOf(verdict, effect ?? '{host} silently ignores it.'),
          effect === undefined ? formAdvice(verdict) : correction(input, tool),
        ]),
    fixes: [
      ...instead.map((name) => replacement(writer, tool, name, 'review')),
      ...(program && field ? translation(input, field) : []),
      removal(writer, verdict, tool),
    ],
  };
}

/** Names of one list that have the wrong form for the same reason, and whose right form is known, are one finding. */
function joining(
  { verdict }: HostInput,
  { key, written, effect, instead = [] }: ToolVerdict,
  program: Host | undefined,
): MergeKey | undefined {
  if (program || effect === undefined || !hasRightForm({ written, instead })) return undefined;
  const reason = effectOf(verdict, effect);
  return {
    by: `${key} ${english(reason)}`,
    name: written,
    instead,
    message: (names, all) =>
      joined([
        t('{tools} are not tool names.', { tools: quotedList(names) }),
        reason,
        ...adviceFor(all),
      ]),
  };
}

/** What replaces a name with an argument allows more than it. */
const hasRightForm = ({ written, instead }: Pick<ToolVerdict, 'written' | 'instead'>): boolean =>
  instead?.length === 1 && !written.endsWith(')');

/** Corrects the names that are one finding with this one. */
function correctAll({ verdict, writer }: HostInput, tool: ToolVerdict): readonly Fix[] {
  const effectOf = ({ effect }: ToolVerdict): string | null =>
    effect === undefined ? null : english(t(effect));
  const alike = verdict.tools.filter(
    (one) => one.key === tool.key && effectOf(one) === effectOf(tool) && hasRightForm(one),
  );
  return [
    {
      title: t('Correct all of these names'),
      safety: 'review',
      edits: () =>
        allEdits(
          ...alike.flatMap(({ span, instead: [name] = [] }) =>
            name === undefined ? [] : [writer.replaceName(span, name)],
          ),
        ),
    },
  ];
}

function formAdvice({ dialect }: Verdict): Message {
  const forms = dialect.tools.forms.map(({ form }) => `"${form}"`);
  return forms.length === 0
    ? t('Correct or remove it.')
    : t('Use a tool name or one of the forms {forms}.', { forms: listed(forms) });
}

/** Only the author knows whether an agent that was limited to some uses of a tool may have all of them. */
function correction(
  { verdict, besides }: HostInput,
  { span, written, instead = [] }: ToolVerdict,
): Message {
  const isForOthers = besides.some(({ tools }) =>
    tools.some((one) => one.span.start === span.start && one.outcome !== 'lost'),
  );
  if (isForOthers) return t('Use a separate agent file for {host}.', { host: hostName(verdict) });
  const [name, ...more] = instead;
  if (name === undefined || more.length > 0) return t('Correct or remove it.');
  return written.includes('(')
    ? t('Use "{instead}" to allow every use, or remove it.', { instead: name })
    : t('Use "{instead}" instead.', { instead: name });
}
