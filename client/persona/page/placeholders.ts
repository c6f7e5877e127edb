// Shows the values that the user enters for placeholders. They do not change the file.
import { t } from '../../l10n';

export type Values = Readonly<Record<string, string>>;

/** Replaces placeholders by their values, and restores placeholders without a value. */
export function fillPlaceholders(within: Iterable<Element>, values: Values): void {
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

/** Restores the entered values in new input fields. */
export function restoreInputs(within: Element, values: Values): void {
  for (const field of within.querySelectorAll<HTMLInputElement>('input[data-placeholder]')) {
    const name = field.dataset.placeholder ?? '';
    if (field.value === '' && Object.hasOwn(values, name)) field.value = values[name] ?? '';
  }
}
