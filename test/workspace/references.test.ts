// The references of agents to things in other files, for each host, with the position of each name.
import assert from 'node:assert/strict';
import { mutator } from '../conformance/mutate';
import { dice } from '../conformance/random';
import { hosts, placesOf } from '../support/catalog';
import { corpusAgents } from '../support/corpus-agents';
import { referencesAt, referring } from '../support/referring';
import { scaled } from '../support/resources';

const claude = (template: string, path = '.claude/agents/lead.md'): void =>
  referring(template, 'claude-code', path);
const vscode = (template: string, path = '.github/agents/lead.agent.md'): void =>
  referring(template, 'vscode', path);
const copilot = (template: string): void =>
  referring(template, 'copilot-cli', '.github/agents/lead.agent.md');
const opencode = (template: string): void =>
  referring(template, 'opencode', '.opencode/agent/lead.md');
const opencode2 = (template: string): void =>
  referring(template, 'opencode@2', '.opencode/agents/lead.md');
const kilo = (template: string, path = '.kilo/agent/lead.md'): void =>
  referring(template, 'kilo', path);

describe('an agent of Claude Code refers to', () => {
  it('the agents that it may start, and those that it may not', () =>
    claude(`
      ---
      name: lead
      tools: Read, Agent(helper, code reviewer), Task( tester ), Bash(git:*)
                         ^^^^^^ agent calls
                                 ^^^^^^^^^^^^^ agent calls
                                                       ^^^^^^ agent calls
      disallowedTools:
        - "Agent(deployer)"
                 ^^^^^^^^ agent rules
      ---
    `));
  it('servers, by their tools and by name', () =>
    claude(`
      ---
      tools: mcp__github__get_issue, mcp__jira, mcp__a_b__*
                  ^^^^^^ mcp-server uses
                                          ^^^^ mcp-server uses
                                                     ^^^ mcp-server uses
      disallowedTools: mcp__*, mcp__db__drop
                                    ^^ mcp-server rules
      mcpServers:
        - 'github'
           ^^^^^^ mcp-server uses
        - own:
            command: x
      ---
    `));
  it('skills and observers', () =>
    claude(`
      ---
      skills: style-guide, plug:review
              ^^^^^^^^^^^ skill uses
                           ^^^^^^^^^^^ skill uses
      observer: "watcher, second watcher"
                 ^^^^^^^ agent uses
                          ^^^^^^^^^^^^^^ agent uses
      ---
    `));
  it('files, in prose and not in code', () =>
    claude(`
      ---
      name: lead
      ---
      Read [the guide](docs/guide.md#style "Guide") and ![a](<../a.png>), @README.md and @./src/a.ts.
                       ^^^^^^^^^^^^^ file mentions
                                                              ^^^^^^^^ file mentions
                                                                           ^^^^^^^^^ file mentions
                                                                                          ^^^^^^^^^^ file mentions
      \`[no](no/no.md)\` [x](https://a.b/c.md) [y](#z) [z](url) [p]({{dir}}/a.md) me@here.md @person @types/node
      \`\`\`
      @no/no.md
      \`\`\`
      [id]: other/file.md
            ^^^^^^^^^^^^^ file mentions
    `));
  it('nothing by fields that a plugin may not have', () =>
    claude(
      `
      ---
      mcpServers: [github]
      observer: watcher
      skills: [guide]
               ^^^^^ skill uses
      ---
    `,
      'plug/agents/lead.md',
    ));
  it('what is there of a half-typed file', () => {
    claude('---\nname: lead\ntools: Agent(\n---\n');
    claude('---\nname: lead\ntools: [Agent(a, b)]\nskills:\nmcpServers: github\n---\n');
    claude('---\nname: lead\ntools: Agent()\nskills: 5\nobserver: [a]\n---\n');
    claude('---\nname: lead\ntools: Agent(,)\nmcpServers: {a: b}\nskills: {a: b}\n---\n@');
    claude('---\nname: lead\nskills: "a\\u0062c"\n---\n[a](');
  });
});

describe('an agent of VS Code refers to', () => {
  it('agents that it may call, and hands over to', () =>
    vscode(`
      ---
      agents: ['helper', Code Reviewer, '*', a*]
                ^^^^^^ agent calls
                         ^^^^^^^^^^^^^ agent calls
                                         ^ agent calls pattern
                                             ^^ agent calls
      handoffs:
        - label: Go
          agent: builder
                 ^^^^^^^ agent hands-over
          prompt: Build it.
        - label: Test
          agent: "Test Writer"
                  ^^^^^^^^^^^ agent hands-over
      ---
    `));
  it('servers, by their tools', () =>
    vscode(`
      ---
      tools: [github/*, 'my server/get', search/codebase, edit, ms-python.python/x, web/fetch, runCommands/a, f(a/b)]
              ^^^^^^ mcp-server uses
                         ^^^^^^^^^ mcp-server uses
      ---
      Ask #tool:github/get_issue, #tool:search/codebase or #tool:todo.
                ^^^^^^ mcp-server mentions
    `));
  it('files', () =>
    vscode(`
      ---
      description: d
      ---
      See #file:docs/a.md, [b](../b.md) and \`#file:c.md\`.
                ^^^^^^^^^ file mentions
                               ^^^^^^^ file mentions
    `));
  it('no server in the folder of Claude Code', () =>
    vscode(
      `
      ---
      name: lead
      tools: mcp__github__x, github/*
      agents: [helper]
               ^^^^^^ agent calls
      ---
    `,
      '.claude/agents/lead.md',
    ));
  it('what is there of a half-typed file', () => {
    vscode('---\nagents: helper\nhandoffs: {agent: a}\ntools:\n---\n');
    vscode(
      '---\nagents:\n  - \nhandoffs:\n  - agent:\n  - a\n  - agent: [b]\ntools: 5\n---\n#file:',
    );
    vscode('---\nagents: [');
  });
});

describe('an agent of Copilot CLI refers to', () => {
  it('skills, servers and files', () =>
    copilot(`
      ---
      description: d
      tools: ['github/*', 'jira/search', search/codebase, web/fetch, a-b, a.b/c, view]
               ^^^^^^ mcp-server uses
                           ^^^^ mcp-server uses
      skills: [style-guide]
               ^^^^^^^^^^^ skill uses
      agents: [helper]
      handoffs: [{label: a, agent: b, prompt: c}]
      mcp-servers:
        own: {command: a, args: [], tools: ['*']}
      ---
      [a](docs/a.md) #file:b.md
          ^^^^^^^^^ file mentions
    `));
  it('what is there of a half-typed file', () => {
    copilot('---\ndescription: d\ntools:\nskills: a\n---\n');
    copilot('---\ndescription: d\ntools: {a: b}\nskills: [5, [a]]\n---\n');
  });
});

describe('an agent of OpenCode refers to', () => {
  it('agents and skills in its rules', () =>
    opencode(`
      ---
      permission:
        task:
          "*": deny
           ^ agent rules pattern
          team/reviewer: allow
          ^^^^^^^^^^^^^ agent rules
          'test-?': ask
           ^^^^^^ agent rules pattern
        skill:
          style-guide: deny
          ^^^^^^^^^^^ skill rules
      ---
    `));
  it('servers, where all of their tools are meant', () =>
    opencode(`
      ---
      permission:
        "my-server_*": ask
         ^^^^^^^^^ mcp-server rules
        external_directory: deny
        plan_*: deny
      tools:
        github_*: false
        ^^^^^^ mcp-server rules
        jira_get: true
        "*": false
      ---
      Ask @helper, read [a](b/c.md) and {file:d.md}.
                            ^^^^^^ file mentions
    `));
  it('what is there of a half-typed file', () => {
    opencode('---\npermission: deny\ntools: [a_*]\n---\n');
    opencode('---\npermission:\n  task: deny\n  skill:\n---\n');
    opencode('---\npermission:\n  task: [a]\n---\n');
  });
});

describe('an agent of OpenCode 2 refers to', () => {
  it('what its list of rules is about', () =>
    opencode2(`
      ---
      permissions:
        - {action: task, resource: helper, effect: allow}
                                   ^^^^^^ agent rules
        - action: subagent
          resource: "test-*"
                     ^^^^^^ agent rules pattern
          effect: deny
        - {action: edit, resource: src/*, effect: deny}
        - {action: skill, resource: guide, effect: deny}
                                    ^^^^^ skill rules
      ---
    `));
  it('what the maps of an old file are about', () =>
    opencode2(`
      ---
      permission:
        task:
          helper: allow
          ^^^^^^ agent rules
      permissions:
        - {action: task, resource: other, effect: allow}
      ---
    `));
  it('what is there of a half-typed file', () => {
    opencode2('---\npermissions:\n  - action: task\n---\n');
    opencode2('---\npermissions:\n  - task\n  - {action: task, resource: [a]}\n---\n');
    opencode2('---\npermissions: deny\n---\n');
  });
});

describe('an agent of Kilo refers to', () => {
  it('what its rules are about', () =>
    kilo(`
      ---
      permission:
        task:
          helper: allow
          ^^^^^^ agent rules
        github_*: deny
        ^^^^^^ mcp-server rules
        notebook_*: deny
      ---
    `));
  it('the files that it fills in', () =>
    kilo(`
      ---
      description: d
      ---
      {file:./docs/a.md} $${'{file:b.md}'} {env:HOME} [c](d/e.md)
            ^^^^^^^^^^^ file uses
                                                     ^^^^^^ file mentions
      // {file:f.md}
    `));
});

describe('in real files', () => {
  const main = hosts.filter(({ kinds }) => kinds.agent.references);

  it('every reference has the place of its name', () => {
    let found = 0;
    for (const { file, path, text } of corpusAgents()) {
      for (const place of placesOf(path, { has: () => false }, main)) {
        let last = -1;
        for (const { name, span } of referencesAt(text, place)) {
          const where = `${file} in ${place.host.id}`;
          assert.equal(text.slice(span.start, span.end), name, where);
          assert.ok(span.start >= last && name.trim() === name && name !== '', where);
          last = span.start;
          found++;
        }
      }
    }
    assert.ok(found > scaled(500), `${found}`);
  });

  it('and no text breaks it', () => {
    const agents = corpusAgents();
    const random = dice(5);
    const mutations = new Map(main.map((host) => [host, mutator(host)]));
    for (const { path, text } of agents.filter((_, index) => index % 10 === 0)) {
      for (const place of placesOf(path, { has: () => false }, main)) {
        const changed = mutations.get(place.host)?.(text, random) ?? text;
        for (const { name, span } of referencesAt(changed, place))
          assert.equal(changed.slice(span.start, span.end), name);
      }
    }
  });
});
