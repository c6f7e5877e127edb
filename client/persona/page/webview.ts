// The script of the page. It puts in what it is sent, and sends what was pressed; it knows nothing of agents.
import '../../page-language';

import { t } from '../../words';
import { type Caret, type FromPage, pageCommands, type ToPage } from '../messages';
import { markCaret } from './caret';
import { element } from './element';
import { fill, refill, type Values } from './fill';
import { keep, kept, tell } from './host';
import { blockAt, tabAt } from './keys';
import { Parts } from './parts';
import { Prompt } from './prompt';

const content = element('persona');
const panel = element('panel');
const voice = element('say');
const article = element('prompt');
const parts = new Parts(element('top'), panel, article);
const prompt = new Prompt(article);
const before = kept();
let { unfolded, values } = before;
let scrolled: number | null = before.scrolled;
let caret: number | null = null;
let typing: ReturnType<typeof setTimeout> | undefined;

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.type === 'show') show(data);
  else if (data.type === 'caret') follow(data);
  else tell({ type: 'taken', prompt: article.innerHTML });
});
content.addEventListener('click', pressed);
content.addEventListener('keydown', moved);
content.addEventListener('input', typed);
content.addEventListener('change', typed);
content.addEventListener('submit', (event) => event.preventDefault());
content.addEventListener('toggle', toggled, true);
window.addEventListener('scroll', remember, { passive: true });
tell({ type: 'ready' });

function show(shown: Extract<ToPage, { type: 'show' }>): void {
  if (shown.fresh) prompt.clear();
  const changed = parts.show(shown);
  const fresh = prompt.show(shown.prompt, shown.promptLine);
  fill([...changed, ...fresh], values);
  for (const part of changed) refill(part, values);
  paint();
  fold();
  follow({ line: shown.caret, moved: false });
  if (voice.textContent !== shown.announce) voice.textContent = shown.announce;
  if (shown.kept) keep(shown.kept);
  if (scrolled !== null && prompt.text !== '') {
    window.scrollTo({ top: scrolled });
    scrolled = null;
  }
}

// Allowed by the policy where a style attribute is not.
function paint(): void {
  const tint = content.querySelector<HTMLElement>('[data-tint]')?.dataset.tint;
  if (tint) content.style.setProperty('--agent', tint);
  else content.style.removeProperty('--agent');
}

function fold(): void {
  const button = content.querySelector('.unfold');
  if (!button) return;
  button.closest('.folding')?.classList.toggle('open', unfolded);
  button.setAttribute('aria-expanded', String(unfolded));
  button.textContent = unfolded ? t('Show Less') : t('Show Full Description');
}

function follow({ line, moved }: Caret): void {
  const isElsewhere = line !== caret;
  caret = line;
  const here = markCaret(content, prompt, line);
  // Only what was gone to: a page that jumps while one types is in the way.
  if (moved && isElsewhere && !content.matches(':hover, :focus-within'))
    here?.scrollIntoView({ block: 'nearest' });
}

function pressed({ target }: Event): void {
  if (!(target instanceof Element)) return;
  const button = target.closest<HTMLElement>('button, [data-line]');
  if (button && content.contains(button)) {
    press(button);
    return;
  }
  const isSelecting = !(getSelection()?.isCollapsed ?? true);
  if (isSelecting || target.closest('a')) return;
  const line = prompt.lineOf(target);
  if (line !== null) tell({ type: 'reveal', line });
}

function press(button: HTMLElement): void {
  const { line, host, command, uri } = button.dataset;
  const known = pageCommands.find((one) => one === command);
  if (known) tell({ type: 'command', command: known });
  else if (uri !== undefined) tell({ type: 'open', uri });
  else if (host !== undefined) tell({ type: 'host', host });
  else if (line !== undefined && (getSelection()?.isCollapsed ?? true))
    tell({ type: 'reveal', line: Number(line) });
  else if (button.classList.contains('unfold')) {
    unfolded = !unfolded;
    keep({ unfolded });
    fold();
  }
}

/** The tab that is reached by keys is shown at once; a block of the prompt opens its line by Enter. */
function moved(event: KeyboardEvent): void {
  const tab = tabAt(event, content);
  if (tab?.dataset.host) {
    event.preventDefault();
    tab.focus();
    tell({ type: 'host', host: tab.dataset.host });
    return;
  }
  if (!(event.target instanceof HTMLElement) || !article.contains(event.target)) return;
  const block = blockAt(event, article);
  const line = event.key === 'Enter' ? prompt.lineOf(event.target) : null;
  if (block) {
    block.tabIndex = -1;
    block.focus({ preventScroll: true });
    block.scrollIntoView({ block: 'nearest' });
  } else if (line !== null) tell({ type: 'reveal', line });
  if (block || line !== null) event.preventDefault();
}

function typed({ target }: Event): void {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
  const { placeholder } = target.dataset;
  if (placeholder !== undefined) tried({ ...values, [placeholder]: target.value });
  else if (target.closest('#ask')) {
    clearTimeout(typing);
    typing = setTimeout(() => tell(asked()), 80);
  }
}

function tried(next: Values): void {
  values = next;
  keep({ values });
  fill([content], values);
}

function asked(): FromPage {
  const deed = content.querySelector<HTMLSelectElement>('#ask select');
  const subject = content.querySelector<HTMLInputElement>('#ask input');
  // Another deed has another example.
  const example = deed?.selectedOptions[0]?.dataset.example;
  if (subject && example !== undefined) subject.placeholder = example;
  return { type: 'probe', asked: { deed: deed?.value ?? '', subject: subject?.value ?? '' } };
}

function toggled({ target }: Event): void {
  if (target instanceof HTMLDetailsElement && target.id === 'fates')
    tell({ type: 'fates', open: target.open });
}

function remember(): void {
  if (scrolled === null) keep({ scrolled: window.scrollY });
}
