import type { QuickPickItem } from 'vscode';
import { inertLabel } from '../server/text/inert-label';

/** A row of a quick pick whose texts may be from files: VS Code shows `$(name)` in them as an icon. */
export const inertItem = <T extends QuickPickItem>(item: T): T => ({
  ...item,
  label: inertLabel(item.label),
  ...(item.description !== undefined && { description: inertLabel(item.description) }),
  ...(item.detail !== undefined && { detail: inertLabel(item.detail) }),
});
