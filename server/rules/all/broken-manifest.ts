import { documentKindOf } from '../../hosts/model/place';
import { type Message, t, verbatim } from '../../text/message';
import { exactly } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { forReview, problemFindings } from '../values/problems';
import { unreadableJson } from '../values/unreadable-json';
import { listed } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for manifests of plugins, and lists of plugins, that the program rejects as a whole.',
  why: 'One value of the wrong type, and the program loads nothing from the plugin: no agent, no skill, no command, no hook and no server. In a marketplace, no plugin can be installed. Other programs may accept the same value.',
  sources: [{ facts: ['values', 'flaw json'] }],
};

export const examples = (): RuleExamples => {
  const plugin = (...lines: readonly string[]) =>
    exactly(
      '.claude-plugin/plugin.json',
      `{\n${['"name": "my-tools"', ...lines].map((line) => `  ${line}`).join(',\n')}\n}\n`,
    );
  const marketplace = (name: string, ...plugins: readonly string[]) =>
    marketplaceAt('.github/plugin/marketplace.json', name, plugins);
  const marketplaceAt = (at: string, name: string, plugins: readonly string[]) =>
    exactly(
      at,
      `{\n  "name": "${name}",\n  "owner": { "name": "Team" },\n  "plugins": [\n${plugins.map((one) => `    ${one}`).join(',\n')}\n  ]\n}\n`,
    );
  const ofClaude = (name: string) =>
    marketplaceAt('.claude-plugin/marketplace.json', name, [
      '{ "name": "review", "source": "./plugins/review" }',
    ]);
  return {
    failing: [
      ofClaude('our plugins'),
      marketplace('our plugins', '{ "name": "review", "source": "./plugins/review" }'),
      plugin('"agents": "./agents/"'),
      plugin('"skills": ["review"]'),
      plugin('"version": 1'),
      exactly('.claude-plugin/plugin.json', '{ "name": "my tools" }\n'),
      exactly('.claude-plugin/plugin.json', '{ "name": "my-tools", }\n'),
    ],
    passing: [
      ofClaude('our-plugins'),
      marketplace('our-plugins'),
      plugin('"agents": ["./agents/reviewer.md"]'),
      plugin('"skills": ["./review"]'),
      // A newer version may know it.
      plugin('"newerField": 5'),
    ],
  };
};

export const rule: Rule = {
  name: 'broken-manifest',
  kind: 'host',
  subjects: ['manifest'],
  check: (input: HostInput): Found[] => {
    const plugins = lost(input);
    return [
      ...unreadableJson(input, plugins),
      // Once the manifest is accepted, the program starts the hooks and servers of the plugin.
      ...problemFindings(input, ({ otherwise }) => otherwise?.file !== undefined, plugins).map(
        forReview,
      ),
    ];
  },
};

const namedAtMost = 5;

/** The plugins of a marketplace, of which none can be installed. */
function lost({ outline, verdict: { place, agent } }: HostInput): readonly Message[] {
  const kind = documentKindOf(place);
  if (kind.subject !== 'manifest' || !kind.marketplace) return [];
  const all = kind.marketplace.plugins(agent?.fields ?? outline.fields);
  if (all.length === 0) return [];
  const names = all.slice(0, namedAtMost).map((plugin) => verbatim(`"${plugin}"`));
  const rest = all.length - namedAtMost;
  return [
    t('Lost with it: {plugins}.', {
      plugins: listed(rest > 0 ? [...names, t('{count} more', { count: rest })] : names),
    }),
  ];
}
