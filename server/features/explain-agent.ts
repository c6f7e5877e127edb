// Another agent, in a few lines of Markdown.
import { shortPath } from '../hosts/place';
import { type KnownAgent, type KnownName, shortPathOf } from '../rules/neighbours';
import { oneLine } from '../text/one-line';

const longest = 300;
const mostTools = 8;

export function agentText(agent: KnownAgent): string {
  const { place, name, id, description, model, isConfigured } = agent;
  const title = `**${escaped(name ?? id ?? '')}** · agent of ${place.host.name}`;
  const says = description === null ? '' : escaped(oneLine(description, longest));
  const facts = [
    isConfigured ? 'in a configuration' : grantedTo(agent),
    model === null ? '' : `model ${escaped(model)}`,
    `\`${shortPath(place)}\``,
  ];
  return [title, says, facts.filter((fact) => fact !== '').join(' · ')]
    .filter((part) => part !== '')
    .join('\n\n');
}

function grantedTo({ tools }: KnownAgent): string {
  if (tools === null) return 'every tool';
  if (tools.length === 0) return 'no tool';
  const more = tools.length - mostTools;
  const named = tools.slice(0, mostTools).join(', ');
  return more > 0 ? `tools ${named} and ${more} more` : `tools ${named}`;
}

/** A skill or a server, and where it is brought. */
export function broughtText(brought: readonly KnownName[]): string | null {
  const [first] = brought;
  if (!first) return null;
  const what = first.kind === 'skill' ? 'skill' : 'MCP server';
  const places = [...new Set(brought.map(shortPathOf))].slice(0, 5).map((path) => `\`${path}\``);
  return `**${escaped(first.name)}** · ${what} of ${first.host.name}\n\n${places.join(', ')}`;
}

/** What stands in a file is text, not Markdown. */
const escaped = (text: string): string => text.replaceAll(/[\\`*_{}[\]<>#|!]/g, '\\$&');
