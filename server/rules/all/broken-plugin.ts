import { exactly, example } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { hostName } from '../words';

const agent = 'name: reviewer\ndescription: Reviews changes.';

const inPlugin = (...manifest: readonly [path: string, text: string]) =>
  example('plug/agents/reviewer.md', agent, 'You review code.', exactly(...manifest));

export const docs: RuleDocs = {
  what: 'An agent of a plugin whose manifest the host refuses.',
  why: 'A manifest without a name, or with one value of another kind, costs the whole plugin: its agents, commands and hooks are not there. Each file of it looks as it should.',
};

export const examples = (): RuleExamples => ({
  failing: [
    inPlugin('plug/.claude-plugin/plugin.json', '{ "version": "1.0.0" }'),
    inPlugin('plug/.claude-plugin/plugin.json', '{ "name": "my tools" }'),
  ],
  passing: [
    inPlugin('plug/.claude-plugin/plugin.json', '{ "name": "my-tools" }'),
    example('.claude/agents/reviewer.md', agent),
  ],
});

export const rule: Rule = {
  name: 'broken-plugin',
  kind: 'host',
  hears: 'flaws',
  check: ({ verdict }: HostInput): Found[] =>
    verdict.flaws.flatMap(({ code, message }): Found[] => {
      const met = verdict.dialect.flaws[code];
      if (code !== 'broken-manifest' || !met) return [];
      const manifest = verdict.place.location.beside ?? '';
      return [
        {
          span: null,
          severity: 'error',
          message: `${hostName(verdict)} ${met.says}: its manifest (${manifest}) ${message}. Mend that file.`,
        },
      ];
    }),
};
