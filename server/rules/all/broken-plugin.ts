import { t } from '../../text/l10n';
import { exactly, example } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { effectOf } from '../words';

const agent = 'name: reviewer\ndescription: Reviews changes.';

const inPlugin = (...manifest: readonly [path: string, text: string]) =>
  example('plug/agents/reviewer.md', agent, 'You review code.', exactly(...manifest));

export const docs: RuleDocs = {
  what: 'Checks for agents of a plugin whose manifest or hooks the program rejects.',
  why: 'A manifest without a name, or with a value of the wrong type, disables the whole plugin with its agents, commands and hooks, and so does a hook before tools that the program cannot read. The agent files themselves look correct.',
  sources: [{ facts: ['flaw broken-manifest'] }],
};

export const examples = (): RuleExamples => ({
  failing: [
    inPlugin('plug/.claude-plugin/plugin.json', '{ "version": "1.0.0" }'),
    inPlugin('plug/.claude-plugin/plugin.json', '{ "name": "my tools" }'),
    // A hook that should guard something, and that Claude Code would not find.
    example(
      'plug/agents/reviewer.md',
      agent,
      'You review code.',
      exactly('plug/.claude-plugin/plugin.json', '{ "name": "my-tools" }'),
      exactly('plug/hooks/hooks.json', '{ "PreToolUse": [{ "hooks": [] }] }'),
    ),
  ],
  passing: [
    inPlugin('plug/.claude-plugin/plugin.json', '{ "name": "my-tools" }'),
    example('.claude/agents/reviewer.md', agent),
  ],
});

export const rule: Rule = {
  name: 'broken-plugin',
  kind: 'host',
  check: ({ verdict }: HostInput): Found[] =>
    verdict.flaws.flatMap(({ code, message }): Found[] => {
      const flaw = verdict.dialect.flaws[code];
      if (code !== 'broken-manifest' || !flaw) return [];
      return [
        {
          span: null,
          severity: 'error',
          message: `${message ?? ''} ${effectOf(verdict, flaw.effect)} ${t('Fix {manifest}.', { manifest: verdict.place.fault?.()?.file ?? '' })}`,
        },
      ];
    }),
};
