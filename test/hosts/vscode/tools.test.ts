import assert from 'node:assert/strict';
import { outlineOf } from '../../../server/agent/outline';
import { placeIn } from '../../../server/hosts/catalog/places';
import { judge } from '../../../server/hosts/judge/compute-verdict';
import { type Context, defaultContext } from '../../../server/hosts/model/context';
import type { Verdict } from '../../../server/hosts/model/verdict';
import { vscode } from '../../../server/hosts/vscode/host';
import { toolDescriptions } from '../../../server/hosts/vscode/tool-descriptions';
import { knownToolNames } from '../../../server/hosts/vscode/tools';
import data from '../../../server/hosts/vscode/tools.data.json';
import { describeWith, noOracles, oracleJson } from '../../support/resources';

function verdict(
  head: string,
  file = '.github/agents/a.agent.md',
  context: Partial<Context> = {},
): Verdict {
  const place = placeIn(vscode, file);
  assert.ok(place, file);
  return judge(outlineOf(`---\n${head}\n---\nPrompt\n`), place, { ...defaultContext, ...context });
}

const tools = (head: string, file?: string, context?: Partial<Context>) =>
  verdict(head, file, context).persona?.tools;

const claude = '.claude/agents/a.md';

describe('tools in VS Code', () => {
  it('all have a description', () => {
    assert.deepEqual(Object.keys(toolDescriptions).sort(), [...knownToolNames].sort());
  });

  it('are found at their names in a string, without quotes', () => {
    for (const list of ['"\'Read\', Grep"', `'"Read", Grep'`, '"Grep,\'Read\'"']) {
      const head = `description: d\ntools: ${list}`;
      const text = `---\n${head}\n---\nPrompt\n`;
      for (const { written, span } of verdict(head, claude).tools)
        assert.equal(text.slice(span.start, span.end), written, list);
    }
    const names = verdict(`tools: "'Read', Grep"`, claude).tools.map(({ written }) => written);
    assert.deepEqual(names, ['Read', 'Grep']);
  });

  it('are granted by name, and tool sets are not expanded', () => {
    assert.deepEqual(tools('tools: [read, edit/editFiles, read]')?.granted, [
      'read',
      'edit/editFiles',
    ]);
  });

  it('are renamed by VS Code itself', () => {
    const { persona, tools: found } = verdict('tools: codebase, problems');
    assert.deepEqual(persona?.tools.granted, [
      'search/codebase',
      'read/problems',
      'vscodeTasks/problems',
    ]);
    assert.deepEqual(
      found.map(({ renamed }) => renamed),
      [true, true],
    );
  });

  it('are all granted without the field, and none with an empty one', () => {
    assert.equal(tools('name: n')?.all, true);
    assert.deepEqual(tools('tools:'), {
      all: false,
      granted: [],
      denied: [],
      always: [],
      unverified: [],
      lost: [],
    });
    assert.equal(tools('tools: []')?.all, false);
  });

  it('are all granted if the field is not a list, which loses the limit', () => {
    const { persona, fields } = verdict('tools: {read: true}');
    assert.equal(persona?.tools.all, true);
    assert.equal(fields[0]?.otherwise?.losesLimit, true);
  });

  it('of servers and extensions are unverified, and never reported as unknown', () => {
    const names = [
      'github/*',
      'io.github.x/server/tool',
      'ms-python.python/install',
      'Container Tools/*',
    ];
    assert.deepEqual(tools(`tools: [${names.join(', ')}]`)?.unverified, names);
    assert.deepEqual(tools('tools: [github/*]', undefined, { mcp: ['github'] })?.granted, [
      'github/*',
    ]);
  });

  it('that only the desktop has are unverified', () => {
    assert.deepEqual(tools('tools: [fetch]')?.unverified, ['fetch']);
    assert.deepEqual(tools('tools: [browser, browser/readPage, readPage]')?.unverified, [
      'browser',
      'browser/readPage',
      'readPage',
    ]);
    assert.deepEqual(tools('tools: [fetch]', undefined, { editorTools: ['web/fetch'] })?.granted, [
      'web/fetch',
    ]);
  });

  it('that it does not know are lost, with a replacement if there is one', () => {
    const { tools: found } = verdict(
      "tools: [Bash, Read, '*', openSimpleBrowser, search/changes, 'Bash(git:*)', mcp__gh__get, zz]",
    );
    assert.deepEqual(
      found.map(({ written, why, instead }) => [written, why, ...(instead ?? [])]),
      [
        ['Bash', 'unknown', 'execute'],
        ['Read', 'unknown', 'read/readFile', 'read/getNotebookSummary'],
        ['*', 'wrong-form'],
        ['openSimpleBrowser', 'removed', 'browser/openBrowserPage'],
        ['search/changes', 'unavailable'],
        ['Bash(git:*)', 'wrong-form', 'execute'],
        ['mcp__gh__get', 'wrong-form', 'gh/get'],
        ['zz', 'unknown'],
      ],
    );
  });

  it('are split at every comma of a string', () => {
    const text = '---\ntools: "Bash(git:*, npm:*)", x\n---\n';
    const place = placeIn(vscode, claude);
    assert.ok(place);
    assert.deepEqual(
      verdict('tools: Bash(git:*, npm:*), Read', claude).tools.map(({ written }) => written),
      ['Bash(git:*', 'npm:*)', 'Read'],
    );
    const [first] = judge(outlineOf(text), place).tools;
    assert.equal(text.slice(first?.span.start, first?.span.end), 'Bash(git:*');
  });
});

describe("tools in Claude Code's folder", () => {
  it('have the names of Claude Code and are mapped to those of VS Code', () => {
    assert.deepEqual(tools('tools: Read, Bash, WebFetch, WebSearch', claude)?.granted, [
      'read/readFile',
      'read/getNotebookSummary',
      'execute',
      'web',
    ]);
  });

  it('are lost if VS Code does not map them', () => {
    assert.deepEqual(tools('tools: [MultiEdit, search, read, Bash(git:*), Skill]', claude)?.lost, [
      { written: 'MultiEdit', why: 'unknown' },
      { written: 'search', why: 'unknown' },
      { written: 'read', why: 'wrong-case' },
      { written: 'Bash(git:*)', why: 'wrong-form' },
      { written: 'Skill', why: 'unavailable' },
    ]);
  });

  it('are not removed by disallowedTools', () => {
    const { persona, tools: found, fields } = verdict('disallowedTools: Bash', claude);
    assert.equal(persona?.tools.all, true);
    assert.deepEqual(
      found.map(({ outcome }) => outcome),
      ['no-effect'],
    );
    assert.equal(fields[0]?.outcome, 'ignored');
  });
});

const recorded = oracleJson<{
  names: string[];
  renamed: Record<string, string[]>;
  unknownMeasured: string[];
}>('vscode/tools-1.139.1.json');

describeWith(recorded !== null, noOracles, 'the tables of VS Code', () => {
  it('are those that were recorded', () => {
    assert.deepEqual(
      [data.names, data.renamed, data.unknown],
      [recorded?.names, recorded?.renamed, recorded?.unknownMeasured],
    );
  });

  it('agree with the verdict on every name that VS Code was seen not to know', () => {
    const granted = tools(`tools: ${JSON.stringify(recorded?.unknownMeasured)}`)?.granted;
    assert.deepEqual(granted, []);
  });
});
