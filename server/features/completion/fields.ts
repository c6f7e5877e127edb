// Fields that the frontmatter does not have yet, each with the form of its value.

import type { KeyCaret } from '../../agent/caret';
import { outlineOf } from '../../agent/outline';
import type { Writer } from '../../agent/writer';
import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import type { Dialect } from '../../hosts/model/dialect';
import type { Host } from '../../hosts/model/host';
import { baseName } from '../../hosts/model/located-file';
import { isFormOf } from '../../hosts/model/place';
import { fieldUseCount } from '../../hosts/model/usage';
import { composed, type Message, t } from '../../text/message';
import { plainSnippet } from '../../text/snippet';
import type { Span } from '../../text/span';
import { english } from '../../text/translate';
import { fieldMarkdown } from '../hover/explain';
import { exceeds, newAgent } from '../new-agent/file';
import type { View } from '../view/view';
import { isShown } from '../view/viewed-file';
import { type Completion, insertion, ranks } from './item';
import { propertyInsertion } from './properties';

export function fieldItems(
  { ownWriter: writer, outline }: View,
  caret: KeyCaret,
  { name: host, usage }: Host,
  { fields }: Dialect,
): Completion[] {
  return Object.entries(fields).flatMap(([key, field]): Completion[] => {
    if (field.isNeverOffered || caret.siblings.includes(key)) return [];
    if (caret.isTable && field.type.type !== 'map') return [];
    return [
      {
        label: key,
        kind: 'field',
        detail: field.deprecated
          ? field.deprecated.by === undefined
            ? t('deprecated')
            : t('deprecated, use {field}', { field: field.deprecated.by })
          : field.required
            ? t('required')
            : host,
        documentation: () => fieldMarkdown(key, field, host, outline.form),
        ...(outline.form === 'json'
          ? propertyInsertion(key, field.type, caret, outline)
          : {
              ...insertion(key, readableBy(writer, key, field.snippet), caret, writer.separator),
              span: caret.token,
            }),
        uses: fieldUseCount(usage, key),
        rank: field.deprecated
          ? ranks.old
          : field.required
            ? ranks.likely
            : field.noEffect !== undefined
              ? ranks.seldom
              : ranks.ordinary,
        deprecated: field.deprecated !== undefined || field.noEffect !== undefined,
      },
    ];
  });
}

/** The snippet of a host, unless another host of the file reads it differently: then only the key is inserted. */
function readableBy(writer: Writer, key: string, snippet: string | undefined): string | undefined {
  return snippet !== undefined &&
    writer.accepts(`${key}${writer.separator}${plainSnippet(snippet)}`)
    ? snippet
    : undefined;
}

// A whole new agent, for an empty file.

/** Skeletons for the hosts that read the file; for all hosts where none does. */
export function skeletonItems(view: View, span: Span): Completion[] {
  const here = view.places
    .filter((place) => isShown(place, view.settings))
    .map((place) => place.host);
  const { form } = view.outline;
  const readable = here.filter(({ kinds }) => view.ownWriter.accepts(headOf(kinds.agent.skeleton)));
  const offered = (here.length > 0 ? readable : view.catalog.mainHosts).filter((host) =>
    isFormOf(host, form),
  );
  const [language, detail] =
    form === 'toml' ? ['toml', t('fields and prompt')] : ['markdown', t('frontmatter and prompt')];
  const item = (host: Host, title: Message, skeleton: string): Completion => ({
    label: english(title),
    title,
    kind: 'skeleton',
    detail,
    documentation: () =>
      composed`${t('A new agent for {host}.', { host: host.name })}\n\n${`\`\`\`${language}\n${plainSnippet(skeleton)}\n\`\`\``}`,
    insert: named(skeleton, view.path),
    isSnippet: true,
    span,
    rank: ranks.likely,
    deprecated: false,
    isUnfinished: true,
  });
  const titled = (title: Message): Message => (form === 'toml' ? title : composed`--- ${title}`);
  return offered.flatMap((host) => {
    const whole = item(
      host,
      titled(t('{host} agent', { host: host.name })),
      host.kinds.agent.skeleton,
    );
    const readOnly = readOnlySkeleton(view.catalog, host);
    return readOnly === null || wordsIn(readOnly) === wordsIn(host.kinds.agent.skeleton)
      ? [whole]
      : [whole, item(host, titled(t('Read-only {host} agent', { host: host.name })), readOnly)];
  });
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

/** Typing this word in an empty file offers the skeletons. */
const prefix = 'agent';

/** Skeletons for a file that contains only the beginning of their prefix. */
export function skeletonsForPrefix(view: View, offset: number): Completion[] {
  const { text } = view.outline;
  const word = text.trim();
  if (word === '' || word.length > prefix.length || !prefix.startsWith(word.toLowerCase()))
    return [];
  const start = text.indexOf(word);
  if (offset !== start + word.length) return [];
  return skeletonItems(view, { start, end: offset }).map((item) => ({ ...item, prefix }));
}

/** Puts the file name where the skeleton has a placeholder for the name. */
export function named(skeleton: string, path: string): string {
  const base = baseName(path);
  return base === ''
    ? skeleton
    : skeleton.replace(/\$\{(\d+):name\}/g, (_, stop: string) => `\${${stop}:${escaped(base)}}`);
}

const escaped = (text: string): string => text.replaceAll(/[\\$}]/g, '\\$&');
