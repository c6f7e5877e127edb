// Settings of Claude Code as a document: what is found, offered and explained in them, and what they take from agents.
import assert from 'node:assert/strict';
import { briefVerdictLabel } from '../../server/features/verdict-labels';
import { completing } from '../support/completing';
import { fixing } from '../support/fixing';
import { hovering } from '../support/hovering';
import { running } from '../support/running';
import { viewAt } from '../support/viewing';
import { words } from '../support/words';

const settings = { at: '.claude/settings.json' };

const found = (text: string): readonly string[] =>
  viewAt(text, settings)
    .findings()
    .map(
      ({ severity, span, message }) =>
        `${severity} ${text.slice(span?.start, span?.end)}: ${words(message)}`,
    );

describe('settings as a document', () => {
  it('report which guards one wrong value costs, at that value', () => {
    assert.deepEqual(
      found('{ "cleanupPeriodDays": "30", "permissions": { "deny": ["Bash"], "ask": ["Write"] } }'),
      [
        'error "30": "cleanupPeriodDays" must be an integer of at least 1, not "30". Claude Code ignores the whole file. Lost with it: deny "Bash" and ask "Write". Use 30, without quotes.',
      ],
    );
    assert.deepEqual(found('{ "cleanupPeriodDays": 30, "permissions": { "deny": ["Bash"] } }'), []);
  });

  it('name five guards and count the others', () => {
    const rules = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((name) => `"Bash(${name})"`).join(', ');
    assert.match(
      found(`{ "model": 5, "permissions": { "deny": [${rules}] } }`).join(),
      /deny "Bash\(E\)" and 2 more\. Add quotes\.$/,
    );
  });

  it('are not doubted for keys that are not known here', () => {
    assert.deepEqual(found('{ "someNewerKey": { "a": [1] }, "effortLevel": "high" }'), []);
    assert.deepEqual(found('{}'), []);
  });

  it('are reported for a misspelled key, by what is lost', () => {
    assert.deepEqual(found('{ "permission": { "deny": ["Bash"] } }'), [
      'error "permission": "permission" is not a field in Claude Code. Claude Code silently ignores it. The limit does not apply. Did you mean "permissions"?',
    ]);
    assert.deepEqual(found('{ "permission": { "allow": ["Bash"] } }'), [
      'warning "permission": "permission" is not a field in Claude Code. Claude Code silently ignores it. Did you mean "permissions"?',
    ]);
    const { fixes } =
      viewAt('{ "permission": { "allow": ["Bash"] } }', settings).findings()[0] ?? {};
    assert.deepEqual(
      fixes?.map(({ safety }) => safety),
      ['review'],
    );
  });

  it('are checked in the parts of a map, too', () => {
    const hidden = (name: string): string =>
      `{ "sandbox": { "credentials": { "envVars": [{ "name": "${name}", "mode": "deny" }] } } }`;
    assert.deepEqual(found(hidden('API_KEY')), []);
    assert.match(
      found(hidden('API KEY')).join(),
      /must be the name of a variable, not "API KEY"\. .* Correct the value\.$/,
    );
    assert.deepEqual(found('{ "permissions": { "defaultMode": "manual" } }'), []);
  });

  it('have rules that are repaired, and never widened', () => {
    fixing('{ "permissions": { "deny": ["Wri|te(.env)"] } }', settings)
      .taking('Replace with "Edit(.env)"')
      .gives('{ "permissions": { "deny": ["Edit(.env)"] } }');
    const allowed = viewAt('{ "permissions": { "allow": ["Write(src/**)"] } }', settings);
    assert.deepEqual(
      allowed.findings().map(({ severity, fixes }) => [severity, fixes.length]),
      [['warning', 0]],
    );
  });

  it('are reported for matchers that match no tool', () => {
    const hooks = '"hooks": [{ "type": "command", "command": "true" }]';
    const matching = (matcher: string): string =>
      `{ "hooks": { "PreToolUse": [{ "matcher": "${matcher}", ${hooks} }] } }`;
    const effect = 'Claude Code silently does not run the hook before these calls.';
    const at = '"hooks.PreToolUse[0].matcher" must be';
    assert.deepEqual(found(matching('bash|Edit')), [
      `error "bash|Edit": ${at} names of tools in their exact case, not "bash|Edit". ${effect} Use "Bash|Edit".`,
    ]);
    assert.deepEqual(found(matching('mcp__tickets')), [
      `error "mcp__tickets": ${at} a pattern for all tools of the server, not "mcp__tickets". ${effect} Use "mcp__tickets__.*".`,
    ]);
    assert.deepEqual(found(matching('Bash(')), [
      `error "Bash(": ${at} a valid regular expression, not "Bash(". ${effect} Correct the value.`,
    ]);
    for (const matcher of ['', '*', 'Bash|MultiEdit', 'Edit, Write', 'mcp__.*', 'NewerTool'])
      assert.deepEqual(found(matching(matcher)), [], matcher);
    fixing(`{ "hooks": { "PreToolUse": [{ "matcher": "ba|sh", ${hooks} }] } }`, settings)
      .taking('Replace with "Bash"')
      .gives(`{ "hooks": { "PreToolUse": [{ "matcher": "Bash", ${hooks} }] } }`);
    completing('{ "hooks": { "PreToolUse": [{ "matcher": "|" }] } }', settings).offers(
      'Bash',
      'Edit',
    );
  });

  it('complete their keys, modes and hooks, and nothing outside of the object', () => {
    completing('{ "permissions": { "defaultMode": "|" } }', settings).offers('plan', 'dontAsk');
    completing('{ "permissions": { "|" } }', settings).offers('allow', 'ask', 'deny');
    completing('{ "|" }', settings).offers('permissions', 'hooks', 'model');
    // With what an entry cannot do without. Only the matchers of some events are names of tools.
    completing('{ "hooks": { "PreToolUse|" } }', settings)
      .accepting('PreToolUse')
      .gives(
        '{ "hooks": { "PreToolUse": [{ "matcher": "Bash", "hooks": [{ "type": "command", "command": "./scripts/check.sh" }] }] } }',
      );
    completing('{ "hooks": { "SessionStart|" } }', settings)
      .accepting('SessionStart')
      .gives(
        '{ "hooks": { "SessionStart": [{ "hooks": [{ "type": "command", "command": "./scripts/check.sh" }] }] } }',
      );
    completing('{ "statusL|" }', settings)
      .accepting('statusLine')
      .gives('{ "statusLine": { "type": "command", "command": "" } }');
    completing('{ "hooks": { "PreToolUse|" } }', { at: '.codex/hooks.json' })
      .accepting('PreToolUse')
      .gives(
        '{ "hooks": { "PreToolUse": [{ "matcher": "Bash", "hooks": [{ "type": "command", "command": "./scripts/check.sh" }] }] } }',
      );
    completing('{ "too|" }', { at: '.kiro/agents/reviewer.json' })
      .accepting('tools')
      .gives('{ "tools": ["read"] }');
    completing('|{ }', settings).offersOnly();
    completing('{ }|', settings).offersOnly();
  });

  it('of Gemini CLI complete events, servers and lists, and explain them', () => {
    const ofGemini = { at: '.gemini/settings.json' };
    completing('{ "hooks": { "|" } }', ofGemini).offers('BeforeTool', 'SessionStart');
    completing('{ "mcpServers": { "a": { "|" } } }', ofGemini).offers('command', 'httpUrl');
    completing('{ "tools": { "|" } }', ofGemini).offers('core', 'exclude');
    completing('{ "tools": { "core": ["|"] } }', ofGemini).offers('read_file', 'complete_task');
    hovering('{ "hooks": { "Before|Tool": [] } }', ofGemini).shows('It can block the call.');
    hovering('{ "mc|p": { "excluded": ["a"] } }', ofGemini).shows('Which MCP servers');
  });

  const foundByGemini = (text: string): readonly string[] =>
    viewAt(text, { at: '.gemini/settings.json' })
      .findings()
      .map(({ severity, message }) => `${severity} ${words(message)}`);

  it('of Gemini CLI report commands that no line begins with, and patterns that limit nothing', () => {
    assert.deepEqual(
      foundByGemini('{ "tools": { "allowed": ["run_shell_command(rm *)", "write_file(src)"] } }'),
      [
        'warning "tools.allowed[0]" must be a tool without "*" in its pattern, not "run_shell_command(rm *)". Gemini CLI then denies every command that the list does not name. Use "run_shell_command(rm)".',
        'error "tools.allowed[1]" must be the name of a tool without a pattern, not "write_file(src)". Gemini CLI applies the rule to every call of the tool. Write only the name, or remove the entry.',
      ],
    );
    // Another name allows all commands or all calls.
    assert.deepEqual(
      foundByGemini('{ "tools": { "allowed": ["run_shell_command(rm *)", "ShellTool"] } }'),
      [],
    );
    assert.deepEqual(foundByGemini('{ "tools": { "core": ["replace(src)", "replace"] } }'), []);
  });

  it('of Gemini CLI report a name that allows nothing as a warning, and an empty one as what stops the program', () => {
    assert.deepEqual(foundByGemini('{ "tools": { "core": ["Bash(git:*)"] } }'), [
      'warning "tools.core[0]" must be a tool that exists, not "Bash(git:*)". Gemini CLI does not apply the rule. Use "run_shell_command(git)".',
    ]);
    assert.deepEqual(foundByGemini('{ "tools": { "exclude": [""] } }'), [
      'error "tools.exclude[0]" is empty. Gemini CLI does not start. Add a value.',
    ]);
  });

  it('of a repository for Copilot CLI report the value that costs the file, with the hooks that are lost', () => {
    const at = '.github/copilot/settings.json';
    const found = (text: string): readonly string[] =>
      viewAt(text, { at })
        .findings()
        .map(({ severity, message }) => `${severity} ${words(message)}`);
    const hooks = '"hooks": { "preToolUse": [{ "type": "command", "bash": "exit 2" }] }';
    assert.deepEqual(found(`{ ${hooks}, "deniedUrls": ["example.com"], "theme": 5 }`), []);
    assert.deepEqual(found(`{ ${hooks}, "deniedUrls": "example.com" }`), [
      'error "deniedUrls" must be an array of strings, not "example.com". Copilot CLI ignores the whole file. Lost with it: hooks of "preToolUse". Put the value in brackets.',
    ]);
    assert.deepEqual(found(`{ ${hooks}, }`), [
      'error The file is not valid JSON. A comma follows the last entry of a list or a map. Copilot CLI ignores the whole file. Lost with it: hooks of "preToolUse". Correct the JSON.',
    ]);
    completing('{ "|" }', { at }).offers('deniedUrls', 'hooks', 'disabledMcpServers');
    completing('{ "mergeStrategy": "|" }', { at }).offers('rebase', 'merge');
    hovering('{ "denied|Urls": [] }', { at }).shows('URLs and domains that are denied.');
  });

  const qwen = { at: '.qwen/settings.json' };
  const foundByQwen = (text: string): readonly string[] =>
    viewAt(text, qwen)
      .findings()
      .map(({ severity, message }) => `${severity} ${words(message)}`);

  it('of Qwen Code complete events, servers and rules, and explain them', () => {
    completing('{ "hooks": { "|" } }', qwen).offers('PreToolUse', 'UserPromptSubmit');
    completing('{ "mcpServers": { "a": { "|" } } }', qwen).offers('command', 'httpUrl');
    completing('{ "permissions": { "|" } }', qwen).offers('allow', 'ask', 'deny');
    completing('{ "tools": { "approvalMode": "|" } }', qwen).offers('plan', 'auto-edit');
    completing('{ "|" }', qwen).offers('permissions', 'disableAllHooks').offersNot('coreTools');
    hovering('{ "hooks": { "PreTool|Use": [] } }', qwen).shows('It can block the call.');
    hovering('{ "exclude|Tools": ["edit"] }', qwen).shows('An earlier name');
  });

  it('of Qwen Code name what a file loses that it replaces', () => {
    assert.deepEqual(
      foundByQwen('{ "permissions": { "deny": ["Bash"] }, "mcpServers": { "a": {} }, }'),
      [
        'error The file is not valid JSON. A comma follows the last entry of a list or a map. Qwen Code silently empties the file, and copies it to "settings.json.corrupted". Lost with it: deny "Bash" and server "a". Correct the JSON.',
      ],
    );
    assert.deepEqual(foundByQwen('// Guards.\n{ "permissions": { "deny": ["Bash"] } }'), []);
  });

  it('of Qwen Code report earlier names that have no effect, by the version of the file', () => {
    assert.deepEqual(foundByQwen('{ "excludeTools": ["edit"], "$version": 4 }'), [
      'error "excludeTools" must be "exclude" under "tools". Qwen Code ignores the earlier name, because of the "$version" of the file. Move it there.',
    ]);
    assert.deepEqual(
      foundByQwen('{ "excludeTools": ["edit"], "tools": { "exclude": ["glob"] } }'),
      [
        'error "excludeTools" and "tools.exclude" cannot be used together. Qwen Code replaces the newer list with it, also in the file. Remove one of the two.',
      ],
    );
    assert.deepEqual(foundByQwen('{ "excludeTools": ["edit"] }'), []);
    assert.deepEqual(foundByQwen('{ "excludeTools": [], "$version": 4 }'), []);
  });

  it('of Qwen Code report matchers by what the hook is for', () => {
    const hooks = '"hooks": [{ "type": "command", "command": "true" }]';
    const matching = (event: string, matcher: string): readonly string[] =>
      foundByQwen(`{ "hooks": { "${event}": [{ "matcher": "${matcher}", ${hooks} }] } }`);
    assert.deepEqual(matching('PreToolUse', 'bash|Edit'), [
      'error "hooks.PreToolUse[0].matcher" must be names of tools in their exact case, not "bash|Edit". Qwen Code silently does not run the hook before these calls. Use "Bash|Edit".',
    ]);
    assert.deepEqual(matching('PostToolUse', '(Write|Edit)'), [
      'warning "hooks.PostToolUse[0].matcher" is "(Write|Edit)", but must be an expression for the IDs of tools, such as "write_file". Qwen Code silently does not run these hooks. Correct the value.',
    ]);
    for (const matcher of ['', '*', 'Bash|MultiEdit', 'write_.*', '^mcp__a__', 'ShellTool', 'nope'])
      assert.deepEqual(matching('PreToolUse', matcher), [], matcher);
  });

  it('of Qwen Code report a switch that is no boolean', () => {
    const hooks = '"hooks": { "Stop": [{ "hooks": [{ "type": "command", "command": "true" }] }] }';
    assert.match(
      foundByQwen(`{ "disableAllHooks": "false", ${hooks} }`).join(),
      /^error .*runs no hooks/,
    );
    assert.deepEqual(foundByQwen(`{ "disableAllHooks": true, ${hooks} }`), []);
    assert.deepEqual(foundByQwen(`{ "disableAllHooks": 0, ${hooks} }`), []);
  });

  it('have a label', () => {
    const labelOf = (text: string): string => {
      const [verdict] = viewAt(text, settings).verdicts();
      return verdict ? words(briefVerdictLabel(verdict)) : '';
    };
    assert.match(labelOf('{ "verbose": true }'), /^Claude Code: used as written$/);
    assert.match(labelOf('{ "model": 5 }'), /^Claude Code: ignored/);
  });

  it('explain a key', () => {
    hovering('{ "clean|upPeriodDays": 30 }', settings).shows('After so many days');
  });

  it('take a tool from agents only where they are used', () => {
    const agent = '---\nname: a\ndescription: Reviews.\ntools: Read, Bash\n---\nYou review.\n';
    const toolsWith = (text: string): unknown => {
      const files = { '.claude/agents/a.md': agent, '.claude/settings.json': text };
      const { json } = running(files, ['explain', '.claude/agents/a.md', '--format', 'json']);
      const [file] = (
        json as {
          files: { verdicts: { host: string; persona: { tools: { granted: string[] } } }[] }[];
        }
      ).files;
      return file?.verdicts.find(({ host }) => host === 'claude-code')?.persona.tools.granted;
    };
    assert.deepEqual(toolsWith('{ "permissions": { "deny": ["Bash"] } }'), ['Read']);
    assert.deepEqual(toolsWith('{ "model": 5, "permissions": { "deny": ["Bash"] } }'), [
      'Read',
      'Bash',
    ]);
    assert.deepEqual(toolsWith('{ "permissions": { "deny": ["bash"] } }'), ['Read', 'Bash']);
  });

  it('are checked on the command line, with their kind', () => {
    const { json } = running({ '.claude/settings.json': '{ "env": [] }' }, [
      'check',
      '--format',
      'json',
    ]);
    const [first] = (json as { findings: { kind: string; rule: string }[] }).findings;
    assert.deepEqual([first?.kind, first?.rule], ['settings', 'ignored-settings']);
  });
});
