// Findings on names in a list of tools that no host has.
import assert from 'node:assert/strict';
import { diagnosing } from '../support/diagnosing';
import { running } from '../support/running';
import { vscodeFile } from '../support/viewing';

const inVscode = (line: string, marks: string, besides: readonly string[] = []): void => {
  diagnosing(`---\ndescription: Reviews changes.\n${line}\n${marks}---\nYou review.`, {
    at: vscodeFile,
    besides: ['renamed-tool', ...besides],
  });
};

describe('a tool that no owner of the file has', () => {
  it('is one finding if the file has several owners', () => {
    inVscode(
      'tools: [read, Audit]',
      '              ^^^^^ information unknown-tool: VS Code has no tool named "Audit" and silently ignores it, unless an extension or an MCP server provides it. Check the name.\n',
    );
  });

  it('is the more severe finding for a server without its tools', () => {
    inVscode(
      'tools: [read, redis]',
      '              ^^^^^ warning unknown-tool: Copilot CLI has no tool named "redis" and silently ignores it. Use "redis/*" for all of its tools if it is an MCP server.\n',
    );
  });

  it('is not reported again if another rule reports it', () => {
    inVscode(
      'tools: [read, openSimpleBrowser, search/changes]',
      '              ^^^^^^^^^^^^^^^^^ warning removed-tool: "openSimpleBrowser" was removed from VS Code and is silently ignored. Use "browser/openBrowserPage" instead.\n' +
        '                                 ^^^^^^^^^^^^^^ information unavailable-tool: is not available to this agent.\n',
    );
  });

  it('has a suggestion that every owner accepts', () => {
    inVscode(
      'tools: [read, findFiles]',
      '              ^^^^^^^^^ warning unknown-tool: VS Code has no tool named "findFiles" and silently ignores it. Did you mean "search/fileSearch"?\n',
    );
  });

  it('is to be removed if an alias in the list already grants the intended tool', () => {
    inVscode(
      'tools: [runCommands, terminalCommand]',
      '                     ^^^^^^^^^^^^^^^ hint unknown-tool: The list already includes "execute/runInTerminal". Remove "terminalCommand".\n',
    );
    diagnosing(`
      ---
      name: reviewer
      description: Reviews changes.
      tools: Bash, terminal
                   ^^^^^^^^ hint unknown-tool: The list already includes "Bash". Remove "terminal".
      ---
      You review.`);
  });
});

describe('names for which one program refuses the file', () => {
  it('are one finding for each list, with what to use instead of each', () =>
    diagnosing(
      `
    ---
    name: dev
    description: Develops.
    tools:
      - Read
        ^^^^ error unknown-tool: Gemini CLI has no tools named "Read", "Grep" and "Foo". Gemini CLI rejects the file and shows an error. Use "read_file" instead of "Read" and "grep_search" instead of "Grep". Remove "Foo".
      - Grep
      - Foo
    ---
    Develop.`,
      { at: '.gemini/agents/dev.md' },
    ));

  it('are suggested for every use where the name limits the tool to some', () =>
    diagnosing(
      `
      ---
      name: dev
      description: Develops.
      tools: ["Bash(git log)"]
               ^^^^^^^^^^^^^ error unknown-tool: Use "run_shell_command" to allow every use of it, or remove it.
      ---
      Develop.`,
      { at: '.gemini/agents/dev.md' },
    ));

  it('are one finding for all keys that are no fields', () =>
    diagnosing(
      `
      ---
      name: dev
      description: Develops.
      version: 1.0
      ^^^^^^^ error unknown-field: "version" and "generated-from" are not fields in Gemini CLI. Gemini CLI rejects the file and shows an error. Remove them.
      generated-from: x
      ---
      Develop.`,
      { at: '.gemini/agents/dev.md' },
    ));
});

describe('names that a list has from another program', () => {
  it('are one finding, with what to use instead of each', () =>
    diagnosing(`
      ---
      name: dev
      description: Develops.
      tools: Bash, replace, google_web_search
                   ^^^^^^^ warning unknown-tool: "replace" and "google_web_search" are tools of Gemini CLI and are silently ignored by Claude Code. Use "Edit" instead of "replace" and "WebSearch" instead of "google_web_search".
      ---
      Develop.`));
});

describe('the finding on one word', () => {
  it('is on the form that no owner accepts, or on a misspelled set', () => {
    inVscode(
      'tools: [read, mcp__exa__*, serach/codebase]',
      '              ^^^^^^^^^^^ warning malformed-tool: VS Code\n' +
        '                           ^^^^^^^^^^^^^^^ warning unknown-tool: Did you mean "search/codebase"?\n',
    );
  });

  it('is reported for each host in a per-host report', () => {
    const text = '---\ndescription: Reviews changes.\ntools: [read, Audit]\n---\nYou review.\n';
    const { json } = running({ [vscodeFile]: text }, ['explain', vscodeFile, '--format', 'json']);
    const { files } = json as { files: { verdicts: { host: string; findings: unknown[] }[] }[] };
    assert.deepEqual(
      files[0]?.verdicts.slice(0, 2).map(({ host, findings }) => [host, findings.length]),
      [
        ['copilot-cli', 1],
        ['vscode', 1],
      ],
    );
  });

  it('suggests no set if the list has single tools of it', () => {
    const report = (tools: string): string =>
      running(
        { 'docs/ideas.agent.md': `---\ndescription: Finds ideas.\ntools: ${tools}\n---\nThink.\n` },
        [...['check', '--loose', '--notes']],
      ).out;
    assert.match(
      report('[usages, web/githubRepo, websearch]'),
      /unknown-tool: .*"websearch".*Check the name/,
    );
    assert.match(report('[usages, websearch]'), /warning unknown-tool: .*Did you mean "web"\?/);
  });
});

describe('a name in a VS Code tool set', () => {
  it('is suggested with its set', () => {
    inVscode(
      'tools: [edit, execute/getTaskOutput]',
      '              ^^^^^^^^^^^^^^^^^^^^^ warning unknown-tool: Did you mean "read/getTaskOutput"?\n',
    );
  });

  it('is removed, off by default or unknown, but never from an extension', () => {
    inVscode(
      'tools: [read, search/searchResults, search/searchSubagent, execute/awaitTerminal]',
      '              ^^^^^^^^^^^^^^^^^^^^ warning removed-tool: was removed from VS Code\n' +
        '                                    ^^^^^^^^^^^^^^^^^^^^^ information unavailable-tool: is not available to this agent.\n' +
        '                                                           ^^^^^^^^^^^^^^^^^^^^^ warning unknown-tool: silently ignores it. Correct or remove it.\n',
    );
  });
});

describe('what the command line prints of Copilot CLI', () => {
  it('suggests the tool with which it asks the user', () => {
    const text = '---\ndescription: Reviews.\ntools: [AskUserQuestion, read]\n---\nReview.\n';
    const { out } = running({ [vscodeFile]: text }, ['check', '--program', 'copilot-cli']);
    assert.match(out, /Did you mean "ask_user"\?/);
  });

  it('states that a description or a name is to be shortened', () => {
    const at = '.github/skills/x/SKILL.md';
    const skill = (name: string, description: string): string =>
      `---\nname: ${name}\ndescription: ${description}\n---\nDo it.\n`;
    const long = running({ [at]: skill('x', 'word '.repeat(300)) }, ['check', at]);
    assert.match(long.out, /Copilot CLI rejects the whole file\. Shorten the description\./);
    const named = running({ [at]: skill('x'.repeat(70), 'Does it.') }, ['check', at]);
    assert.match(named.out, /Shorten the name\./);
  });
});

describe('a tool that was removed', () => {
  it('is a hint if its replacement is in the list, and a warning otherwise', () => {
    diagnosing(`
      ---
      name: reviewer
      description: Reviews changes.
      tools: Read, BashOutput, LS
                   ^^^^^^^^^^ hint removed-tool: The list already includes "Read". Remove "BashOutput".
                               ^^ warning removed-tool: Use "Glob" instead.
      ---
      You review.`);
  });
});
