import { subjectAt } from '../../hosts/model/place';
import { exactly, example } from '../example';
import type { Rule, RuleDocs, RuleExamples } from '../rule';
import { foreignMatchers } from '../tools/foreign-matchers';
import { forReview, isAbout, problemFindings } from '../values/problems';

export const docs: RuleDocs = {
  what: 'Checks for hooks that the program cannot use.',
  why: 'Most mistakes disable only one hook, and a matcher in another letter case, or with names that tools have in another program, matches no tool. A mistake in a hook that should block something can silently keep the whole agent from loading.',
  sources: [{ facts: ['values of hooks', 'matchers of hooks'] }],
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\nhooks: check.sh',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\nhooks:\n  PreTool:\n    - hooks:\n        - type: command\n          command: "true"',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\nhooks:\n  Stop:\n    - hooks:\n        - type: constructor\n          command: "true"',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\nhook:\n  PreToolUse:\n    - hooks:\n        - type: command\n          command: "true"',
    ),
    example(
      '.github/agents/reviewer.agent.md',
      'description: Reviews changes.\nhooks:\n  Stop:\n    - type: command\n      command: "  "',
    ),
    exactly(
      '.claude/settings.json',
      '{\n  "hooks": {\n    "PreToolUse": [\n      { "matcher": "bash|Edit", "hooks": [{ "type": "command", "command": "true" }] },\n      { "matcher": "mcp__tickets", "hooks": [{ "type": "command", "command": "true" }] },\n      { "matcher": "Bash(", "hooks": [{ "type": "command", "command": "true" }] }\n    ]\n  }\n}\n',
    ),
    exactly(
      '.claude/settings.json',
      '{\n  "hooks": {\n    "Bash": [{ "hooks": [{ "type": "command", "command": "true" }] }]\n  }\n}\n',
    ),
    exactly(
      '.claude/settings.json',
      '{\n  "hooks": {\n    "PreToolUse": [\n      { "matcher": "Bash", "hooks": [{ "type": "command", "command": "true", "if": "Bash(rm *|git push*)" }] },\n      { "hooks": [{ "type": "command", "command": "true", "if": "bash(rm *)" }] }\n    ]\n  }\n}\n',
    ),
    exactly(
      '.claude/settings.json',
      '{\n  "hooks": {\n    "PreToolUse": [\n      { "matcher": "Bash", "hooks": [{ "type": "command", "command": "npm test", "blocking": true }] },\n      { "match": "Edit", "hooks": [{ "type": "command", "command": "true", "enabled": false }] },\n      { "if": "Bash(rm *)", "hooks": [{ "type": "command", "command": "true", "matcher": "Bash" }] }\n    ]\n  }\n}\n',
    ),
    exactly(
      '.codex/hooks.json',
      '{\n  "hooks": {\n    "PreToolUse": [\n      { "matcher": "Bash(rm", "hooks": [{ "type": "command", "command": "./check.sh" }] },\n      { "type": "command", "command": "./check.sh" }\n    ]\n  }\n}\n',
    ),
    exactly(
      '.github/hooks/guards.json',
      '{\n  "version": 1,\n  "hooks": {\n    "preToolUse": [{ "type": "command", "bash": "./check.sh", "timeoutSec": "30" }],\n    "Stopp": [{ "type": "command", "bash": "./check.sh" }]\n  }\n}\n',
    ),
    exactly(
      '.codex/hooks.json',
      '{\n  "hooks": {\n    "PreToolUse": [{ "matcher": "bash|Edit", "hooks": [{ "type": "command", "command": "true" }] }]\n  }\n}\n',
    ),
    exactly(
      '.gemini/settings.json',
      '{\n  "hooks": {\n    "PreToolUse": [{ "hooks": [{ "type": "command", "command": "./check.sh" }] }],\n    "BeforeTool": [{ "type": "command", "command": "./check.sh" }]\n  }\n}\n',
    ),
    exactly(
      '.gemini/settings.json',
      '{\n  "hooks": {\n    "BeforeTool": [\n      { "matcher": ["write_file"], "hooks": [{ "type": "command", "command": "./check.sh" }] },\n      { "hooks": [{ "type": "command", "command": "./log.sh" }] }\n    ]\n  }\n}\n',
    ),
    exactly(
      '.gemini/settings.json',
      '{\n  "hooks": {\n    "BeforeTool": [{ "hooks": [{ "type": "command", "command": "./check.sh", "timeout": 30 }] }]\n  }\n}\n',
    ),
    exactly(
      '.qwen/settings.json',
      '{\n  "hooks": {\n    "BeforeTool": [{ "hooks": [{ "type": "command", "command": "./check.sh" }] }],\n    "PreToolUse": { "hooks": [{ "type": "command", "command": "./check.sh" }] }\n  }\n}\n',
    ),
    exactly(
      '.qwen/settings.json',
      '{\n  "hooks": {\n    "PreToolUse": [\n      { "matcher": "bash|Edit", "hooks": [{ "type": "command", "command": "./check.sh" }] },\n      { "matcher": "^Bash$", "hooks": [{ "type": "command", "command": "./log.sh" }] },\n      { "matcher": "Bash(rm:*)", "hooks": [{ "type": "command", "command": "./rm.sh" }] },\n      { "matcher": "BASH", "hooks": [{ "type": "command", "command": "./any.sh" }] }\n    ]\n  }\n}\n',
    ),
    exactly(
      '.qwen/settings.json',
      '{\n  "hooks": {\n    "PreToolUse": [\n      { "matcher": ["Bash"], "hooks": [{ "type": "command", "command": "./check.sh" }] },\n      { "hooks": [{ "type": "http", "command": "./log.sh" }] }\n    ]\n  }\n}\n',
    ),
    exactly(
      '.github/hooks/guards.json',
      '{\n  "hooks": {\n    "preToolUse": [\n      { "type": "command", "bash": "true", "matcher": "Bash" },\n      { "type": "command", "bash": "true", "matcher": "*" },\n      { "type": "command", "bash": "true", "matcher": "mcp__tickets__.*" }\n    ]\n  }\n}\n',
    ),
    exactly(
      '.claude/settings.json',
      '{\n  "hooks": {\n    "PreToolUse": [{ "matcher": "run_shell_command", "hooks": [{ "type": "command", "command": "true" }] }],\n    "PostToolUse": [{ "matcher": "^(write_file|replace)$", "hooks": [{ "type": "command", "command": "true" }] }]\n  }\n}\n',
    ),
    exactly(
      '.gemini/settings.json',
      '{\n  "hooks": {\n    "BeforeTool": [{ "matcher": "Write|Edit", "hooks": [{ "type": "command", "command": "true" }] }]\n  }\n}\n',
    ),
    exactly(
      '.github/hooks/guards.json',
      '{\n  "hooks": {\n    "postToolUse": [{ "type": "command", "bash": "true", "matcher": "Write|Edit" }]\n  }\n}\n',
    ),
    exactly(
      '.qwen/settings.json',
      '{\n  "hooks": {\n    "PreToolUse": [{ "matcher": "runCommands", "hooks": [{ "type": "command", "command": "true" }] }]\n  }\n}\n',
    ),
  ],
  passing: [
    // A tool of a server, one that is not known here, and lists of which a part names a tool.
    exactly(
      '.claude/settings.json',
      '{\n  "hooks": {\n    "PreToolUse": [\n      { "matcher": "mcp__tickets__write_file", "hooks": [{ "type": "command", "command": "true" }] },\n      { "matcher": "Publish", "hooks": [{ "type": "command", "command": "true" }] },\n      { "matcher": "Bash|run_shell_command", "hooks": [{ "type": "command", "command": "true" }] }\n    ]\n  }\n}\n',
    ),
    exactly(
      '.gemini/settings.json',
      '{\n  "hooks": {\n    "BeforeTool": [\n      { "matcher": "Write|write_file", "hooks": [{ "type": "command", "command": "true" }] },\n      { "matcher": "edit", "hooks": [{ "type": "command", "command": "true" }] }\n    ]\n  }\n}\n',
    ),
    exactly(
      '.qwen/settings.json',
      '{\n  "hooks": {\n    "PreToolUse": [\n      { "matcher": "Bash|write_file", "hooks": [{ "type": "command", "command": "./check.sh", "timeout": 5 }] },\n      { "matcher": "^mcp__tickets__", "hooks": [{ "type": "http", "url": "http://localhost:8080" }] }\n    ],\n    "Stop": []\n  }\n}\n',
    ),
    exactly(
      '.gemini/settings.json',
      '{\n  "hooks": {\n    "BeforeTool": [\n      { "matcher": "write_file|replace", "hooks": [{ "type": "command", "command": "./check.sh", "timeout": 5000 }] }\n    ]\n  }\n}\n',
    ),
    exactly(
      '.github/hooks/guards.json',
      '{\n  "hooks": {\n    "preToolUse": [\n      { "type": "command", "bash": "true", "matcher": "bash|edit" },\n      { "type": "command", "bash": "true", "matcher": ".*" },\n      { "type": "command", "bash": "true", "matcher": "tickets-.*" }\n    ],\n    "PreToolUse": [{ "matcher": "*", "hooks": [{ "type": "command", "bash": "true" }] }]\n  }\n}\n',
    ),
    exactly(
      '.codex/hooks.json',
      '{\n  "hooks": {\n    "PreToolUse": [{ "matcher": "Bash", "hooks": [{ "type": "command", "command": "./check.sh", "timeout": 30 }] }]\n  }\n}\n',
    ),
    exactly(
      '.github/hooks/guards.json',
      '{\n  "version": 1,\n  "hooks": {\n    "preToolUse": [{ "type": "command", "bash": "./check.sh", "timeoutSec": 30 }]\n  }\n}\n',
    ),
    exactly(
      '.claude/settings.json',
      '{\n  "hooks": {\n    "PreToolUse": [\n      { "matcher": "Bash", "hooks": [{ "type": "command", "command": "true", "if": "Bash(rm *)", "description": "d", "blocking": false }] },\n      { "hooks": [{ "type": "command", "command": "grep -q TODO && exit 2", "blocking": true }, { "type": "command", "command": "node check.mjs", "blocking": true }] }\n    ],\n    "Stop": [{ "hooks": [{ "type": "command", "command": "true", "blocking": true }] }]\n  }\n}\n',
    ),
    exactly(
      '.claude/settings.json',
      '{\n  "hooks": {\n    "PreToolUse": [\n      { "matcher": "Bash|MultiEdit|mcp__tickets__.*", "hooks": [{ "type": "command", "command": "true" }] },\n      { "matcher": "Edit, Write", "hooks": [{ "type": "command", "command": "true" }] }\n    ]\n  }\n}\n',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\nhooks:\n  Stop:\n    - hooks:\n        - type: command\n          command: "true"',
    ),
    example('.claude/agents/reviewer.md', 'name: reviewer\ndescription: Reviews changes.\nhooks:'),
  ],
});

export const rule: Rule = {
  name: 'invalid-hook',
  kind: 'host',
  subjects: ['agent', 'skill', 'command', 'settings'],
  builtin: 'invalid-value',
  isEffect: true,
  check: (input) =>
    [
      // Includes hooks under an unknown key, which the host does not run.
      ...problemFindings(
        input,
        (field) =>
          isAbout(input.verdict, field, 'hooks') &&
          // Another rule reports what costs the whole file of settings.
          !(subjectAt(input.verdict.place) === 'settings' && field.otherwise?.file !== undefined),
      ),
      ...foreignMatchers(input),
    ].map(forReview),
};
