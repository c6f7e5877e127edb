// Another agent, in a few lines of Markdown.
import { shortPath } from '../hosts/place';
import type { KnownAgent } from '../rules/neighbours';
import { oneLine } from '../text/one-line';

const longest = 300;

export function agentText({ place, name, id, description, model, tools }: KnownAgent): string {
  const title = `**${escaped(name ?? id ?? '')}** · agent of ${place.host.name}`;
  const says = description === null ? '' : escaped(oneLine(description, longest));
  const granted =
    tools === null ? 'every tool' : tools.length === 0 ? 'no tool' : `tools ${tools.join(', ')}`;
  const facts = [
    granted,
    model === null ? '' : `model ${escaped(model)}`,
    `\`${shortPath(place)}\``,
  ];
  return [title, says, facts.filter((fact) => fact !== '').join(' · ')]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** What stands in a file is text, not Markdown. */
const escaped = (text: string): string => text.replaceAll(/[\\`*_{}[\]<>#|!]/g, '\\$&');
