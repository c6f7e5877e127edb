import { example } from '../example';
import { missing, missingInRule } from '../names/missing-references';
import type { Found, Rule, RuleDocs, RuleExamples, WorkspaceInput } from '../rule';

export const docs: RuleDocs = {
  what: 'Checks for skills that an agent or a permission rule names but that do not exist.',
  why: 'The program starts the agent without the knowledge in the skill and reports it at most in a log. A rule on a skill that does not exist allows or denies nothing.',
  sources: [{ facts: ['missing skill', 'companion'] }],
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
    {
      path: '.claude/settings.json',
      text: '{ "permissions": { "deny": ["Skill(deplyo)"] } }\n',
      companions: [
        example('.claude/skills/deploy/SKILL.md', 'name: deploy\ndescription: Deploys.', 'Deploy.'),
      ],
    },
    // The skill exists, but agents cannot use it.
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
    {
      path: '.claude/settings.json',
      text: '{ "permissions": { "deny": ["Skill(deploy)", "Skill(publish)"] } }\n',
      companions: [
        example('.claude/skills/deploy/SKILL.md', 'name: deploy\ndescription: Deploys.', 'Deploy.'),
      ],
    },
    // A plugin or the home folder may have it, which is not known here.
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
  across: (input: WorkspaceInput): Found[] => missing(input, 'skill'),
  inCompanion: missingInRule,
};
