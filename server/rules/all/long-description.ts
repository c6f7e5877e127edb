import { tokensIn } from '../../agent/token-estimate';
import { formatCount, t } from '../../text/message';
import { example } from '../example';
import type { FileInput, Found, Rule, RuleDocs, RuleExamples } from '../rule';

/** In characters. Of real descriptions, three in four have fewer than 250, and one in twenty has more than 700. */
const maxCharacters = 1024;

/** Below this, shortening saves little. */
const minForInformation = 1200;

export const docs: RuleDocs = {
  what: 'Checks for long descriptions that every request includes.',
  why: 'The main agent gets the description of every agent with every request. What the agent does belongs in its prompt, which is sent only when the agent runs.',
  sources: [
    { background: ['calls between agents'] },
    {
      opinion:
        'The limit is ours: of the descriptions of real agents, three in four have fewer than 250 characters, one in twenty more than 700.',
    },
  ],
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
  name: 'long-description',
  kind: 'advice',
  advise: ({ verdicts, outline }: FileInput): Found[] => {
    // The description of an agent that only users call is not part of every request.
    const listing = verdicts().find(
      ({ persona, dialect }) => persona?.modelInvocable === true && !dialect.shortensDescriptions,
    );
    const description = listing?.persona?.description ?? '';
    if (description.length <= maxCharacters) return [];
    const key = listing?.fields.find(({ field }) => field?.role === 'description')?.key;
    const entry = outline.fields.find((field) => field.key === key);
    if (!entry) return [];
    return [
      {
        span: entry.keySpan,
        severity: description.length < minForInformation ? 'hint' : 'information',
        message: t(
          'Every request includes this description of {characters} characters (about {tokens} tokens). Shorten it or its examples.',
          {
            characters: formatCount(description.length),
            tokens: formatCount(tokensIn(description)),
          },
        ),
      },
    ];
  },
};
