import { exactly } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { lostPlugins } from '../values/lost-plugins';
import { forReview, problemFindings } from '../values/problems';
import { unreadableJson } from '../values/unreadable-json';

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
      plugin('"skills": "."'),
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
    const plugins = lostPlugins(input);
    return [
      ...unreadableJson(input, plugins),
      // Once the manifest is accepted, the program starts the hooks and servers of the plugin.
      ...problemFindings(input, ({ otherwise }) => otherwise?.file !== undefined, plugins).map(
        forReview,
      ),
    ];
  },
};
