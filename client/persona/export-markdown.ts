// Exports the persona as Markdown, for example for a code review or a chat.
import type { AgentCard, HostCard, PersonaCard, ToolGroup } from '../../server/protocol/protocol';
import { escapeMarkdown, markdownCode } from '../../server/text/escape-markdown';
import { formattedNumber, t } from '../l10n';
import { formattedDate, headlineOf, severityLabel } from './labels';
import { riskWord } from './parts/risks';

function sourceOf({ file }: PersonaCard, host: HostCard): string {
  const program = `${host.hostName} ${host.hostVersion}`;
  const on = formattedDate(host.verified);
  return host.isDocumentedOnly
    ? t(
        '{0}, as the documentation of {1} describes it (read on {2})',
        markdownCode(file),
        program,
        on,
      )
    : t('{0}, as {1} builds it (checked {2})', markdownCode(file), program, on);
}

/** The card of a host as Markdown, with the unchanged prompt. */
export function personaMarkdown(card: PersonaCard, host: HostCard, prompt: string): string {
  const { agent } = host;
  const summary = [
    escapeMarkdown(`${headlineOf(host)} ${host.detail}`),
    ...host.findings.map(
      ({ severity, message }) => `- ${severityLabel(severity)}: ${escapeMarkdown(message)}`,
    ),
  ];
  return [
    `# ${escapeMarkdown(agent?.name ?? card.file)}`,
    sourceOf(card, host),
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
  const { model, mode, color, invocation, tools, permissions, related, hooks, cost, risks } = agent;
  const facts = [
    `- ${t('Invocation')}: ${escapeMarkdown(invocation)}`,
    `- ${t('Model')}: ${model.written === null ? escapeMarkdown(model.label) : `${markdownCode(model.written)}, ${escapeMarkdown(model.label)}`}`,
    ...(mode === null ? [] : [`- ${t('Mode')}: ${escapeMarkdown(mode)}`]),
    ...(color === null ? [] : [`- ${t('Color')}: ${escapeMarkdown(color.name)}`]),
    `- ${t('Size ({0}): description {1} tokens, prompt {2} tokens', cost.method, formattedNumber(cost.description), formattedNumber(cost.prompt))}`,
  ];
  const rules = (permissions ?? []).map(
    ({ action, permission, pattern }) =>
      `- ${escapeMarkdown(action)}: ${markdownCode(permission)} ${markdownCode(pattern)}`,
  );
  const others = [
    ...related.calls.map(({ name, note }) => `- ${escapeMarkdown(name)}: ${escapeMarkdown(note)}`),
    ...related.skills.map(({ name }) => `- ${t('skill {0}', escapeMarkdown(name))}`),
    ...related.servers.map(({ name }) => `- ${t('MCP server {0}', escapeMarkdown(name))}`),
  ];
  const able = risks.map(
    (risk) =>
      `- ${escapeMarkdown(risk.label)}: ${[riskWord(risk), ...(risk.rule === null ? [] : [markdownCode(risk.rule)]), escapeMarkdown(risk.by)].filter((part) => part !== '').join(', ')}`,
  );
  return [
    ...section(t('What Can It Do?'), able),
    facts.join('\n'),
    `## ${t('Tools')}: ${escapeMarkdown(tools.summary)}`,
    ...(tools.groups.length === 0 ? [] : [tools.groups.map(toolGroup).join('\n')]),
    ...section(t('Permissions'), rules),
    ...section(t('Works with'), others),
    ...section(
      t('Hooks'),
      hooks.map(
        ({ event, matcher, action }) =>
          `- ${escapeMarkdown(event)} ${escapeMarkdown(matcher)}: ${markdownCode(action)}`,
      ),
    ),
    ...section(
      t('Other Fields'),
      otherFields.map(
        ({ key, value, outcome }) =>
          `- ${markdownCode(key)}: ${escapeMarkdown(value)} (${outcome.word})`,
      ),
    ),
    `## ${t('Prompt')}`,
    prompt === '' ? t('No prompt.') : prompt,
  ];
}

function toolGroup({ label, granted, unknown, added, lost }: ToolGroup): string {
  const names = [
    ...granted.map(
      ({ name, detail }) =>
        `${markdownCode(name)}${detail === '' ? '' : ` (${escapeMarkdown(detail)})`}`,
    ),
    ...[...unknown, ...added].map(
      ({ name, note }) => `${markdownCode(name)}${note === '' ? '' : ` (${escapeMarkdown(note)})`}`,
    ),
  ].join(', ');
  const lostNames = lost
    .map(({ name, note }) => `~~${markdownCode(name)}~~ ${escapeMarkdown(note)}`.trim())
    .join('; ');
  return `- ${escapeMarkdown(label)}: ${[names, lostNames].filter((part) => part !== '').join('; ')}`;
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`## ${title}`, lines.join('\n')];

const blockquote = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${escapeMarkdown(line)}`.trimEnd())
    .join('\n');
