import { joined, type Message, t } from '../../text/message';
import { exactly } from '../example';
import { isDocument } from '../prose/documents';
import { frontmatterFromHeading } from '../prose/from-heading';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { effectOf, quotedList } from '../words';
import { byteOrderMarkBefore } from '../yaml/byte-order-mark';
import { headFix, unseenHead } from '../yaml/unseen-head';

export const docs: RuleDocs = {
  what: 'Checks for files in an agents folder that have no frontmatter.',
  why: 'Most programs silently ignore a file without frontmatter, so the agent is not available.',
  sources: [{ facts: ['flaw no-frontmatter'] }],
};

export const examples = (): RuleExamples => ({
  failing: [
    exactly('.claude/agents/reviewer.md', '# Reviewer\n\nYou review code.\n'),
    exactly('.github/agents/reviewer.agent.md', '# Reviewer\n\nYou review code.\n'),
    exactly(
      '.grok/agents/reviewer.md',
      '\u{feff}---\nname: reviewer\ndescription: Reviews changes.\n---\nYou review.\n',
    ),
  ],
  passing: [
    exactly(
      '.claude/agents/reviewer.md',
      '---\nname: reviewer\ndescription: Reviews changes.\n---\nYou review.\n',
    ),
    exactly('.opencode/agent/reviewer.md', 'You review code.\n'),
    // Documentation, not an agent.
    exactly('.claude/agents/README.md', '# Our agents\n'),
  ],
});

export const rule: Rule = {
  name: 'no-frontmatter',
  kind: 'host',
  subjects: ['agent', 'skill', 'command'],
  check: ({ outline, writer, verdict }: HostInput): Found[] => {
    const flaw = verdict.flaws.find(({ code }) => code === 'no-frontmatter');
    const met = flaw && verdict.dialect.flaws[flaw.code];
    if (!flaw || !met || met.outcome === 'loads' || met.outcome === 'unknown') return [];
    // Documentation is not meant to be an agent. Where a host loads it as one, document-as-agent reports it.
    if (isDocument(verdict.place.base)) return [];
    const { text } = outline;
    const firstLine = /\S[^\r\n]*/.exec(text);
    const effect = effectOf(verdict, met.effect);
    const unseen = unseenHead(outline);
    return [
      {
        span: firstLine && {
          start: firstLine.index,
          end: firstLine.index + firstLine[0].trimEnd().length,
        },
        severity: !firstLine ? 'hint' : met.outcome === 'loads-changed' ? 'warning' : 'error',
        ...(byteOrderMarkBefore(outline, effect) ?? {
          message: joined([
            ...(unseen
              ? [
                  t('The first line must be "---".'),
                  effect,
                  t('Begin the file with the frontmatter.'),
                ]
              : [t('The file has no frontmatter.'), effect, addition(verdict)]),
          ]),
          fixes: unseen ? [headFix(unseen)] : frontmatterFromHeading(writer, verdict),
        }),
      },
    ];
  },
};

/** Names the fields without which the host does not load the agent. */
function addition({ dialect }: HostInput['verdict']): Message {
  const required = Object.entries(dialect.fields).flatMap(([key, field]) =>
    field.required ? [key] : [],
  );
  return required.length === 0
    ? t('Add a description between two "---" lines.')
    : t('Add {fields} between two "---" lines.', { fields: quotedList(required) });
}
