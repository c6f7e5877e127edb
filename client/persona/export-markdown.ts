// Exports the persona as Markdown, for example for a code review or a chat.
import type { AgentCard, HostCard, PersonaCard, ToolGroup } from '../../server/protocol';
import { formattedNumber, t } from '../l10n';
import { formattedDate, headlineOf, severityLabel } from './labels';

/** The card of a host as Markdown, with the unchanged prompt. */
export function personaMarkdown(card: PersonaCard, host: HostCard, prompt: string): string {
  const { agent } = host;
  const summary = [
    `${headlineOf(host)} ${host.detail}`.trim(),
    ...host.findings.map(({ severity, message }) => `- ${severityLabel(severity)}: ${message}`),
  ];
  return [
    `# ${escaped(agent?.name ?? card.file)}`,
    t(
      '{0}, as {1} builds it (checked {2})',
      `\`${card.file}\``,
      `${host.hostName} ${host.hostVersion}`,
      formattedDate(host.verified),
    ),
    ...(agent?.description ? [blockquote(agent.description.trim())] : []),
    summary.join('\n'),
    ...(agent ? agentSections(agent, host.otherFields, prompt) : []),
    '',
  ].join('\n\n');
}

function agentSections(
  agent: AgentCard,
  otherFields: HostCard['otherFields'],
  prompt: string,
): string[] {
  const { model, mode, color, invocation, tools, permissions, related, hooks, cost } = agent;
  const facts = [
    `- ${t('Invocation')}: ${invocation}`,
    `- ${t('Model')}: ${model.written === null ? model.label : `\`${model.written}\`, ${model.label}`}`,
    ...(mode === null ? [] : [`- ${t('Mode')}: ${mode}`]),
    ...(color === null ? [] : [`- ${t('Color')}: ${escaped(color.name)}`]),
    `- ${t('Size ({0}): description {1} tokens, prompt {2} tokens', cost.method, formattedNumber(cost.description), formattedNumber(cost.prompt))}`,
  ];
  const rules = (permissions ?? []).map(
    ({ action, permission, pattern }) => `- ${action}: \`${permission}\` \`${pattern}\``,
  );
  const others = [
    ...related.calls.map(({ name, note }) => `- ${escaped(name)}: ${note}`),
    ...related.skills.map(({ name }) => `- ${t('skill {0}', escaped(name))}`),
    ...related.servers.map(({ name }) => `- ${t('MCP server {0}', escaped(name))}`),
  ];
  return [
    facts.join('\n'),
    `## ${t('Tools')}: ${tools.summary}`,
    ...(tools.groups.length === 0 ? [] : [tools.groups.map(toolGroup).join('\n')]),
    ...section(t('Permissions'), rules),
    ...section(t('Works with'), others),
    ...section(
      t('Hooks'),
      hooks.map(({ event, matcher, action }) => `- ${event} ${escaped(matcher)}: \`${action}\``),
    ),
    ...section(
      t('Other Fields'),
      otherFields.map(
        ({ key, value, outcome }) => `- \`${key}\`: ${escaped(value)} (${outcome.word})`,
      ),
    ),
    `## ${t('Prompt')}`,
    prompt === '' ? t('No prompt.') : prompt,
  ];
}

function toolGroup({ label, granted, unknown, added, lost }: ToolGroup): string {
  const names = [
    ...granted.map(({ name, detail }) => `\`${name}\`${detail === '' ? '' : ` (${detail})`}`),
    ...[...unknown, ...added].map(
      ({ name, note }) => `\`${name}\`${note === '' ? '' : ` (${note})`}`,
    ),
  ].join(', ');
  const lostNames = lost.map(({ name, note }) => `~~\`${name}\`~~ ${note}`.trim()).join('; ');
  return `- ${label}: ${[names, lostNames].filter((part) => part !== '').join('; ')}`;
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`## ${title}`, lines.join('\n')];

const blockquote = (text: string): string => text.replaceAll(/^/gm, '> ');

/** Escapes text from a file, so that it is not interpreted as Markdown. */
const escaped = (text: string): string => text.replaceAll(/[\\`*_{}[\]<>#|!]/g, '\\$&');
