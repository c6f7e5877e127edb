import { argumentsOf, type Placeholder, placeholdersOf } from '../../agent/placeholders';
import { t } from '../../text/message';
import type { Span } from '../../text/span';
import { entryOf } from '../../yaml/value';
import { example } from '../example';
import { isTemplateFile } from '../prose/templates';
import type { FileInput, Found, Rule, RuleDocs, RuleExamples } from '../rule';

export const docs: RuleDocs = {
  what: 'Checks for placeholders such as {{PROJECT}} and descriptions of templates that were not replaced.',
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
    example(
      '.claude/agents/fix.md',
      'name: fix\ndescription: Fixes an issue.\nargument-hint: "[issue]"',
      'Fix $ARGUMENTS.',
    ),
    example('.claude/agents/reviewer.md', 'name: reviewer\ndescription: Use it when'),
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
    example(
      '.claude/agents/writer.md',
      'name: writer\ndescription: Writes templates.',
      'Write each placeholder in capitals, such as {{PROJECT_NAME}}.',
    ),
  ],
});

export const rule: Rule = {
  name: 'placeholder',
  kind: 'advice',
  advise: ({ outline, verdicts }: FileInput): Found[] => {
    const found = placeholdersOf(outline);
    const args = argumentsOf(outline);
    const unchanged = unchangedDescription(outline);
    if (found.length === 0 && args.length === 0) return unchanged;
    if (isTemplateFile(outline, verdicts()[0]?.place)) return [];
    const isCommand = outline.fields.some(({ key }) => commandKeys.has(key));
    const first = new Map<string, { readonly span: Span; count: number }>();
    const isMeant = (one: Placeholder): boolean =>
      isLeftOver(one) && !isUnread(one, verdicts) && !isSpokenOf(outline.text, one);
    for (const one of found.filter(isMeant)) {
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
                'Nothing replaces "{placeholder}" ({count} occurrences), so the model reads it literally. Write the actual text.',
                { placeholder: `{{${name}}}`, count },
              )
            : t(
                '"{placeholder}" is not replaced. The model reads it literally. Write the actual text.',
                { placeholder: `{{${name}}}` },
              ),
      }),
    );
    const [span] = args;
    if (!span) return [...unchanged, ...placeholders];
    const values = { placeholder: outline.text.slice(span.start, span.end) };
    return [
      ...unchanged,
      ...placeholders,
      {
        span,
        severity: isCommand ? 'warning' : 'information',
        message: isCommand
          ? t(
              'The file is written as a command: "{placeholder}" is replaced only in commands and skills, and the model reads it literally. Move the file to the folder of commands.',
              values,
            )
          : t(
              '"{placeholder}" is replaced only in commands and skills. The model reads it literally. Refer to the task that the agent receives.',
              values,
            ),
      },
    ];
  },
};

/** Fields of commands that no agent has. */
const commandKeys: ReadonlySet<string> = new Set(['argument-hint', 'arguments']);

/** A description that a template of an agent contains, and its author has not replaced. */
function unchangedDescription({ fields }: FileInput['outline']): Found[] {
  const value = entryOf(fields, 'description')?.value;
  if (value?.kind !== 'text' || !/^use it when[\s.…]*$/i.test(value.text)) return [];
  return [
    {
      span: value.span,
      severity: 'warning',
      message: t(
        'The description is that of the template, so a model cannot tell when to call the agent. Describe when to use it.',
      ),
    },
  ];
}

const maxFindings = 100;

/** In a prompt, `{{ product.name }}` nearly always belongs to a template language that the prompt is about. */
const isLeftOver = ({ name, in: where }: Placeholder): boolean =>
  where === 'head' || name === name.toUpperCase() || !name.includes('.');

/** Whether its line is about placeholders: "Write placeholders as {{UPPER_CASE}}". */
function isSpokenOf(text: string, { span }: Placeholder): boolean {
  const start = text.lastIndexOf('\n', span.start) + 1;
  const end = text.indexOf('\n', span.end);
  const line = `${text.slice(start, span.start)} ${text.slice(span.end, end < 0 ? undefined : end)}`;
  return /\bplaceholders?\b|\bPlatzhaltern?\b/i.test(line);
}

/** Whether it is in a field that no host of the file reads: another program may replace it. */
function isUnread({ span, in: where }: Placeholder, verdicts: FileInput['verdicts']): boolean {
  if (where !== 'head') return false;
  const judged = verdicts().map(({ fields }) =>
    fields.find((one) => one.keySpan.start <= span.start && span.end <= one.span.end),
  );
  return judged.length > 0 && judged.every((field) => field?.outcome === 'ignored');
}
