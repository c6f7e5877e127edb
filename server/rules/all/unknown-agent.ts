import { nameInFile } from '../../agent/write-json';
import type { Mention } from '../../hosts/judge/mentions/mentions';
import type { Reference } from '../../hosts/model/companion';
import { definesAgents, type Host } from '../../hosts/model/host';
import type { Location } from '../../hosts/model/location';
import { effectIn } from '../../hosts/model/outcome';
import { agentKindOf } from '../../hosts/model/place';
import { composed, type Message, t } from '../../text/message';
import { isSameWord, nearest } from '../../text/nearest';
import { exactly, example } from '../example';
import {
  type CommandAgentProblem,
  commandAgentProblem,
  type DefaultAgentProblem,
  defaultAgentProblem,
  possibleDefaultAgents,
} from '../names/default-agent';
import { isOfInstalledPlugin } from '../names/installed-plugins';
import { fileIn, type Meant, suggestedAgent } from '../names/suggested-agent';
import type {
  CompanionInput,
  Fix,
  Found,
  Related,
  Rule,
  RuleDocs,
  RuleExamples,
  WorkspaceInput,
} from '../rule';
import type { KnownAgent, KnownName, WorkspaceView } from '../workspace-view';

export const docs: RuleDocs = {
  what: 'Checks for references to agents that do not exist, and for a default agent that is disabled, hidden or a subagent.',
  why: 'Programs do not report the missing agent. The call is not offered, or it fails when it is made. A session cannot start with a default agent that is missing, disabled, hidden or a subagent.',
  sources: [{ facts: ['values of tools'] }],
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.github/agents/lead.agent.md',
      "name: lead\ndescription: Leads.\ntools: [agent]\nagents: ['reviewr']",
      undefined,
      example('.github/agents/reviewer.agent.md', 'name: reviewer\ndescription: Reviews changes.'),
    ),
    example(
      '.claude/agents/lead.md',
      'name: lead\ndescription: Leads.\ntools: Agent(reviewr)',
      undefined,
      example('.claude/agents/reviewer.md', 'name: reviewer\ndescription: Reviews changes.'),
    ),
    // The file name instead of the name of the agent.
    example(
      '.github/agents/lead.agent.md',
      "name: lead\ndescription: Leads.\ntools: [agent]\nagents: ['code-review']",
      undefined,
      example('.github/agents/code-review.agent.md', 'name: Auditor\ndescription: Reviews.'),
    ),
    example(
      '.claude/agents/lead.md',
      'name: lead\ndescription: Leads.\ntools: Agent(ADR Creation)',
      undefined,
      example('.claude/agents/adr.md', 'name: ADR Creator\ndescription: Writes ADRs.'),
    ),
    // The name of a file, whether or not the agent is known.
    example(
      '.github/agents/lead.agent.md',
      'name: lead\ndescription: Leads.\nhandoffs:\n  - label: Write\n    agent: doc-writer.agent.md\n    prompt: Write it.',
      undefined,
      example('.github/agents/reviewer.agent.md', 'name: reviewer\ndescription: Reviews changes.'),
    ),
    // The name of the plugin is missing.
    example(
      'tools/agents/lead.md',
      'name: lead\ndescription: Leads.\ntools: Agent(reviewer)',
      undefined,
      exactly('tools/.claude-plugin/plugin.json', '{ "name": "tools" }'),
      example('tools/agents/reviewer.md', 'name: reviewer\ndescription: Reviews changes.'),
    ),
    // A call in the prompt.
    example(
      '.claude/agents/lead.md',
      'name: lead\ndescription: Leads.',
      'Call Task(subagent_type="reviewr", prompt="Review the changes.").',
      example('.claude/agents/reviewer.md', 'name: reviewer\ndescription: Reviews changes.'),
    ),
    example(
      '.opencode/command/review.md',
      'description: Reviews changes.\nagent: reviewr',
      'Review the changes.',
      example('.opencode/agent/reviewer.md', 'description: Reviews changes.'),
    ),
    example(
      '.github/agents/lead.agent.md',
      'name: lead\ndescription: Leads.\ntools: [agent]\nagents: [Stranger]',
      undefined,
      example('.github/agents/reviewer.agent.md', 'name: reviewer\ndescription: Reviews changes.'),
    ),
  ],
  passing: [
    // The case and hyphens do not matter in a call.
    example(
      '.claude/agents/lead.md',
      'name: lead\ndescription: Leads.',
      'Call Task(subagent_type="Code_Reviewer", prompt="Review the changes.").',
      example('.claude/agents/reviewer.md', 'name: code-reviewer\ndescription: Reviews changes.'),
    ),
    example(
      '.claude/agents/lead.md',
      'name: lead\ndescription: Leads.\ntools: Agent(reviewer)',
      undefined,
      example('.claude/agents/reviewer.md', 'name: reviewer\ndescription: Reviews changes.'),
    ),
    // The agent may come from a plugin or be built in.
    example(
      '.claude/agents/lead.md',
      'name: lead\ndescription: Leads.\ntools: Agent(general-purpose)',
      undefined,
      example('.claude/agents/reviewer.md', 'name: reviewer\ndescription: Reviews changes.'),
    ),
  ],
});

export const rule: Rule = {
  name: 'unknown-agent',
  kind: 'host',
  builtin: 'unknown-agent',
  across: ({ agent, workspace }: WorkspaceInput): Found[] => [
    ...agent.mentions.flatMap((mention) =>
      calledInPrompt({ ...mention, path: agent.path }, agent.place, workspace),
    ),
    ...agent.references.flatMap((reference): readonly Found[] => {
      const { kind, name, isPattern } = reference;
      const { host } = agent.place;
      if (kind !== 'agent' || isPattern || workspace.called(host, name).length > 0) return [];
      if (isOfInstalledPlugin(workspace, host, name)) return [];
      const meant = suggestedAgent(name, host, workspace);
      return meant
        ? [misnamed({ ...reference, path: agent.path }, host, meant, workspace)]
        : missing(agent, reference, workspace);
    }),
  ],
  // A name that is like no other one may be that of an agent elsewhere.
  inCompanion: ({ name: known, workspace, isJudged }: CompanionInput): Found[] => {
    if (known.kind !== 'agent') return [];
    const { host, name, scope } = known;
    if (known.call) return calledInPrompt(known, { host, location: { scope } }, workspace);
    if (known.does === 'denies') return deniedInPlugin(known, workspace);
    if (known.does !== 'names') return [];
    const problem = isJudged ? defaultAgentProblem(known, workspace) : null;
    if (problem) return [unusable(known, problem, workspace)];
    const ofCommand = isJudged ? commandAgentProblem(known, workspace) : null;
    if (ofCommand) return [cannotRun(known, ofCommand, workspace)];
    const isKnown = workspace.called(host, name).length > 0 || isOwnAgent(host, name);
    if (scope !== 'project' || isKnown || isOfInstalledPlugin(workspace, host, name)) return [];
    const meant = suggestedAgent(name, host, workspace);
    if (meant) return [misnamed(known, host, meant, workspace)];
    const base = fileIn(name, host);
    return base === name ? [] : [ofFile(known, base, host)];
  },
};

/** Whether the host has an agent of this name without a file. */
const isOwnAgent = (host: Host, name: string): boolean =>
  Object.values(host.kinds).some(
    (kind) =>
      definesAgents(kind) &&
      kind.sameName !== undefined &&
      (kind.sameName.own(name) !== null ||
        kind.sameName.ownNames?.some((own) => isSameWord(own, name))),
  );

/** A rule against the agent of a plugin, which it names without the plugin: it denies no agent. */
function deniedInPlugin(known: KnownName, workspace: WorkspaceView): Found[] {
  const { host, name, scope } = known;
  const isKnown = workspace.called(host, name).length > 0 || isOwnAgent(host, name);
  if (scope !== 'project' || isKnown) return [];
  const meant = suggestedAgent(name, host, workspace);
  return meant?.how === 'plugin' ? [misnamed(known, host, meant, workspace)] : [];
}

/** No session can start with the agent that the configuration names. */
function unusable(
  known: KnownName,
  { why, setting, agents }: DefaultAgentProblem,
  workspace: WorkspaceView,
): Found {
  const { host, name, span, root } = known;
  const possible = possibleDefaultAgents(host, setting, root, workspace);
  const meant = suggestedAgent(name, host, workspace)?.id ?? nearest(name, setting.ownNames);
  const near = meant !== undefined && possible.includes(meant) ? meant : undefined;
  const [first] = possible;
  const action =
    near !== undefined
      ? t('Did you mean "{meant}"?', { meant: near })
      : first !== undefined
        ? t('Use another agent, such as "{id}".', { id: first })
        : t('Correct or remove the name.');
  const problem = unusableMessages[why]({ host: host.name, name });
  return {
    span,
    // An unknown configuration, such as that of an organization, may define it.
    severity: why === 'missing' && near === undefined ? 'warning' : 'error',
    message: composed`${problem} ${effectIn(host, setting.effect)} ${action}`,
    fixes: near === undefined ? [] : [replacedBy(near, known)],
    related: definedAt(agents, name),
  };
}

/** The program refuses each call of the command. */
function cannotRun(
  known: KnownName,
  { why, effect, agents }: CommandAgentProblem,
  workspace: WorkspaceView,
): Found {
  const { host, name, span } = known;
  const meant =
    why === 'missing'
      ? (suggestedAgent(name, host, workspace)?.id ??
        nearest(name, host.defaultAgent?.ownNames ?? []))
      : undefined;
  const problem =
    why === 'missing'
      ? t('{host} has no agent named "{name}".', { host: host.name, name })
      : t('"{name}" is disabled in {host}.', { host: host.name, name });
  const action =
    meant === undefined
      ? t('Correct or remove the name.')
      : t('Did you mean "{meant}"?', { meant });
  return {
    span,
    severity: 'warning',
    message: composed`${problem} ${effectIn(host, effect)} ${action}`,
    fixes: meant === undefined ? [] : [replacedBy(meant, known)],
    related: definedAt(agents, name),
  };
}

const definedAt = (agents: readonly KnownAgent[], name: string): readonly Related[] =>
  agents.map(({ path, nameSpan }) => ({
    path,
    span: nameSpan,
    message: t('"{name}" is defined here', { name }),
  }));

const unusableMessages: Readonly<
  Record<DefaultAgentProblem['why'], (names: Omit<Names, 'id'>) => Message>
> = {
  missing: (names) => t('{host} has no agent named "{name}".', names),
  disabled: (names) => t('"{name}" is disabled, so {host} cannot start with it.', names),
  subagent: (names) => t('"{name}" is a subagent, so {host} cannot start with it.', names),
  hidden: (names) => t('"{name}" is hidden, so {host} cannot start with it.', names),
};

/** A name in a file. */
type Place = Pick<KnownName, 'name' | 'span' | 'path'>;

function misnamed(place: Place, host: Host, { id, how }: Meant, { seesAll }: WorkspaceView): Found {
  const { name, span } = place;
  return {
    span,
    // The user may have an agent of that name outside all plugins.
    severity: how === 'plugin' && !seesAll ? 'information' : 'warning',
    message: misnamedMessages[how]({ host: host.name, name, id }),
    fixes: [replacedBy(id, place)],
  };
}

type Names = { readonly host: string; readonly name: string; readonly id: string };

const didYouMean = (names: Names): Message =>
  t('{host} has no agent named "{name}" in this workspace. Did you mean "{id}"?', names);

const misnamedMessages: Readonly<Record<Meant['how'], (names: Names) => Message>> = {
  slip: didYouMean,
  form: didYouMean,
  file: (names) =>
    t('"{name}" is a file name. In {host} the agent is named "{id}". Use that name.', names),
  plugin: (names) =>
    t(
      '{host} has no agent named "{name}" in this workspace. The one of the plugin is named "{id}". Use that name.',
      names,
    ),
};

const replacedBy = (value: string, { path, span }: Omit<Place, 'name'>): Fix => ({
  title: t('Replace with "{value}"', { value }),
  safety: 'review',
  edits: () => [{ span, text: nameInFile(path, value) }],
});

/** No agent has a similar name. The agent may be built in, come from a plugin, or be in a home folder that was not read. */
function missing(
  { place, path }: KnownAgent,
  { name, span, how, path: field }: Reference,
  workspace: WorkspaceView,
): readonly Found[] {
  const { host, location } = place;
  const isCall = (how === 'calls' || how === 'hands-over') && field.length > 0;
  if (!isCall) return [];
  const base = fileIn(name, host);
  if (base !== name) return [ofFile({ name, span, path }, base, host)];
  if (location.scope !== 'project' || name.includes(':')) return [];
  const { sameName } = agentKindOf(place) ?? {};
  if (!sameName || sameName.own(name) !== null) return [];
  if (sameName.ownNames?.some((own) => isSameWord(own, name))) return [];
  // Agents of extensions have names of one word.
  const mayBeOwn = sameName.ownNames !== undefined && /^\w*$/.test(name);
  // Where this is the only agent, the others are kept elsewhere.
  if (
    workspace.ids(host).every((id) => workspace.called(host, id).every((one) => one.path === path))
  )
    return [];
  return [
    {
      span,
      severity: workspace.seesAll && !mayBeOwn ? 'warning' : 'information',
      message:
        how === 'calls'
          ? notCalled(host, name)
          : t(
              '{host} has no agent named "{name}" in this workspace and cannot hand over to it. Correct or remove the name.',
              { host: host.name, name },
            ),
    },
  ];
}

/** A call in a prompt, a command or a skill that names no agent. Of the examples that prompts contain, none is one. */
function calledInPrompt(
  { name, span, path, call }: Pick<Mention, 'name' | 'span' | 'call'> & Pick<Place, 'path'>,
  { host, location }: { readonly host: Host; readonly location: Pick<Location, 'scope'> },
  workspace: WorkspaceView,
): Found[] {
  if (!call || isPlaceholder(name) || isOfInstalledPlugin(workspace, host, name)) return [];
  const ids = workspace.ids(host);
  if (ids.some((id) => call.isMeant(name, id)) || isBuiltIn(host, name)) return [];
  const meant = suggestedAgent(name, host, workspace);
  if (meant) return [misnamed({ name, span, path }, host, meant, workspace)];
  // The agents are kept elsewhere, or are those of another plugin.
  if (location.scope !== 'project' || name.includes(':') || ids.length < 2) return [];
  return [
    {
      span,
      severity: workspace.seesAll ? 'warning' : 'information',
      message: notCalled(host, name),
    },
  ];
}

const notCalled = (host: Host, name: string): Message =>
  t(
    '{host} has no agent named "{name}" in this workspace and cannot call it. Correct or remove the name.',
    { host: host.name, name },
  );

/** The host compares names of its own agents like others: `general_purpose`, `explore`. */
const isBuiltIn = (host: Host, name: string): boolean => {
  const lower = name.toLowerCase().replaceAll(/[_\s]/g, '-');
  const capitalized = `${lower.charAt(0).toUpperCase()}${lower.slice(1)}`;
  return [name, lower, capitalized].some((one) => isOwnAgent(host, one));
};

/** Whether the words stand for a name in instructions: `agent-name`, `your agent`, `...`. */
const isPlaceholder = (name: string): boolean =>
  name
    .toLowerCase()
    .split(/[-_\s.]/)
    .every((word) => placeholders.has(word));

const placeholders: ReadonlySet<string> = new Set([
  ...['', 'the', 'your', 'my', 'some', 'a', 'an', 'x', 'xxx', 'foo', 'bar', 'example', 'custom'],
  ...['agent', 'subagent', 'sub', 'name', 'type', 'id', 'specialist', 'selected', 'chosen'],
]);

/** A name with the ending of a file is that of no agent, wherever the agent is kept. */
const ofFile = (place: Place, base: string, host: Host): Found => ({
  span: place.span,
  severity: 'warning',
  message: t('"{name}" is a file name. {host} expects the name of an agent. Use "{base}".', {
    ...{ name: place.name, base, host: host.name },
  }),
  fixes: [replacedBy(base, place)],
});
