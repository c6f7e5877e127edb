// The README is short, its links lead somewhere, and what it shows is what the product prints.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { hosts } from '../support/catalog';
import { examplesBelow } from '../support/example-files';
import { running } from '../support/running';

const readme = readFileSync('README.md', 'utf8');
const maxWords = 700;

const wordsIn = (markdown: string): readonly string[] => markdown.trim().split(/\s+/);

const linksIn = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)|(?:src|srcset)="([^"]+)"/g)]
    .map(([, link, source]) => link ?? source ?? '')
    .filter((link) => !/^https?:/.test(link));

const agent = (frontmatter: string): string => `---\n${frontmatter}\n---\n\nYou review code.\n`;
const row = { name: 'name: reviewer\ndescription: Reviews changes.\n' };

/** The rows of the table: the file, its severity, and the words of the finding that the row repeats. */
const rows = [
  {
    file: '.claude/agents/reviewer.md',
    text: agent(`${row.name}tools: Read, MultiEdit, Bash`),
    written: '`tools: Read, MultiEdit, Bash` in Claude Code',
    severity: 'warning',
    message:
      '"MultiEdit" was removed from Claude Code and is silently ignored. Use "Edit" instead.',
  },
  {
    file: '.opencode/agent/reviewer.md',
    text: agent('description: Reviews changes.\ncolor: yellow'),
    written: '`color: yellow` in OpenCode',
    severity: 'error',
    message: 'OpenCode does not start',
  },
  {
    file: '.claude/agents/reviewer.md',
    text: agent(`${row.name}allowed-tools: Read`),
    written: '`allowed-tools: Read` in Claude Code',
    severity: 'error',
    message: 'Did you mean "tools"?',
  },
  {
    file: '.claude/agents/reviewer.md',
    text: agent('name: reviewer\ndescription: Use this: after changes'),
    written: '`description: Use this: after changes`',
    severity: 'information',
    message: 'Claude Code repairs',
  },
] as const;

interface Checked {
  readonly findings: readonly { readonly severity: string; readonly message: string }[];
}

describe('messages/readme', () => {
  it('has at most 700 words', () => {
    assert.ok(wordsIn(readme).length <= maxWords, String(wordsIn(readme).length));
  });

  for (const file of ['README.md', 'docs/features.md', 'docs/settings.md', 'docs/command-line.md'])
    it(`${file}: every link leads to a file`, () => {
      const links = linksIn(readFileSync(file, 'utf8'));
      const dead = links.filter((link) => !existsSync(path.join(path.dirname(file), link)));
      assert.deepEqual(dead, []);
    });

  for (const { file, text, written, severity, message } of rows)
    it(`${written}: what the table states is reported`, () => {
      assert.ok(readme.includes(`| ${written} |`), 'The row is missing.');
      const { json } = running({ [file]: text }, ['check', '--format', 'json']);
      const { findings } = json as Checked;
      const all = findings.map((one) => `${one.severity}: ${one.message}`).join('\n');
      const isReported = findings.some(
        (one) => one.severity === severity && one.message.includes(message),
      );
      assert.ok(isReported, all);
      assert.ok(readme.includes(message), `The README does not contain: ${message}`);
    });

  it('shows the output of its command', () => {
    const [, command, shown] = /```console\n\$ dossier (.+)\n([\s\S]*?)```/.exec(readme) ?? [];
    const argv = command?.split(' ') ?? [];
    const { out } = running(examplesBelow('examples'), argv);
    assert.equal(shown, out);
  });

  it('names every program', () => {
    const missing = hosts.filter(
      ({ name, profileOf }) => profileOf === undefined && !readme.includes(name),
    );
    assert.deepEqual(
      missing.map(({ name }) => name),
      [],
    );
  });
});
