import { exactly } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { forReview, problemFindings } from '../values/problems';

export const docs: RuleDocs = {
  what: 'Checks for plugins of a marketplace that the program does not install.',
  why: 'The marketplace is accepted, and users cannot install this plugin of it, or do not even see it. Programs differ in the sources that they know: a path without "./", or a repository, is a plugin for one and nothing for another.',
  sources: [{ facts: ['values'] }],
};

export const examples = (): RuleExamples => {
  const marketplace = (source: string) =>
    exactly(
      '.agents/plugins/marketplace.json',
      `{\n  "name": "our-plugins",\n  "plugins": [\n    { "name": "review", "source": ${source} }\n  ]\n}\n`,
    );
  const withFolder = (source: string) => ({
    ...marketplace(source),
    companions: [exactly('plugins/review/.codex-plugin/plugin.json', '{ "name": "review" }\n')],
  });
  const ofClaude = (plugin: string, more = '') => ({
    ...exactly(
      '.claude-plugin/marketplace.json',
      `{\n  "name": "our-plugins",\n  "owner": { "name": "Team" },${more}\n  "plugins": [\n    { "name": "review", ${plugin} }\n  ]\n}\n`,
    ),
    companions: [exactly('plugins/review/.claude-plugin/plugin.json', '{ "name": "review" }\n')],
  });
  return {
    failing: [
      ofClaude('"source": "plugins/review"'),
      ofClaude('"source": { "source": "local", "path": "./plugins/review" }'),
      ofClaude('"source": "./plugins/review", "author": "Team"'),
      ofClaude('"source": "./plugins/review", "hooks": { "BeforeTool": [] }'),
      withFolder('"plugins/review"'),
      withFolder('"./../review"'),
      marketplace('{ "source": "github", "repo": "example/review" }'),
      marketplace('{ "source": "git-subdir", "url": "https://example.com/review.git" }'),
    ],
    passing: [
      ofClaude('"source": "./plugins/review", "author": { "name": "Team" }, "internalId": 5'),
      ofClaude('"source": "review"', '\n  "metadata": { "pluginRoot": "./plugins" },'),
      withFolder('"./plugins/review"'),
      withFolder('{ "source": "local", "path": "./plugins/review" }'),
      marketplace('{ "source": "url", "url": "https://example.com/review.git" }'),
    ],
  };
};

export const rule: Rule = {
  name: 'ignored-plugin',
  kind: 'host',
  subjects: ['manifest'],
  // A plugin that is corrected may be installed, with its hooks and servers.
  check: (input: HostInput): Found[] =>
    problemFindings(
      input,
      ({ otherwise }) => otherwise !== undefined && otherwise.file === undefined,
    ).map((found): Found => ({ ...forReview(found), severity: 'error' })),
};
