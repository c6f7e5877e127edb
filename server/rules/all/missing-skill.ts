import { example } from '../example';
import { missing } from '../missing';
import type { AcrossInput, Found, Rule, RuleDocs, RuleExamples } from '../rule';

export const docs: RuleDocs = {
  what: 'A skill that an agent is to be given and that is not there.',
  why: 'A host starts the agent all the same, without the knowledge that the skill was to bring, and says so where nobody looks.',
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\nskills: stlye-guide',
      undefined,
      example('.claude/skills/style-guide/SKILL.md', 'name: style-guide\ndescription: Our style.'),
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\nskills: [Style-Guide]',
      undefined,
      example('.claude/skills/style-guide/SKILL.md', 'name: style-guide\ndescription: Our style.'),
    ),
    example(
      '.github/agents/reviewer.agent.md',
      'name: reviewer\ndescription: Reviews changes.\nskills: [style_guide]',
      undefined,
      example('.github/skills/style-guide/SKILL.md', 'name: style-guide\ndescription: Our style.'),
    ),
    // It is there, and kept from agents.
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\nskills: style-guide',
      undefined,
      example(
        '.claude/skills/style-guide/SKILL.md',
        'name: style-guide\ndescription: Our style.\ndisable-model-invocation: true',
      ),
    ),
  ],
  passing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\nskills: style-guide, team:review',
      undefined,
      example('.claude/skills/style-guide/SKILL.md', 'name: style-guide\ndescription: Our style.'),
      example('.claude/commands/team/review.md', 'description: Reviews.'),
    ),
    // A plugin may bring it, and what the user has at home is not known here.
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\nskills: release-notes',
      undefined,
      example('.claude/skills/style-guide/SKILL.md', 'name: style-guide\ndescription: Our style.'),
    ),
  ],
});

export const rule: Rule = {
  name: 'missing-skill',
  kind: 'host',
  hears: 'names',
  across: (input: AcrossInput): Found[] => missing(input, 'skill'),
};
