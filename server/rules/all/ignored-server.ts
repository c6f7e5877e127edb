import { exactly } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { forReview, isAbout, problemFindings } from '../values/problems';

export const docs: RuleDocs = {
  what: 'Checks for MCP servers that the program does not load, or loads without a part of them.',
  why: 'One wrong value, and the server is missing, with all of its tools. The other servers are loaded, and the session does not report it. Programs differ in what they accept: a `url` without a `type`, or a list of `tools`, is a server for one and nothing for another. A misspelled key, or a key of another program, is ignored: the server starts without its arguments or variables.',
  sources: [{ facts: ['values of servers'] }],
};

export const examples = (): RuleExamples => {
  const servers = (...lines: readonly string[]) =>
    exactly('.mcp.json', `{\n  "mcpServers": {\n    ${lines.join(',\n    ')}\n  }\n}\n`);

  const configuration = (server: string) =>
    exactly('opencode.json', `{\n  "mcp": {\n    "files": ${server}\n  }\n}\n`);

  return {
    failing: [
      configuration('{ "enabled": true, "command": ["npx", "-y", "@example/files"] }'),
      configuration('{ "type": "local", "command": ["files"], "env": { "PORT": "3000" } }'),
      configuration(
        '{ "type": "remote", "url": "https://example.com/mcp", "environment": { "PORT": "3000" } }',
      ),
      servers('"search": { "url": "https://example.com/mcp" }'),
      exactly(
        '.gemini/settings.json',
        '{\n  "mcpServers": {\n    "files": { "command": ["npx", "files"] },\n    "search": { "url": "example.com/mcp" }\n  }\n}\n',
      ),
      exactly(
        '.gemini/settings.json',
        '{\n  "mcpServers": { "files": { "command": "npx", "args": "-y @example/files" } }\n}\n',
      ),
      exactly(
        '.gemini/settings.json',
        '{\n  "mcpServers": { "files": { "command": "npx", "environment": { "A": "b" }, "disabled": true } }\n}\n',
      ),
      exactly(
        '.codex/config.toml',
        '[mcp_servers.search]\nurl = "https://example.com/mcp"\nheaders = { Accept = "*/*" }\ndisabled = true\n',
      ),
      exactly(
        '.qwen/settings.json',
        '{\n  "mcpServers": { "search": { "type": "http", "url": "https://example.com/mcp" }, "files": null }\n}\n',
      ),
      exactly(
        '.qwen/settings.json',
        '{\n  "mcpServers": { "search": { "type": "http", "url": "https://example.com/mcp" } }\n}\n',
      ),
      servers('"search": { "type": "streamableHttp", "url": "https://example.com/mcp" }'),
      servers('"search": { "type": "http", "url": "https://example.com/mcp", "tools": ["*"] }'),
      servers('"search": { "link": "https://example.com/mcp" }'),
      servers(
        '"files": { "command": "npx", "arg": ["@example/files"], "enviroment": { "PORT": "3000" } }',
      ),
      servers('"files": { "cmd": "npx", "args": ["@example/files"] }'),
      exactly(
        '.codex/config.toml',
        '[mcp_servers.files]\ncommand = "files"\nworkdir = "data"\ndisabledTools = ["delete"]\n',
      ),
      exactly(
        '.claude/settings.json',
        '{\n  "mcpServers": { "files": { "command": "npx", "args": ["-y", "@example/files"] } }\n}\n',
      ),
      servers('"files": { "command": "npx", "args": "-y @example/files" }'),
      servers('"files": { "command": "npx", "env": { "PORT": 3000 } }'),
      exactly('.mcp.json', '{\n  "files": { "command": "npx", "args": ["@example/files"] }\n}\n'),
      exactly('.vscode/mcp.json', '{\n  "servers": [{ "command": "npx", "args": ["files"] }]\n}\n'),
    ],
    passing: [
      // The author's own keys.
      servers('"files": { "command": "npx", "args": ["@example/files"], "note": "Files." }'),
      exactly(
        '.gemini/settings.json',
        '{\n  "mcpServers": {\n    "files": { "command": "npx", "args": ["files"], "trust": true },\n    "search": { "httpUrl": "https://example.com/mcp" },\n    "ofAnExtension": { "excludeTools": ["delete"] }\n  }\n}\n',
      ),
      exactly(
        '.qwen/settings.json',
        '{\n  "mcpServers": {\n    "files": { "command": "npx", "args": ["files"], "env": { "PORT": 3000 } },\n    "search": { "httpUrl": "https://example.com/mcp" }\n  }\n}\n',
      ),
      configuration('{ "type": "local", "command": ["npx", "-y", "@example/files"] }'),
      configuration('{ "enabled": false }'),
      configuration('{ "type": "local", "command": ["files"], "headers": {}, "oauth": false }'),
      servers('"search": { "type": "http", "url": "https://example.com/mcp", "link": "x" }'),
      servers('"files": { "command": "npx", "args": ["-y", "@example/files"] }'),
      servers('"files": { "command": "npx", "env": { "PORT": "3000" }, "disabled": true }'),
    ],
  };
};

export const rule: Rule = {
  name: 'ignored-server',
  kind: 'host',
  subjects: ['settings'],
  check: (input: HostInput): Found[] => {
    const found = (ofType: boolean): readonly Found[] =>
      problemFindings(
        input,
        (field, { kind }) =>
          isAbout(input.verdict, field, 'servers') &&
          field.otherwise?.file === undefined &&
          (kind === 'type') === ofType,
      ).map((one) => ({
        ...forReview(one),
        // The server is loaded, without what the key is for.
        severity: one.severity === 'information' ? 'warning' : 'error',
      }));
    // Schemas of editors know the types.
    return [
      ...found(true).map((one): Found => ({ ...one, builtin: 'invalid-type' })),
      ...found(false),
    ];
  },
};
