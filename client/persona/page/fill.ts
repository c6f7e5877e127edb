// Values that a person tries in the placeholders. They are shown in the page and nowhere else: the file stays as it is.
import { t } from '../../words';

export type Values = Readonly<Record<string, string>>;

/** Puts the values in, or the placeholders back where there is none. */
export function fill(within: Iterable<Element>, values: Values): void {
  for (const root of within)
    for (const mark of marksIn(root)) {
      const name = mark.dataset.placeholder ?? '';
      const value = Object.hasOwn(values, name) ? values[name] : '';
      const shown = value || name;
      if (mark.textContent !== shown) mark.textContent = shown;
      mark.classList.toggle('filled', shown !== name);
      mark.title = shown === name ? t('Placeholder') : name;
    }
}

function marksIn(root: Element): readonly HTMLElement[] {
  const inside = [...root.querySelectorAll<HTMLElement>('mark[data-placeholder]')];
  return root instanceof HTMLElement && root.matches('mark[data-placeholder]')
    ? [root, ...inside]
    : inside;
}

/** Fields that are there anew get back what was typed in them. */
export function refill(within: Element, values: Values): void {
  for (const field of within.querySelectorAll<HTMLInputElement>('input[data-placeholder]')) {
    const name = field.dataset.placeholder ?? '';
    if (field.value === '' && Object.hasOwn(values, name)) field.value = values[name] ?? '';
  }
}
