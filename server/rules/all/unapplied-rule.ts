import type { Problem } from '../../hosts/model/type';
import { exactly } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { problemFindings } from '../values/problems';

export const docs: RuleDocs = {
  what: 'Checks for permission rules and other limits in settings that the program does not apply, or applies to other calls than they name.',
  why: 'A rule in a form that the program cannot read is skipped, and a path of "Write" is never matched, because the rules of "Edit" are for all tools that change files. A list under a key that the program does not know, such as "denied", is ignored. What the rule should deny stays allowed. A rule that should allow some calls may allow all of them, or deny all others and match none.',
  sources: [{ facts: ['values of permission'] }],
};

export const examples = (): RuleExamples => {
  const denying = (...rules: readonly string[]) =>
    exactly(
      '.claude/settings.json',
      `{\n  "permissions": {\n    "deny": [${rules.map((rule) => `"${rule}"`).join(', ')}]\n  }\n}\n`,
    );

  return {
    failing: [
      denying('Read(.env)', 'bash'),
      denying('Write(.env)'),
      denying('Bash(rm:*'),
      denying('Bash(rm -rf /*:*)'),
      denying('WebFetch(example.com)'),
      denying('MultiEdit'),
      exactly(
        '.claude/settings.json',
        '{\n  "permissions": {\n    "denied": ["Bash"],\n    "Deny": ["WebFetch"]\n  }\n}\n',
      ),
      exactly('.claude/settings.json', '{\n  "deny": ["Bash"]\n}\n'),
      // Under the right key, a string costs the whole file.
      exactly('.claude/settings.json', '{\n  "ask": "Bash",\n  "enabledPlugins": {}\n}\n'),
      exactly('.claude/settings.json', '{\n  "permissions": { "denied": "Bash" }\n}\n'),
      exactly(
        '.gemini/settings.json',
        '{\n  "tools": { "excluded": ["run_shell_command"] },\n  "mcp": { "exclude": ["tickets"] }\n}\n',
      ),
      exactly('.gemini/settings.json', '{\n  "excludeTools": ["run_shell_command"]\n}\n'),
      exactly('.gemini/settings.json', '{\n  "tools.exclude": ["run_shell_command"]\n}\n'),
      exactly(
        '.qwen/settings.json',
        '{\n  "permissions": { "confirm": ["Bash"] },\n  "tools": { "deny": ["web_fetch"] },\n  "$version": 4\n}\n',
      ),
      exactly('.gemini/settings.json', '{\n  "tools": { "exclude": "run_shell_command" }\n}\n'),
      exactly('.gemini/settings.json', '{\n  "mcp": { "excluded": "tickets" }\n}\n'),
      exactly(
        '.qwen/settings.json',
        '{\n  "permissions": { "allow": "Bash(ls)", "deny": "Bash" },\n  "$version": 4\n}\n',
      ),
      exactly('.qwen/settings.json', '{\n  "tools": { "disabled": "web_fetch" }\n}\n'),
      exactly(
        '.qwen/settings.json',
        '{\n  "permissions": { "deny": ["bash", "WebFetch(domain:*.example.com)", "MultiEdit"] }\n}\n',
      ),
      exactly('.qwen/settings.json', '{\n  "tools": { "exclude": ["Bash(rm", "*"] }\n}\n'),
      exactly(
        '.gemini/settings.json',
        '{\n  "tools": { "exclude": ["run_shell_command(rm)", "Shell", "mcp__tickets__delete"] }\n}\n',
      ),
      exactly(
        '.gemini/settings.json',
        '{\n  "tools": { "confirmationRequired": ["write_file(src)", "WriteFileTool"] }\n}\n',
      ),
      exactly(
        '.gemini/settings.json',
        '{\n  "tools": { "allowed": ["run_shell_command(git *)", "write_file(src/**)", "WriteFile"] }\n}\n',
      ),
      exactly(
        '.gemini/settings.json',
        '{\n  "tools": { "core": ["ReadFileTool", "ShellTool()", "Bash(git:*)"] }\n}\n',
      ),
    ],
    passing: [
      exactly(
        '.claude/settings.json',
        '{\n  "deny": [],\n  "permissions": { "allow": ["Read"], "denied": null }\n}\n',
      ),
      exactly(
        '.gemini/settings.json',
        '{\n  "tools": { "sandbox": true, "shell": {} },\n  "coreTools": []\n}\n',
      ),
      exactly(
        '.gemini/settings.json',
        '{\n  "tools": { "allowed": ["run_shell_command(git)", "write_file", "reviewer", "mcp_tickets_*"] }\n}\n',
      ),
      exactly(
        '.gemini/settings.json',
        '{\n  "tools": { "core": ["read_file", "ShellTool(git)", "complete_task"] }\n}\n',
      ),
      exactly(
        '.gemini/settings.json',
        '{\n  "tools": { "exclude": ["run_shell_command", "run_shell_command(rm)", "ReadFileTool", "reviewer"] }\n}\n',
      ),
      exactly(
        '.qwen/settings.json',
        '{\n  "permissions": { "deny": ["Bash(rm *)", "WebFetch(domain:example.com)", "bash", "Bash"] }\n}\n',
      ),
      exactly(
        '.qwen/settings.json',
        '{\n  "permissions": { "allow": "Bash(ls)", "deny": ["Bash", ""] },\n  "tools": { "exclude": ["ShellTool"] }\n}\n',
      ),
      exactly('.gemini/settings.json', '{\n  "tools": { "exclude": ["run_shell_command"] }\n}\n'),
      denying('Read(.env)', 'Edit(.env)', 'Bash(rm:*)'),
      denying('WebFetch(domain:example.com)', 'mcp__tickets__delete', '*'),
    ],
  };
};

export const rule: Rule = {
  name: 'unapplied-rule',
  kind: 'host',
  subjects: ['settings'],
  check: (input: HostInput): Found[] => [
    ...rulesOf(input, (problem) => !isGrant(problem)).map(
      (found): Found => ({ ...found, severity: 'error', losesLimit: true }),
    ),
    ...rulesOf(input, isGrant),
  ],
};

/** Whether nothing is unlimited without the rule. */
const isGrant = ({ path: [list], otherwise }: Problem): boolean =>
  otherwise ? otherwise.losesLimit === undefined : list === 'allow';

/** These problems in lists of rules. Where the whole file is ignored, another rule reports why. */
const rulesOf = (input: HostInput, isWanted: (problem: Problem) => boolean): Found[] =>
  problemFindings(
    input,
    ({ field, otherwise }, problem) =>
      field?.role === 'permission' && otherwise?.file === undefined && isWanted(problem),
  );
