// The script of the persona webview. It shows the parts that it receives, and sends the actions of the user.
import '../../webview/l10n';
import { t } from '../../l10n';
import { type Caret, type FromPage, pageCommands, type ToPage } from '../messages';
import { blockAt, highlightLine, tabAt } from './navigation';
import { Parts } from './parts';
import { Prompt } from './prompt';
import {
  fillPlaceholders,
  loadState,
  post,
  restoreInputs,
  saveState,
  type Values,
} from './vscode-api';

const content = element('persona');
const panel = element('panel');
const liveRegion = element('live-region');
const article = element('prompt');
const parts = new Parts(element('top'), panel, article);
const prompt = new Prompt(article);
const initialState = loadState();
let { isUnfolded, values } = initialState;
let scrollTop: number | null = initialState.scrollTop;
let shownUri = initialState.uri;
let caret: number | null = null;
let probeTimer: ReturnType<typeof setTimeout> | undefined;
let callTimer: ReturnType<typeof setTimeout> | undefined;

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.type === 'show') show(data);
  else if (data.type === 'caret') follow(data);
  else if (data.type === 'focus') window.focus();
  else if (data.type === 'openComparison') openComparison();
  else post({ type: 'renderedPrompt', prompt: article.innerHTML });
});
content.addEventListener('click', onClick);
content.addEventListener('keydown', onKeydown);
window.addEventListener('keydown', onUndoKey, true);
content.addEventListener('input', onInput);
content.addEventListener('change', onInput);
content.addEventListener('submit', (event) => event.preventDefault());
content.addEventListener('toggle', onToggle, true);
window.addEventListener('scroll', saveScroll, { passive: true });
post({ type: 'ready' });

function show(shown: Extract<ToPage, { type: 'show' }>): void {
  if (shown.isFresh) prompt.clear();
  const changed = parts.show(shown);
  const added = prompt.show(shown.prompt, shown.promptLine);
  fillPlaceholders([...changed, ...added], values);
  for (const part of changed) restoreInputs(part, values);
  applyColor();
  fold();
  follow({ line: shown.caret, isMovedByUser: false });
  if (liveRegion.textContent !== shown.announce) liveRegion.textContent = shown.announce;
  if (shown.state && shown.state.uri !== shownUri) {
    // The scroll position was that of another file.
    shownUri = shown.state.uri;
    scrollTop = null;
    window.scrollTo({ top: 0 });
  }
  if (shown.state) saveState(shown.state);
  if (scrollTop !== null && prompt.text !== '') {
    window.scrollTo({ top: scrollTop });
    scrollTop = null;
  }
}

// The content security policy forbids style attributes, but allows setting properties by script.
function applyColor(): void {
  const tint = content.querySelector<HTMLElement>('[data-tint]')?.dataset.tint;
  if (tint) content.style.setProperty('--agent', tint);
  else content.style.removeProperty('--agent');
}

function fold(): void {
  const button = content.querySelector('.unfold');
  if (!button) return;
  button.closest('.folding')?.classList.toggle('open', isUnfolded);
  button.setAttribute('aria-expanded', String(isUnfolded));
  button.textContent = isUnfolded ? t('Show Less') : t('Show Full Description');
}

function follow({ line, isMovedByUser }: Caret): void {
  const hasMoved = line !== caret;
  caret = line;
  const highlighted = highlightLine(content, prompt, line);
  // Scroll only if the user moved the caret, because scrolling during typing is distracting.
  if (isMovedByUser && hasMoved && !content.matches(':hover, :focus-within'))
    highlighted?.scrollIntoView({ block: 'nearest' });
}

function onClick({ target, altKey }: MouseEvent): void {
  if (!(target instanceof Element)) return;
  const button = target.closest<HTMLElement>('button, [data-line]');
  if (button && content.contains(button)) {
    runAction(button, altKey);
    return;
  }
  const isSelecting = !(getSelection()?.isCollapsed ?? true);
  if (isSelecting || target.closest('a')) return;
  const line = prompt.lineOf(target);
  if (line !== null) post({ type: 'reveal', line });
}

/** @param isSource whether to go to the line of a tool instead of granting or revoking it */
function runAction(button: HTMLElement, isSource: boolean): void {
  const { line, host, command, uri, tool, toggle, fix, title = '', version } = button.dataset;
  const pageCommand = pageCommands.find((one) => one === command);
  if (pageCommand) post({ type: 'command', command: pageCommand });
  else if (fix !== undefined) post({ type: 'fix', finding: Number(fix), title });
  else if (version !== undefined) post({ type: 'newVersion', host: version });
  else if (tool !== undefined && !(isSource && line !== undefined))
    post({ type: 'setTool', tool, isGranted: toggle === 'grant' });
  else if (uri !== undefined) post({ type: 'open', uri });
  else if (host !== undefined) post({ type: 'host', host });
  else if (line !== undefined && (getSelection()?.isCollapsed ?? true))
    post({ type: 'reveal', line: Number(line) });
  else if (button.classList.contains('unfold')) {
    isUnfolded = !isUnfolded;
    saveState({ isUnfolded });
    fold();
  }
}

/** Arrow keys select tabs and blocks of the prompt. Enter on a block, and Alt+Enter on a tool, go to its line. */
function onKeydown(event: KeyboardEvent): void {
  if (event.key === 'Enter' && event.altKey && event.target instanceof HTMLElement) {
    const { tool, line: toolLine } = event.target.dataset;
    if (tool === undefined || toolLine === undefined) return;
    event.preventDefault();
    post({ type: 'reveal', line: Number(toolLine) });
    return;
  }
  const tab = tabAt(event, content);
  if (tab?.dataset.host) {
    event.preventDefault();
    tab.focus();
    post({ type: 'host', host: tab.dataset.host });
    return;
  }
  if (!(event.target instanceof HTMLElement) || !article.contains(event.target)) return;
  const block = blockAt(event, article);
  const line = event.key === 'Enter' ? prompt.lineOf(event.target) : null;
  if (block) {
    block.tabIndex = -1;
    block.focus({ preventScroll: true });
    block.scrollIntoView({ block: 'nearest' });
  } else if (line !== null) post({ type: 'reveal', line });
  if (block || line !== null) event.preventDefault();
}

/** Undoes and redoes edits of the file. In a text field, the keys concern its text. */
function onUndoKey(event: KeyboardEvent): void {
  const { target, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (altKey || !(ctrlKey || metaKey) || target instanceof HTMLInputElement) return;
  const key = event.key.toLowerCase();
  if (key !== 'z' && !(key === 'y' && ctrlKey)) return;
  event.preventDefault();
  // VS Code would undo the last input into a text field of the page.
  event.stopPropagation();
  post({ type: 'command', command: key === 'y' || shiftKey ? 'redo' : 'undo' });
}

function onInput({ target }: Event): void {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
  const { placeholder } = target.dataset;
  if (placeholder !== undefined) setValues({ ...values, [placeholder]: target.value });
  else if (target.id === 'call-text') {
    clearTimeout(callTimer);
    callTimer = setTimeout(() => post({ type: 'call', typed: target.value }), 80);
  } else if (target.closest('#ask')) {
    clearTimeout(probeTimer);
    probeTimer = setTimeout(() => post(probeMessage()), 80);
  }
}

function setValues(next: Values): void {
  values = next;
  saveState({ values });
  fillPlaceholders([content], values);
}

function probeMessage(): FromPage {
  const purpose = content.querySelector<HTMLSelectElement>('#ask select');
  const subject = content.querySelector<HTMLInputElement>('#ask input');
  // The example in the placeholder depends on the selected purpose.
  const example = purpose?.selectedOptions[0]?.dataset.example;
  if (subject && example !== undefined) subject.placeholder = example;
  return { type: 'probe', query: { purpose: purpose?.value ?? '', subject: subject?.value ?? '' } };
}

function onToggle({ target }: Event): void {
  if (target instanceof HTMLDetailsElement && target.id === 'comparison')
    post({ type: 'compare', isOpen: target.open });
}

function openComparison(): void {
  const details = content.querySelector<HTMLDetailsElement>('#comparison');
  if (!details) return;
  details.open = true;
  details.scrollIntoView();
  post({ type: 'compare', isOpen: true });
}

function saveScroll(): void {
  if (scrollTop === null) saveState({ scrollTop: window.scrollY });
}

/** An element of the initial HTML, by ID. Throws if it does not exist. */
function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no ${id}.`);
  return found;
}
