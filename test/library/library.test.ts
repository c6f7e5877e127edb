// The library through its entry: plain data in and out, the same as the commands print.
import assert from 'node:assert/strict';
import * as library from '../../server/bin/library';
import type { Folder } from '../../server/contract/library';
import { running } from '../support/running';

const at = '.claude/agents/reviewer.md';
const broken =
  '---\nname: reviewer\ndescription: Reviews.\nallowed-tools: Read\n---\nYou review.\n';
const good = broken.replace('allowed-tools', 'tools');

const folderOf = (files: Readonly<Record<string, string>>): Folder => ({
  paths: () => Object.keys(files),
  read: (path) => files[path] ?? null,
});

const rulesOf = ({ findings }: ReturnType<typeof library.check>): readonly string[] =>
  findings.map(({ rule }) => rule);

describe('the library', () => {
  it('checks a text at a path', () => {
    const { files, findings } = library.check({ path: at, text: broken });
    const [finding] = findings.filter(({ severity }) => severity === 'error');
    assert.equal(files, 1);
    assert.equal(finding?.rule, 'unknown-field');
    assert.deepEqual(finding?.range, {
      start: { line: 3, character: 0 },
      end: { line: 3, character: 13 },
    });
    assert.deepEqual(rulesOf(library.check({ path: at, text: good })), []);
  });

  it('returns the edits of a fix, which repair the text', () => {
    const { findings } = library.check({ path: at, text: broken });
    const [{ range, text } = assert.fail()] = findings.flatMap(({ fixEdits }) => fixEdits);
    const lines = broken.split('\n');
    const line = lines[range.start.line] ?? '';
    lines[range.start.line] =
      line.slice(0, range.start.character) + text + line.slice(range.end.character);
    assert.equal(lines.join('\n'), good);
  });

  it('checks agents with the other files of their folder', () => {
    const isDuplicate = ({ rule }: { rule: string }): boolean => rule === 'duplicate-name';
    const file = { path: at, text: good };
    assert.equal(library.check(file).findings.some(isDuplicate), false);
    const folder = folderOf({ '.claude/agents/old.md': good });
    assert.equal(library.check({ ...file, folder }).findings.some(isDuplicate), true);
  });

  it('uses the configuration file of the folder, and options before it', () => {
    const config = JSON.stringify({ rules: { 'unknown-field': 'off' } });
    const folder = folderOf({ [at]: broken, 'dossier.config.json': config });
    assert.deepEqual(rulesOf(library.check({ folder })), []);
    const rules = { 'unknown-field': 'hint' } as const;
    assert.deepEqual(rulesOf(library.check({ folder }, { rules })), ['unknown-field']);
  });

  it('reports a file that cannot be read', () => {
    const folder: Folder = { paths: () => [at], read: () => null };
    const { unread } = library.check({ folder });
    assert.deepEqual(unread, [{ file: at, message: 'The file cannot be read.' }]);
  });

  for (const [path, text] of [
    [at, broken],
    ['.opencode/agent/a.md', '---\ndescription: x\ncolor: yellow\n1: x\n---\nGo.\n'],
    ['.claude/skills/a/SKILL.md', '---\nname: a\ndescription: x\nmodel: nope\n---\nGo.\n'],
    ['opencode.json', '{ "agent": { "a": { "prompt": "x", "color": "yellow" } } }'],
  ] as const) {
    const files = { [path]: text };
    const folder = folderOf(files);

    it(`answers of ${path} what the commands print`, () => {
      const printed = (...words: string[]): unknown =>
        JSON.parse(running(files, [...words, '--format', 'json']).out);
      const { findings } = library.check({ folder });
      const withoutFixes = findings.map(({ fixTitle: _, fixEdits: __, ...finding }) => finding);
      assert.deepEqual({ files: 1, findings: asJson(withoutFixes) }, printed('check'));
      assert.deepEqual(asJson(library.explain({ path, text })), printed('explain', path));
      const { agents, skills, lists } = library.list({ folder });
      assert.deepEqual(asJson({ agents, skills, lists }), printed('list'));
    });
  }

  it('explains all agents of a folder', () => {
    const { files } = library.explain({ folder: folderOf({ [at]: broken, 'README.md': '# x' }) });
    assert.deepEqual(
      files.map(({ file }) => file),
      [at],
    );
  });

  it('converts, and refuses what could do more', () => {
    const [{ text, path, refused } = assert.fail()] = library.convert(
      { path: at, text: good },
      { to: 'opencode' },
    ).files;
    assert.deepEqual([path, refused], ['/folder/.opencode/agent/reviewer.md', false]);
    assert.match(text ?? '', /mode: subagent/);
  });

  it('lists programs, and gives the schema of one', () => {
    assert.ok(library.programs().some(({ id }) => id === 'claude-code'));
    assert.equal(library.schema('claude-code')['$id'], 'urn:dossier:claude-code');
  });

  it('throws for what it cannot be asked, and for nothing else', () => {
    const text = { path: at, text: good };
    const asked: readonly (() => unknown)[] = [
      () => library.check(text, { programs: ['claude'] }),
      () => library.check({ folder: folderOf({}), paths: ['absent.md'] }),
      () => library.convert(text, { to: '' }),
      () => library.convert({ path: 'x.md', text: '' }, { to: 'opencode' }),
      () => library.schema('claude-code,vscode'),
      () => library.schema('claude-code', { dialect: 'none' }),
    ];
    for (const ask of asked) assert.throws(ask, library.UsageError);
    for (const path of ['', '/', 'a', '../../x.md', at, 'C:\\x\\.claude\\agents\\a.md'])
      for (const content of ['', '---', '\0', '---\n---\n']) {
        library.check({ path, text: content });
        library.explain({ path, text: content });
        library.list({ path, text: content });
      }
  });
});

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
