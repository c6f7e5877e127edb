// The script of the page. It puts in what it is sent, and sends what was pressed; it knows nothing of agents.
import { cleaned } from './clean';
import type { FromPage, Kept, ToPage } from './messages';

interface Host {
  postMessage(message: FromPage): void;
  setState(state: Kept): void;
}
declare function acquireVsCodeApi(): Host;

const vscode = acquireVsCodeApi();
const content = element('persona');
const voice = element('say');
let unfolded = false;
let caret: number | null = null;
let shown = { rendered: '', line: -1, nodes: document.createElement('article') };

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.type === 'show') show(data);
  else markCaret(data.line);
});
content.addEventListener('click', pressed);
content.addEventListener('dblclick', chosen);
content.addEventListener('keydown', moved);
vscode.postMessage({ type: 'ready' });

function show({
  body,
  prompt,
  promptLine,
  announce,
  kept,
}: Extract<ToPage, { type: 'show' }>): void {
  const focused = document.activeElement?.id;
  const scrolled = window.scrollY;
  const next = new DOMParser().parseFromString(body, 'text/html').body;
  fillPrompt(next, prompt, promptLine);
  paint(next);
  fold(next);
  content.replaceChildren(...next.childNodes);
  window.scrollTo({ top: scrolled });
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  markCaret(caret);
  if (voice.textContent !== announce) voice.textContent = announce;
  if (kept) vscode.setState(kept);
}

// A long prompt is cleaned once: an edit of the frontmatter keeps its nodes.
function fillPrompt(next: HTMLElement, rendered: string, line: number): void {
  const slot = next.querySelector('[data-slot=prompt]');
  if (!slot) return;
  if (rendered !== shown.rendered || line !== shown.line) {
    const nodes = document.createElement('article');
    nodes.className = slot.className;
    nodes.append(cleaned(rendered, line));
    shown = { rendered, line, nodes };
  }
  slot.replaceWith(shown.nodes);
}

// Allowed by the policy where a style attribute is not.
function paint(next: HTMLElement): void {
  const tint = next.querySelector<HTMLElement>('[data-tint]')?.dataset.tint;
  if (tint) content.style.setProperty('--agent', tint);
  else content.style.removeProperty('--agent');
}

function fold(next: HTMLElement): void {
  const button = next.querySelector('.unfold');
  if (!button) return;
  button.closest('.folding')?.classList.toggle('open', unfolded);
  button.setAttribute('aria-expanded', String(unfolded));
  button.textContent = unfolded ? 'Show less' : 'Show the whole description';
}

function pressed({ target }: Event): void {
  if (!(target instanceof Element)) return;
  const button = target.closest<HTMLElement>('button');
  if (!button) return;
  const { line, host, command } = button.dataset;
  if (line !== undefined) vscode.postMessage({ type: 'reveal', line: Number(line) });
  else if (host !== undefined) vscode.postMessage({ type: 'host', host });
  else if (command === 'restart' || command === 'output')
    vscode.postMessage({ type: 'command', command });
  else if (button.classList.contains('unfold')) {
    unfolded = !unfolded;
    fold(content);
  }
}

function chosen({ target }: Event): void {
  const block = target instanceof Element ? target.closest<HTMLElement>('[data-source]') : null;
  if (block?.dataset.source)
    vscode.postMessage({ type: 'reveal', line: Number(block.dataset.source) });
}

// Left, right, Home and End move among the tabs, and the tab that is reached is shown at once.
function moved(event: KeyboardEvent): void {
  const from = event.target;
  if (!(from instanceof HTMLElement) || from.getAttribute('role') !== 'tab') return;
  const tabs = [...content.querySelectorAll<HTMLElement>('[role=tab]')];
  const at = tabs.indexOf(from);
  const places: Record<string, number> = {
    ArrowLeft: at - 1,
    ArrowRight: at + 1,
    Home: 0,
    End: -1,
  };
  const to = places[event.key];
  const tab = to === undefined ? undefined : tabs.at(to % tabs.length);
  if (!tab?.dataset.host) return;
  event.preventDefault();
  tab.focus();
  vscode.postMessage({ type: 'host', host: tab.dataset.host });
}

function markCaret(line: number | null): void {
  caret = line;
  for (const part of content.querySelectorAll<HTMLElement>('.finding, .action')) {
    part.classList.toggle('here', line !== null && part.dataset.line === String(line));
  }
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no ${id}.`);
  return found;
}
