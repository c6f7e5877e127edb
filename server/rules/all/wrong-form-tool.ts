import type { Outline } from '../../agent/outline';
import type { ToolVerdict } from '../../hosts/persona';
import type { FieldVerdict, Verdict } from '../../hosts/verdict';
import { oneLine } from '../../text/one-line';
import { example } from '../example';
import { hasInvisibleAt } from '../invisible';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { readAsOne, severalLines } from '../tool-lines';
import { hostOfTool, lostTools, removal, replacement } from '../tool-names';
import { translation } from '../translation';
import { hostName, listed } from '../words';

export const docs: RuleDocs = {
  what: 'Something in a list of tools that cannot name one.',
  why: 'A pattern of another host, a number, brackets in a text: it matches nothing, and nothing is said.',
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
  name: 'wrong-form-tool',
  kind: 'host',
  builtin: 'wrong-type',
  hears: 'lost tools',
  check: ({ outline, verdict, allowed }: HostInput): Found[] => {
    if (!verdict.tools.some(isOfForm)) return [];
    // Said once of a field, however many of its names hold a line break.
    const told = new Set<FieldVerdict>();
    return (['unknown', 'wrong-form', 'not-text'] as const).flatMap((why) =>
      lostTools(verdict, why, allowed).flatMap((tool): Found | readonly Found[] => {
        const field = severalLines(outline, verdict, tool);
        if (!field)
          return why === 'unknown' || hasInvisibleAt(outline, tool)
            ? []
            : finding(outline, verdict, tool);
        if (told.has(field)) return [];
        told.add(field);
        return readAsOne(outline, verdict, tool, field);
      }),
    );
  },
};

/** What else is lost is another rule's. */
const isOfForm = ({ why }: ToolVerdict): boolean =>
  why === 'unknown' || why === 'wrong-form' || why === 'not-text';

function finding(outline: Outline, verdict: Verdict, tool: ToolVerdict): Found {
  const { span, says, instead = [] } = tool;
  const host = hostName(verdict);
  const program = says === undefined ? hostOfTool(tool.written, verdict.place.host) : undefined;
  const field = verdict.fields.find(({ key }) => key === tool.key);
  return {
    span,
    severity: 'warning',
    message: program
      ? `"${tool.written}" is a tool of ${program.name}: ${host} leaves it out without a word.`
      : `"${oneLine(outline.text.slice(span.start, span.end), 60)}" names no tool: ${host} ${says ?? 'leaves it out without a word'}.${forms(
          verdict.dialect.tools.forms.map((form) => form.form),
          says,
        )}`,
    fixes: [
      ...instead.map((name) => replacement(outline, tool, name, 'review')),
      ...(program && field ? translation(outline, verdict, field) : []),
      removal(outline, verdict, tool),
    ],
  };
}

const forms = (known: readonly string[], says: string | undefined): string =>
  says === undefined && known.length > 0 ? ` Besides names it takes ${listed(known)}.` : '';
