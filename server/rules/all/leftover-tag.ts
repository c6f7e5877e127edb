import type { Outline } from '../../agent/outline';
import { callTags } from '../../hosts/judge/mentions/other-programs';
import { t } from '../../text/message';
import type { Span } from '../../text/span';
import { example } from '../example';
import type { FileInput, Found, Rule, RuleDocs, RuleExamples } from '../rule';

export const docs: RuleDocs = {
  what: 'Checks for closing tags of a tool call at the end of the file.',
  why: 'A model that wrote the file closed its tool call inside the text. The tag is now part of the prompt.',
  sources: [
    {
      opinion:
        'Such a tag is part of the prompt for every host. That it is there by mistake is a guess from its form.',
    },
  ],
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.',
      'You review code.\n</content>',
    ),
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.',
      'You review code.\n</parameter>\n</invoke>\n',
    ),
  ],
  passing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.',
      '<content>\nYou review code.\n</content>',
    ),
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.',
      'You review code.\n</rules>',
    ),
    example(
      '.opencode/agent/writer.md',
      'description: Writes.',
      'End every call with a line of its own:\n\n```\n</invoke>\n```',
    ),
  ],
});

export const rule: Rule = {
  name: 'leftover-tag',
  kind: 'advice',
  subjects: ['agent', 'skill', 'command'],
  advise: ({ outline }: FileInput): Found[] =>
    leftoversIn(outline).map(({ span, tag, lines }) => ({
      span,
      severity: 'warning',
      message: t(
        '"{tag}" has no opening tag in this file. It is left over from the tool call that wrote the file. Remove it.',
        { tag },
      ),
      fixes: [
        {
          title: t('Remove "{key}"', { key: tag }),
          safety: 'safe',
          edits: () => [{ span: lines, text: '' }],
        },
      ],
    })),
};

interface Leftover {
  readonly tag: string;
  readonly span: Span;
  /** The line of the tag, including the line break before it. */
  readonly lines: Span;
}

const closing = /^<\/([\w:]+)>$/;

/** Only in the last lines, because the tag follows everything that the tool wrote. */
function leftoversIn({ text, body }: Outline): readonly Leftover[] {
  const found: Leftover[] = [];
  let end = body.end;
  while (end > body.start) {
    const from = Math.max(body.start, text.lastIndexOf('\n', end - 1) + 1);
    const line = text.slice(from, end);
    const tag = line.trim();
    const name = closing.exec(tag)?.[1];
    if (tag !== '' && (name === undefined || !callTags.has(name) || opens(text, name))) break;
    if (tag !== '') {
      const start = from + line.indexOf('<');
      const before = from > body.start ? breakBefore(text, from) : from;
      const span = { start, end: start + tag.length };
      found.push({ tag, span, lines: { start: before, end: from + line.trimEnd().length } });
    }
    end = from > body.start ? breakBefore(text, from) : body.start;
  }
  return found.reverse();
}

const breakBefore = (text: string, at: number): number =>
  text.charAt(at - 2) === '\r' ? at - 2 : at - 1;

const opens = (text: string, name: string): boolean => new RegExp(`<${name}[\\s>]`).test(text);
