// The persona as Markdown: what the card says, for a review or a chat.
import type { AgentCard, HostCard, PersonaCard, ToolGroup } from '../../server/protocol';
import { dateWords, headlineOf, numberWords } from './words';

/** The card of one host, with the prompt as it stands. */
export function personaMarkdown(card: PersonaCard, host: HostCard, prompt: string): string {
  const { agent } = host;
  const said = [
    `${headlineOf(host)} ${host.detail}`.trim(),
    ...host.findings.map(({ severity, message }) => `- ${severity}: ${message}`),
  ];
  return [
    `# ${text(agent?.name ?? card.file)}`,
    `\`${card.file}\`, as ${host.hostName} ${host.hostVersion} builds it (checked ${dateWords(host.verified)})`,
    ...(agent?.description ? [quoted(agent.description.trim())] : []),
    said.join('\n'),
    ...(agent ? ofAgent(agent, prompt) : []),
    '',
  ].join('\n\n');
}

function ofAgent(agent: AgentCard, prompt: string): string[] {
  const { model, mode, color, called, tools, permissions, around, hooks, cost } = agent;
  const facts = [
    `- Called: ${called}`,
    `- Model: ${model.written === null ? model.says : `\`${model.written}\`, ${model.says}`}`,
    ...(mode === null ? [] : [`- Mode: ${mode}`]),
    ...(color === null ? [] : [`- Colour: ${text(color.name)}`]),
    `- Size, ${cost.method}: description ${numberWords(cost.description)} tokens, prompt ${numberWords(cost.prompt)}`,
  ];
  const rules = (permissions ?? []).map(
    ({ action, permission, pattern }) => `- ${action}: \`${permission}\` \`${pattern}\``,
  );
  const others = [
    ...around.calls.map(({ name, says }) => `- ${text(name)}: ${says}`),
    ...around.skills.map(({ name }) => `- skill ${text(name)}`),
    ...around.servers.map(({ name }) => `- MCP server ${text(name)}`),
  ];
  return [
    facts.join('\n'),
    `## What it may do: ${tools.says}`,
    ...(tools.groups.length === 0 ? [] : [tools.groups.map(group).join('\n')]),
    ...part('Permissions', rules),
    ...part('Works with', others),
    ...part(
      'Hooks',
      hooks.map(({ event, matcher, does }) => `- ${event} ${text(matcher)}: \`${does}\``),
    ),
    '## Prompt',
    prompt === '' ? 'Empty.' : prompt,
  ];
}

function group({ label, granted, lost }: ToolGroup): string {
  const names = granted.map(({ name }) => `\`${name}\``).join(', ');
  const gone = lost.map(({ name, says }) => `~~\`${name}\`~~ ${says}`.trim()).join('; ');
  return `- ${label}: ${[names, gone].filter((some) => some !== '').join('; ')}`;
}

const part = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`## ${title}`, lines.join('\n')];

const quoted = (words: string): string => words.replaceAll(/^/gm, '> ');

/** What stands in a file is text, not Markdown. */
const text = (words: string): string => words.replaceAll(/[\\`*_{}[\]<>#|!]/g, '\\$&');
