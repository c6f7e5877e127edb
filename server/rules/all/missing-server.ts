import { example } from '../example';
import { missing } from '../names/missing-references';
import type { Found, Rule, RuleDocs, RuleExamples, WorkspaceInput } from '../rule';

export const docs: RuleDocs = {
  what: 'Checks for MCP servers that an agent uses but no configuration defines.',
  why: 'The program starts the agent without the tools of the server and reports it at most in a log. An agent without other tools does not start.',
  sources: [{ facts: ['missing mcp-server', 'companion'] }],
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.claude/agents/triage.md',
      'name: triage\ndescription: Sorts issues.\ntools: Read, mcp__trackr__search',
      undefined,
      { path: '.mcp.json', text: '{ "mcpServers": { "tracker": { "command": "tracker" } } }' },
    ),
    example(
      '.claude/agents/triage.md',
      'name: triage\ndescription: Sorts issues.\nmcpServers: [Tracker]',
      undefined,
      { path: '.mcp.json', text: '{ "mcpServers": { "tracker": { "command": "tracker" } } }' },
    ),
    example(
      '.claude/agents/triage.md',
      'name: triage\ndescription: Sorts issues.\ntools: Read, mcp__github__search',
      undefined,
      { path: '.mcp.json', text: '{ "mcpServers": { "gitlab": { "command": "tracker" } } }' },
    ),
    // None of its tools exists.
    example(
      '.claude/agents/triage.md',
      'name: triage\ndescription: Sorts issues.\ntools: mcp__github__search, mcp__github__close',
      undefined,
      example('.claude/agents/closer.md', 'name: closer\ndescription: Closes issues.'),
    ),
  ],
  passing: [
    example(
      '.claude/agents/triage.md',
      'name: triage\ndescription: Sorts issues.\ntools: Read, mcp__my_tracker__search',
      undefined,
      { path: '.mcp.json', text: '{ "mcpServers": { "my tracker": { "command": "tracker" } } }' },
    ),
    // The agent defines the server itself.
    example(
      '.claude/agents/triage.md',
      'name: triage\ndescription: Sorts issues.\ntools: Read, mcp__own__search\nmcpServers:\n  - own:\n      command: own',
      undefined,
      { path: '.mcp.json', text: '{ "mcpServers": { "owns": { "command": "tracker" } } }' },
    ),
    // This host ignores the case of server names.
    example(
      '.github/agents/triage.agent.md',
      'name: triage\ndescription: Sorts issues.\ntools: ["Tracker/*"]',
      undefined,
      { path: '.mcp.json', text: '{ "mcpServers": { "tracker": { "command": "tracker" } } }' },
    ),
    // Nothing is configured here, so the server may be configured elsewhere.
    example(
      '.claude/agents/triage.md',
      'name: triage\ndescription: Sorts issues.\ntools: Read, mcp__github__search',
    ),
  ],
});

export const rule: Rule = {
  name: 'missing-server',
  kind: 'host',
  across: (input: WorkspaceInput): Found[] => missing(input, 'mcp-server'),
};
