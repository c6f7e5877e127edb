// Text from files in what the command line prints: for terminals, logs of workflows, code scanning and graphs.
import assert from 'node:assert/strict';
import { visibleControlsInLines } from '../../server/text/visible-controls';
import { agentFolders, hostileProject } from '../support/hostile-agents';
import { type Ran, running } from '../support/running';
import { times } from '../support/share';

interface Sarif {
  readonly runs: readonly {
    readonly results: readonly {
      readonly message: { readonly text: string };
      readonly fixes?: readonly { readonly description: { readonly text: string } }[];
    }[];
  }[];
}

describe('hostile text in reports', function () {
  this.timeout(120_000);
  const files = hostileProject();
  const ran = new Map<string, Ran>();
  /** Each command runs once. */
  const run = (...argv: readonly string[]): Ran => {
    const known = ran.get(argv.join(' ')) ?? running(files, argv);
    ran.set(argv.join(' '), known);
    return known;
  };

  for (const argv of [
    ['check', '--notes'],
    ['check', '--format', 'json'],
    ['check', '--format', 'github', '--notes'],
    ['check', '--format', 'sarif', '--suppressed'],
    ['check', '--fix', '--dry-run'],
    ['list'],
    ['list', '--format', 'json'],
    ['graph'],
    ['graph', '--format', 'dot'],
    ['graph', '--format', 'json'],
    ['explain', ...Object.keys(files)],
    ['explain', '--format', 'ndjson', ...Object.keys(files)],
    ['check', 'no such file: \u001b[31m\u202e'],
    ['check', '--host', '\u001b[31m\u202e'],
    ['new', '--host', 'claude-code', '--name', '\u001b[31m\u202e', '--description', 'x'],
  ])
    it(`is shown and not obeyed by a terminal: ${argv.slice(0, 3).join(' ').slice(0, 40)}`, () => {
      const { out, err } = run(...argv);
      assert.equal(visibleControlsInLines(out), out);
      assert.equal(visibleControlsInLines(err), err);
      assert.doesNotMatch(err, /unexpected error/);
      if (argv[2] !== 'github') assert.doesNotMatch(out, /^[ \t]*::/m);
      assert.doesNotMatch(err, /^[ \t]*::/m);
      assert.doesNotMatch(`${out}${err}`, /##\w*\[/);
    });

  it('starts no command of a workflow', () => {
    const { out } = run('check', '--format', 'github', '--notes');
    const lines = out.split('\n').filter((line) => line !== '');
    assert.ok(lines.length > times(500));
    for (const line of lines)
      assert.match(
        line,
        /^::(?:error|warning|notice) file=[^:,]*(?:,(?:line|endLine|col|endColumn)=\d+)*,title=Dossier%3A [a-z-]+::/,
      );
  });

  it('is no link in the texts of SARIF', () => {
    const { runs } = run('check', '--format', 'sarif', '--suppressed').json as Sarif;
    const texts = runs.flatMap(({ results }) =>
      results.flatMap(({ message, fixes = [] }) => [
        message.text,
        ...fixes.map(({ description }) => description.text),
      ]),
    );
    assert.ok(texts.length > times(500));
    for (const text of texts) assert.doesNotMatch(text, /\]\(/);
    assert.ok(texts.some((text) => text.includes('(command:')));
  });

  it('is only a label in Mermaid', () => {
    const label = String.raw`"(?:[^"#<>&${'`'}[\]{}|\\%$]|#\d+;|<br/>)*"`;
    const statement = new RegExp(
      `^(?:flowchart LR|  subgraph f\\d+\\[${label}\\]|    a\\d+\\[${label}\\]|  end|  [a-z]+\\d*(?:\\[${label}\\](?::::missing)?|\\(\\[${label}\\]\\))|  [a-z]+\\d* (?:-\\.|--) ${label} (?:\\.->|-->) [a-z]+\\d*|  classDef missing stroke-dasharray: 4 4|  linkStyle [\\d,]+ stroke:#[\\da-f]{6},stroke-width:2px)$`,
    );
    const lines = run('graph').out.trimEnd().split('\n');
    assert.ok(lines.length > 100, String(lines.length));
    for (const line of lines) assert.match(line, statement);
  });

  it('is only a label in DOT', () => {
    const label = String.raw`label="(?:[^"\\]|\\[\\"n])*"`;
    const statement = new RegExp(
      `^(?:digraph agents \\{|\\}|  \\}|  rankdir=LR|  node \\[shape=box\\]|  subgraph cluster_\\d+ \\{|    ${label}|    a\\d+ \\[${label}\\]|  [a-z]+\\d* \\[${label}, (?:style=dashed|shape=oval)\\]|  [a-z]+\\d* -> [a-z]+\\d* \\[${label}(?:, style=dotted)?(?:, color="#[\\da-f]{6}", penwidth=2)?\\])$`,
    );
    const lines = run('graph', '--format', 'dot').out.trimEnd().split('\n');
    assert.ok(lines.length > 100, String(lines.length));
    for (const line of lines) assert.match(line, statement);
  });

  it('is in agents of every host', () => {
    const { agents } = run('list', '--format', 'json').json as {
      readonly agents: readonly { readonly file: string }[];
    };
    for (const folder of agentFolders)
      assert.ok(
        agents.some(({ file }) => file.startsWith(folder.replace(/\{name\}.*/, 'careful-'))),
        folder,
      );
  });
});
