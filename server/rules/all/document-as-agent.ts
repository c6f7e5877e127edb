import { isDocument, isPlainlyDocument } from '../documents';
import { exactly, example } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { hostName } from '../words';

export const docs: RuleDocs = {
  what: 'A file for people, of which the host makes an agent.',
  why: 'Some hosts make an agent of every Markdown file in their folder. A README there is an agent that other agents may call, with the whole document for its prompt and with every tool.',
};

export const examples = (): RuleExamples => ({
  failing: [
    exactly('.opencode/agent/README.md', '# Our agents\n\nWhat they are for.\n'),
    exactly('.kilo/agent/team/CHANGELOG.md', '# Changes\n'),
    {
      ...exactly('tools/agents/CLAUDE.md', '# How we write agents\n'),
      beside: [exactly('tools/.claude-plugin/plugin.json', '{ "name": "tools" }')],
    },
  ],
  passing: [
    exactly('.claude/agents/README.md', '# Our agents\n'),
    example('.opencode/agent/readme.md', 'description: Writes the README of a project.'),
    exactly('.opencode/agent/reviewer.md', 'You review code.\n'),
  ],
});

export const rule: Rule = {
  name: 'document-as-agent',
  kind: 'host',
  hears: 'no fields',
  check: ({ outline, verdict }: HostInput): Found[] => {
    const { persona, place, fields, fate } = verdict;
    if (!persona || fields.length > 0) return [];
    // Where agents need no frontmatter, "notes" may be the name of one.
    const isForPeople = fate === 'loads' ? isPlainlyDocument : isDocument;
    if (!isForPeople(place.base)) return [];
    const first = /\S[^\r\n]*/.exec(outline.text);
    return [
      {
        span: first && { start: first.index, end: first.index + first[0].trimEnd().length },
        severity: 'warning',
        message: `${hostName(verdict)} makes an agent of this file and calls it "${persona.id}"${persona.tools.all ? ', with every tool' : ''}. Move it out of this folder, if it is no agent.`,
      },
    ];
  },
};
