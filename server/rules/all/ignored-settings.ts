import { documentKindOf } from '../../hosts/model/place';
import type { Problem } from '../../hosts/model/type';
import { joined, type Message, t } from '../../text/message';
import { exactly } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { lostGuards } from '../values/lost-guards';
import { forReview, isAbout, problemFindings } from '../values/problems';
import { unreadableJson } from '../values/unreadable-json';
import { effectOf } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for settings that the program ignores as a whole.',
  why: 'One value of the wrong type, or one hook that cannot be read, and nothing in the file is used: neither the rules that deny something, nor the hooks that check a call before it is made. The session works, and the guards are gone.',
  sources: [{ facts: ['values', 'flaw json'] }],
};

export const examples = (): RuleExamples => {
  const settings = (...lines: readonly string[]) =>
    exactly('.claude/settings.json', `{\n${lines.map((line) => `  ${line}`).join(',\n')}\n}\n`);

  const deny = '"permissions": { "deny": ["Bash", "Read(.env)"] }';

  return {
    failing: [
      settings('"cleanupPeriodDays": "30"', deny),
      settings('"permissions": { "deny": "Bash" }'),
      // A hook without its list of commands.
      settings(deny, '"hooks": { "PreToolUse": [{ "type": "command", "command": "./check.sh" }] }'),
      settings(
        deny,
        '"PreToolUse": [{ "hooks": [{ "type": "command", "command": "./check.sh" }] }]',
      ),
      settings(
        deny,
        '"hooks": { "matcher": "Bash", "hooks": [{ "type": "command", "command": "./check.sh" }] }',
      ),
      settings(
        deny,
        '"sandbox": { "before": [{ "hooks": [{ "type": "command", "command": "./check.sh" }] }] }',
      ),
      exactly(
        '.codex/hooks.json',
        '{\n  "hooks": {\n    "PreToolUse": [{ "hooks": [{ "type": "command", "command": "./check.sh", "timeout": "30" }] }],\n    "Stop": [{ "hooks": [{ "type": "command", "command": "./stop.sh" }] }]\n  }\n}\n',
      ),
      exactly(
        '.github/hooks/guards.json',
        '{\n  "version": "1",\n  "hooks": {\n    "preToolUse": [{ "type": "command", "bash": "./check.sh" }]\n  }\n}\n',
      ),
      exactly(
        'opencode.json',
        '{\n  "mcp": {\n    "files": { "type": "local", "command": "files" }\n  }\n}\n',
      ),
      exactly('opencode.json', '{\n  "permissions": { "allow": ["*"], "deny": ["bash"] }\n}\n'),
      exactly(
        '.gemini/settings.json',
        '{\n  "tools": { "core": "read_file" },\n  "mcpServers": { "files": null }\n}\n',
      ),
      exactly('.gemini/settings.json', '{\n  // No servers.\n  "mcpServers": {},\n}\n'),
      exactly('.qwen/settings.json', '{\n  "permissions": { "deny": ["Bash"] },\n}\n'),
      exactly(
        '.qwen/settings.json',
        '{\n  "tools": { "approvalMode": "acceptEdits" },\n  "permissions": { "deny": [5] },\n  "mcp": { "excluded": "files" }\n}\n',
      ),
      exactly('.codex/config.toml', 'approval_policy = "untrusted"\nsandbox_mode = "workspace"\n'),
      exactly(
        '.codex/config.toml',
        '[mcp_servers.files]\ncommand = "files"\nurl = "https://example.com/mcp"\n\n[mcp_servers.search]\nargs = ["search"]\n',
      ),
      exactly(
        'kilo.json',
        '{\n  "permission": { "bash": "deny" },\n  "mcp": {\n    "files": { "type": "stdio", "command": ["files"] }\n  }\n}\n',
      ),
      exactly('.claude/settings.json', `{\n  // No commands.\n  ${deny}\n}\n`),
    ],
    passing: [
      exactly(
        '.qwen/settings.json',
        '\ufeff{\n  // Reads only.\n  "permissions": { "deny": ["Bash"] },\n  "tools": { "approvalMode": "auto_edit" },\n  "$version": 4\n}\n',
      ),
      settings('"cleanupPeriodDays": 30', deny),
      settings(
        deny,
        '"hooks": { "PreToolUse": [{ "hooks": [{ "type": "command", "command": "./check.sh" }] }] }',
      ),
      settings('"newerSetting": {}', deny),
      exactly(
        '.gemini/settings.json',
        '{\n  // Reads only.\n  "tools": { "core": ["read_file"] },\n  "ui": { "theme": "VS" }\n}\n',
      ),
      exactly(
        '.codex/config.toml',
        'model = "gpt-5.5"\n\n[mcp_servers.files]\ncommand = "files"\nargs = ["."]\n',
      ),
    ],
  };
};

export const rule: Rule = {
  name: 'ignored-settings',
  kind: 'host',
  subjects: ['settings'],
  check: (input: HostInput): Found[] => {
    const guards = lost(input);
    const costing = (areServers: boolean): readonly Found[] =>
      problemFindings(
        input,
        (field) =>
          field.otherwise?.file !== undefined &&
          isAbout(input.verdict, field, 'servers') === areServers,
        guards,
      );
    return [
      ...unreadableJson(input, guards),
      ...costing(false),
      // A server that is corrected is started.
      ...costing(true).map(forReview),
      ...missingKeys(input),
    ];
  },
};

/** A key without which nothing of the file is used. */
const missingKeys = ({ verdict }: HostInput): readonly Found[] =>
  // What is in the wrong place is reported there.
  (verdict.fields.some(({ problems }) => problems.some(isElsewhere))
    ? []
    : verdict.missing
  ).flatMap(({ key, field: { required } }): Found[] =>
    required?.file === undefined
      ? []
      : [
          {
            span: null,
            severity: 'error',
            message: joined([
              t('The file has no "{key}".', { key }),
              effectOf(verdict, required.effect),
              t('Add it.'),
            ]),
          },
        ],
  );

const isElsewhere = ({ expected }: Problem): boolean =>
  expected.type === 'under' || expected.type === 'in-event';

/** What does not hold without the file. */
function lost({ outline, verdict: { place, agent, outcome } }: HostInput): readonly Message[] {
  const kind = documentKindOf(place);
  // Without the program there is nothing that a guard could hold.
  if (kind.subject !== 'settings' || outcome === 'stops-host') return [];
  return lostGuards(kind.guards(agent?.fields ?? outline.fields));
}
