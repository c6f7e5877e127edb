import { argumentsOf, type Placeholder, placeholdersOf } from '../../agent/placeholders';
import { t } from '../../text/l10n';
import type { Span } from '../../text/span';
import { example } from '../example';
import { isTemplateFile } from '../prose/templates';
import type { FileInput, Found, Rule, RuleDocs, RuleExamples } from '../rule';

export const docs: RuleDocs = {
  what: 'Checks for placeholders such as {{PROJECT}} that were not replaced.',
  why: 'Programs do not replace placeholders, so the model reads them literally.',
  sources: [
    { opinion: 'Which brackets are placeholders is a guess from their form and from real agents.' },
  ],
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
    // In a folder of templates, a program replaces it.
    example(
      '.claude/agents/templates/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.',
      'You review {{PROJECT}}.',
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
  advise: ({ outline, verdicts }: FileInput): Found[] => {
    const found = placeholdersOf(outline);
    const args = argumentsOf(outline);
    if (found.length === 0 && args.length === 0) return [];
    if (isTemplateFile(outline, verdicts()[0]?.place)) return [];
    const first = new Map<string, { readonly span: Span; count: number }>();
    for (const one of found.filter((one) => isLeftOver(one) && !isUnread(one, verdicts))) {
      const known = first.get(one.name);
      if (known) known.count++;
      else first.set(one.name, { span: one.span, count: 1 });
    }
    const placeholders = [...first].slice(0, maxFindings).map(
      ([name, { span, count }]): Found => ({
        span,
        severity: 'information',
        message:
          count > 1
            ? t(
                '"{placeholder}" is not replaced in any of its {count} places. The model reads it literally. Write the actual text.',
                { placeholder: `{{${name}}}`, count },
              )
            : t(
                '"{placeholder}" is not replaced. The model reads it literally. Write the actual text.',
                { placeholder: `{{${name}}}` },
              ),
      }),
    );
    const [span] = args;
    if (!span) return placeholders;
    return [
      ...placeholders,
      {
        span,
        severity: 'information',
        message: t(
          '"{placeholder}" is replaced only in commands and skills. The model reads it literally. Refer to the task that the agent receives.',
          { placeholder: outline.text.slice(span.start, span.end) },
        ),
      },
    ];
  },
};

const maxFindings = 100;

/** In a prompt, `{{ product.name }}` nearly always belongs to a template language that the prompt is about. */
const isLeftOver = ({ name, in: where }: Placeholder): boolean =>
  where === 'head' || name === name.toUpperCase() || !name.includes('.');

/** Whether it is in a field that no host of the file reads: another program may replace it. */
function isUnread({ span, in: where }: Placeholder, verdicts: FileInput['verdicts']): boolean {
  if (where !== 'head') return false;
  const judged = verdicts().map(({ fields }) =>
    fields.find((one) => one.keySpan.start <= span.start && span.end <= one.span.end),
  );
  return judged.length > 0 && judged.every((field) => field?.outcome === 'ignored');
}
