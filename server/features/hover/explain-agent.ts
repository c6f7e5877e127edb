// Another agent, a skill or an MCP server, in a few lines of Markdown.

import { shortPath } from '../../hosts/model/located-file';
import { type KnownAgent, type KnownName, shortPathOf } from '../../rules/workspace-view';
import { escapeMarkdown, markdownCode } from '../../text/escape-markdown';
import { composed, joined, type Message, t } from '../../text/message';
import { oneLine } from '../../text/one-line';
import { toolLimitLabel } from '../persona/tool-count';

/** In UTF-16 units. */
const maxDescription = 300;
const maxTools = 8;

export function agentMarkdown(agent: KnownAgent): Message {
  const { place, name, id, description, model, isConfigured } = agent;
  const label = t('{host} agent', { host: place.host.name });
  const title = composed`**${escapeMarkdown(name ?? id ?? '')}** · ${label}`;
  const summary = description === null ? '' : escapeMarkdown(oneLine(description, maxDescription));
  const facts = [
    isConfigured ? t('defined in a configuration file') : toolsLabel(agent),
    model === null ? '' : t('model {model}', { model: escapeMarkdown(model) }),
    markdownCode(shortPath(place)),
  ];
  const shown = joined(
    facts.filter((fact) => fact !== ''),
    ' · ',
  );
  return joined(summary === '' ? [title, shown] : [title, summary, shown], '\n\n');
}

function toolsLabel({ tools, toolLimit }: KnownAgent): Message {
  if (toolLimit !== null) return toolLimitLabel(toolLimit);
  if (tools === null) return t('every tool');
  if (tools.length === 0) return t('no tools');
  const count = tools.length - maxTools;
  const names = tools.slice(0, maxTools).map(escapeMarkdown).join(', ');
  return count > 0
    ? t('tools {names} and {count} more', { names, count })
    : t('tools {names}', { names });
}

/** A skill, an MCP server, a provider or a model, with the files that define it; null where there is none. */
export function definedText(defined: readonly KnownName[]): Message | null {
  const [first] = defined;
  if (!first) return null;
  const label = labelOf(first);
  const paths = [...new Set(defined.map(shortPathOf))].slice(0, 5).map(markdownCode);
  const facts = (first.details ?? []).map(markdownCode);
  return joined(
    [
      composed`**${escapeMarkdown(first.name)}** · ${label}`,
      ...(facts.length > 0 ? [facts.join(' · ')] : []),
      paths.join(', '),
    ],
    '\n\n',
  );
}

function labelOf({ kind, host: { name: host } }: KnownName): Message {
  if (kind === 'skill') return t('{host} skill', { host });
  if (kind === 'provider') return t('{host} provider', { host });
  if (kind === 'model') return t('{host} model', { host });
  return t('MCP server in {host}', { host });
}
