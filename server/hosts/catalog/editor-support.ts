import type { Beside, EditorSupport } from '../model/editor-support';
import { noBuiltin } from '../model/no-editor-support';
import { hosts } from './registry';

/** The built-in support of the first host that is an editor and supports the document; `noBuiltin` if there is none. */
export function editorSupportFor(beside: Beside): EditorSupport {
  for (const { builtin } of hosts) {
    const found = builtin?.(beside);
    if (found) return found;
  }
  return noBuiltin;
}
