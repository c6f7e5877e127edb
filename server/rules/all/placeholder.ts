import { argumentsOf, type Placeholder, placeholdersOf } from '../../agent/placeholders';
import type { Span } from '../../text/span';
import { example } from '../example';
import type { FileInput, Found, Rule, RuleDocs, RuleExamples } from '../rule';

export const docs: RuleDocs = {
  what: 'A placeholder such as {{PROJECT}} that nobody filled in.',
  why: 'The file came from a template. No host fills them in: the model reads them as they stand.',
};

export const examples = (): RuleExamples => ({
  failing: [
    example('.claude/agents/reviewer.md', 'name: reviewer\ndescription: Reviews {{PROJECT}}.'),
    example('.opencode/agent/reviewer.md', 'description: Reviews.', 'You review {{project_name}}.'),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews.',
      'Fix $ARGUMENTS.',
    ),
  ],
  passing: [
    example('.claude/agents/reviewer.md', 'name: reviewer\ndescription: Reviews our project.'),
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews.',
      'Write `{{name}}` where the name goes.',
    ),
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews templates.',
      'Replace {{ product.name }} with a filter.\n\n```md\nFix $ARGUMENTS.\n```',
    ),
  ],
});

export const rule: Rule = {
  name: 'placeholder',
  kind: 'advice',
  quiet: true,
  readsBody: 'at rest',
  advise: ({ outline, verdicts }: FileInput): Found[] => {
    const found = placeholdersOf(outline);
    const args = argumentsOf(outline);
    if (found.length === 0 && args.length === 0) return [];
    const first = new Map<string, { readonly span: Span; count: number }>();
    for (const one of found.filter((one) => isLeftOver(one) && !isUnread(one, verdicts))) {
      const known = first.get(one.name);
      if (known) known.count++;
      else first.set(one.name, { span: one.span, count: 1 });
    }
    const filled = [...first].slice(0, most).map(
      ([name, { span, count }]): Found => ({
        span,
        severity: 'information',
        message: `Nothing replaces {{${name}}}${count > 1 ? ` (here ${count} times)` : ''}: the model reads it as it stands. Put in what is meant.`,
      }),
    );
    const [span] = args;
    if (!span) return filled;
    const written = outline.text.slice(span.start, span.end);
    return [
      ...filled,
      {
        span,
        severity: 'information',
        message: `"${written}" is replaced in commands and skills, not in agents. The model reads it literally. Refer to the task that the agent is given.`,
      },
    ];
  },
};

/** A file with more is a template, and its author knows. */
const most = 100;

/** In a prompt, `{{ product.name }}` is nearly always another language's, of which the prompt speaks. */
const isLeftOver = ({ name, in: where }: Placeholder): boolean =>
  where === 'head' || name === name.toUpperCase() || !name.includes('.');

/** In a field that no host of the file reads: what fills it in is another program's. */
function isUnread({ span, in: where }: Placeholder, verdicts: FileInput['verdicts']): boolean {
  if (where !== 'head') return false;
  const judged = verdicts().map(({ fields }) =>
    fields.find((one) => one.keySpan.start <= span.start && span.end <= one.span.end),
  );
  return judged.length > 0 && judged.every((field) => field?.fate === 'ignored');
}
