// The log against the official schema: fixtures/sarif-2.1.0.json, as OASIS publishes it and as it is shipped in the
// package @microsoft/sarif-multitool-linux 5.7.0 (MIT).
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { applyEdits } from '../../server/text/edit';
import { linesOf } from '../../server/text/lines';
import { rulesWithExamples as rules } from '../support/examples';
import { running } from '../support/running';

interface Region {
  readonly startLine: number;
  readonly startColumn?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly locations: {
    physicalLocation: { artifactLocation: { uri: string; uriBaseId?: string }; region: Region };
  }[];
  readonly partialFingerprints: Record<string, string>;
  readonly suppressions?: { kind: string; status: string; justification?: string }[];
  readonly fixes?: {
    description: { text: string };
    artifactChanges: {
      replacements: { deletedRegion: Region; insertedContent?: { text: string } }[];
    }[];
  }[];
}

interface Run {
  readonly tool: { driver: { rules: { id: string; defaultConfiguration: { level: string } }[] } };
  readonly invocations: { executionSuccessful: boolean; toolExecutionNotifications?: unknown[] }[];
  readonly results: Result[];
}

const claude = '.claude/agents/reviewer.md';
const opencode = '.opencode/agent/my reviewer.md';
const removed =
  '---\nname: reviewer\ndescription: Reviews changes.\ntools: Read, TodoRead, Edit\n---\nYou review.\n';
const files = {
  [claude]: removed,
  [opencode]: '---\ndescription: Reviews.\ncolor: yellow\n---\nYou review.\n',
  '.claude/agents/README.md': '# Agents\n',
};

const runOf = (texts: Readonly<Record<string, string>>, argv: readonly string[] = []): Run => {
  const { json } = running(texts, ['check', '--format', 'sarif', ...argv]);
  const [run] = (json as { runs: Run[] }).runs;
  assert.ok(run);
  return run;
};

/** Compiled when it is first needed, because that takes longer than all of these tests. */
let validator: ValidateFunction | undefined;

/** Fails where the log is not what OASIS calls one. */
function mustBeValid(json: unknown): void {
  validator ??= new Ajv2020({ strict: false, validateFormats: false }).compile(
    JSON.parse(readFileSync('test/cli/fixtures/sarif-2.1.0.json', 'utf8')) as object,
  );
  assert.equal(validator(json), true, JSON.stringify(validator.errors?.slice(0, 3)));
}

describe('dossier check --format sarif', () => {
  it('is valid against the official schema', () => {
    // Every rule has a finding: that of its first example.
    const texts = Object.fromEntries(
      rules.flatMap(({ name, failing }) =>
        failing.slice(0, 1).map(({ path, text }) => [`${name}/${path}`, text]),
      ),
    );
    const { json } = running({ ...files, ...texts }, ['check', '--format', 'sarif']);
    mustBeValid(json);
    assert.ok((json as { runs: Run[] }).runs[0]?.results.some(({ fixes }) => fixes));
  });

  it('names each rule once, with help and a level', () => {
    const { tool, results } = runOf(files);
    assert.deepEqual(
      tool.driver.rules.map(({ id }) => id),
      rules.map(({ name }) => name),
    );
    for (const { ruleId, ruleIndex } of results)
      assert.equal(tool.driver.rules[ruleIndex]?.id, ruleId);
    const level = (id: string): string | undefined =>
      tool.driver.rules.find((rule) => rule.id === id)?.defaultConfiguration.level;
    assert.deepEqual(['breaking-value', 'removed-tool'].map(level), ['error', 'warning']);
  });

  it('encodes file names as URIs', () => {
    const stop = runOf(files).results.find(({ ruleId }) => ruleId === 'invalid-color');
    assert.deepEqual(stop?.locations[0]?.physicalLocation, {
      artifactLocation: { uri: '.opencode/agent/my%20reviewer.md', uriBaseId: '%SRCROOT%' },
      region: { startLine: 3, startColumn: 8, endLine: 3, endColumn: 14 },
    });
    const whole = runOf({ '/elsewhere/a.md': removed }, ['/elsewhere/a.md']).results[0];
    assert.equal(
      whole?.locations[0]?.physicalLocation.artifactLocation.uri,
      'file:///elsewhere/a.md',
    );
  });

  it('marks fixes that a person has to review', () => {
    const text =
      '---\nname: reviewer\ndescription: Reviews.\ntools: Read, Rea\ncolor: Blue\n---\nYou.\n';
    const shown = runOf({ [claude]: text }, ['--notes']).results.flatMap(({ fixes = [] }) =>
      fixes.map(({ description }) => description.text),
    );
    assert.deepEqual(shown.sort(), ['Remove "Rea" (requires review)', 'Replace with "blue"']);
  });

  it('contains the fix, with the same result as --fix', () => {
    const result = runOf({ [claude]: removed }).results[0];
    const lines = linesOf(removed);
    const edits = result?.fixes?.[0]?.artifactChanges[0]?.replacements.map(
      ({ deletedRegion: at, insertedContent }) => ({
        span: {
          start: lines.offsetAt({ line: at.startLine - 1, character: (at.startColumn ?? 1) - 1 }),
          end: lines.offsetAt({
            line: (at.endLine ?? at.startLine) - 1,
            character: (at.endColumn ?? 1) - 1,
          }),
        },
        text: insertedContent?.text ?? '',
      }),
    );
    const fixed = running({ [claude]: removed }, ['check', '--fix']).file(claude);
    assert.equal(applyEdits(removed, edits ?? []), fixed);
  });

  it('recognizes a finding after lines above it have moved, and distinguishes equal ones', () => {
    const prints = (text: string): string[] =>
      runOf({ [claude]: text }).results.map((result) => JSON.stringify(result.partialFingerprints));
    const twice = removed.replace('Edit\n', 'Edit, TodoRead\n');
    assert.deepEqual(
      prints(removed),
      prints(removed.replace('description:', '# a note\ndescription:')),
    );
    assert.equal(new Set(prints(twice)).size, prints(twice).length);
  });

  it('reports whether the run was successful', () => {
    assert.deepEqual(runOf(files).invocations, [{ executionSuccessful: true }]);
    const { json, code } = running({ [claude]: removed }, ['check', '--format', 'sarif'], '', {
      unreadable: claude,
    });
    assert.equal(code, 2);
    mustBeValid(json);
    assert.deepEqual((json as { runs: Run[] }).runs[0]?.invocations, [
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          {
            level: 'error',
            message: { text: `${claude} may not be read` },
            locations: [
              { physicalLocation: { artifactLocation: { uri: claude, uriBaseId: '%SRCROOT%' } } },
            ],
          },
        ],
      },
    ]);
  });

  it('lists suppressed findings on request, with the reason', () => {
    const ignored = removed.replace(
      'tools:',
      '# dossier-ignore removed-tool: an old release reads it too\ntools:',
    );
    const texts = { [claude]: ignored, [opencode]: files[opencode], 'list.json': '' };
    const list = running(texts, ['check', opencode, '--write-baseline', 'list.json']).file(
      'list.json',
    );
    const argv = ['--baseline', 'list.json', '--suppressed'];
    const { json, code } = running({ ...texts, 'list.json': list ?? '' }, [
      'check',
      '--format',
      'sarif',
      ...argv,
    ]);
    assert.equal(code, 0);
    mustBeValid(json);
    const marks = (json as { runs: Run[] }).runs[0]?.results.map(({ ruleId, suppressions }) => [
      ruleId,
      ...(suppressions ?? []),
    ]);
    assert.deepEqual(marks, [
      [
        'removed-tool',
        { kind: 'inSource', status: 'accepted', justification: 'an old release reads it too' },
      ],
      [
        'invalid-color',
        { kind: 'external', status: 'accepted', justification: 'listed in the baseline' },
      ],
    ]);
    const open = runOf({ [claude]: removed }, ['--suppressed']).results;
    assert.deepEqual(
      open.map(({ suppressions }) => suppressions),
      [[]],
    );
    assert.deepEqual(runOf({ [claude]: ignored }).results, []);
    assert.equal(running(texts, ['check', '--suppressed']).code, 2);
  });
});
