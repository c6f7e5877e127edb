// What is wrong with a made agent is written down as it is made: the command line has to find it.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeWorkspace } from '../bench/made/workspace.mjs';
import { running } from '../support/running';

interface Report {
  readonly findings: readonly { readonly file: string; readonly rule: string }[];
}

const findings: Readonly<Record<string, RegExp>> = {
  'unquoted-colon': /^(repaired|invalid)-yaml$/,
  'column-0': /^invalid-yaml$/,
  'no-head': /^no-frontmatter$/,
  'removed-tool': /^(removed|renamed)-tool$/,
  'foreign-model': /^invalid-model$/,
  'long-description': /^long-description$/,
};

/** OpenCode reads a file without a head, takes any name in a map of tools, and offers nobody what is primary. */
const isFineFor = (file: string, fault: string, text: string): boolean =>
  file.includes('.opencode/') &&
  (fault === 'no-head' ||
    fault === 'removed-tool' ||
    (fault === 'long-description' && text.includes('\nmode: primary\n')));

function made(count: number) {
  const folder = mkdtempSync(path.join(tmpdir(), 'dossier-made-'));
  try {
    const { faults } = makeWorkspace(folder, count);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name));
    const named = (file: string) => path.relative(folder, file).replaceAll('\\', '/');
    return {
      texts: Object.fromEntries(files.map((file) => [named(file), readFileSync(file, 'utf8')])),
      faults: Object.entries(faults).map(([file, all]) => [named(file), all] as const),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('a made workspace', () => {
  it('has the faults that are written down, and each is found', () => {
    const { texts, faults } = made(600);
    const { findings: found } = running(texts, ['check', '--format', 'json']).json as Report;
    const missed = faults.flatMap(([file, all]) =>
      all.flatMap((fault) => {
        const wanted = findings[fault];
        if (!wanted || isFineFor(file, fault, texts[file] ?? '')) return [];
        return found.some((one) => one.file === file && wanted.test(one.rule))
          ? []
          : [`${fault} of ${file}`];
      }),
    );
    assert.deepEqual(missed, []);
    assert.ok(faults.length > 60, `${faults.length} faults`);
  });
});
