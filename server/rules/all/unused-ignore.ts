import type { Outline } from '../../agent/outline';
import type { Edit } from '../../text/edit';
import { t } from '../../text/l10n';
import { example } from '../example';
import { type IgnoredName, linesOfIgnore } from '../ignores/ignores';
import type { Fix, Found, IgnoreState, IgnoresInput, Rule, RuleDocs, RuleExamples } from '../rule';

export const docs: RuleDocs = {
  what: 'Checks for ignore comments that have no effect, name an unknown rule or give no reason.',
  why: 'An unused comment hides the next finding, and a comment without a reason is hard to review. `# dossier-ignore RULE: reason` on its own line applies to the field or item below it. In the prompt, `<!-- dossier-ignore RULE: reason -->` applies to the paragraph below it and is part of what the model reads. `dossier-ignore-file` applies to the whole file.',
  sources: [
    {
      opinion:
        'Comments that ignore findings are a feature of this project, and no host reads them.',
    },
  ],
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\n# dossier-ignore invalid-value: our gateway\nmodel: haiku',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\n# dossier-ignore unknown-field:\nowner: payments',
    ),
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\n# dossier-ignore wrong-color: ours\nmode: subagent',
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
  audit: ({ outline, ignores }: IgnoresInput): Found[] =>
    ignores.flatMap((ignore) => [
      ...ignore.unknown.map((one) => unknownRule(outline, ignore, one)),
      ...ignore.idle.map((one) => unused(outline, ignore, one)),
      ...withoutRule(outline, ignore),
      ...withoutReason(ignore),
    ]),
};

const severity = 'information';

const unused = (outline: Outline, ignore: IgnoreState, name: IgnoredName): Found => ({
  span: name.span,
  severity,
  tag: 'unnecessary',
  message: t(
    '"{rule}" reports nothing here, and this comment would hide its next finding. Remove it.',
    { rule: name.name },
  ),
  fixes: [removal(outline, ignore, name)],
});

const unknownRule = (
  outline: Outline,
  ignore: IgnoreState,
  { meant, ...name }: IgnoreState['unknown'][number],
): Found => ({
  span: name.span,
  severity,
  message:
    meant === undefined
      ? t('There is no rule named "{name}", so nothing is ignored. Remove it.', {
          name: name.name,
        })
      : t('There is no rule named "{name}", so nothing is ignored. Did you mean "{meant}"?', {
          name: name.name,
          meant,
        }),
  fixes:
    meant === undefined
      ? [removal(outline, ignore, name)]
      : [
          {
            title: t('Replace with "{value}"', { value: meant }),
            safety: 'review',
            edits: () => [{ span: name.span, text: meant }],
          },
        ],
});

function withoutRule(outline: Outline, ignore: IgnoreState): Found[] {
  if (ignore.names.length > 0) return [];
  return [
    {
      span: ignore.span,
      severity,
      message: t(
        'This comment names no rule, so nothing is ignored. Add the name of the rule, a colon and the reason.',
      ),
      fixes: [removal(outline, ignore)],
    },
  ];
}

function withoutReason({ names, reason, unknown, idle, span }: IgnoreState): Found[] {
  if (reason !== '' || names.length === unknown.length + idle.length) return [];
  return [
    {
      span,
      severity,
      message: t('This comment gives no reason. Add one after a colon.'),
    },
  ];
}

/** One name of several, or the whole comment. */
function removal(outline: Outline, ignore: IgnoreState, name?: IgnoredName): Fix {
  const isOneOfSeveral = name !== undefined && ignore.names.length > 1;
  return {
    title: isOneOfSeveral
      ? t('Remove "{rule}" from the comment', { rule: name.name })
      : t('Remove the comment'),
    safety: 'safe',
    edits: () =>
      isOneOfSeveral
        ? [withoutName(ignore, name)]
        : [{ span: linesOfIgnore(outline.text, ignore), text: '' }],
  };
}

/** Also removes the comma after the name, or before it if the name is the last. */
function withoutName({ names }: IgnoreState, { span }: IgnoredName): Edit {
  const index = names.findIndex((one) => one.span.start === span.start);
  const next = names[index + 1];
  const before = names[index - 1];
  if (next) return { span: { start: span.start, end: next.span.start }, text: '' };
  return { span: { start: before?.span.end ?? span.start, end: span.end }, text: '' };
}
