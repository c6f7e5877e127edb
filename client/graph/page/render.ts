// Renders the graph (boxes, folder headings and the lines between them) or a message in its place.

import type { GraphAgent } from '../../../server/protocol/protocol';
import { plural, t } from '../../l10n';
import { element, svgElement } from '../../webview/element';
import { markerPosition, type Point, pathOf } from '../geometry';
import {
  ariaLabelOf,
  folderName,
  type LegendEntry,
  lineStyleOf,
  nameOf,
  nameParts,
  privilegedFirst,
} from '../labels';
import type { Layout } from '../layout';
import type { FromPage } from '../messages';
import type { VisibleFolder, VisibleGraph, VisibleLink, VisibleNode } from '../visible-graph';

export interface Picture {
  readonly lines: SVGSVGElement;
  /** In reading order, each heading before its agents. */
  readonly boxes: readonly HTMLElement[];
}

const margin = 40;

export function pictureOf(shown: VisibleGraph, layout: Layout): Picture {
  const nodes = [...shown.nodes, ...shown.folders.flatMap(({ unlinked }) => unlinked)];
  const names = new Map(nodes.map((node) => [node.key, nameOf(node)]));
  const nameOfKey = (key: string): string => names.get(key) ?? '';
  const boxIn = (node: VisibleNode): HTMLElement => {
    const box = boxOf(node, ariaLabelOf(node, shown.links, nameOfKey));
    setPosition(box, layout.boxes.get(node.key));
    return box;
  };
  const folders = shown.folders
    .filter(({ hasHeading }) => hasHeading)
    .flatMap((folder) => {
      const button = headingOf(folder);
      setPosition(button, layout.headings.get(folder.name));
      return [element('h2', {}, button), ...folder.unlinked.map(boxIn)];
    });
  const linked =
    shown.nodes.length === 0
      ? []
      : [
          element('h2', { class: 'visually-hidden' }, t('Agents with references')),
          ...shown.nodes.map(boxIn),
        ];
  return { lines: linesOf(shown.links, layout), boxes: [...linked, ...folders] };
}

function setPosition(box: HTMLElement, at: Point | undefined): void {
  box.style.left = `${at?.x ?? 0}px`;
  box.style.top = `${at?.y ?? 0}px`;
}

function boxOf(node: VisibleNode, ariaLabel: string): HTMLElement {
  const shared = {
    'data-key': node.key,
    tabindex: -1,
    'aria-label': ariaLabel,
    title: ariaLabel.replaceAll('; ', '\n'),
  };
  if (node.kind === 'folder')
    return element(
      'button',
      { ...shared, class: 'box folder', 'data-toggle': node.folder, 'aria-expanded': 'false' },
      nameElement(folderName(node.folder)),
      ' ',
      element(
        'span',
        { class: 'capabilities' },
        plural(node.count, '{0} agent', '{0} agents'),
        ...(node.escalations > 0
          ? [element('span', { class: 'inside escalation', 'data-count': node.escalations })]
          : []),
        ...(node.cycleLinks > 0
          ? [element('span', { class: 'inside cycle', 'data-count': node.cycleLinks })]
          : []),
      ),
    );
  if (node.kind === 'other' && node.uri !== null)
    return element(
      'button',
      { ...shared, class: 'box other file', 'data-uri': node.uri },
      nameElement(node.name),
      ' ',
      element('span', { class: 'capabilities' }, node.path ?? ''),
    );
  if (node.kind === 'other')
    return element(
      'div',
      { ...shared, role: 'note', class: node.isMissing ? 'box other missing' : 'box other' },
      nameElement(node.name),
      ...(node.isMissing
        ? [' ', element('span', { class: 'capabilities' }, t('not found in this workspace'))]
        : []),
    );
  const { name, uri, capabilities } = node.agent;
  return element(
    'button',
    { ...shared, class: node.isFound ? 'box agent found' : 'box agent', 'data-uri': uri },
    nameElement(name),
    ' ',
    element('span', { class: 'capabilities' }, ...capabilitiesOf(capabilities)),
  );
}

function nameElement(name: string): HTMLElement {
  const [start, end] = nameParts(name);
  return element(
    'span',
    { class: 'name' },
    element('span', { class: 'start' }, start),
    ...(end === '' ? [] : [element('span', { class: 'end' }, end)]),
  );
}

/** The spaces separate the words for assistive technology. */
function capabilitiesOf(capabilities: GraphAgent['capabilities']): readonly (Node | string)[] {
  if (capabilities.length === 0) return [t('no tools')];
  return privilegedFirst(capabilities).flatMap(({ label, isPrivilege }) => [
    element('span', { class: isPrivilege ? 'privilege' : 'capability' }, label),
    ' ',
  ]);
}

const headingOf = (folder: VisibleFolder): HTMLElement => {
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
    element('span', { class: 'chevron', 'aria-hidden': 'true' }),
    element('span', { class: 'name' }, folderName(name)),
    ' ',
    element('span', { class: 'count' }, countTexts(folder)),
  );
};

function countTexts({ count, isOpen, unlinked, linked }: VisibleFolder): string {
  const missing = count - unlinked.length - linked;
  return [
    plural(count, '{0} agent', '{0} agents'),
    ...(isOpen && linked > 0
      ? [linked === count ? t('shown above') : t('{0} shown above', linked)]
      : []),
    ...(isOpen && missing > 0 ? [t('{0} not shown', missing)] : []),
  ].join(', ');
}

function linesOf(links: readonly VisibleLink[], { paths, width, height }: Layout): SVGSVGElement {
  const kinds = ['plain', 'escalation', 'cycle'];
  const markers = kinds.map((kind) =>
    svgElement(
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
      svgElement('path', { d: 'M0 0 8 4 0 8z' }),
    ),
  );
  const lines = links.map((link, index) => lineOf(link, paths[index] ?? []));
  const [w, h] = [width + 2 * margin, height + 2 * margin];
  return svgElement(
    'svg',
    {
      class: 'lines',
      width: w,
      height: h,
      viewBox: `${-margin} ${-margin} ${w} ${h}`,
      'aria-hidden': 'true',
    },
    svgElement('defs', {}, ...markers),
    ...lines,
  );
}

/** An escalation takes precedence over a cycle. */
const kindOf = ({ isEscalation, isCycle }: VisibleLink): string =>
  isEscalation ? 'escalation' : isCycle ? 'cycle' : 'plain';

function lineOf(link: VisibleLink, path: readonly Point[]): SVGGElement {
  const kind = kindOf(link);
  const lineStyle = lineStyleOf(link);
  const line = svgElement('path', { d: pathOf(path), 'marker-end': `url(#head-${kind})` });
  const symbol = { plain: '', escalation: '!', cycle: '↻' }[kind] ?? '';
  const at = markerPosition(path);
  return svgElement(
    'g',
    { class: `line ${kind} ${lineStyle}`, 'data-from': link.from, 'data-to': link.to },
    line,
    ...(symbol === '' || !at
      ? []
      : [
          svgElement('circle', { cx: at.x, cy: at.y, r: 7 }),
          svgElement('text', { x: at.x, y: at.y, 'text-anchor': 'middle', dy: '0.35em' }, symbol),
        ]),
  );
}

export const emptyNote = (): HTMLElement =>
  element('p', { class: 'empty' }, t('No agents match the search.'));

/** What would create a link. Shown instead of a graph where no agent references another. */
export const noLinksNote = (count: number): HTMLElement =>
  element(
    'section',
    { class: 'explanation', 'aria-labelledby': 'no-links' },
    element(
      'h1',
      { id: 'no-links' },
      count === 0 ? t('No agents in this workspace yet.') : t('No agent here calls another one'),
    ),
    ...(count === 0 ? [] : [element('p', {}, plural(count, '{0} agent', '{0} agents'))]),
    element('p', {}, t('Agents are connected if one names the other:')),
    element(
      'ul',
      {},
      ...[
        t('in its list of tools or agents, for example "tools: Read, Agent(reviewer)"'),
        t('in a permission rule for calls, for example "task: { reviewer: allow }"'),
        t('in a handoff'),
        t(
          'in its prompt, for example "delegate to reviewer", "@reviewer" or "#runSubagent reviewer"',
        ),
        t('in a prompt file, command or skill, for example "agent: reviewer"'),
      ].map((text) => element('li', {}, text)),
    ),
  );

export function failedNote(message: string, send: (message: FromPage) => void): HTMLElement {
  const commandButton = (command: 'restart' | 'output', text: string): HTMLElement => {
    const button = element('button', { type: 'button', class: 'button' }, text);
    button.addEventListener('click', () => send({ type: 'command', command }));
    return button;
  };
  return element(
    'div',
    { class: 'failed' },
    element('h1', {}, t('The graph could not be created')),
    element('p', {}, message),
    element(
      'p',
      {},
      commandButton('restart', t('Restart Dossier')),
      ' ',
      commandButton('output', t('Show Output')),
    ),
  );
}

// The toolbar above the graph (search, folders, zoom) and the legend below it.

export interface Toolbar {
  readonly bar: HTMLElement;
  readonly legend: HTMLElement;
  readonly search: HTMLInputElement;
  readonly folders: HTMLButtonElement;
  readonly summary: HTMLElement;
  /** Names the keys of the buttons, or does not where they are turned off. */
  readonly showKeys: (hasSingleKeys: boolean) => void;
}

export type ToolbarAction = 'folders' | 'copy' | 'smaller' | 'larger' | 'fit';

const keyOfAction: Readonly<Partial<Record<ToolbarAction, string>>> = {
  smaller: '-',
  larger: '+',
  fit: '0',
};

export function createToolbar(onAction: (action: ToolbarAction) => void): Toolbar {
  const search = element('input', {
    id: 'search',
    type: 'search',
    placeholder: t('Find agents, tools, folders'),
    'aria-label': t('Find agents by name, tool, program or folder'),
    spellcheck: 'false',
  });
  const button = (action: ToolbarAction, label: string, symbol?: string): HTMLButtonElement => {
    const created = element(
      'button',
      { id: action, type: 'button', class: 'button', title: label },
      symbol ?? label,
    );
    if (symbol !== undefined) created.setAttribute('aria-label', label);
    created.addEventListener('click', () => onAction(action));
    return created;
  };
  const folders = button('folders', t('Collapse All Folders'));
  const zooming = [
    button('smaller', t('Zoom Out'), '−'),
    button('larger', t('Zoom In'), '+'),
    button('fit', t('Zoom to Fit')),
  ];
  const showKeys = (hasSingleKeys: boolean): void => {
    for (const one of zooming) {
      const label = one.getAttribute('aria-label') ?? one.textContent ?? '';
      const key = keyOfAction[one.id as ToolbarAction];
      one.title = hasSingleKeys ? `${label} (${key})` : label;
      if (hasSingleKeys && key !== undefined) one.setAttribute('aria-keyshortcuts', key);
      else one.removeAttribute('aria-keyshortcuts');
    }
  };
  // Not announced itself: the live region of the document exists before its first text.
  const summary = element('p', { id: 'summary' });
  const bar = element(
    'div',
    { class: 'bar', role: 'group', 'aria-label': t('Delegation graph') },
    element('h1', { class: 'visually-hidden' }, t('Delegation Graph')),
    search,
    summary,
    folders,
    button('copy', t('Copy as Text')),
    ...zooming,
  );
  const legend = element('ul', { class: 'legend', 'aria-label': t('Legend') });
  return { bar, legend, search, folders, summary, showKeys };
}

/** Fills the legend, which is hidden while there is nothing to explain. */
export function fillLegend(legend: HTMLElement, entries: readonly LegendEntry[]): void {
  legend.hidden = entries.length === 0;
  legend.replaceChildren(
    ...entries.map(({ kind, symbol, label }) =>
      element(
        'li',
        {},
        element('span', { class: `symbol ${kind}`, 'aria-hidden': 'true' }, symbol),
        label,
      ),
    ),
  );
}
