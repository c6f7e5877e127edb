// What an author sees in a file of Kiro, of which only the documentation is known.
import assert from 'node:assert/strict';
import { toolsLabel } from '../../../server/features/persona/tool-count';
import { fileSummaryOf, headlineOf } from '../../../server/features/verdict-labels';
import { completing } from '../../support/completing';
import { diagnosing } from '../../support/diagnosing';
import { directFolder, directServer } from '../../support/direct-server';
import { fixing } from '../../support/fixing';
import { hovering } from '../../support/hovering';
import { running } from '../../support/running';
import { viewAt } from '../../support/viewing';
import { words } from '../../support/words';

const at = '.kiro/agents/reviewer.md';

const verdictOf = (text: string, path = at) => {
  const [verdict, ...others] = viewAt(text, { at: path }).verdicts();
  assert.equal(verdict?.place.host.id, 'kiro');
  assert.deepEqual(others, []);
  return verdict;
};

const agentIn = (text: string, path = at) => {
  const { persona } = verdictOf(text, path);
  assert.ok(persona);
  return persona;
};

const withTools = (tools: string) =>
  agentIn(`---\ndescription: Reviews.\ntools: ${tools}\n---\nYou review.\n`).tools;

const documented = `---
description: Backend development agent
model: claude-sonnet-4
tools: [read, write, shell, web, "@postgres/query"]
mcpServers:
  postgres:
    command: npx
    args: ["-y", "server-postgres"]
    env:
      DATABASE_URL: "\${DATABASE_URL}"
resources:
  - file://./ARCHITECTURE.md
  - skill://backend-patterns
permissions:
  rules:
    - capability: shell
      effect: allow
      match:
        - "npm *"
        - "node *"
welcomeMessage: "Ready to work."
---

You are a backend developer.
`;

describe('Kiro', () => {
  it('has the agent', () => {
    const agent = agentIn(documented);
    assert.equal(agent.id, 'reviewer');
    assert.equal(agent.description, 'Backend development agent');
    assert.equal(agent.prompt, 'You are a backend developer.');
    assert.deepEqual(agent.tools.granted, ['read', 'write', 'shell', 'web']);
    assert.deepEqual(agent.tools.unverified, ['@postgres/query']);
    assert.deepEqual(
      agent.permissions?.map(({ permission, pattern, action }) => [permission, pattern, action]),
      [
        ['shell', 'npm *', 'allow'],
        ['shell', 'node *', 'allow'],
      ],
    );
  });

  it('reports nothing in a file in the documented form', () => {
    diagnosing(documented, { at });
  });

  it('calls an agent without a name by its path below the folder', () => {
    const text = '---\ndescription: Plans.\n---\nYou plan.\n';
    assert.equal(agentIn(text, '.kiro/agents/team/agents/planner.md').id, 'team/agents/planner');
    assert.equal(agentIn(text, '.kiro/agents/team/planner.md').id, 'team/planner');
  });

  it('states that what is shown is what the documentation states', () => {
    const verdict = verdictOf('---\ndescription: Reviews.\ntools: [read]\n---\nYou review.\n');
    assert.equal(
      words(headlineOf(fileSummaryOf(verdict, []))),
      'Loads, according to the documentation of Kiro.',
    );
  });

  it('does not know the tools of an agent whose file has no list of them', () => {
    const verdict = verdictOf('---\ndescription: Reviews.\n---\nYou review.\n');
    assert.equal(words(toolsLabel(verdict)), 'tools unknown');
    const files = { [at]: '---\ndescription: Reviews.\n---\nYou review.\n' };
    assert.match(running(files, ['list']).out, /reviewer +Kiro +loads +unknown/);
    assert.match(running(files, ['explain', at]).out, /as reviewer · tools unknown/);
  });

  it('grants tags, what stands for several, and the names of version 2', () => {
    assert.deepEqual(withTools('[fs_read, execute_bash]').granted, ['read', 'shell']);
    assert.deepEqual(withTools('["@builtin"]').granted, [
      ...['read', 'write', 'shell', 'web', 'subagent', 'context', 'knowledge', 'todo_list'],
    ]);
    assert.equal(withTools('["*"]').all, true);
    assert.deepEqual(withTools('[read, write]\nexcludedTools: [write]').granted, ['read']);
  });

  it('does not judge names that its documentation does not list', () => {
    assert.deepEqual(withTools('[readFile]').unverified, ['readFile']);
    diagnosing('---\ndescription: Reviews.\ntools: [readFile, Grep]\n---\nYou review.\n', { at });
  });

  it('reports a tag in another letter case, because names are documented as case-sensitive', () =>
    diagnosing(
      `
      ---
      description: Reviews.
      tools: [Read, shell]
              ^^^^ warning miscased-tool: According to its documentation, Kiro does not recognize it. Use "read" instead.
      ---
      You review.
      `,
      { at },
    ));

  it('does not state that an agent has no tools where only the letter case is wrong', () =>
    diagnosing(
      `
      ---
      description: Reviews.
      tools: [Read]
              ^^^^ warning miscased-tool: According to its documentation, Kiro does not recognize it. Use "read" instead.
      ---
      You review.
      `,
      { at },
    ));

  it('reports nothing about fields, values and files of which nothing is documented', () => {
    for (const text of [
      'You review.\n',
      '---\ndescription: Reviews.\n\nYou review.\n',
      '---\ndescription: Reviews: everything\n---\nYou review.\n',
      '\uFEFF---\ndescription: Reviews.\n---\nYou review.\n',
      '\n---\ndescription: Reviews.\n---\nYou review.\n',
      '---\nowner: me\ndescription: 42\ntools: read\nhooks: 5\n---\nYou review.\n',
    ])
      diagnosing(text, { at });
  });

  it('is not compared with a copy for another program by what the two may do', () => {
    const copy = (tools: string) =>
      `---\nname: reviewer\ndescription: Reviews.\n${tools}---\nReview.\n`;
    const files = {
      [at]: copy('tools: [read]\n'),
      '.claude/agents/reviewer.md': copy('tools: Bash\n'),
    };
    assert.doesNotMatch(running(files, ['check', '--notes']).out, /diverged-copy/);
  });

  it('completes fields and tags', () => {
    completing('---\ndescription: Reviews.\nperm|\n---\nYou review.\n', { at }).offers(
      'permissions',
    );
    completing('---\ndescription: Reviews.\ntools: [|]\n---\nYou review.\n', { at }).offers(
      'read',
      'shell',
      '@builtin',
    );
    completing('---\npermissions:\n  rules:\n    - capability: |\n---\nYou review.\n', {
      at,
    }).offers('fs_read', 'filesystem');
  });

  it('names the page of the documentation in a hover', () => {
    hovering('---\nwelcome|Message: Hello\n---\nYou review.\n', { at }).shows(
      'Documented in Agent configuration reference',
    );
  });
});

describe('Kiro, in JSON', () => {
  const file = '.kiro/agents/reviewer.json';
  const agent = `{
  "description": "Reviews.",
  "prompt": "file://./reviewer-prompt.md",
  "tools": ["fs_read", "shell", "@git/git_status"],
  "allowedTools": ["fs_read"],
  "toolsSettings": { "shell": { "allowedCommands": ["git .*"] } }
}
`;

  it('has the agent', () => {
    const found = agentIn(agent, file);
    assert.equal(found.id, 'reviewer');
    assert.equal(found.prompt, 'file://./reviewer-prompt.md');
    assert.deepEqual(found.tools.granted, ['read', 'shell']);
    diagnosing(agent, { at: file });
  });

  it('is listed and explained', () => {
    const files = { [file]: agent };
    assert.match(running(files, ['list']).out, /reviewer +Kiro +loads +2 of 3 \(1 unknown\)/);
    assert.match(running(files, ['explain', file]).out, /as reviewer · tools read, shell/);
  });

  it('completes fields, tags and rules', () => {
    completing('{\n  "wel|"\n}\n', { at: file }).offers('welcomeMessage', 'prompt');
    completing('{\n  "tools": ["|"]\n}\n', { at: file }).offers('read', '@builtin');
    completing('{\n  "permissions": { "rules": [{ "effect": "|" }] }\n}\n', {
      at: file,
    }).offers('allow', 'deny');
  });

  it('explains a field', () => {
    hovering('{ "includeMcp|Json": true }\n', { at: file }).shows('mcp.json');
  });

  it('reports and fixes a tag in another letter case', () => {
    const text = '{ "prompt": "You review.", "tools": ["Sh|ell"] }\n';
    fixing(text, { at: file })
      .taking('Replace with "shell"')
      .gives('{ "prompt": "You review.", "tools": ["sh|ell"] }\n'.replace('|', ''));
  });

  it('reports text that is no JSON', () => {
    const lost = 'According to its documentation, Kiro does not load the agent.';
    diagnosing(
      `
      { "prompt": "You review.", }
                               ^ error invalid-json: The file is not valid JSON. ${lost} A comma follows the last entry of a list or a map. Correct the JSON.
      `,
      { at: file },
    );
    diagnosing(
      `
      { // Reviews.
        ^^^^^^^^^^^ error invalid-json: The file is not valid JSON. ${lost} The file contains a comment. Correct the JSON.
      }
      `,
      { at: file },
    );
    diagnosing(
      `
      {
        "prompt": "You review."
        "tools": ["read"]
        ^ error invalid-json: ${lost} Expected a comma
      }
      `,
      { at: file },
    );
  });

  it('does not judge JSON with a byte order mark, nor what is too deep to be read', () => {
    for (const text of [`\uFEFF${agent}`, `{ "hooks": ${'['.repeat(60)}${']'.repeat(60)} }\n`])
      diagnosing(text, { at: file });
  });

  it('shows no structure that the editor shows itself', async () => {
    const path = `${directFolder}/${file}`;
    const server = await directServer({ files: { [path]: agent } });
    const uri = `file://${path}`;
    server.open(uri, agent, 'json');
    for (const request of ['onDocumentSymbol', 'onFoldingRanges'])
      assert.deepEqual(await server.ask(request, { textDocument: { uri } }), [], request);
  });

  it('is no agent in another folder', () => {
    assert.deepEqual(viewAt(agent, { at: '.kiro/agents/prompts/reviewer.json' }).verdicts(), []);
  });
});
