import { t } from '../../text/message';
import { exactly, example } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { hostName } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for frontmatter that the program runs as code.',
  why: 'After "---js", OpenCode runs the frontmatter as code with all permissions of the user as soon as it starts in this folder. Dossier never runs it.',
  sources: [{ facts: ['flaw executable'] }],
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
  subjects: ['agent', 'skill', 'command'],
  check: ({ verdict }: HostInput): Found[] =>
    verdict.flaws
      .filter(({ code }) => code === 'executable')
      .map(({ span }) => ({
        span,
        severity: 'error',
        message: t(
          '{host} runs this frontmatter as code when it starts. Write it as YAML between lines that contain only "---".',
          { host: hostName(verdict) },
        ),
      })),
};
