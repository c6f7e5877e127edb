// The script of the graph webview: renders the graph that it receives, and sends the actions of the user.
import '../../webview/l10n';
import type { Graph } from '../../../server/protocol/protocol';
import { t } from '../../l10n';
import { element } from '../../webview/element';
import { type Box, boxHeight, boxWidth, headingHeight } from '../geometry';
import { graphTextOf, legendOf, summaryOf } from '../labels';
import { type Layout, layoutOf } from '../layout';
import type { Camera, FromPage, GraphState, ToPage } from '../messages';
import { initiallyCollapsed, type VisibleGraph, visibleGraphOf } from '../visible-graph';
import { boxAt, boxOf, highlight, keyOf, setTabStop } from './boxes';
import { handleKeys } from './keys';
import {
  createToolbar,
  emptyNote,
  failedNote,
  fillLegend,
  noLinksNote,
  pictureOf,
  type ToolbarAction,
} from './render';
import { Viewport } from './viewport';

interface VsCodeApi {
  postMessage(message: FromPage): void;
  getState(): GraphState | undefined;
  setState(state: GraphState): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

const vscode = acquireVsCodeApi();
const storedState = vscode.getState();
const collapsed = new Set(storedState?.collapsed);
const expanded = new Set(storedState?.expanded);
const { bar, legend, search, folders, summary, showKeys } = createToolbar(onToolbarAction);
const picture = element('div', { id: 'picture' });
const stage = createStage(picture);
const viewport = new Viewport(stage, picture, onCamera);

let graph: Graph | undefined;
let visible: VisibleGraph | undefined;
let layout: Layout | undefined;
/** The initial camera; undefined after the first rendering. */
let initialCamera: Camera | 'whole' | undefined = storedState?.camera ?? 'whole';
/** The camera before a search. */
let cameraBeforeSearch: Camera | undefined;
/** The key of the box that is the tab stop. */
let current = '';
let hasSingleKeys = true;

search.value = storedState?.query ?? '';
window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.type === 'graph') {
    graph = data.graph;
    hasSingleKeys = data.hasSingleKeys;
    showKeys(hasSingleKeys);
    render();
  } else {
    showContent(failedNote(data.message, (message) => vscode.postMessage(message)));
    announce(data.message);
  }
});
search.addEventListener('input', onSearch);
stage.addEventListener('click', ({ target }) => onClick(boxAt(target)));
stage.addEventListener('focusin', ({ target }) => onFocus(keyOf(boxAt(target))));
stage.addEventListener('focusout', () => highlight(picture, ''));
stage.addEventListener('pointerover', ({ target }) => highlight(picture, keyOf(boxAt(target))));
stage.addEventListener('pointerleave', () =>
  highlight(picture, keyOf(boxAt(document.activeElement))),
);
window.addEventListener('resize', render);
handleKeys({
  ...{ search, viewport, places: positions, onSearch, picture },
  current: () => current,
  focusBox: (key) => {
    current = setTabStop(picture, key, true);
  },
  fitGraph,
  hasSingleKeys: () => hasSingleKeys,
});
vscode.postMessage({ type: 'ready' });

function createStage(inside: HTMLElement): HTMLElement {
  const label = t('Agents. Use the arrow keys to move between boxes, and Enter to open a file.');
  return element('div', { id: 'stage', role: 'group', 'aria-label': label }, inside);
}

function showContent(...parts: readonly HTMLElement[]): void {
  document.getElementById('graph')?.replaceChildren(...parts);
}

function render(): void {
  if (!graph) return;
  if (graph.links.length === 0) {
    const note = noLinksNote(graph.count);
    showContent(note);
    announce(note.querySelector('h1')?.textContent ?? '');
    return;
  }
  if (!stage.isConnected) showContent(bar, stage, legend);
  const collapsedByDefault = initiallyCollapsed(graph);
  const isClosed = (folder: string): boolean =>
    collapsed.has(folder) || (collapsedByDefault.has(folder) && !expanded.has(folder));
  visible = visibleGraphOf(graph, { isClosed, query: search.value });
  fillLegend(legend, legendOf(visible.links));
  layout = layoutOf(visible, Math.max(stage.clientWidth, 640));
  const hadFocus = picture.contains(document.activeElement);
  const { lines, boxes } = pictureOf(visible, layout);
  picture.replaceChildren(lines, ...(boxes.length > 0 ? boxes : [emptyNote()]));
  current = setTabStop(picture, current, hadFocus);
  const summaryText = summaryOf(graph, visible);
  summary.textContent = summaryText;
  announce(summaryText);
  folders.textContent = isAnyExpanded() ? t('Collapse All Folders') : t('Expand All Folders');
  folders.title = folders.textContent;
  if (initialCamera === 'whole' || viewport.isFitted) fitGraph();
  else if (initialCamera) viewport.moveTo(initialCamera);
  initialCamera = undefined;
}

/** Screen readers announce it. The region is in the document before its first text, because others are not announced. */
function announce(text: string): void {
  const region = document.getElementById('live-region');
  if (region && region.textContent !== text) region.textContent = text;
}

/** Below this zoom a name in its normal size is too small to read. */
const maxFarZoom = 0.6;

/** From afar, a box shows its name only, and larger. */
function onCamera(): void {
  picture.classList.toggle('far', viewport.camera.zoom < maxFarZoom);
  saveState();
}

function saveState(): void {
  const { camera } = viewport;
  vscode.setState({
    collapsed: [...collapsed],
    expanded: [...expanded],
    query: search.value,
    camera,
  });
}

/** Positions of boxes and headings by key. */
function positions(): ReadonlyMap<string, Box> {
  const headings = [...(layout?.headings ?? [])].map(
    ([name, box]) => [`heading ${name}`, box] as const,
  );
  return new Map([...(layout?.boxes ?? []), ...headings]);
}

function fitGraph(): void {
  if (layout) viewport.fit(layout);
}

function onToolbarAction(action: ToolbarAction): void {
  if (action === 'fit') fitGraph();
  else if (action === 'copy') copyAsText();
  else if (action === 'folders') {
    const isExpanded = !isAnyExpanded();
    for (const { name } of graph?.folders ?? []) setExpanded(name, isExpanded);
    render();
    fitGraph();
  } else viewport.zoom(action === 'larger' ? 1.25 : 0.8);
}

function copyAsText(): void {
  if (!graph) return;
  vscode.postMessage({ type: 'copy', text: graphTextOf(graph) });
  announce(t('Graph copied as text'));
}

function isAnyExpanded(): boolean {
  return visible?.folders.some(({ isOpen }) => isOpen) ?? false;
}

function setExpanded(folder: string, isExpanded: boolean): void {
  (isExpanded ? expanded : collapsed).add(folder);
  (isExpanded ? collapsed : expanded).delete(folder);
}

function onClick(box: HTMLElement | null): void {
  const { toggle, uri } = box?.dataset ?? {};
  if (uri !== undefined) vscode.postMessage({ type: 'open', uri });
  if (toggle === undefined) return;
  const isExpanded = visible?.folders.find(({ name }) => name === toggle)?.isOpen ?? false;
  setExpanded(toggle, !isExpanded);
  render();
  saveState();
  const toggled = boxOf(picture, `heading ${toggle}`) ?? boxOf(picture, `folder ${toggle}`);
  toggled?.focus({ preventScroll: true });
}

function onFocus(key: string): void {
  if (key === '') return;
  if (key !== current) current = setTabStop(picture, key, false);
  highlight(picture, key);
  const position = positions().get(key);
  const height = key.startsWith('heading ') ? headingHeight : boxHeight;
  if (position) viewport.follow({ ...position, width: boxWidth, height });
}

let searchTimer: ReturnType<typeof setTimeout> | undefined;
function onSearch(): void {
  clearTimeout(searchTimer);
  searchTimer = setTimeout(() => {
    const isSearching = search.value.trim() !== '';
    if (isSearching) cameraBeforeSearch ??= viewport.camera;
    render();
    if (isSearching) fitGraph();
    else if (cameraBeforeSearch) viewport.moveTo(cameraBeforeSearch);
    if (!isSearching) cameraBeforeSearch = undefined;
  }, 80);
}
