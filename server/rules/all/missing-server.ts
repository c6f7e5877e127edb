import { example } from '../example';
import { missing } from '../missing';
import type { AcrossInput, Found, Rule, RuleDocs, RuleExamples } from '../rule';

export const docs: RuleDocs = {
  what: 'An MCP server whose tools an agent is to have and that is not set up.',
  why: 'A host starts the agent all the same, without those tools, and says so where nobody looks. An agent with no other tool is not started at all.',
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
    // None of its tools is there.
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
    // Its own.
    example(
      '.claude/agents/triage.md',
      'name: triage\ndescription: Sorts issues.\ntools: Read, mcp__own__search\nmcpServers:\n  - own:\n      command: own',
      undefined,
      { path: '.mcp.json', text: '{ "mcpServers": { "owns": { "command": "tracker" } } }' },
    ),
    // Upper and lower case are the same to this host.
    example(
      '.github/agents/triage.agent.md',
      'name: triage\ndescription: Sorts issues.\ntools: ["Tracker/*"]',
      undefined,
      { path: '.mcp.json', text: '{ "mcpServers": { "tracker": { "command": "tracker" } } }' },
    ),
    // Nothing is configured here, so that all may be configured elsewhere.
    example(
      '.claude/agents/triage.md',
      'name: triage\ndescription: Sorts issues.\ntools: Read, mcp__github__search',
    ),
  ],
});

export const rule: Rule = {
  name: 'missing-server',
  kind: 'host',
  hears: 'names',
  across: (input: AcrossInput): Found[] => missing(input, 'mcp-server'),
};
