import { tokensIn } from '../../agent/token-estimate';
import { thousands } from '../../text/thousands';
import { example } from '../example';
import type { FileInput, Found, Rule, RuleDocs, RuleExamples } from '../rule';

/** Three in four real descriptions have fewer than 250 characters; one in twenty more than 700. */
const limit = 1024;

/** Below this, little is saved. */
const long = 1200;

export const docs: RuleDocs = {
  what: 'A description that every request pays for, and that is long.',
  why: 'The main agent is told the description of every agent in every request. What the agent does belongs in its prompt, which is paid for only when it runs.',
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.claude/agents/reviewer.md',
      `name: reviewer\ndescription: ${'Reviews changes with care. '.repeat(40)}`,
    ),
    example(
      '.opencode/agent/reviewer.md',
      `description: ${'Reviews changes with care. '.repeat(50)}`,
    ),
  ],
  passing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes with care.',
    ),
    example('.opencode/agent/reviewer.md', 'description: Reviews changes with care.'),
    example(
      '.opencode/agent/reviewer.md',
      `description: ${'Reviews changes with care. '.repeat(50)}\nmode: primary`,
    ),
  ],
});

export const rule: Rule = {
  name: 'costly-description',
  kind: 'advice',
  quiet: true,
  advise: ({ verdicts, outline }: FileInput): Found[] => {
    // Nobody pays for the description of an agent that only a person calls.
    const payer = verdicts().find(({ persona }) => persona?.modelInvocable === true);
    const description = payer?.persona?.description ?? '';
    if (description.length <= limit) return [];
    const key = payer?.fields.find(({ field }) => field?.role === 'description')?.key;
    const entry = outline.fields.find((field) => field.key === key);
    if (!entry) return [];
    return [
      {
        span: entry.keySpan,
        severity: description.length < long ? 'hint' : 'information',
        message: `This description has ${thousands(description.length)} characters, about ${thousands(tokensIn(description))} tokens, and every request pays for them. Shorten it or its examples.`,
      },
    ];
  },
};
