// The workflows run every part of the tests, and ask every host that can be asked.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { tested } from '../conformance/hosts';
import { hosts } from '../support/catalog';
import { onlyNamed } from './stages.mjs';

interface Job {
  readonly 'timeout-minutes'?: number;
  readonly strategy: {
    readonly matrix: { readonly part?: readonly string[]; readonly host?: readonly string[] };
  };
  readonly steps: readonly { readonly uses?: string }[];
}

interface Workflow {
  readonly permissions: unknown;
  readonly concurrency: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const textOf = (name: string): string => readFileSync(`.github/workflows/${name}.yml`, 'utf8');
const jobsOf = (name: string): readonly Job[] =>
  Object.values((parse(textOf(name)) as Workflow).jobs);

/** Read by a process of its own: a bundle of this module would contain every part. */
function parts(): readonly string[] {
  const program =
    "import { parts } from './test/run/parts.mjs'; console.log(Object.keys(parts).join(' '))";
  const words = ['--input-type=module', '--eval', program];
  return execFileSync(process.execPath, words, { encoding: 'utf8' }).trim().split(' ');
}

describe('the workflows', () => {
  it('run every part once, but for those that are only run when they are named', () => {
    const run = jobsOf('test').flatMap(({ strategy }) => strategy.matrix.part ?? []);
    // Of `unit`, the tests that a change before a commit concerns.
    const wanted = parts().filter((part) => ![...onlyNamed, 'affected'].includes(part));
    assert.deepEqual([...run].sort(), wanted.sort(), 'in .github/workflows/test.yml');
  });

  it('ask every host that can be asked, and state why others are not', () => {
    const asked = jobsOf('conformance').flatMap(({ strategy }) => strategy.matrix.host ?? []);
    const able = tested.filter(({ oracle }) => oracle.start).map(({ oracle }) => oracle.host);
    assert.deepEqual([...asked].sort(), [...able].sort());
    // A host of which nothing is known yet has no facts to ask about.
    const known = hosts.filter(({ locations }) =>
      locations.some(({ evidence }) => evidence.how !== 'unknown'),
    );
    const others = known.map(({ id }) => id).filter((id) => !able.includes(id));
    const reasons = [...textOf('conformance').matchAll(/^# - (\S+): /gm)].map(([, id]) => id);
    assert.deepEqual(
      reasons.sort(),
      others.sort(),
      'state the reason for each at the top of .github/workflows/conformance.yml',
    );
  });

  for (const name of ['test', 'conformance'])
    it(`end in time, with permissions of their own and actions of a version: ${name}`, () => {
      const { permissions, concurrency } = parse(textOf(name)) as Workflow;
      assert.ok(permissions !== undefined && concurrency !== undefined);
      for (const { steps, ...job } of jobsOf(name)) {
        assert.ok((job['timeout-minutes'] ?? Number.POSITIVE_INFINITY) <= 60);
        for (const { uses } of steps) assert.match(uses ?? '@v1', /@v\d+$/);
      }
    });
});
