// The picture: boxes that can be pressed, and the lines between them.

import { plural, t } from '../../words';
import type { Layout } from '../layout';
import { pathOf, signAt } from '../lines';
import type { Shown, ShownFolder, ShownLink, ShownNode } from '../shown';
import type { Point } from '../sizes';
import { folderName, nameOf, spokenOf } from '../words';
import { drawn, element } from './element';

export interface Picture {
  readonly lines: SVGSVGElement;
  /** In the order in which they are read. */
  readonly boxes: readonly HTMLElement[];
}

const margin = 40;

export function pictureOf(shown: Shown, layout: Layout): Picture {
  const nodes = [...shown.nodes, ...shown.folders.flatMap(({ loose }) => loose)];
  const names = new Map(nodes.map((node) => [node.key, nameOf(node)]));
  const named = (key: string): string => names.get(key) ?? '';
  const boxes = nodes.map((node) => boxOf(node, spokenOf(node, shown.links, named)));
  const headings = shown.folders.filter(({ hasHeading }) => hasHeading).map(headingOf);
  for (const one of boxes) place(one, layout.boxes.get(one.dataset['key'] ?? ''));
  for (const one of headings) place(one, layout.headings.get(one.dataset['folder'] ?? ''));
  return { lines: linesOf(shown.links, layout), boxes: [...boxes, ...headings] };
}

function place(one: HTMLElement, at: Point | undefined): void {
  one.style.left = `${at?.x ?? 0}px`;
  one.style.top = `${at?.y ?? 0}px`;
}

function boxOf(node: ShownNode, spoken: string): HTMLElement {
  const shared = {
    'data-key': node.key,
    tabindex: -1,
    'aria-label': spoken,
    title: spoken.replaceAll('; ', '\n'),
  };
  if (node.kind === 'folder')
    return element(
      'button',
      { ...shared, class: 'box folder', 'data-toggle': node.folder, 'aria-expanded': 'false' },
      element('span', { class: 'name' }, folderName(node.folder)),
      element(
        'span',
        { class: 'abilities' },
        plural(node.count, '{0} agent', '{0} agents'),
        ...(node.escalating > 0
          ? [element('span', { class: 'inside escalation' }, `! ${node.escalating}`)]
          : []),
        ...(node.circling > 0
          ? [element('span', { class: 'inside cycle' }, `↻ ${node.circling}`)]
          : []),
      ),
    );
  if (node.kind === 'other')
    return element(
      'div',
      { ...shared, role: 'note', class: node.isMissing ? 'box other missing' : 'box other' },
      element('span', { class: 'name' }, node.name),
      ...(node.isMissing
        ? [element('span', { class: 'abilities' }, t('not found in this workspace'))]
        : []),
    );
  const { name, uri, abilities } = node.agent;
  return element(
    'button',
    { ...shared, class: node.isFound ? 'box agent found' : 'box agent', 'data-uri': uri },
    element('span', { class: 'name' }, name),
    element('span', { class: 'abilities' }, ...abilitiesOf(abilities)),
  );
}

/** The far-reaching first: they must not be cut off. */
function abilitiesOf(
  abilities: readonly { readonly label: string; readonly isPower: boolean }[],
): readonly (Node | string)[] {
  if (abilities.length === 0) return [t('no tools')];
  return [...abilities]
    .sort((a, b) => Number(b.isPower) - Number(a.isPower))
    .map(({ label, isPower }) => element('span', { class: isPower ? 'power' : 'ability' }, label));
}

const headingOf = (folder: ShownFolder): HTMLElement => {
  const { name, isOpen } = folder;
  return element(
    'button',
    {
      class: 'heading',
      tabindex: -1,
      'data-key': `heading ${name}`,
      'data-folder': name,
      'data-toggle': name,
      'aria-expanded': String(isOpen),
    },
    element('span', { class: 'twist', 'aria-hidden': 'true' }),
    element('span', { class: 'name' }, folderName(name)),
    element('span', { class: 'count' }, said(folder)),
  );
};

function said({ count, isOpen, loose, linked }: ShownFolder): string {
  const missing = count - loose.length - linked;
  return [
    plural(count, '{0} agent', '{0} agents'),
    ...(isOpen && linked > 0
      ? [linked === count ? t('shown above') : t('{0} shown above', linked)]
      : []),
    ...(isOpen && missing > 0 ? [t('{0} not shown', missing)] : []),
  ].join(', ');
}

function linesOf(links: readonly ShownLink[], { ways, width, height }: Layout): SVGSVGElement {
  const kinds = ['plain', 'escalation', 'cycle'];
  const heads = kinds.map((kind) =>
    drawn(
      'marker',
      {
        id: `head-${kind}`,
        class: kind,
        viewBox: '0 0 8 8',
        refX: 7,
        refY: 4,
        markerWidth: 8,
        markerHeight: 8,
        markerUnits: 'userSpaceOnUse',
        orient: 'auto-start-reverse',
      },
      drawn('path', { d: 'M0 0 8 4 0 8z' }),
    ),
  );
  const lines = links.map((link, index) => lineOf(link, ways[index] ?? []));
  const [w, h] = [width + 2 * margin, height + 2 * margin];
  return drawn(
    'svg',
    {
      class: 'lines',
      width: w,
      height: h,
      viewBox: `${-margin} ${-margin} ${w} ${h}`,
      'aria-hidden': 'true',
    },
    drawn('defs', {}, ...heads),
    ...lines,
  );
}

/** An escalation is drawn as one even where it is part of a cycle too. */
const kindOf = ({ isEscalation, isCycle }: ShownLink): string =>
  isEscalation ? 'escalation' : isCycle ? 'cycle' : 'plain';

function lineOf(link: ShownLink, way: readonly Point[]): SVGGElement {
  const kind = kindOf(link);
  const style = link.isHandoff ? 'handoff' : link.asks ? 'asks' : 'calls';
  const line = drawn('path', { d: pathOf(way), 'marker-end': `url(#head-${kind})` });
  const sign = { plain: '', escalation: '!', cycle: '↻' }[kind] ?? '';
  const at = signAt(way);
  return drawn(
    'g',
    { class: `line ${kind} ${style}`, 'data-from': link.from, 'data-to': link.to },
    line,
    ...(sign === '' || !at
      ? []
      : [
          drawn('circle', { cx: at.x, cy: at.y, r: 7 }),
          drawn('text', { x: at.x, y: at.y, 'text-anchor': 'middle', dy: '0.35em' }, sign),
        ]),
  );
}
