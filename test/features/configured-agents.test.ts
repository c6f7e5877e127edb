// Agents in the configuration files of OpenCode and Kilo: what is found, explained, offered and fixed in them.
import assert from 'node:assert/strict';
import { fixAll } from '../../server/features/fixes/fixes';
import { completing } from '../support/completing';
import { fixing } from '../support/fixing';
import { hovering } from '../support/hovering';
import { running } from '../support/running';
import { type Opened, viewAt } from '../support/viewing';
import { words } from '../support/words';

const opencode = { at: 'opencode.json' };

const found = (text: string, opened: Opened = opencode): readonly string[] =>
  viewAt(text, opened)
    .findings()
    .map(({ span, message }) => `${text.slice(span?.start, span?.end)}: ${words(message)}`);

describe('agents in a configuration file', () => {
  it('are judged like agent files, at their own keys and values', () => {
    const text = `{
  // Comments and trailing commas are fine.
  "agent": {
    "good": { "description": "Reviews.", "mode": "subagent", "prompt": "You review.", "color": "accent" },
    "bad": { "mode": "sub", "temperature": "0.1", "tools": ["read"], },
  },
  "mode": { "old": { "color": "red" } },
}`;
    assert.deepEqual(
      found(text).map((one) => one.replace(/ must be .*, not /, ' is ')),
      [
        '"sub": "mode" is "sub". OpenCode does not start. Use one of these values.',
        '"0.1": "temperature" is "0.1". OpenCode does not start. Use 0.1, without quotes.',
        '["read"]: "tools" is an array. OpenCode does not start. Correct the value.',
        '"red": "color" is "red". OpenCode does not start. Use one of these values.',
      ],
    );
  });

  it('need no description and no prompt, and may change those of the program', () => {
    assert.deepEqual(
      found('{ "agent": { "build": { "model": "anthropic/claude-sonnet-4-5" } } }'),
      [],
    );
    assert.deepEqual(found('{ "agent": { "plan": { "disable": true }, "a": {} } }'), []);
  });

  it('have a prompt, in which JSON escapes are no mistakes', () => {
    const prompt = JSON.stringify('You review.\nUse {file:./rules.md}.\n\n# Rules\n- \\n\t"all"');
    assert.deepEqual(found(`{ "agent": { "a": { "prompt": ${prompt} } } }`), []);
    assert.match(found('{ "agent": { "a": { "prompt": 3 } } }').join('\n'), /must be a string/);
  });

  it('must be objects, and have no rules of OpenCode 2', () => {
    assert.deepEqual(found('{ "agent": { "a": "x" } }'), [
      '"x": The agent "a" must be an object, not "x". OpenCode does not start. Write an object in braces.',
    ]);
    assert.match(
      found('{ "agent": { "a": { "permissions": [] } } }').join('\n'),
      /"permissions" is a field in OpenCode 2 only\. OpenCode does not start\./,
    );
  });

  it('are counted as the program counts keys that occur twice', () => {
    assert.deepEqual(found('{ "agent": { "a": { "color": "red", "color": "accent" } } }'), []);
    assert.deepEqual(found('{ "agent": { "a": { "color": "red" }, "a": {} } }'), []);
    assert.deepEqual(found('{ "agent": { "a": { "mode": "x" } }, "agent": {} }'), []);
  });

  it('are counted so below their fields too', () => {
    const permission = '{ "bash": "deny", "bash": "nope", "bash": "ask" }';
    assert.deepEqual(found(`{ "agent": { "a": { "permission": ${permission} } } }`), []);
  });

  it('may contain variables and files that the program fills in', () => {
    for (const field of [
      '"mode": "{env:MODE}"',
      '"color": "{env:COLOR}"',
      '"model": "{env:MODEL}"',
      '"permission": { "bash": "{env:BASH}" }',
    ])
      assert.deepEqual(found(`{ "agent": { "a": { ${field} } } }`), [], field);
  });

  it('may use the models of a provider that the same file defines', () => {
    const agent = '"agent": { "a": { "model": "ollama/qwen3:8b" } }';
    assert.deepEqual(
      found(`{ "provider": { "ollama": { "models": { "qwen3:8b": {} } } }, ${agent} }`),
      [],
    );
    assert.match(found(`{ "provider": { "other": {} }, ${agent} }`).join('\n'), /"ollama"/);
  });

  it('have a name that breaks the program at the key', () => {
    assert.match(
      found('{ "agent": { "toString": { "mode": "all" } } }').join('\n'),
      /^"toString": OpenCode shows none of its agents/,
    );
  });

  it('are those of Kilo in its own file, and in that of OpenCode where the user chose Kilo', () => {
    const text = '{ "agent": { "a": { "color": "red", "model": null } } }';
    assert.match(
      found(text, { at: '.kilo/kilo.jsonc' }).join('\n'),
      /^"red": .* Kilo ignores the whole configuration file and shows a warning\. Use one of these values\.\nnull: .* as no value\. Add a value\.$/,
    );
    assert.doesNotMatch(found(text).join('\n'), /Kilo/);
    assert.match(found(text, { ...opencode, settings: { guests: 'all' } }).join('\n'), /Kilo/);
  });

  it('are left alone where they are not judged: in OpenCode 2, and in other files', () => {
    const text = '{ "permissions": [], "agent": { "a": { "color": "red" } } }';
    assert.deepEqual(found(text, { ...opencode, files: { 'opencode.json': text } }), []);
    assert.deepEqual(found(text, { ...opencode, settings: { versions: { opencode: '2' } } }), []);
    assert.deepEqual(found('{ "agents": { "a": { "color": "red" } } }'), []);
    assert.deepEqual(found(text, { at: 'package.json' }), []);
    assert.doesNotMatch(found('{ "agent": { "a": { "color": "red" }').join('\n'), /red/);
  });

  it('are fixed in the style of the file', () => {
    const text = `{
  "agent": {
    "a": {
      "temperature": "0.1", // low
      "maxSteps": 10,
    },
    "b": { "tools": { "write": "false" } }
  }
}`;
    assert.equal(
      fixAll(viewAt(text, opencode)).text,
      text.replace('"0.1"', '0.1').replace('"maxSteps"', '"steps"').replace('"false"', 'false'),
    );
  });

  it('stay valid JSON without their only field', () => {
    fixing('{ "agent": { "b": { "prompt_append|": "x", } } }', opencode)
      .taking('Remove "prompt_append"')
      .gives('{ "agent": { "b": {  } } }');
  });
});

describe('hover in a configuration file', () => {
  it('explains the fields of agents and nothing else', () => {
    hovering('{ "agent": { "a": { "mo|de": "subagent" } } }', opencode).shows(
      '**mode** (OpenCode)',
    );
    hovering('{ "agent": { "a": { "mode": "sub|agent" } } }', opencode).shows(
      'Called by other agents',
    );
    hovering('{ "agent": { "a": { "permission": { "ba|sh": "ask" } } } }', opencode).shows('shell');
    hovering('{ "agent": { "a": { "pro|mpt": "x" } } }', opencode).shows('The system prompt');
    hovering('{ "mo|del": "x", "agent": { "a": {} } }', opencode).isEmpty();
  });
});

describe('completion in a configuration file', () => {
  it('offers the fields that the agent does not have, with quotes', () => {
    completing('{ "agent": { "a": { "mode": "all", "| } } }', opencode)
      .offers('description', 'permission', 'prompt')
      .offersNot('mode', 'permissions');
    completing('{ "agent": { "a": { | } } }', opencode)
      .accepting('hidden')
      .gives('{ "agent": { "a": { "hidden": true } } }');
    completing('{ "agent": { "a": { "hid|" } } }', opencode)
      .accepting('hidden')
      .gives('{ "agent": { "a": { "hidden": true } } }');
    completing('{ "agent": { "a": { "|": 1 } } }', opencode)
      .accepting('steps')
      .gives('{ "agent": { "a": { "steps": 1 } } }');
  });

  it('adds the comma that a property before others needs', () => {
    completing('{\n  "agent": {\n    "a": {\n      |\n      "mode": "all"\n    }\n  }\n}', opencode)
      .accepting('hidden')
      .gives(
        '{\n  "agent": {\n    "a": {\n      "hidden": true,\n      "mode": "all"\n    }\n  }\n}',
      );
  });

  it('adds the comma also where a comment is between the two', () => {
    completing('{ "agent": { "a": { | // all\n "mode": "all" } } }', opencode)
      .accepting('hidden')
      .gives('{ "agent": { "a": { "hidden": true, // all\n "mode": "all" } } }');
  });

  it('leaves the rest of the line after a string that is not closed', () => {
    completing('{ "agent": { "a": { "hid| },\n "b": {} } }', opencode)
      .accepting('hidden')
      .gives('{ "agent": { "a": { "hidden": true },\n "b": {} } }');
  });

  it('offers values, with quotes where they need them', () => {
    completing('{ "agent": { "a": { "mode": | } } }', opencode)
      .accepting('subagent')
      .gives('{ "agent": { "a": { "mode": "subagent" } } }');
    completing('{ "agent": { "a": { "mode": "su|" } } }', opencode)
      .accepting('subagent')
      .gives('{ "agent": { "a": { "mode": "subagent" } } }');
    completing('{ "agent": { "a": { "hidden": | } } }', opencode)
      .accepting('true')
      .gives('{ "agent": { "a": { "hidden": true } } }');
    completing('{ "agent": { "a": { "permission": { "bash": "|" } } } }', opencode).offers(
      'ask',
      'deny',
    );
  });

  it('offers the keys of permissions', () => {
    completing('{ "agent": { "a": { "permission": { "edit": "ask", "| } } } }', opencode)
      .offers('bash', 'webfetch')
      .offersNot('edit', 'mode');
  });

  it('offers nothing outside of agents', () => {
    for (const text of [
      '{ "agent": { | } }',
      '{ "model": "|", "agent": { "a": {} } }',
      '{ "agent": { "a": { "mode": "all" | } } }',
      '{ "agent": { "a": { "mode": "all"\n "|" } } }',
      '{ "agent": { "a": { "prompt": "You |" } } }',
    ])
      completing(text, opencode).offersNothing();
  });
});

describe('the command line with a configuration file', () => {
  it('states why it checks no agents in it', () => {
    const at = '.codex/config.toml';
    assert.match(
      running({ [at]: '[' }, ['check', at]).out,
      /invalid-toml: .* Codex does not start\./,
    );
    const { out } = running({ 'opencode.json': '{' }, ['check', 'opencode.json']);
    assert.match(out, /not valid JSON\..* OpenCode does not start\./);
  });

  it('names one that is not JSON when its folder is checked', () => {
    const agent = '---\ndescription: Reviews.\n---\nYou review.\n';
    const checked = (text: string): string => {
      const { err, out } = running({ 'opencode.json': text, '.opencode/agent/a.md': agent }, [
        'check',
      ]);
      return err + (out.includes('opencode.json') ? out : '');
    };
    assert.match(checked('{ "agent": '), /not valid JSON\..* OpenCode does not start\./);
    for (const text of ['', '{}', '{ "agent": {env:AGENTS} }'])
      assert.equal(checked(text), '', text);
  });

  const config =
    '{\n  "agent": {\n    "a": { "color": "red" },\n    "b": { "tools": { "write": false } }\n  }\n}\n';

  it('checks its agents in a folder and by name', () => {
    for (const path of ['.', 'opencode.json']) {
      const { code, out } = running({ 'opencode.json': config }, ['check', path]);
      assert.equal(code, 1, path);
      assert.match(
        out,
        /error invalid-color: .* OpenCode does not start\. Use one of these values\.\n +--> opencode\.json:3:21/,
      );
      assert.match(out, /1 file, 1 error/);
    }
    assert.equal(running({ 'opencode.json': '{ "model": "a/b" }' }, ['check']).code, 0);
  });

  it('compares the agents that it names with those that exist', () => {
    const text = '{ "default_agent": "revewer", "agent": { "reviewer": {} } }';
    const { out } = running({ 'opencode.json': text }, ['check']);
    assert.match(out, /unknown-agent: OpenCode has no agent named "revewer"/);
    assert.doesNotMatch(out, /Kilo/);
  });

  it('fixes them', () => {
    const text = '{ "agent": { "a": { "steps": "5" } } }';
    const { file } = running({ 'opencode.json': text }, ['check', '--fix']);
    assert.equal(file('opencode.json'), '{ "agent": { "a": { "steps": 5 } } }');
  });

  it('explains each of them', () => {
    const { out } = running({ 'opencode.json': config }, ['explain', 'opencode.json']);
    assert.match(
      out,
      /^opencode\.json, agent\.a\n {2}OpenCode [\d.]+: does not start \(a field\)$/m,
    );
    assert.match(out, /^opencode\.json, agent\.b\n {2}OpenCode [\d.]+: loads/m);
    const { json } = running({ 'opencode.json': config }, [
      ...['explain', '--format', 'json', 'opencode.json'],
    ]);
    assert.deepEqual(
      (json as { files: { entry: string }[] }).files.map(({ entry }) => entry),
      ['agent.a', 'agent.b'],
    );
  });
});
