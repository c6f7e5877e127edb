import { exactly } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { forReview, problemFindings } from '../values/problems';
import { unreadableJson } from '../values/unreadable-json';

export const docs: RuleDocs = {
  what: 'Checks for manifests of plugins that the program rejects.',
  why: 'One value of the wrong type, and the program loads nothing from the plugin: no agent, no skill, no command, no hook and no server. Other programs may accept the same value.',
  sources: [{ facts: ['values', 'flaw json'] }],
};

export const examples = (): RuleExamples => {
  const plugin = (...lines: readonly string[]) =>
    exactly(
      '.claude-plugin/plugin.json',
      `{\n${['"name": "my-tools"', ...lines].map((line) => `  ${line}`).join(',\n')}\n}\n`,
    );
  return {
    failing: [
      plugin('"agents": "./agents/"'),
      plugin('"skills": ["review"]'),
      plugin('"version": 1'),
      exactly('.claude-plugin/plugin.json', '{ "name": "my tools" }\n'),
      exactly('.claude-plugin/plugin.json', '{ "name": "my-tools", }\n'),
    ],
    passing: [
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
  check: (input: HostInput): Found[] => [
    ...unreadableJson(input),
    // Once the manifest is accepted, the program starts the hooks and servers of the plugin.
    ...problemFindings(input, ({ otherwise }) => otherwise?.file !== undefined).map(forReview),
  ],
};
