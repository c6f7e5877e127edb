// Every fact with the label `executed` has a recorded case whose verdict depends on it; every other names where it is from.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { claudeCode } from '../../server/hosts/claude-code/host';
import type { Host } from '../../server/hosts/model/host';
import { factsOf } from '../conformance/evidence/facts-of-host';
import { caseIdsOf, type Links, linksOf, unprovenFacts } from '../conformance/evidence/links';
import { patternsOf, textKeyOf, textsOf } from '../conformance/evidence/read-patterns';
import { hosts } from '../support/catalog';

/** In the words of a failure. */
const unproven = (host: Host, links: Links = linksOf(host.id)): readonly string[] =>
  unprovenFacts(host, links, caseIdsOf(host.id)).map(({ fact, why }) => `${fact.id} ${why}`);

for (const host of hosts) {
  describe(`${host.id}: evidence`, () => {
    const facts = factsOf(host);

    it('has a case for each fact with the label executed', () => {
      assert.deepEqual(unproven(host), []);
    });

    it('names each fact once', () => {
      assert.equal(new Set(facts.map(({ id }) => id)).size, facts.length);
    });

    it('links no fact that is not declared', () => {
      const declared = new Set(facts.map(({ id }) => id));
      assert.deepEqual(
        Object.keys(linksOf(host.id)).filter((id) => !declared.has(id)),
        [],
        'run node scripts/evidence.mjs',
      );
    });

    it('names a text of the program for each fact that was only read and has no name', () => {
      const texts = textsOf(host.id);
      const links = linksOf(host.id);
      const onlyRead = facts.filter(
        ({ id, evidence }) => evidence.how === 'read' && (links[id] ?? []).length === 0,
      );
      const keys = onlyRead.flatMap((fact) => textKeyOf(fact, texts) ?? []);
      const unnamed = onlyRead.filter((fact) => patternsOf(fact, texts).length === 0);
      assert.deepEqual(
        unnamed.flatMap((fact) => (textKeyOf(fact, texts) === undefined ? [fact.id] : [])),
        [],
        'add a text to test/hosts/read; node scripts/evidence.mjs --read looks for it',
      );
      assert.deepEqual(
        Object.keys(texts).filter((key) => !keys.includes(key)),
        [],
        'no fact that was only read has this name',
      );
    });

    it('names package, version and file, or an address and a date', () => {
      for (const { id, evidence } of facts) {
        if (evidence.how === 'read') {
          const { package: name, version, file } = evidence.source;
          assert.match(`${name} ${version} ${file}`, /^\S+ \d+\.\d+\S* \S/, id);
        }
        if (evidence.how === 'documented') {
          const { title, address, on } = evidence.source;
          assert.ok(title !== '' && URL.canParse(address), id);
          assert.match(on, /^\d{4}-\d{2}-\d{2}$/, id);
        }
      }
    });
  });
}

describe('the evidence', () => {
  const project = claudeCode.dialects['project'];
  assert.ok(project);

  it('fails for an invented tool', () => {
    const invented = { name: 'Teleport', does: 'other', means: 'Moves the user.' } as const;
    const tools = { ...project.tools, tools: [...project.tools.tools, invented] };
    const dialects = { ...claudeCode.dialects, project: { ...project, tools } };
    const found = unproven({ ...claudeCode, dialects });
    assert.ok(found.includes('tool Teleport in project has no case'), found.slice(0, 3).join('\n'));
  });

  it('fails for a case that does not exist', () => {
    const links = { ...linksOf(claudeCode.id), 'unknown keys in project': ['misc: made up'] };
    assert.deepEqual(unproven(claudeCode, links), [
      'unknown keys in project names the case "misc: made up", which does not exist',
    ]);
  });

  it('changes the findings of each rule that names it as its source', function () {
    this.timeout(240_000);
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['scripts/evidence.mjs', '--rules'],
      { encoding: 'utf8' },
    );
    assert.equal(status, 0, `${stdout}\n${stderr}`);
  });

  it('holds in a sample of the links', function () {
    this.timeout(120_000);
    const all = hosts.map(({ id }) => JSON.stringify(linksOf(id))).join('\n');
    const seed = createHash('sha256').update(all).digest().readUInt16BE();
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['scripts/evidence.mjs', '--sample', '8', '--seed', String(seed)],
      { encoding: 'utf8' },
    );
    assert.equal(status, 0, `${stdout}\n${stderr}`);
  });
});
