import type { Outline } from '../../agent/outline';
import type { Edit } from '../../text/edit';
import { type Message, t } from '../../text/message';
import type { Span } from '../../text/span';
import { example } from '../example';
import { type IgnoredName, linesOfIgnore, maxIgnoredNames, maxIgnores } from '../ignores/ignores';
import type { Fix, Found, IgnoreState, IgnoresInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { quotedList } from '../words';

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
  audit: ({ outline, ignores, excess }: IgnoresInput): Found[] => [
    ...ignores.flatMap((ignore) => [
      ...unknownRules(outline, ignore),
      ...unused(outline, ignore),
      ...withoutRule(outline, ignore),
      ...withoutReason(ignore),
    ]),
    ...tooMany(excess),
  ],
};

const severity = 'information';

// Names that could only be removed are one finding of the comment, because each fix is verified.

function unused(outline: Outline, ignore: IgnoreState): Found[] {
  const names = ignore.idle;
  const [first, ...rest] = names;
  if (!first) return [];
  return [
    {
      ...at(names),
      severity,
      tag: 'unnecessary',
      message:
        rest.length === 0
          ? t(
              '"{rule}" reports nothing here, and this comment would hide its next finding. Remove it.',
              { rule: first.name },
            )
          : t(
              '{rules} report nothing here, and this comment would hide their next findings. Remove them.',
              { rules: namesIn(names) },
            ),
      fixes: [removal(outline, ignore, names)],
    },
  ];
}

function unknownRules(outline: Outline, ignore: IgnoreState): Found[] {
  const [meant, others] = [
    ignore.unknown.filter((one) => one.meant !== undefined),
    ignore.unknown.filter((one) => one.meant === undefined),
  ];
  const found = meant.map(unknownRule);
  const [first, ...rest] = others;
  if (!first) return found;
  return [
    ...found,
    {
      ...at(others),
      severity,
      message:
        rest.length === 0
          ? t('There is no rule named "{name}", so nothing is ignored. Remove it.', {
              name: first.name,
            })
          : t('There are no rules named {names}, so nothing is ignored. Remove them.', {
              names: namesIn(others),
            }),
      fixes: [removal(outline, ignore, others)],
    },
  ];
}

const unknownRule = ({ meant = '', ...name }: IgnoreState['unknown'][number]): Found => ({
  span: name.span,
  severity,
  message: t('There is no rule named "{name}", so nothing is ignored. Did you mean "{meant}"?', {
    name: name.name,
    meant,
  }),
  fixes: [
    {
      title: t('Replace with "{value}"', { value: meant }),
      safety: 'review',
      edits: () => [{ span: name.span, text: meant }],
    },
  ],
});

const at = ([first, ...rest]: readonly IgnoredName[]): Pick<Found, 'span' | 'also'> => ({
  span: first?.span ?? null,
  ...(rest.length > 0 && { also: rest.map(({ span }) => span) }),
});

const namesIn = (names: readonly IgnoredName[]): Message =>
  quotedList([...new Set(names.map(({ name }) => name))]);

const tooMany = (excess: Span | null): Found[] =>
  excess === null
    ? []
    : [
        {
          span: excess,
          severity: 'warning',
          message: t(
            'Only the first {comments} ignore comments and {names} names in a file have an effect, so this one and those after it have none. Remove some.',
            { comments: maxIgnores, names: maxIgnoredNames },
          ),
        },
      ];

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

/** Some names of several, or the whole comment. */
function removal(outline: Outline, ignore: IgnoreState, names: readonly IgnoredName[] = []): Fix {
  const areSomeOfSeveral = names.length > 0 && ignore.names.length > names.length;
  return {
    title: areSomeOfSeveral
      ? names.length === 1
        ? t('Remove "{rule}" from the comment', { rule: names[0]?.name ?? '' })
        : t('Remove {rules} from the comment', { rules: namesIn(names) })
      : t('Remove the comment'),
    safety: 'safe',
    edits: () =>
      areSomeOfSeveral
        ? withoutNames(ignore, names)
        : [{ span: linesOfIgnore(outline.text, ignore), text: '' }],
  };
}

/** Removes each name with the comma after it, and those at the end with the comma before them. */
function withoutNames({ names: all }: IgnoreState, names: readonly IgnoredName[]): Edit[] {
  const removed = new Set(names.map(({ span }) => span.start));
  const isRemoved = ({ span }: IgnoredName): boolean => removed.has(span.start);
  const end = all.findLastIndex((one) => !isRemoved(one));
  const atEnd = all.slice(end + 1);
  return [
    ...all.slice(0, end).flatMap((one, index): Edit[] => {
      const next = all[index + 1];
      return isRemoved(one) && next
        ? [{ span: { start: one.span.start, end: next.span.start }, text: '' }]
        : [];
    }),
    ...(atEnd.length > 0
      ? [{ span: { start: all[end]?.span.end ?? 0, end: atEnd.at(-1)?.span.end ?? 0 }, text: '' }]
      : []),
  ];
}
