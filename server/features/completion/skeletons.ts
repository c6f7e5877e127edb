// A whole new document, for an empty file.
import { type DocumentForm, formOf, outlineOf } from '../../agent/outline';
import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import type { Host } from '../../hosts/model/host';
import { baseName } from '../../hosts/model/located-file';
import { documentKindOf, isFormOf, type Place, subjectAt } from '../../hosts/model/place';
import { composed, type Message, type Text, t } from '../../text/message';
import { plainSnippet } from '../../text/snippet';
import type { Span } from '../../text/span';
import { english } from '../../text/translate';
import { exceeds, newAgent } from '../new-agent/file';
import type { View } from '../view/view';
import { isShown } from '../view/viewed-file';
import { type Completion, ranks } from './item';

/** Skeletons of what the file is to the hosts that read it; agents of all hosts where none does. */
export function skeletonItems(view: View, span: Span): Completion[] {
  const places = view.places.filter((place) => isShown(place, view.settings));
  const others = places.filter((place) => subjectAt(place) !== 'agent');
  return others.length > 0 ? documentItems(others, span) : agentItems(view, places, span);
}

/** One item for all hosts with the same skeleton. */
function documentItems(places: readonly Place[], span: Span): Completion[] {
  const groups = new Map<string, Place[]>();
  for (const place of places) {
    const skeleton = named(documentKindOf(place).skeleton, place.base);
    groups.set(skeleton, [...(groups.get(skeleton) ?? []), place]);
  }
  return [...groups].flatMap(([insert, group]) => {
    const [first] = group;
    if (!first) return [];
    const form = formOf(first.path);
    const noun = nounOf(first);
    const detail = group.map(({ host }) => host.name).join(', ');
    return [item(form, noun, { detail, insert, span })];
  });
}

/** Settings and manifests are called by the name of their file. */
function nounOf(place: Place): Text {
  const subject = subjectAt(place);
  if (subject === 'skill') return t('New skill');
  if (subject === 'command') return t('New command');
  return place.path.slice(place.path.lastIndexOf('/') + 1);
}

function agentItems(view: View, places: readonly Place[], span: Span): Completion[] {
  const { form } = view.outline;
  const offered =
    places.length > 0
      ? places
          .map((place) => ({ host: place.host, skeleton: documentKindOf(place).skeleton }))
          .filter(({ skeleton }) => form !== 'markdown' || view.ownWriter.accepts(headOf(skeleton)))
      : view.catalog.mainHosts
          .filter((host) => isFormOf(host, form))
          .map((host) => ({ host, skeleton: host.kinds.agent.skeleton }));
  const detail = form === 'markdown' ? t('frontmatter and prompt') : t('fields and prompt');
  return offered.flatMap(({ host, skeleton }) => {
    const itemOf = (title: Message, text: string): Completion =>
      item(form, title, { detail, insert: named(text, baseName(view.path)), span });
    const whole = itemOf(t('{host} agent', { host: host.name }), skeleton);
    // It has the form of the files that users make for the host.
    const readOnly = isFormOf(host, form) ? readOnlySkeleton(view.catalog, host) : null;
    return readOnly === null || wordsIn(readOnly) === wordsIn(skeleton)
      ? [whole]
      : [whole, itemOf(t('Read-only {host} agent', { host: host.name }), readOnly)];
  });
}

/** In Markdown, its label begins with the dashes that may have been typed already. */
function item(
  form: DocumentForm,
  noun: Text,
  { detail, insert, span }: Pick<Completion, 'detail' | 'insert' | 'span'>,
): Completion {
  const title = form === 'markdown' ? composed`--- ${noun}` : composed`${noun}`;
  return {
    ...{ label: english(title), title, kind: 'skeleton', detail, insert, span },
    documentation: () => `\`\`\`${form}\n${plainSnippet(insert)}\n\`\`\``,
    isSnippet: true,
    rank: ranks.likely,
    deprecated: false,
    isUnfinished: true,
  };
}

/** To compare skeletons that list the same tools in another order. */
const wordsIn = (skeleton: string): string =>
  plainSnippet(skeleton).match(/\w+/g)?.sort().join(' ') ?? '';

/** The skeleton of an agent that reads and searches only. Null where a file of the host cannot state this. */
function readOnlySkeleton(catalog: HostCatalog, host: Host): string | null {
  if (exceeds(host, readOnly)) return null;
  const agent = newAgent(catalog, host, {
    name: 'name',
    description: 'Use it when',
    capabilities: readOnly,
    prompt: 'You are',
  });
  if (!agent) return null;
  return escaped(agent.text)
    .replace(/^(name\W{1,4})name\b/m, '$1${1:name}')
    .replace('Use it when', '${2:Use it when}')
    .replace('You are', '${3:You are}$0');
}

const readOnly = ['read', 'search'] as const;

/** The lines between the fences. */
function headOf(skeleton: string): string {
  const { text, head } = outlineOf(plainSnippet(skeleton));
  return text.slice(head.start, head.end);
}

/** Skeletons for a file that contains only the beginning of the word for what it is: `agent`, `skill`. */
export function skeletonsForPrefix(view: View, offset: number): Completion[] {
  const { text } = view.outline;
  const word = text.trim();
  const [prefix = 'agent'] = view.places.map(subjectAt);
  if (word === '' || !prefix.startsWith(word.toLowerCase())) return [];
  const start = text.indexOf(word);
  if (offset !== start + word.length) return [];
  return skeletonItems(view, { start, end: offset }).map((item) => ({ ...item, prefix }));
}

/** Puts the name in place of the placeholder for it. */
export function named(skeleton: string, name: string): string {
  return name === ''
    ? skeleton
    : skeleton.replace(/\$\{(\d+):name\}/g, (_, stop: string) => `\${${stop}:${escaped(name)}}`);
}

const escaped = (text: string): string => text.replaceAll(/[\\$}]/g, '\\$&');
