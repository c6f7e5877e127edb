import { closeFence } from '../../agent/repair-yaml';
import type { FlawOutcome } from '../../hosts/model/dialect';
import type { FlawCode } from '../../hosts/model/reading';
import type { Edit } from '../../text/edit';
import { composed, joined, type Message, t } from '../../text/message';
import type { Span } from '../../text/span';
import { exactly } from '../example';
import { limitLost } from '../limits/limit-lost';
import { someLimit } from '../limits/limits';
import { withoutTemplateFindings } from '../prose/templates';
import type { Fix, Found, HostInput, Rule, RuleDocs, RuleExamples, Severity } from '../rule';
import { effectOf, listed } from '../words';
import { byteOrderMarkBefore } from '../yaml/byte-order-mark';
import { headFix, type UnseenHead, unseenHead } from '../yaml/unseen-head';

export const docs: RuleDocs = {
  what: 'Checks for frontmatter whose "---" lines are not where the program expects them.',
  why: 'Programs find the frontmatter by its first characters. With a blank line before it, no closing "---" or three dashes inside a value, they find no frontmatter or only a part of it.',
  sources: [{ facts: ['flaw leading-text', 'flaw unclosed-fence', 'flaw early-fence'] }],
};

export const examples = (): RuleExamples => ({
  failing: [
    exactly(
      '.claude/agents/reviewer.md',
      '\n---\nname: reviewer\ndescription: Reviews changes.\n---\nYou review.\n',
    ),
    exactly(
      '.claude/agents/reviewer.md',
      '---\nname: reviewer\ndescription: Reviews changes.\n\nYou review.\n',
    ),
    exactly(
      '.claude/agents/reviewer.md',
      '---\nname: reviewer\ndescription: Reviews --- all changes.\nmodel: haiku\n---\nYou review.\n',
    ),
    exactly(
      '.opencode/agent/reviewer.md',
      '------\ndescription: Reviews changes.\npermission:\n  edit: deny\n---\nYou review.\n',
    ),
    exactly(
      '.github/agents/reviewer.agent.md',
      '<!-- Generated. -->\n---\ndescription: Reviews changes.\n---\nYou review.\n',
    ),
    exactly(
      '.github/prompts/review.prompt.md',
      '<!-- Generated. -->\n---\ndescription: Reviews changes.\ntools: [search]\n---\nReview the changes.\n',
    ),
    exactly(
      '.claude/commands/review.md',
      '<!-- Generated. -->\n---\ndescription: Reviews changes.\ndisallowed-tools: Bash\n---\nReview the changes.\n',
    ),
  ],
  passing: [
    exactly(
      '.claude/agents/reviewer.md',
      '---\nname: reviewer\ndescription: Reviews changes.\n---\nYou review.\n',
    ),
    exactly(
      '.claude/agents/reviewer.md',
      '---\nname: reviewer\ndescription: Reviews changes.\n---\n\n---\n\nYou review.\n',
    ),
    // A prompt without fields.
    exactly('.opencode/agent/reviewer.md', '# Reviewer\n\n---\n\nYou review.\n'),
  ],
});

export const rule: Rule = {
  name: 'broken-fence',
  kind: 'host',
  subjects: ['agent', 'skill', 'command'],
  check: ({ outline, writer, verdict }: HostInput): Found[] => {
    const found = verdict.flaws.flatMap(({ code: reportedCode, span }): Found[] => {
      const code = preciseCode(reportedCode, span, outline);
      const flaw = verdict.dialect.flaws[reportedCode];
      const unseen = notFound.has(reportedCode) ? unseenHead(outline) : null;
      // What a skill loses by other causes has a sentence of its own.
      const isLoaded = verdict.persona ?? (reportedCode === 'no-frontmatter' && verdict.skill);
      if (unseen && isLoaded && isMeant(unseen, verdict))
        return unseenFields(unseen, reportedCode, verdict);
      if (!flaw || flaw.outcome === 'loads' || flaw.outcome === 'unknown') return [];
      const effect = effectOf(verdict, flaw.effect);
      const mark =
        reportedCode === 'leading-text' ? byteOrderMarkBefore(outline, effect) : undefined;
      const lostAll = losesLimit(flaw, unseen?.fields ?? outline.fields, verdict);
      const severity = lostAll ? 'error' : severityFor(flaw.outcome);
      if (mark) return [{ span, severity, ...mark }];
      const fixes = unseen ? [headFix(unseen)] : fixesFor(code, writer, span);
      if (code === 'early-fence') {
        const found = earlyFence(outline, verdict, span, effect);
        return [{ span, ...found, ...(lostAll && { severity }), fixes }];
      }
      const message = messageFor(code, effect, outline);
      if (message === undefined) return [];
      return [{ span, severity, message, fixes }];
    });
    return withoutTemplateFindings(found, outline, verdict.place);
  },
};

/** What readers report where they find no frontmatter. */
const notFound: ReadonlySet<FlawCode> = new Set([
  'no-frontmatter',
  'leading-text',
  'fence-language',
]);

/** Whether the host has one of these fields. */
const isMeant = ({ fields }: UnseenHead, { dialect }: HostInput['verdict']): boolean =>
  fields.some(({ key }) => Object.hasOwn(dialect.fields, key));

/** The host loads the file without the fields. Empty where it is not known what it does, or where no-frontmatter reports it. */
function unseenFields(head: UnseenHead, code: FlawCode, verdict: HostInput['verdict']): Found[] {
  const { flaws } = verdict.dialect;
  const reported = flaws[code];
  const flaw = reported && reported.outcome !== 'loads' ? reported : flaws['leading-text'];
  if (!flaw || flaw.outcome === 'unknown' || (code === 'no-frontmatter' && flaw === reported))
    return [];
  const keys = head.fields.map(({ key }) => key);
  const hasLostLimit = someLimit(keys, verdict, head.fields);
  const problem = t('The first line must be "---".');
  return [
    {
      span: head.span,
      severity: hasLostLimit ? 'error' : 'warning',
      message: joined([
        problem,
        effectOf(verdict, flaw.effect),
        ...(hasLostLimit ? [limitLost(verdict.place)] : []),
        t('Begin the file with the frontmatter.'),
      ]),
      fixes: [headFix(head)],
    },
  ];
}

/**
 * Some hosts report every invalid beginning as `leading-text`. If nothing precedes the fence, the cause is another one. Some
 * hosts treat spaces after the closing dashes as text.
 */
function preciseCode(
  code: FlawCode,
  { start }: Span,
  { opening, closing, bom, language }: HostInput['outline'],
): FlawCode {
  if (code === 'early-fence' && start === closing?.start) return 'unclosed-fence';
  if (code !== 'leading-text' || opening?.start !== (bom ? 1 : 0)) return code;
  return language === '' ? 'unclosed-fence' : 'fence-language';
}

function messageFor(
  code: FlawCode,
  effect: Message,
  { closing }: HostInput['outline'],
): Message | undefined {
  switch (code) {
    case 'leading-text':
      return composed`${t('The frontmatter must begin on the first line.')} ${effect} ${t('Remove what precedes it, or move it into the prompt.')}`;
    case 'unclosed-fence':
      // Most hosts accept white space after the dashes.
      if (closing)
        return composed`${t('The last line of the frontmatter must contain only "---".')} ${effect} ${t('Remove the rest of the line.')}`;
      return composed`${t('The frontmatter has no closing "---".')} ${effect} ${t('Add "---" after the last field.')}`;
    case 'fence-language':
      return composed`${t('The first line must contain only "---".')} ${effect} ${t('Remove the rest of the line.')}`;
    default:
      return undefined;
  }
}

/** Whether the file seems to have a limit that does not apply. */
const losesLimit = (
  flaw: FlawOutcome,
  fields: HostInput['outline']['fields'],
  verdict: HostInput['verdict'],
): boolean =>
  flaw.losesLimit === true &&
  someLimit(
    fields.map(({ key }) => key),
    verdict,
    fields,
  );

/** The host does not read the fields after the dashes, so a limit among them is lost. */
function earlyFence(
  { fields, text }: HostInput['outline'],
  verdict: HostInput['verdict'],
  span: Span,
  effect: Message,
): Pick<Found, 'severity' | 'message'> {
  const lost = fields.filter((entry) => entry.keySpan.start > span.start).map(({ key }) => key);
  const hasLostLimit = someLimit(lost, verdict, fields);
  const action = isInTable(text, span)
    ? t('Use two dashes in the table.')
    : t('Replace the dashes with other characters.');
  return {
    severity: hasLostLimit ? 'error' : 'warning',
    message: joined([effect, ...lossOf(lost, hasLostLimit), action]),
  };
}

function lossOf(lost: readonly string[], hasLostLimit: boolean): readonly Message[] {
  if (lost.length === 0) return [];
  const fields = listed(lost.map((key) => `"${key}"`));
  if (lost.length === 1)
    return hasLostLimit
      ? [
          t('The field {field} below it is lost, including its limit on the agent.', {
            field: fields,
          }),
        ]
      : [t('The field {field} below it is lost.', { field: fields })];
  return hasLostLimit
    ? [t('The fields {fields} below it are lost, including a limit on the agent.', { fields })]
    : [t('The fields {fields} below it are lost.', { fields })];
}

const lineOf = (text: string, { start }: Span): Span => {
  const end = text.indexOf('\n', start);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: end < 0 ? text.length : end };
};

/** Whether the dashes are in the delimiter row of a table: `| --- | --- |`. */
function isInTable(text: string, span: Span): boolean {
  const { start, end } = lineOf(text, span);
  const line = text.slice(start, end);
  return line.includes('|') && /^[\s:|-]*$/.test(line);
}

/** Shortens the dashes of the row to two, which are enough in a table. */
function shortenDashes(text: string, span: Span): readonly Edit[] {
  const line = lineOf(text, span);
  return [...text.slice(line.start, line.end).matchAll(/-{3,}/g)].map(({ 0: dashes, index }) => ({
    span: { start: line.start + index, end: line.start + index + dashes.length },
    text: '--',
  }));
}

const onlyDashes = (span: Span): Fix => ({
  title: t('Remove the spaces after "---"'),
  safety: 'safe',
  edits: () => [{ span, text: '---' }],
});

const severityFor = (outcome: string): Severity =>
  outcome === 'loads-changed' ? 'warning' : 'error';

function fixesFor(code: FlawCode, writer: HostInput['writer'], span: Span): readonly Fix[] {
  const { opening, text, bom } = writer.outline;
  if (code === 'early-fence') {
    // The host then reads the fields below, which may grant more: the author has to review that.
    return isInTable(text, span)
      ? [
          {
            title: t('Shorten to "--" in this row'),
            safety: 'review',
            edits: () => shortenDashes(text, span),
          },
        ]
      : [{ title: t('Replace with "—"'), safety: 'review', edits: () => [{ span, text: '—' }] }];
  }
  const { closing, language } = writer.outline;
  if (code === 'unclosed-fence' && closing) return [onlyDashes(closing)];
  if (code === 'fence-language' && opening && language === '') return [onlyDashes(opening)];
  if (code === 'unclosed-fence')
    return [
      {
        title: t('Close the frontmatter'),
        safety: 'safe',
        edits: () => closeFence(writer.outline),
      },
    ];
  if (
    code !== 'leading-text' ||
    !opening ||
    /\S/.test(text.slice(0, opening.start).replace('\uFEFF', ''))
  )
    return [];
  const from = bom ? 1 : 0;
  return [
    {
      title: t('Remove the blank lines before the frontmatter'),
      safety: 'safe',
      edits: () => [{ span: { start: from, end: opening.start }, text: '' }],
    },
  ];
}
