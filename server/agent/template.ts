// Files that a program fills in before they become agents: what is missing in them is not for their author to write.
import type { Outline } from './outline';

export interface Whereabouts {
  /** With `/` between the parts. */
  readonly path: string;
  /** A host looks for agents there. */
  readonly isRead: boolean;
}

/**
 * Whether the file is a template, by general signs: keys that only a generator reads, a name like `_base.md`, a folder for
 * templates, and outside of the folders that hosts read a name or a whole text of `{{UPPER_CASE}}` placeholders. An agent
 * in use with a placeholder that was left over is none.
 */
export function isTemplate(outline: Outline, { path, isRead }: Whereabouts): boolean {
  const { fields, text } = outline;
  const has = (key: string): boolean => fields.some((field) => field.key === key);
  if (has('patches') || (has('extends') && !isRead)) return true;
  const parts = path.split('/');
  if (parts.at(-1)?.startsWith('_')) return true;
  const names = namesToFillIn(text);
  const isInFolder = parts.slice(0, -1).some((part) => templateFolder.test(part));
  if (isInFolder && (!isRead || names.size > 0)) return true;
  if (isRead) return false;
  const name = fields.find(({ key }) => key === 'name');
  const isNamedLater =
    name !== undefined && toFillIn.test(text.slice(name.value.span.start, name.value.span.end));
  return isNamedLater || names.size >= many;
}

/** So many different ones were not forgotten. */
const many = 4;

const templateFolder = /^(?:.*[-_.])?(?:templates?|staging)$/i;

const toFillIn = /\{\{\s*[A-Z][A-Z0-9_]*\s*\}\}/;

/** In code too: a program that fills them in does not look where they are. */
function namesToFillIn(text: string): ReadonlySet<string> {
  if (!text.includes('{{')) return none;
  const found = new Set<string>();
  for (const [, name = ''] of text.matchAll(/\{\{\s*([A-Z][A-Z0-9_]*)\s*\}\}/g)) found.add(name);
  return found;
}

const none: ReadonlySet<string> = new Set();
