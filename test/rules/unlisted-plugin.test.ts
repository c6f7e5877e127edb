// What an author sees of unlisted-plugin. Its examples are tested by test/rules/examples.test.ts.
import assert from 'node:assert/strict';
import { completing } from '../support/completing';
import { fixing } from '../support/fixing';
import { keptResults } from '../support/kept-results';
import { reportedBy } from '../support/reporting';
import { running } from '../support/running';

const at = '.claude/settings.json';
const local = '.claude/settings.local.json';
const market = '.claude-plugin/marketplace.json';

const listing = (names: readonly string[], name = 'shop'): string =>
  JSON.stringify({
    ...{ name, owner: { name: 'Team' } },
    plugins: names.map((one) => ({ name: one, source: `./plugins/${one}` })),
  });

const from = (path: string, source = 'directory', key = 'shop'): string =>
  `"extraKnownMarketplaces": { "${key}": { "source": { "source": "${source}", "path": "${path}" } } }`;

const enabling = (plugins: string, known = from('./')): string =>
  `{ ${known}, "enabledPlugins": { ${plugins} } }`;

const found = (
  text: string,
  files: Readonly<Record<string, string>> = { [market]: listing(['review-tools', 'deploy']) },
): readonly string[] => reportedBy('unlisted-plugin', { [at]: text, ...files });

const effect = 'Claude Code silently starts without this plugin.';

describe('unlisted-plugin', () => {
  it('reports a name that the marketplace does not list', () => {
    assert.deepEqual(found(enabling('"review-tool@shop": true, "deploy@shop": true')), [
      `error "${market}" lists no plugin "review-tool". ${effect} Use "review-tools@shop".`,
    ]);
    assert.deepEqual(found(enabling('"Deploy@shop": true')), [
      `error "${market}" lists no plugin "Deploy". ${effect} Use "deploy@shop".`,
    ]);
    assert.deepEqual(found(enabling('"format@shop": true')), [
      `error "${market}" lists no plugin "format". ${effect} Add it there, or correct the name.`,
    ]);
  });

  it('reports a marketplace whose file has another name, and a plugin without one', () => {
    assert.deepEqual(found(enabling('"deploy@store": true', from('./', 'directory', 'store'))), [
      `error The marketplace in "${market}" is named "shop". ${effect} Use "deploy@shop".`,
    ]);
    assert.deepEqual(found(enabling('"deploy": true')), [
      `error "deploy" is not followed by "@" and the name of a marketplace. ${effect} Use "deploy@shop".`,
    ]);
  });

  it('finds the marketplace below the project, and by its file', () => {
    for (const [known, file] of [
      [from('market'), `market/${market}`],
      [from('./market/'), `market/${market}`],
      [from('./lists/all.json', 'file'), 'lists/all.json'],
    ] as const) {
      const files = { [file]: listing(['deploy']) };
      assert.deepEqual(found(enabling('"deploy@shop": true', known), files), []);
      assert.deepEqual(found(enabling('"deplo@shop": true', known), files), [
        `error "${file}" lists no plugin "deplo". ${effect} Use "deploy@shop".`,
      ]);
    }
  });

  it('reads both files of settings, of which the local one counts', () => {
    const files = { [market]: listing(['deploy']), [`m/${market}`]: listing(['lint']) };
    const known = `{ ${from('./')} }`;
    const enabled = '{ "enabledPlugins": { "deplo@shop": true } }';
    for (const [own, other] of [
      [at, local],
      [local, at],
    ] as const)
      assert.equal(
        reportedBy('unlisted-plugin', { ...files, [own]: enabled, [other]: known }).length,
        1,
        own,
      );
    const both = (plugin: string): readonly string[] =>
      reportedBy('unlisted-plugin', {
        ...files,
        [at]: enabling(`"${plugin}@shop": true`),
        [local]: `{ ${from('./m')} }`,
      });
    assert.deepEqual(both('lint'), []);
    assert.equal(both('deploy').length, 1);
  });

  it('reports nothing where it is not known what the marketplace lists', () => {
    const plugins = '"deplo@shop": true';
    for (const [known, files] of [
      ['"model": "opus"', { [market]: listing(['deploy']) }],
      [from('../market'), { [market]: listing(['deploy']) }],
      [from('/srv/market'), { [market]: listing(['deploy']) }],
      [from('./', 'github'), { [market]: listing(['deploy']) }],
      [from('./'), {}],
      [from('./'), { [market]: '{ "name": "shop", "plugins": [' }],
      [from('./'), { [market]: '{ "name": "shop" }' }],
      [from('./'), { [market]: '{ "plugins": [] }' }],
    ] as const)
      assert.deepEqual(found(enabling(plugins, known), files), [], known);
    // Of the user's own, only the user knows.
    assert.deepEqual(
      reportedBy('unlisted-plugin', {
        '~/.claude/settings.json': enabling(plugins),
        [market]: listing(['deploy']),
      }),
      [],
    );
  });

  it('renames it, unless the right name is there too', () => {
    const files = { [market]: listing(['deploy']) };
    fixing(`${enabling('"dep|lo@shop": true')}\n`, { at, files })
      .offersForReview('Rename to "deploy@shop"')
      .taking('Rename to "deploy@shop"')
      .gives(`${enabling('"deploy@shop": true')}\n`);
    fixing(`${enabling('"dep|lo@shop": true, "deploy@shop": true')}\n`, {
      at,
      files,
    }).offersNot('Rename to "deploy@shop"');
  });

  it('is found again after the marketplace has changed', () => {
    const store = keptResults();
    const code = (name: string): number | null =>
      running(
        {
          ...{ [at]: enabling('"deploy@shop": true'), [market]: listing([name]) },
          [`plugins/${name}/.claude-plugin/plugin.json`]: JSON.stringify({ name }),
        },
        ['check', '--cache'],
        '',
        { results: () => store },
      ).code;
    assert.deepEqual([code('deploy'), code('other'), code('deploy')], [0, 1, 0]);
  });
});

describe('completion of plugins that settings enable', () => {
  const files = { [market]: listing(['review-tools', 'deploy']) };

  it('has those of the marketplaces in the project', () => {
    completing(`${enabling('"|"')}\n`, { at, files })
      .offersOnly('review-tools@shop', 'deploy@shop')
      .accepting('deploy@shop')
      .gives(`${enabling('"deploy@shop": true')}\n`);
    completing(`${enabling('"deploy@shop": true, "|"')}\n`, { at, files }).offersOnly(
      'review-tools@shop',
    );
  });

  it('has none of a marketplace that is elsewhere', () => {
    completing(`${enabling('"|"', from('../shop'))}\n`, { at, files }).offersNothing();
  });
});
