// The persona as Markdown: what the card says, for a review or a chat.
import type { AgentCard, HostCard, PersonaCard, ToolGroup } from '../../server/protocol';
import { numberWords, t } from '../words';
import { dateWords, headlineOf, severityWords } from './words';

/** The card of one host, with the prompt as it stands. */
export function personaMarkdown(card: PersonaCard, host: HostCard, prompt: string): string {
  const { agent } = host;
  const said = [
    `${headlineOf(host)} ${host.detail}`.trim(),
    ...host.findings.map(({ severity, message }) => `- ${severityWords(severity)}: ${message}`),
  ];
  return [
    `# ${text(agent?.name ?? card.file)}`,
    t(
      '{0}, as {1} builds it (checked {2})',
      `\`${card.file}\``,
      `${host.hostName} ${host.hostVersion}`,
      dateWords(host.verified),
    ),
    ...(agent?.description ? [quoted(agent.description.trim())] : []),
    said.join('\n'),
    ...(agent ? ofAgent(agent, prompt) : []),
    '',
  ].join('\n\n');
}

function ofAgent(agent: AgentCard, prompt: string): string[] {
  const { model, mode, color, called, tools, permissions, around, hooks, cost } = agent;
  const facts = [
    `- ${t('Invocation')}: ${called}`,
    `- ${t('Model')}: ${model.written === null ? model.says : `\`${model.written}\`, ${model.says}`}`,
    ...(mode === null ? [] : [`- ${t('Mode')}: ${mode}`]),
    ...(color === null ? [] : [`- ${t('Color')}: ${text(color.name)}`]),
    `- ${t('Size ({0}): description {1} tokens, prompt {2} tokens', cost.method, numberWords(cost.description), numberWords(cost.prompt))}`,
  ];
  const rules = (permissions ?? []).map(
    ({ action, permission, pattern }) => `- ${action}: \`${permission}\` \`${pattern}\``,
  );
  const others = [
    ...around.calls.map(({ name, says }) => `- ${text(name)}: ${says}`),
    ...around.skills.map(({ name }) => `- ${t('skill {0}', text(name))}`),
    ...around.servers.map(({ name }) => `- ${t('MCP server {0}', text(name))}`),
  ];
  return [
    facts.join('\n'),
    `## ${t('Tools')}: ${tools.says}`,
    ...(tools.groups.length === 0 ? [] : [tools.groups.map(group).join('\n')]),
    ...part(t('Permissions'), rules),
    ...part(t('Works with'), others),
    ...part(
      t('Hooks'),
      hooks.map(({ event, matcher, does }) => `- ${event} ${text(matcher)}: \`${does}\``),
    ),
    `## ${t('Prompt')}`,
    prompt === '' ? t('No prompt.') : prompt,
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
