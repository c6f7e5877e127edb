// In the text of a skill or command: the placeholders of a call, files, and the names of skills and commands.
import type { BodyToken } from '../../hosts/judge/skills/body-tokens';
import { rootOf } from '../../hosts/model/located-file';
import { subjectAt } from '../../hosts/model/place';
import { shortPathOf } from '../../rules/workspace-view';
import { composed, joined, t } from '../../text/message';
import type { Span } from '../../text/span';
import { type Body, bodiesOf } from '../body/bodies';
import { meaningOf } from '../body/meaning';
import { callingHosts, skillNames, skillsNamed } from '../body/skill-uses';
import { definedText } from '../hover/explain-agent';
import type { View } from '../view/view';
import { type Completion, ranks } from './item';

/** Placeholders at a `$` that begins a word. */
export function placeholderItems(view: View, offset: number): readonly Completion[] {
  const { text, body } = view.outline;
  if (offset < body.start) return [];
  const before = text.slice(Math.max(body.start, offset - maxName), offset);
  // A `$` after another word is nearly always the end of a pattern or an amount.
  const typed = /(?<![^\s`"'({[=/:])\$(?:\w*|\{\w*|ARGUMENTS\[\d*)$/.exec(before)?.[0];
  if (typed === undefined) return [];
  const isIndex = typed.includes('[');
  const after =
    (isIndex ? /^\d*\]?/ : /^\w*\}?/).exec(text.slice(offset, offset + maxName))?.[0] ?? '';
  const span = { start: offset - typed.length, end: offset + after.length };
  const bodies = bodiesOf(view);
  const items = new Map<string, { readonly item: Completion; readonly hosts: string[] }>();
  for (const body of bodies)
    for (const item of isIndex ? indexItems(body, span) : itemsOf(body, span)) {
      const known = items.get(item.label);
      const host = body.verdict.place.host.name;
      if (known) known.hosts.push(host);
      else items.set(item.label, { item, hosts: [host] });
    }
  return [...items.values()].map(({ item, hosts }) =>
    hosts.length === bodies.length
      ? item
      : { ...item, detail: composed`${item.detail} · ${hosts.join(', ')}` },
  );
}

/** Longer words are neither placeholders nor paths that are completed. UTF-16 units. */
const maxName = 200;

/** So many arguments are offered by their numbers. */
const numbers = 3;

function itemsOf({ language, names, verdict }: Body, span: Span): readonly Completion[] {
  const { first, hasIndexes, variables } = language;
  const tokens: readonly PlacedToken[] = [
    ...names.map((name, at) => [`$${name}`, { kind: 'named-argument', at }, 'likely'] as const),
    ['$ARGUMENTS', { kind: 'arguments' }, 'likely'],
    ...Array.from({ length: numbers }, (_, at) => {
      return [`$${at + first}`, argument(at), 'ordinary'] as const;
    }),
    ...(hasIndexes ? [['$ARGUMENTS[0]', argument(0), 'seldom'] as const] : []),
    ...Object.keys(variables).map((name) => {
      return [`\${${name}}`, { kind: 'variable', name }, 'seldom'] as const;
    }),
  ];
  return itemsFor(tokens, { verdict, language }, span);
}

/** The arguments by their index, in brackets. */
const indexItems = (body: Body, span: Span): readonly Completion[] =>
  itemsFor(
    body.language.hasIndexes
      ? Array.from({ length: numbers }, (_, at) => {
          return [`$ARGUMENTS[${at}]`, argument(at), 'ordinary'] as const;
        })
      : [],
    body,
    span,
  );

const argument = (at: number): Token => ({ kind: 'argument', at, isLast: false });

function itemsFor(
  tokens: readonly PlacedToken[],
  { verdict, language }: Pick<Body, 'verdict' | 'language'>,
  span: Span,
): readonly Completion[] {
  const host = verdict.place.host.name;
  return tokens.map(([label, token, rank]) => {
    const meaning = meaningOf({ ...token, span }, language);
    const sentences = meaning.map((one) => t(one, { host }));
    return {
      ...{ label, insert: label, span, isSnippet: false, kind: 'value', deprecated: false },
      detail: sentences[0] ?? '',
      documentation: () => joined(sentences),
      rank: ranks[rank],
    };
  });
}

type PlacedToken = readonly [label: string, token: Token, rank: keyof typeof ranks];

type Token = BodyToken extends infer T ? (T extends BodyToken ? Omit<T, 'span'> : never) : never;

/**
 * Files and folders of the project after `@` in a host that attaches them, and those of a skill in its links and after a variable
 * for its folder.
 */
export function fileItems(view: View, offset: number): readonly Completion[] {
  const { text, body } = view.outline;
  const { entriesIn } = view.workspace;
  const [lane] = view.lanes;
  if (!entriesIn || !lane || offset < body.start) return [];
  const before = text.slice(Math.max(body.start, offset - maxName), offset);
  const [, begin = '', typed] = /(@|\]\(|\$\{\w+\}\/)([\w./-]*)$/.exec(before) ?? [];
  if (typed === undefined || typed.startsWith('/') || typed.includes('..')) return [];
  const languages = bodiesOf(view).map(({ language }) => language);
  const isAttached =
    begin === '@' &&
    /(?<!\S)@[^@]*$/.test(before) &&
    languages.some(({ files }) => files !== undefined);
  const isOfSkill =
    (begin === '](' && subjectAt(lane.place) === 'skill') ||
    languages.some(({ folderVariable }) => begin === `\${${folderVariable}}/`);
  if (!isAttached && !isOfSkill) return [];
  const base = isOfSkill ? view.path.slice(0, view.path.lastIndexOf('/')) : rootOf(lane.place);
  const cut = typed.lastIndexOf('/') + 1;
  const [below, name] = [typed.slice(0, cut), typed.slice(cut)];
  const folder = [base, below.replace(/^\.\//, '').replace(/\/$/, '')].filter((one) => one !== '');
  const after = /^[\w.-]*/.exec(text.slice(offset, offset + maxName))?.[0] ?? '';
  const span = { start: offset - name.length, end: offset + after.length };
  return entriesIn(folder.join('/'))
    .filter((entry) => isOffered(entry.name, name))
    .slice(0, mostFiles)
    .map((entry) => ({
      ...{ label: entry.name, insert: entry.name, span, isSnippet: false, kind: 'file' },
      ...{ detail: '', documentation: () => '', deprecated: false },
      rank: entry.isFolder ? ranks.ordinary : ranks.likely,
    }));
}

const mostFiles = 200;

/** Names with spaces cannot be written so, and hidden files are offered once the dot is typed. */
const isOffered = (name: string, typed: string): boolean =>
  /^[\w.-]+$/.test(name) && name !== 'SKILL.md' && (!name.startsWith('.') || typed.startsWith('.'));

/** The names by which the hosts call their skills and commands, after a slash that begins a word. */
export function callItems(view: View, offset: number): readonly Completion[] {
  const { text, body } = view.outline;
  if (offset < body.start) return [];
  const before = text.slice(Math.max(body.start, offset - maxName), offset);
  const typed = /(?<![^\s`("'])\/([\w:/-]*)$/.exec(before)?.[1];
  if (typed === undefined) return [];
  const after = /^[\w:/-]*/.exec(text.slice(offset, offset + maxName))?.[0] ?? '';
  const span = { start: offset - typed.length, end: offset + after.length };
  const items = new Map<string, Completion>();
  for (const host of callingHosts(view))
    for (const name of skillNames(view.workspace, host)) {
      const defined = skillsNamed(view.workspace, host, name);
      const [first] = defined;
      if (!first || items.has(name) || first.path === view.path) continue;
      items.set(name, {
        ...{ label: name, insert: name, span, isSnippet: false, kind: 'reference' },
        ...{ detail: shortPathOf(first), documentation: () => definedText(defined) ?? '' },
        ...{ rank: ranks.likely, deprecated: false },
      });
    }
  return [...items.values()];
}
