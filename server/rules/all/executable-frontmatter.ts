import { exactly, example } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { hostName } from '../words';

export const docs: RuleDocs = {
  what: 'A frontmatter that the host runs as a program.',
  why: 'Behind "---js" OpenCode runs what stands in the frontmatter, with everything the user may do, as soon as it starts in this folder. Nothing of it is ever run here.',
};

export const examples = (): RuleExamples => ({
  failing: [
    exactly(
      '.opencode/agent/reviewer.md',
      '---js\n({ description: "Reviews changes." })\n---\nYou review.\n',
    ),
    exactly(
      '.opencode/agent/reviewer.md',
      '---javascript\nmodule.exports = {}\n---\nYou review.\n',
    ),
  ],
  passing: [
    example('.opencode/agent/reviewer.md', 'description: Reviews changes.'),
    exactly(
      '.opencode/agent/reviewer.md',
      '---yaml\ndescription: Reviews changes.\n---\nYou review.\n',
    ),
  ],
});

export const rule: Rule = {
  name: 'executable-frontmatter',
  kind: 'host',
  hears: 'flaws',
  check: ({ verdict }: HostInput): Found[] =>
    verdict.flaws
      .filter(({ code }) => code === 'executable')
      .map(({ span }) => ({
        span,
        severity: 'error',
        message: `${hostName(verdict)} runs this frontmatter as a program when it starts. What it then makes of the agent is not known here. Write it as YAML between lines of exactly "---".`,
      })),
};
