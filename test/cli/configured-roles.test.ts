// Role files of Codex that a table of the configuration names, in `dossier check`.
import assert from 'node:assert/strict';
import { running } from '../support/running';

const found = (config: string): readonly string[] => {
  const files = {
    '.codex/agents/a.toml': 'developer_instructions = "You review."\n',
    '.codex/config.toml': config,
  };
  const { json } = running(files, ['check', '--format', 'json']);
  return (json as { findings: { file: string; rule: string }[] }).findings.map(
    ({ file, rule }) => `${file} ${rule}`,
  );
};

describe('dossier check of roles in files', () => {
  it('asks for no name and description where a table has them', () => {
    for (const path of ['agents/a.toml', './agents/a.toml'])
      assert.deepEqual(
        found(`[agents.reviewer]\ndescription = "Reviews."\nconfig_file = "${path}"\n`),
        [],
      );
  });

  it('asks for them where the table names another file', () => {
    const other = '[agents.reviewer]\ndescription = "Reviews."\nconfig_file = "agents/b.toml"\n';
    assert.deepEqual(found(''), ['.codex/agents/a.toml missing-field']);
    assert.deepEqual(found(other), [
      '.codex/agents/a.toml missing-field',
      '.codex/config.toml missing-file',
    ]);
  });

  it('asks for a description where the table has none either', () => {
    const config = '[agents.reviewer]\nconfig_file = "agents/a.toml"\n';
    assert.deepEqual(found(config), ['.codex/agents/a.toml missing-field']);
  });
});

describe('dossier list of roles in files', () => {
  const listed = (role: string, config: string): readonly (readonly unknown[])[] => {
    const files = { '.codex/agents/team/a.toml': role, '.codex/config.toml': config };
    const { json } = running(files, ['list', '--format', 'json']);
    return (json as { agents: Record<string, unknown>[] }).agents.map(
      ({ id, outcome, description, file }) => [file, id, outcome, description],
    );
  };
  const file = '.codex/agents/team/a.toml';
  const named = (more = '') => `[agents.reviewer]\nconfig_file = "./agents/team/a.toml"\n${more}`;

  it('takes the name and the description from the table, unless the file has its own', () => {
    const described = named('description = "Of the table."\n');
    assert.deepEqual(listed('model = "m"\n', described), [
      [file, 'reviewer', 'loads', 'Of the table.'],
    ]);
    assert.deepEqual(listed('name = "own"\ndescription = "Own."\n', described), [
      [file, 'own', 'loads', 'Own.'],
    ]);
    assert.deepEqual(listed('description = "Own."\n', named()), [
      [file, 'reviewer', 'loads', 'Own.'],
    ]);
    assert.deepEqual(listed('', described), [[file, 'reviewer', 'loads', 'Of the table.']]);
    assert.deepEqual(listed('model = "m"\n', named()), [[file, null, 'refused', null]]);
    assert.deepEqual(listed('colour = "red"\n', described), [[file, null, 'refused', null]]);
    for (const config of ['', '[agents.b]\n', '[agents.reviewer\n', 'agents = 3\n'])
      assert.equal(listed('model = "m"\n', config)[0]?.[2], 'refused', config);
  });
});

/** The findings in a configuration: the line, the rule and the message. */
const inConfig = (
  config: string,
  files: Readonly<Record<string, string>> = {},
): readonly string[] => {
  const { json } = running({ '.codex/config.toml': config, ...files }, [
    ...['check', '--format', 'json'],
  ]);
  const { findings } = json as {
    findings: {
      severity: string;
      rule: string;
      message: string;
      range: { start: { line: number } };
    }[];
  };
  return findings.map(
    ({ range, severity, rule, message }) =>
      `${range.start.line + 1}: ${severity} ${rule}: ${message}`,
  );
};

describe('dossier check of agents that are tables', () => {
  it('reports what Codex does with each', () => {
    const cases: readonly (readonly [string, readonly string[]])[] = [
      ['[agents.a]\ndescription = "Reviews."\n', []],
      ['[agents]\nmax_threads = 3\n\n[agents.a]\ndescription = "Reviews."\n', []],
      [
        '[agents.a]\n',
        [
          '1: error missing-field: No "description". Codex ignores the agent and shows a warning when it starts. Add a description.',
        ],
      ],
      [
        '[agents]\na = { }\n',
        [
          '2: error missing-field: No "description". Codex ignores the agent and shows a warning when it starts. Add a description.',
        ],
      ],
      [
        '[agents.a]\ndescription = 5\n',
        [
          '2: error invalid-type: "description" must be a string, not the number 5. Codex does not start. Add quotes.',
        ],
      ],
      [
        'agents.a.nickname_candidates = []\nagents.a.description = "Reviews."\n',
        [
          '1: error invalid-value: "nickname_candidates" must be an array with at least one name, not an empty array. Codex ignores the agent and shows a warning when it starts. Correct the value.',
        ],
      ],
      [
        '[agents.a]\ndescription = "Reviews."\ndeveloper_instructions = "You review."\n',
        [
          '3: warning ineffective-field: "developer_instructions" has no effect here. Codex reads it only in the file that "config_file" names. Move it to such a file.',
        ],
      ],
      [
        '[agents.a\n',
        [
          '1: error invalid-toml: A bracket is not closed. Codex does not start. Add the closing bracket.',
        ],
      ],
      ['agents = 3\n', []],
      ['', []],
    ];
    for (const [config, expected] of cases) assert.deepEqual(inConfig(config), expected, config);
  });

  it('reports a file that does not exist', () => {
    const table = (file: string) =>
      `[agents.a]\ndescription = "Reviews."\nconfig_file = "${file}"\n`;
    const role = { '.codex/roles/a.toml': 'developer_instructions = "You review."\n' };
    assert.deepEqual(inConfig(table('roles/b.toml'), role), [
      '3: error missing-file: "roles/b.toml" does not exist. Codex ignores the agent and shows a warning when it starts. Create the file, or correct the path, which is relative to the folder of this file.',
    ]);
    for (const file of [
      ...['roles/a.toml', './roles/a.toml', '../.codex/roles/a.toml', '~/x.toml'],
      ...['C:/x.toml', '/x.toml', 'agents\\\\x.toml', 'roles\\\\x.toml'],
    ])
      assert.deepEqual(inConfig(table(file), role), [], file);
  });

  it('reports such a file in the folder of agents, also where there is no agent', () => {
    const config = '[agents.a]\ndescription = "Reviews."\nconfig_file = "agents/b.toml"\n';
    assert.match(
      inConfig(config).join('\n'),
      /^3: error missing-file: "agents\/b\.toml" does not exist\./,
    );
  });

  it('applies comments in the file and above a header, and reports one without use once', () => {
    const missing = 'config_file = "roles/no.toml"\n';
    const ignore = (rule: string) => `# dossier-ignore ${rule}: on purpose\n`;
    assert.deepEqual(
      inConfig(`[agents.b]\ndescription = "d"\n${ignore('missing-file')}${missing}`),
      [],
    );
    assert.deepEqual(inConfig(`model = "m"\n${ignore('missing-field')}[agents.b]\n`), []);
    assert.deepEqual(
      inConfig(
        `[agents.a]\ndescription = "d"\n\n${ignore('missing-field')}[agents.b]\n\n[agents.c]\n`,
      ).map((line) => line.slice(0, 22)),
      ['7: error missing-field'],
    );
    assert.deepEqual(
      inConfig(`[agents.a]\n${ignore('missing-field')}description = "d"\n`).map((line) =>
        line.replace(/:.*: /, ' ').slice(0, 30),
      ).length,
      1,
    );
  });

  it('reads a configuration with many projects', () => {
    const projects = Array.from({ length: 800 }, (_, index) => {
      return `[projects."/p/${index}"]\ntrust_level = "trusted"\n`;
    });
    assert.deepEqual(
      inConfig(`${projects.join('\n')}\n[agents.a]\n`).map((line) => line.replace(/^\d+: /, '')),
      [
        'error missing-field: No "description". Codex ignores the agent and shows a warning when it starts. Add a description.',
      ],
    );
  });

  it('changes a value and nothing else', () => {
    const config = '# mine\n[agents.a]\ndescription = 5 # five\n\n[tools]\nx = 1\n';
    const { file } = running({ '.codex/config.toml': config }, ['check', '--fix']);
    assert.equal(file('.codex/config.toml'), config.replace('= 5', '= "5"'));
  });

  it('states why it checks none', () => {
    const reported = (config: string, argv: readonly string[]): string => {
      const { out, err } = running({ '.codex/config.toml': config }, argv);
      return out + err;
    };
    const check = ['check', '.codex/config.toml'];
    const explain = ['explain', '.codex/config.toml'];
    assert.match(
      reported('[agents.a\n', check),
      /A bracket is not closed\. Codex does not start\./,
    );
    assert.match(
      reported('[agents.a\n', explain),
      /it is not valid TOML \(Unterminated table-key\)/,
    );
    assert.match(reported('model = "m"\n', check), /^1 file, 0 errors/);
    assert.match(reported('model = "m"\n', explain), /Codex 0\.\d+\.0: loads as written/);
    assert.match(
      reported('[agents.a]\n', explain),
      /Codex 0\.\d+\.0: rejects the agent \(description\)/,
    );
  });
});
