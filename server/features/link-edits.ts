// Links in prompts to files that are renamed or moved.
import { referencesOf } from '../hosts/judge/references';
import type { Edit } from '../text/edit';
import { fileOf } from './links';
import type { View } from './view';

/**
 * The edits that keep the links of a file pointing to a file that moves; empty where no link points to it.
 * @param from, to paths with `/` as separator, in the same folder or in two.
 */
export function linkEditsForMove(view: View, from: string, to: string): readonly Edit[] {
  const parts = [from.split('/'), to.split('/')] as const;
  const name = parts[0].at(-1) ?? '';
  if (!view.outline.text.includes(name)) return [];
  let same = 0;
  while (same < parts[0].length && parts[0][same] === parts[1][same]) same++;
  const [old, now] = parts.map((all) => all.slice(same).join('/')) as [string, string];
  const edits = new Map<number, Edit>();
  for (const verdict of view.shown())
    for (const found of referencesOf(view.outline, verdict, view.context)) {
      if (found.kind !== 'file') continue;
      if (fileOf(found.name, verdict.place.path, (path) => path === from) !== from) continue;
      const at = found.name.replace(/[#?].*$/, '').lastIndexOf(old);
      const start = found.span.start + at;
      if (at >= 0) edits.set(start, { span: { start, end: start + old.length }, text: now });
    }
  return [...edits.values()];
}
