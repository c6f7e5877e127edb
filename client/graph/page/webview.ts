// The script of the page with the graph: draws what it is sent, and sends what was pressed.
import '../../page-language';

import type { Graph } from '../../../server/protocol';
import { t } from '../../words';
import { type Layout, layoutOf } from '../layout';
import type { Camera, FromPage, Kept, ToPage } from '../messages';
import { closedAtFirst, type Shown, shownOf } from '../shown';
import { type Box, boxHeight, boxWidth, headingHeight } from '../sizes';
import { summaryOf } from '../words';
import { barWith, type Press } from './bar';
import { boxAt, boxOf, keyOf, stopAt } from './boxes';
import { pictureOf } from './draw';
import { element } from './element';
import { Eye } from './eye';
import { handleKeys } from './keys';
import { lightUp } from './light';
import { emptyNote, failedNote } from './notes';

interface Host {
  postMessage(message: FromPage): void;
  getState(): Kept | undefined;
  setState(state: Kept): void;
}
declare function acquireVsCodeApi(): Host;

const vscode = acquireVsCodeApi();
const kept = vscode.getState();
const closed = new Set(kept?.closed);
const opened = new Set(kept?.opened);
const { bar, legend, search, folders, summary } = barWith(pressed);
const picture = element('div', { id: 'picture' });
const stage = stageOf(picture);
const eye = new Eye(stage, picture, keep);

let graph: Graph | undefined;
let shown: Shown | undefined;
let layout: Layout | undefined;
/** Where to look at first; undefined once that has been done. */
let begin: Camera | 'whole' | undefined = kept?.camera ?? 'whole';
/** Where one was before a search. */
let before: Camera | undefined;
/** The box that Tab leads to. */
let current = '';

search.value = kept?.query ?? '';
window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.type === 'graph') {
    graph = data.graph;
    render();
  } else put(failedNote(data.message, (message) => vscode.postMessage(message)));
});
search.addEventListener('input', searched);
stage.addEventListener('click', ({ target }) => chosen(boxAt(target)));
stage.addEventListener('focusin', ({ target }) => focused(keyOf(boxAt(target))));
stage.addEventListener('focusout', () => lightUp(picture, ''));
stage.addEventListener('pointerover', ({ target }) => lightUp(picture, keyOf(boxAt(target))));
stage.addEventListener('pointerleave', () =>
  lightUp(picture, keyOf(boxAt(document.activeElement))),
);
window.addEventListener('resize', render);
handleKeys({
  ...{ search, eye, places, searched, picture },
  current: () => current,
  stop: (key) => {
    current = stopAt(picture, key, true);
  },
  whole,
});
vscode.postMessage({ type: 'ready' });

function stageOf(inside: HTMLElement): HTMLElement {
  const says = t('Agents. Use the arrow keys to move between boxes, and Enter to open a file.');
  return element('div', { id: 'stage', role: 'group', 'aria-label': says }, inside);
}

function put(...parts: readonly HTMLElement[]): void {
  document.getElementById('graph')?.replaceChildren(...parts);
}

function render(): void {
  if (!graph) return;
  if (!stage.isConnected) put(bar, stage, legend);
  const isFirst = closedAtFirst(graph);
  const isClosed = (folder: string): boolean =>
    closed.has(folder) || (isFirst && !opened.has(folder));
  shown = shownOf(graph, { isClosed, query: search.value });
  layout = layoutOf(shown, Math.max(stage.clientWidth, 640));
  const hadKeys = picture.contains(document.activeElement);
  const { lines, boxes } = pictureOf(shown, layout);
  picture.replaceChildren(lines, ...(boxes.length > 0 ? boxes : [emptyNote(graph.count)]));
  current = stopAt(picture, current, hadKeys);
  const told = summaryOf(graph, shown);
  if (summary.textContent !== told) summary.textContent = told;
  folders.textContent = isAnyOpen() ? t('Collapse All Folders') : t('Expand All Folders');
  folders.title = folders.textContent;
  if (begin === 'whole' || eye.isWhole) whole();
  else if (begin) eye.aim(begin);
  begin = undefined;
}

function keep(): void {
  const { camera } = eye;
  vscode.setState({ closed: [...closed], opened: [...opened], query: search.value, camera });
}

/** Where boxes and headings stand, by their keys. */
function places(): ReadonlyMap<string, Box> {
  const headings = [...(layout?.headings ?? [])].map(
    ([name, box]) => [`heading ${name}`, box] as const,
  );
  return new Map([...(layout?.boxes ?? []), ...headings]);
}

function whole(): void {
  if (layout) eye.show(layout);
}

function pressed(what: Press): void {
  if (what === 'fit') whole();
  else if (what === 'folders') {
    const isOpen = !isAnyOpen();
    for (const { name } of graph?.folders ?? []) mark(name, isOpen);
    render();
    whole();
  } else eye.zoom(what === 'larger' ? 1.25 : 0.8);
}

function isAnyOpen(): boolean {
  return shown?.folders.some(({ isOpen }) => isOpen) ?? false;
}

function mark(folder: string, isOpen: boolean): void {
  (isOpen ? opened : closed).add(folder);
  (isOpen ? closed : opened).delete(folder);
}

function chosen(box: HTMLElement | null): void {
  const { toggle, uri } = box?.dataset ?? {};
  if (uri !== undefined) vscode.postMessage({ type: 'open', uri });
  if (toggle === undefined) return;
  const isOpen = shown?.folders.find(({ name }) => name === toggle)?.isOpen ?? false;
  mark(toggle, !isOpen);
  render();
  keep();
  const again = boxOf(picture, `heading ${toggle}`) ?? boxOf(picture, `folder ${toggle}`);
  again?.focus({ preventScroll: true });
}

function focused(key: string): void {
  if (key === '') return;
  if (key !== current) current = stopAt(picture, key, false);
  lightUp(picture, key);
  const place = places().get(key);
  const height = key.startsWith('heading ') ? headingHeight : boxHeight;
  if (place) eye.follow({ ...place, width: boxWidth, height });
}

let waiting: ReturnType<typeof setTimeout> | undefined;
function searched(): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    const isOn = search.value.trim() !== '';
    if (isOn) before ??= eye.camera;
    render();
    if (isOn) whole();
    else if (before) eye.aim(before);
    if (!isOn) before = undefined;
  }, 80);
}
