// Every fact with the label `executed` has a recorded case whose verdict depends on it; every other names where it is from.
import assert from 'node:assert/strict';
import { claudeCode } from '../../server/hosts/claude-code/host';
import type { Host } from '../../server/hosts/model/host';
import { factsOf } from '../conformance/evidence/facts-of-host';
import { knownFacts } from '../conformance/evidence/known-facts';
import { caseIdsOf, type Links, linksOf, unprovenFacts } from '../conformance/evidence/links';
import { patternsOf, textKeyOf, textsOf } from '../conformance/evidence/read-patterns';
import { hosts } from '../support/catalog';

/** What to do about a fact without a case. Its declaration claims more than is known, and the pages show it as not known. */
const actionFor = ({ id }: Host): string => `
  These facts of ${id} say "executed", of themselves or through the table that they are in, and no recorded case proves them.
  Pages show them as not known. Either record a case for each, which asks the program:
    node scripts/evidence.mjs --host ${id} --propose out/questions.json
    npm run conformance -- --host ${id} --questions out/questions.json --record
    node scripts/evidence.mjs --host ${id} && npm run generate
  or state in each entry how it is known: "evidence: read({ ... })", "documented({ ... })" or "unknown".`;

/** In the words of a failure. */
const unproven = (host: Host, links: Links = linksOf(host.id)): readonly string[] =>
  unprovenFacts(host, links, caseIdsOf(host.id)).map(({ fact, why }) => `${fact.id} ${why}`);

for (const host of hosts) {
  describe(`${host.id}: evidence`, () => {
    const facts = factsOf(host);

    it('has a case for each fact with the label executed', () => {
      const found = unproven(host);
      assert.ok(found.length === 0, `${actionFor(host)}\n  - ${found.join('\n  - ')}\n`);
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

  it('is not known for an invented tool, although the table of tools was executed', () => {
    const invented = { name: 'Teleport', does: 'other', means: 'Moves the user.' } as const;
    const tools = { ...project.tools, tools: [...project.tools.tools, invented] };
    const dialects = Object.fromEntries(
      Object.entries(claudeCode.dialects).map(([name, dialect]) => [name, { ...dialect, tools }]),
    );
    const facts = knownFacts({ ...claudeCode, dialects });
    const howOf = (id: string): string | undefined => facts.find((one) => one.id === id)?.how;
    assert.equal(tools.evidence.how, 'executed');
    assert.deepEqual([howOf('tool Teleport'), howOf('tool Read')], ['unknown', 'executed']);
  });

  it('fails for a case that does not exist', () => {
    const links = { ...linksOf(claudeCode.id), 'unknown keys': ['misc: made up'] };
    assert.ok(
      unproven(claudeCode, links).includes(
        'unknown keys names the case "misc: made up", which does not exist',
      ),
    );
  });
});
