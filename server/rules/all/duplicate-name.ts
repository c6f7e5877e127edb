import { composed, t } from '../../text/message';
import { exactly, example } from '../example';
import { namesakesOf } from '../names/same-name';
import { samePartFindings } from '../names/same-part';
import { skillNamesakes } from '../names/same-skill';
import type {
  Example,
  Found,
  Related,
  Rule,
  RuleDocs,
  RuleExamples,
  SkillInput,
  WorkspaceInput,
} from '../rule';
import type { KnownAgent } from '../workspace-view';

export const docs: RuleDocs = {
  what: 'Checks for files that define agents of the same name, or skills and commands.',
  why: 'The program uses only one of them and usually does not report it. Which one it uses may differ between machines. Skills and commands of a plugin with one name are reported in its manifest: programs use different ones of them.',
  sources: [{ facts: ['agents of one name'] }],
};

export const examples = (): RuleExamples => {
  /** A plugin with two files. */
  const inPlugin = (one: string, other: string, more = ''): Example => ({
    ...exactly('tools/.claude-plugin/plugin.json', `{ "name": "tools"${more} }\n`),
    companions: [one, other].map((file) =>
      example(`tools/${file}`, 'description: Greets the user.', 'Greet the user.'),
    ),
  });
  return {
    failing: [
      example(
        '.claude/agents/reviewer.md',
        'name: reviewer\ndescription: Reviews changes.',
        undefined,
        example(
          '.claude/agents/old/reviewer.md',
          'name: reviewer\ndescription: Reviews pull requests.',
        ),
      ),
      example(
        '.opencode/agent/reviewer.md',
        'description: Reviews changes.',
        undefined,
        example('.opencode/agents/reviewer.md', 'description: Reviews pull requests.'),
      ),
      // The same marketplace lists both plugins.
      example(
        'plugins/a/agents/reviewer.md',
        'name: reviewer\ndescription: Reviews changes.',
        undefined,
        { path: 'plugins/a/.claude-plugin/plugin.json', text: '{ "name": "tools" }' },
        { path: 'plugins/b/.claude-plugin/plugin.json', text: '{ "name": "tools" }' },
        {
          path: '.claude-plugin/marketplace.json',
          text: '{ "name": "m", "plugins": [{ "source": "./plugins/a" }, { "source": "./plugins/b" }] }',
        },
        example('plugins/b/agents/reviewer.md', 'name: reviewer\ndescription: Reviews all.'),
      ),
      // A file that defines no agent disables the other one.
      example(
        '.opencode/agent/reviewer.md',
        'description: Reviews changes.',
        undefined,
        example('.opencode/mode/reviewer.md', 'description: Reviews pull requests.\ndisable: true'),
      ),
      example(
        '.github/agents/reviewer.md',
        'description: Reviews changes.',
        undefined,
        example('.github/agents/reviewer.agent.md', 'description: Reviews pull requests.\ntools:'),
      ),
      inPlugin('skills/greet/SKILL.md', 'commands/greet.md'),
    ],
    passing: [
      inPlugin('skills/greet/SKILL.md', 'commands/welcome.md'),
      // The manifest names another folder of commands.
      inPlugin('skills/greet/SKILL.md', 'commands/greet.md', ', "commands": "./more/"'),
      example(
        '.claude/agents/reviewer.md',
        'name: reviewer\ndescription: Reviews changes.',
        undefined,
        example('.claude/agents/tester.md', 'name: tester\ndescription: Tests changes.'),
      ),
      // Nothing shows that both plugins are enabled.
      example(
        'plugins/a/agents/reviewer.md',
        'name: reviewer\ndescription: Reviews changes.',
        undefined,
        { path: 'plugins/a/.claude-plugin/plugin.json', text: '{ "name": "tools" }' },
        { path: 'plugins/b/.claude-plugin/plugin.json', text: '{ "name": "tools" }' },
        example('plugins/b/agents/reviewer.md', 'name: reviewer\ndescription: Reviews all.'),
      ),
      // A copy in a folder of backups.
      example(
        '.opencode/agent/reviewer.md',
        'description: Reviews changes.',
        undefined,
        example('backup/.opencode/agent/reviewer.md', 'description: Reviews pull requests.'),
      ),
      // The same agent for two hosts.
      example(
        '.claude/agents/reviewer.md',
        'name: reviewer\ndescription: Reviews changes.',
        undefined,
        example(
          '.github/agents/reviewer.agent.md',
          'name: reviewer\ndescription: Reviews changes.',
        ),
      ),
      // Disabled, and enabled again by the file that overrides it.
      example(
        '.opencode/mode/reviewer.md',
        'description: Reviews changes.\ndisable: false',
        undefined,
        example('.opencode/agent/reviewer.md', 'description: Reviews changes.\ndisable: true'),
      ),
      // Disabled in a subfolder, which a session in the parent folder does not read.
      example(
        '.opencode/agent/reviewer.md',
        'description: Reviews changes.',
        undefined,
        example('web/.opencode/agent/reviewer.md', 'description: Reviews changes.\ndisable: true'),
      ),
    ],
  };
};

export const rule: Rule = {
  name: 'duplicate-name',
  kind: 'host',
  subjects: ['manifest'],
  check: samePartFindings,
  across: ({ agent, workspace }: WorkspaceInput): Found[] => {
    const namesakes = namesakesOf(agent, workspace);
    if (!namesakes || namesakes.isMeant) return [];
    const { kind, message, others } = namesakes;
    return [
      {
        span: agent.nameSpan,
        severity: 'warning',
        message: composed`${message} ${t('Rename one of them.')}`,
        related: relatedTo(others, agent),
        isAboutName: true,
        // If the host may use either, the author can rename either.
        ...(kind === 'shared' && { sharedWith: others.map(({ path }) => path) }),
      },
    ];
  },
  acrossSkills: (input: SkillInput): Found[] => {
    const namesakes = skillNamesakes(input);
    if (!namesakes) return [];
    const { path, message, why, isShared } = namesakes;
    const { verdict } = input;
    const name = verdict.fields.find(({ field }) => field?.role === 'name')?.value;
    return [
      {
        span: name && verdict.place.location.id === 'name-field' ? name.span : null,
        severity: 'warning',
        message: composed`${message} ${t('Rename one of the two.')}`,
        related: [{ path, span: null, message: why }],
        isAboutName: true,
        ...(isShared && { sharedWith: [path] }),
      },
    ];
  },
};

const relatedTo = (agents: readonly KnownAgent[], { id }: KnownAgent): readonly Related[] =>
  agents.slice(0, maxRelated).map(({ path, nameSpan }) => ({
    path,
    span: nameSpan,
    message: t('"{agent}" is also defined here', { agent: id ?? '' }),
  }));

const maxRelated = 20;
