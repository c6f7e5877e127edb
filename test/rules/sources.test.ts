// Where the statements of each rule come from. That findings depend on the named facts is tested in test/hosts/evidence-links.test.ts.
import assert from 'node:assert/strict';
import { docsOf } from '../../server/rules/docs-registry';
import { rules } from '../../server/rules/registry';
import { hosts } from '../support/catalog';

for (const { name, kind } of rules) {
  describe(`${name}: sources`, () => {
    const { sources } = docsOf(name);

    if (kind === 'host')
      it('names the facts that its findings state', () => {
        assert.ok(sources.some((source) => 'facts' in source));
      });
    else
      it('names facts or a page, or states that the advice is an opinion', () => {
        assert.ok(sources.some((source) => !('background' in source)));
      });

    it('names each source once, pages with a date, and no host in an opinion', () => {
      const named = sources.flatMap((source) =>
        'facts' in source ? source.facts : 'background' in source ? source.background : [],
      );
      assert.equal(new Set(named).size, named.length);
      for (const source of sources) {
        if ('source' in source) {
          const { title, address, on } = source.source;
          assert.ok(URL.canParse(address) && title !== '');
          assert.match(on, /^\d{4}-\d{2}-\d{2}$/);
        }
        if (!('opinion' in source)) continue;
        assert.match(source.opinion, /^[A-Z].*\.$/);
        for (const host of hosts) assert.ok(!source.opinion.includes(host.name), host.name);
      }
    });
  });
}
