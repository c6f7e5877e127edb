import { oneLine } from '../../text/one-line';
import { example } from '../example';
import type { Found, HostInput, Rule } from '../rule';
import { lostTools, removal, replacement } from '../tool-names';
import { hostName, listed } from '../words';

export const rule: Rule = {
  name: 'wrong-form-tool',
  what: 'Something in a list of tools that cannot name one.',
  why: 'A pattern of another host, a number, brackets in a text: it matches nothing, and nothing is said.',
  kind: 'host',
  builtin: 'wrong-type',
  failing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: Read, mcp__*',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: [Read, 5]',
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
  check: ({ outline, verdict, allowed }: HostInput): Found[] =>
    [...lostTools(verdict, 'wrong-form', allowed), ...lostTools(verdict, 'not-text', allowed)].map(
      (tool) => ({
        span: tool.span,
        severity: 'warning',
        message: `"${oneLine(outline.text.slice(tool.span.start, tool.span.end), 60)}" names no tool: ${hostName(verdict)} ${tool.says ?? 'leaves it out without a word'}.${forms(
          verdict.dialect.tools.forms.map((form) => form.form),
          tool.says,
        )}`,
        fixes: [
          ...(tool.instead ?? []).map((name) => replacement(outline, tool, name, 'review')),
          removal(outline, verdict, tool),
        ],
      }),
    ),
};

const forms = (known: readonly string[], says: string | undefined): string =>
  says === undefined && known.length > 0 ? ` Besides names it takes ${listed(known)}.` : '';
