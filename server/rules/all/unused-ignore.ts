import type { Outline } from '../../agent/outline';
import type { Edit } from '../../text/edit';
import { example } from '../example';
import { type IgnoredName, linesOfIgnore } from '../ignores';
import type { AuditInput, Fix, Found, IgnoreState, Rule, RuleDocs, RuleExamples } from '../rule';

export const docs: RuleDocs = {
  what: 'A comment that ignores nothing, names no rule that exists, or gives no reason.',
  why: 'A comment that outlives its finding hides the next one, and without a reason nobody dares to remove it. `# dossier-ignore RULE: reason` on a line of its own speaks of the field or item below it; in the prompt `<!-- dossier-ignore RULE: reason -->` speaks of the paragraph below it, and is a part of what the model reads. `dossier-ignore-file` speaks of the whole file.',
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\n# dossier-ignore wrong-value: our gateway\nmodel: haiku',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\n# dossier-ignore unknown-field:\nowner: payments',
    ),
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\n# dossier-ignore wrong-colour: ours\nmode: subagent',
    ),
  ],
  passing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\n# dossier-ignore unknown-field: read by our own dashboard\nowner: payments',
    ),
    example(
      '.opencode/agent/reviewer.md',
      '# dossier-ignore-file placeholder: filled in by our own script\ndescription: Reviews {{PROJECT}}.',
      'You review {{PROJECT}}.',
    ),
  ],
});

export const rule: Rule = {
  name: 'unused-ignore',
  kind: 'advice',
  audit: ({ outline, ignores }: AuditInput): Found[] =>
    ignores.flatMap((ignore) => [
      ...ignore.unknown.map((one) => unknown(outline, ignore, one)),
      ...ignore.idle.map((one) => idle(outline, ignore, one)),
      ...unnamed(outline, ignore),
      ...unreasoned(ignore),
    ]),
};

const severity = 'information';

const idle = (outline: Outline, ignore: IgnoreState, name: IgnoredName): Found => ({
  span: name.span,
  severity,
  tag: 'unnecessary',
  message: `There is nothing here for "${name.name}" to find, and the comment would hide the next one. Remove it.`,
  fixes: [removal(outline, ignore, name)],
});

const unknown = (
  outline: Outline,
  ignore: IgnoreState,
  { meant, ...name }: IgnoreState['unknown'][number],
): Found => ({
  span: name.span,
  severity,
  message: `There is no rule "${name.name}": nothing is ignored.${meant === undefined ? '' : ` Did you mean "${meant}"?`}`,
  fixes:
    meant === undefined
      ? [removal(outline, ignore, name)]
      : [
          {
            title: `Replace with ${meant}`,
            safety: 'review',
            edits: () => [{ span: name.span, text: meant }],
          },
        ],
});

function unnamed(outline: Outline, ignore: IgnoreState): Found[] {
  if (ignore.names.length > 0) return [];
  return [
    {
      span: ignore.span,
      severity,
      message:
        'The comment names no rule: nothing is ignored. Write the name of the rule behind it, a colon, and the reason.',
      fixes: [removal(outline, ignore)],
    },
  ];
}

function unreasoned({ names, reason, unknown: strange, idle: done, span }: IgnoreState): Found[] {
  if (reason !== '' || names.length === strange.length + done.length) return [];
  return [
    {
      span,
      severity,
      message: 'The comment does not say why. Give the reason behind a colon.',
    },
  ];
}

/** One name of several, or the whole comment. */
function removal(outline: Outline, ignore: IgnoreState, name?: IgnoredName): Fix {
  const isOneOfSeveral = name !== undefined && ignore.names.length > 1;
  return {
    title: isOneOfSeveral ? `Remove ${name.name} from the comment` : 'Remove the comment',
    safety: 'safe',
    edits: () =>
      isOneOfSeveral
        ? [withoutName(ignore, name)]
        : [{ span: linesOfIgnore(outline.text, ignore), text: '' }],
  };
}

/** With the comma behind it, or before it where it is the last. */
function withoutName({ names }: IgnoreState, { span }: IgnoredName): Edit {
  const index = names.findIndex((one) => one.span.start === span.start);
  const next = names[index + 1];
  const before = names[index - 1];
  if (next) return { span: { start: span.start, end: next.span.start }, text: '' };
  return { span: { start: before?.span.end ?? span.start, end: span.end }, text: '' };
}
