// Earlier versions of a program: what is declared of them is what they answered in live runs.
import assert from 'node:assert/strict';
import { hostAtVersion } from '../../server/hosts/judge/host-at-version';
import type { Host } from '../../server/hosts/model/host';
import {
  askedVersion,
  compareVersions,
  isInVersion,
  versionsOf,
} from '../../server/hosts/model/version';
import { caseFilesOf } from '../conformance/cases';
import { differences, inWords } from '../conformance/facts';
import { tested } from '../conformance/hosts';
import { versionRunsOf } from '../conformance/versions';
import { hosts } from '../support/catalog';

/** The versions that facts of a host name. */
const namedIn = ({ dialects }: Host): readonly string[] =>
  Object.values(dialects).flatMap(({ fields, earlier = {}, everyKeySince, tools, models }) => [
    ...(everyKeySince === undefined ? [] : [everyKeySince]),
    ...[
      ...Object.values(fields),
      ...Object.values(earlier),
      ...tools.tools,
      ...(tools.aliases ?? []),
      ...tools.former,
      ...(tools.earlier ?? []),
    ].flatMap(({ since, until }) => [since ?? [], until ?? []].flat()),
    ...models.models.flatMap(({ formerly = [] }) => formerly.map(({ until }) => until)),
  ]);

for (const host of hosts.filter(({ olderVersions }) => olderVersions !== undefined)) {
  describe(`${host.id}: versions`, () => {
    const runs = versionRunsOf(host.id);
    const older = runs.filter(
      ({ version, undeclared }) =>
        undeclared === undefined && compareVersions(version, host.version) < 0,
    );
    const words = tested.find(({ oracle }) => oracle.host === host.id);

    it('declares the versions that were asked', () => {
      const asked = older.map(({ version }) => version).sort(compareVersions);
      assert.deepEqual(host.olderVersions, asked);
      const same = runs.filter(
        ({ version, changes }) =>
          compareVersions(version, host.version) > 0 && changes.length === 0,
      );
      assert.deepEqual(
        host.sameVersions ?? [],
        same.map(({ version }) => version).sort(compareVersions),
      );
    });

    it('gives no verdict for a version that is listed only', () => {
      for (const { version, undeclared } of runs)
        if (undeclared !== undefined) assert.ok(!versionsOf(host).includes(version), version);
    });

    it('names only versions that were asked', () => {
      for (const version of namedIn(host)) assert.ok(versionsOf(host).includes(version), version);
    });

    it('is declared as the versions answered', () => {
      const cases = new Map(
        [...caseFilesOf(host.id)].flatMap(([group, file]) =>
          file.cases.map((one) => [String(`${group}: ${one.id}`), one] as const),
        ),
      );
      for (const { version, answers = {} } of older) {
        const then = hostAtVersion(host, version);
        for (const [id, changed] of Object.entries(answers)) {
          const one = cases.get(id);
          assert.ok(one && words, id);
          const wrong = differences(changed, words.facts(one, then));
          assert.deepEqual(wrong.map(inWords), [], `${version}, ${id}`);
          // The newest version answers in another way, so the range of a fact is what makes the difference.
          assert.notEqual(differences(changed, words.facts(one, host)).length, 0, id);
        }
      }
    });

    it('lacks in each version the tools that it was not given', () => {
      for (const { version, changes } of older)
        for (const { tool, what } of changes.filter((one) => one.what.endsWith('is not given'))) {
          const known = Object.values(host.dialects).flatMap(({ tools }) => tools.tools);
          const declared = known.find(({ name }) => name === tool);
          assert.ok(declared && !isInVersion(declared, version), `${version}: ${what}`);
        }
    });
  });
}

describe('a version that was not asked', () => {
  const host = hosts.find(({ id }) => id === 'claude-code');
  assert.ok(host);

  it('is treated as the one before it', () => {
    assert.equal(askedVersion(host, '2.1.310'), '2.1.306');
    assert.equal(askedVersion(host, '99.0.0'), host.version);
  });

  it('is treated as the oldest if it is older than all of them', () =>
    assert.equal(askedVersion(host, '0.0.1'), '2.1.197'));

  it('may be named by the word for the newest', () => {
    assert.equal(askedVersion(host, 'latest'), host.version);
    assert.equal(askedVersion(host, 'newest'), undefined);
  });

  it('costs nothing where no version is asked for: the host is the same object', () => {
    assert.equal(hostAtVersion(host, host.version), host);
  });
});
