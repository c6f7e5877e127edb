import { type LocatedFile, pathAround } from '../../hosts/model/located-file';
import { hasAgent } from '../../hosts/model/outcome';
import { composed, t } from '../../text/message';
import { exactly, example } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { effectOf } from '../words';

const agent = 'name: reviewer\ndescription: Reviews changes.';

const inPlugin = (...manifest: readonly [path: string, text: string]) =>
  example('plug/agents/reviewer.md', agent, 'You review code.', exactly(...manifest));

export const docs: RuleDocs = {
  what: 'Checks for agents of a plugin whose manifest or hooks the program rejects, or in a folder where it reads no agents of such a plugin.',
  why: 'A manifest without a name, or with a value of the wrong type, disables the whole plugin with its agents, commands and hooks, and so does a hook before tools that the program cannot read. The agent files themselves look correct.',
  sources: [{ facts: ['flaw broken-manifest', 'flaw unread-folder'] }],
};

export const examples = (): RuleExamples => ({
  failing: [
    inPlugin('plug/.claude-plugin/plugin.json', '{ "version": "1.0.0" }'),
    inPlugin('plug/.claude-plugin/plugin.json', '{ "name": "my tools" }'),
    // Copilot CLI reads agents of such a plugin in a folder of its own.
    inPlugin(
      'plug/plugin.json',
      '{ "$schema": "https://agent-plugins.org/schemas/1.0.0/plugin.schema.json", "name": "plug" }',
    ),
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
    // The copy is there.
    example(
      'plug/agents/reviewer.md',
      agent,
      'You review code.',
      exactly(
        'plug/plugin.json',
        '{ "$schema": "https://agent-plugins.org/schemas/1.0.0/plugin.schema.json", "name": "plug" }',
      ),
      exactly(
        'plug/com.github.copilot/agents/reviewer.agent.md',
        `---\n${agent}\n---\n\nYou review code.\n`,
      ),
    ),
    example('.claude/agents/reviewer.md', agent),
  ],
});

export const rule: Rule = {
  name: 'broken-plugin',
  kind: 'host',
  check: ({ verdict, besides }: HostInput): Found[] =>
    verdict.flaws.flatMap(({ code, message }): Found[] => {
      const flaw = verdict.dialect.flaws[code];
      if ((code !== 'broken-manifest' && code !== 'unread-folder') || !flaw) return [];
      const { file = '', agentsIn } = verdict.place.fault?.() ?? {};
      const facts = composed`${message ?? ''} ${effectOf(verdict, flaw.effect)}`;
      if (agentsIn === undefined)
        return [
          {
            span: null,
            severity: 'error',
            message: composed`${facts} ${t('Fix {manifest}.', { manifest: file })}`,
          },
        ];
      return [
        {
          span: null,
          severity: besides.some(({ outcome }) => hasAgent(outcome)) ? 'warning' : 'error',
          unlessFiles: copiesIn(agentsIn, verdict.place),
          // Not to move it: another program may read it where it is.
          message: composed`${facts} ${t('Put a copy of the file into "{folder}".', { folder: agentsIn })}`,
        },
      ];
    }),
};

/** The paths of a copy of the file, with and without the ending of agents. */
const copiesIn = (folder: string, place: LocatedFile): readonly string[] => {
  const name = place.path.slice(place.path.lastIndexOf('/') + 1).replace(/(?:\.agent)?\.md$/, '');
  return ['.md', '.agent.md'].map((ending) => pathAround(place, `${folder}/${name}${ending}`));
};
