// Agents that show all that the preview has: placeholders, hooks, skills, delegates, rules, a long prompt.
const release = `---
name: release-manager
description: Prepares a release of {{PRODUCT}}. Use it when a version is to be cut, and before anything is published.
tools: Read, Edit, MultiEdit, Bash, Grep, Agent(reviewer, ghost), mcp__github__create_release
model: sonnet
color: orange
permissionMode: acceptEdits
skills: changelog, house-style
hooks:
  PreToolUse:
    - matcher: Bash
      hooks:
        - type: command
          command: ./scripts/check-command.sh
temperature: 0.2
---

# Releases of {{PRODUCT}}

You prepare releases. Look at [the handbook](https://example.com/handbook) first.

## How you work

1. Read the changelog since the last tag with \`git log\`.
2. Name what **breaks**, and for whom:
   - people who call the API
   - people who run the service
3. Write the notes for {{AUDIENCE}}.

> Never publish without a person.

\`\`\`sh
git tag -s "v$VERSION"
git push --tags
\`\`\`

| change | version |
| --- | --- |
| breaks something | major |
| adds something | minor |

- [x] notes written
- [ ] tag signed

<example>
User: cut 1.4
</example>

Use <version> in the title. ![logo](https://evil.example/x.png)
`;

const deployer = `---
description: Brings a version to production, step by step.
mode: subagent
model: anthropic/claude-sonnet-4-5
color: "#38a3ee"
permission:
  edit: deny
  bash:
    "*": ask
    "git *": allow
    "git push *": deny
  task:
    "*": deny
    reviewer: allow
---

You bring a version to production.
`;

const claude = (name, tools) =>
  `---\nname: ${name}\ndescription: Does the work of ${name}.\ntools: ${tools}\n---\nYou work as ${name}.\n`;

export const personaFiles = {
  '.claude/agents/release-manager.md': release,
  '.claude/agents/reviewer.md': claude('reviewer', 'Read, Grep'),
  '.claude/agents/lead.md': claude('lead', 'Read, Agent(release-manager)'),
  '.claude/skills/changelog/SKILL.md':
    '---\nname: changelog\ndescription: How we write it.\n---\nx\n',
  '.opencode/agent/deployer.md': deployer,
};

/** A prompt of about that many letters, of all that Markdown has. */
export function longAgent(letters) {
  const parts = ['---\nname: long\ndescription: Knows much.\ntools: Read, Bash\n---\n'];
  for (let n = 0, length = 0; length < letters; n++) {
    const part =
      n % 9 === 0
        ? `## Part ${n}\n\n`
        : n % 5 === 0
          ? `- look at **this** ${n}\n- and at \`that\`\n  - closely\n\n`
          : n % 13 === 0
            ? `\`\`\`ts\nconst part = ${n};\nlook(part);\n\`\`\`\n\n`
            : `You read change ${n} and say what *could* break, for whom, and how one would see it.\n\n`;
    parts.push(part);
    length += part.length;
  }
  return parts.join('');
}
