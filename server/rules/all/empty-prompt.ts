import type { Outline } from '../../agent/outline';
import { agentDialects } from '../../hosts/model/dialect';
import type { Verdict } from '../../hosts/model/verdict';
import { composed, t } from '../../text/message';
import { example } from '../example';
import { isTemplateFile } from '../prose/templates';
import type { FileInput, Found, Rule, RuleDocs, RuleExamples } from '../rule';
import { effectOf } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for agents without a prompt.',
  why: 'The text after the frontmatter is all the instructions that the agent gets. The description is meant for its callers.',
  sources: [
    { facts: ['flaw short-prompt'] },
    {
      opinion:
        'An agent without instructions works like the model without an agent. Most hosts accept it.',
    },
  ],
};

export const examples = (): RuleExamples => ({
  failing: [
    example('.claude/agents/reviewer.md', 'name: reviewer\ndescription: Reviews changes.', ''),
    example('.github/agents/reviewer.agent.md', 'description: Reviews changes.', '  \n'),
    example('.qwen/agents/reviewer.md', 'name: reviewer\ndescription: Reviews changes.', 'Review.'),
    example(
      '.qwen/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.',
      'Review.\nA',
    ),
  ],
  passing: [
    example('.claude/agents/reviewer.md', 'name: reviewer\ndescription: Reviews changes.'),
    example('.opencode/agent/reviewer.md', 'description: Reviews changes.'),
    // A program combines it with another file.
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews.\nextends: base.md\npatches:\n  - op: append\n    content: You review Rust.',
      '',
    ),
    // A file that changes a built-in agent needs no prompt.
    example('.opencode/agent/explore.md', 'model: anthropic/claude-haiku-4-5', ''),
  ],
});

export const rule: Rule = {
  name: 'empty-prompt',
  kind: 'advice',
  advise: (input: FileInput): Found[] => {
    const found = foundIn(input);
    // What a tool combines with another file gets its prompt from there.
    return found.length === 0 || isTemplateFile(input.outline, input.verdicts()[0]?.place)
      ? []
      : found;
  },
};

/** The length of a prompt that no reader of the file finds too short, in UTF-16 units. */
const longestMinimum = ({ places }: FileInput): number =>
  Math.max(
    1,
    ...places.flatMap(({ host }) =>
      agentDialects(host.dialects).map(({ shortestPrompt = 0 }) => shortestPrompt),
    ),
  );

function foundIn(input: FileInput): Found[] {
  const { outline, verdicts } = input;
  // Decided without the verdicts, which would be made again for each key in the prompt.
  if (outline.shape === 'closed' && isLong(outline, longestMinimum(input))) return [];
  const needed = verdicts().flatMap((verdict) => tooShort(verdict));
  if (needed.length > 0) return needed;
  if (outline.shape !== 'closed' || /\S/.test(outline.text.slice(outline.body.start))) return [];
  const isNew = verdicts().some(
    ({ persona, fields }) =>
      // A host that ends the frontmatter earlier finds a prompt before this line.
      persona?.prompt.trim() === '' && fields.some(({ field }) => field?.role === 'description'),
  );
  if (!isNew) return [];
  return [
    {
      span: outline.closing,
      severity: 'information',
      message: t(
        'The agent has no prompt because nothing follows the frontmatter. Add its instructions there.',
      ),
    },
  ];
}

/** Whether the beginning of the prompt alone has the length. A prompt may be too long to be trimmed for each key. */
function isLong({ text, body }: Outline, length: number): boolean {
  const beginning = text.slice(body.start, Math.min(body.end, body.start + 10 * length));
  // Some hosts count a line break of two characters as one.
  return beginning.replaceAll('\r', '').trim().length >= length;
}

/** Some hosts load no agent without a prompt of a certain length. */
const tooShort = (verdict: Verdict): Found[] =>
  verdict.flaws.flatMap(({ code, span }): Found[] => {
    const flaw = verdict.dialect.flaws[code];
    if (code !== 'short-prompt' || !flaw || verdict.place.role !== 'owner') return [];
    const isMissing = (verdict.agent?.prompt.text ?? '') === '';
    const effect = effectOf(verdict, flaw.effect);
    return [
      {
        span,
        verdict,
        severity: 'error',
        message: isMissing
          ? composed`${t('The agent has no prompt.')} ${effect} ${t('Add its instructions after the frontmatter.')}`
          : composed`${t('The prompt is too short.')} ${effect} ${t('Add instructions.')}`,
      },
    ];
  });
