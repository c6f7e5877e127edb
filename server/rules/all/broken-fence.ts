import { closeFence } from '../../agent/write';
import type { FlawCode } from '../../hosts/reading';
import type { Edit } from '../../text/edit';
import type { Span } from '../../text/span';
import { exactly } from '../example';
import { someLimit } from '../limits';
import type { Fix, Found, HostInput, Rule, RuleDocs, RuleExamples, Severity } from '../rule';
import { capitalised, hostName, listed } from '../words';

export const docs: RuleDocs = {
  what: 'A frontmatter whose lines "---" are not where the host looks for them.',
  why: 'Hosts find the frontmatter by its first characters. A blank line before it, no second fence, or three dashes inside a value, and they see none, or half of it.',
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
  ],
});

export const rule: Rule = {
  name: 'broken-fence',
  kind: 'host',
  hears: 'flaws',
  check: ({ outline, verdict }: HostInput): Found[] =>
    verdict.flaws.flatMap(({ code: named, span }): Found[] => {
      const code = precisely(named, outline);
      const what = words[code];
      const met = verdict.dialect.flaws[named];
      if (what === undefined || !met || met.fate === 'loads') return [];
      return [
        {
          span,
          ...(code === 'early-fence'
            ? cutShort(outline, verdict, span, met.says)
            : {
                severity: severityFor(met.fate),
                message: `${capitalised(what)}: ${hostName(verdict)} ${met.says}.`,
              }),
          fixes: fixesFor(code, outline, span),
        },
      ];
    }),
};

/** Hosts that know one sort of beginning only call every other the same: with nothing before it, more can be said. */
function precisely(code: FlawCode, { opening, bom, language }: HostInput['outline']): FlawCode {
  if (code !== 'leading-text' || opening?.start !== (bom ? 1 : 0)) return code;
  return language === '' ? 'unclosed-fence' : 'fence-language';
}

const words: Readonly<Partial<Record<FlawCode, string>>> = {
  'leading-text': 'something stands before the frontmatter',
  'unclosed-fence': 'the frontmatter has no closing "---"',
  'early-fence': 'these three dashes stand inside a value',
  'fence-language': 'something stands behind the dashes of the first line',
};

/** Fields below the dashes are no fields any more: a limit among them is lost. */
function cutShort(
  { fields, text }: HostInput['outline'],
  verdict: HostInput['verdict'],
  span: Span,
  says: string,
): Pick<Found, 'severity' | 'message'> {
  const below = fields.filter((entry) => entry.keySpan.start > span.start).map(({ key }) => key);
  const limits = someLimit(below, verdict, fields);
  const lost =
    below.length === 0
      ? ''
      : ` ${listed(below.map((key) => `"${key}"`))} below it ${below.length > 1 ? 'are' : 'is'} lost${limits ? ', and the limit with it' : ''}.`;
  return {
    severity: limits ? 'error' : 'warning',
    message: `${hostName(verdict)} ${says}: these end it.${lost} ${isInTable(text, span) ? 'In a table two do as well.' : 'Write another dash.'}`,
  };
}

const lineOf = (text: string, { start }: Span): Span => {
  const end = text.indexOf('\n', start);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: end < 0 ? text.length : end };
};

/** The row of a table below its heads: `| --- | --- |`. */
function isInTable(text: string, span: Span): boolean {
  const { start, end } = lineOf(text, span);
  return /^[\s:|-]*\|[\s:|-]*$/.test(text.slice(start, end));
}

/** The row with no three dashes in it; fewer rule a table just as well. */
function ruled(text: string, span: Span): readonly Edit[] {
  const line = lineOf(text, span);
  return [...text.slice(line.start, line.end).matchAll(/-{3,}/g)].map(({ 0: dashes, index }) => ({
    span: { start: line.start + index, end: line.start + index + dashes.length },
    text: '--',
  }));
}

const severityFor = (fate: string): Severity => (fate === 'loads-changed' ? 'warning' : 'error');

function fixesFor(code: FlawCode, outline: HostInput['outline'], span: Span): readonly Fix[] {
  const { opening, text } = outline;
  if (code === 'early-fence') {
    // The fields below begin to count again: what they allow is for the author to see.
    return isInTable(text, span)
      ? [{ title: 'Write -- in this row', safety: 'review', edits: () => ruled(text, span) }]
      : [{ title: 'Write — in their place', safety: 'review', edits: () => [{ span, text: '—' }] }];
  }
  if (code === 'unclosed-fence')
    return [{ title: 'Close the frontmatter', safety: 'safe', edits: () => closeFence(outline) }];
  if (
    code !== 'leading-text' ||
    !opening ||
    /\S/.test(text.slice(0, opening.start).replace('\uFEFF', ''))
  )
    return [];
  const from = outline.bom ? 1 : 0;
  return [
    {
      title: 'Remove the blank lines before it',
      safety: 'safe',
      edits: () => [{ span: { start: from, end: opening.start }, text: '' }],
    },
  ];
}
