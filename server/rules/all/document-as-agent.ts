import { t } from '../../text/message';
import { exactly, example } from '../example';
import { isDocument, isPlainlyDocument } from '../prose/documents';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { hostName } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for documents that the program loads as agents.',
  why: 'Some programs load every Markdown file in their folder as an agent. A README in it becomes an agent that other agents can call, with the whole document as its prompt and with every tool.',
  sources: [
    { facts: ['flaw no-frontmatter'] },
    { opinion: 'Which files are documents and not agents is a guess from their names and texts.' },
  ],
};

export const examples = (): RuleExamples => ({
  failing: [
    exactly('.opencode/agent/README.md', '# Our agents\n\nWhat they are for.\n'),
    exactly('.kilo/agent/team/CHANGELOG.md', '# Changes\n'),
    {
      ...exactly('tools/agents/CLAUDE.md', '# How we write agents\n'),
      companions: [exactly('tools/.claude-plugin/plugin.json', '{ "name": "tools" }')],
    },
  ],
  passing: [
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.',
      undefined,
      exactly('.opencode/README.md', '# Our agents\n\nWhat they are for.\n'),
    ),
    exactly('.claude/agents/README.md', '# Our agents\n'),
    example('.opencode/agent/readme.md', 'description: Writes the README of a project.'),
    exactly('.opencode/agent/reviewer.md', 'You review code.\n'),
  ],
});

export const rule: Rule = {
  name: 'document-as-agent',
  kind: 'host',
  check: ({ outline, verdict }: HostInput): Found[] => {
    const { persona, place, fields, outcome } = verdict;
    if (!persona || fields.length > 0) return [];
    // Where agents need no frontmatter, "notes" may be the name of an agent.
    const isDocumentName = outcome === 'loads' ? isPlainlyDocument : isDocument;
    if (!isDocumentName(place.base)) return [];
    const first = /\S[^\r\n]*/.exec(outline.text);
    const args = { host: hostName(verdict), agent: persona.id };
    return [
      {
        span: first && { start: first.index, end: first.index + first[0].trimEnd().length },
        severity: 'warning',
        message: persona.tools.all
          ? t(
              '{host} loads this document as the agent "{agent}" with every tool. Move it out of this folder if it is not an agent.',
              args,
            )
          : t(
              '{host} loads this document as the agent "{agent}". Move it out of this folder if it is not an agent.',
              args,
            ),
      },
    ];
  },
};
