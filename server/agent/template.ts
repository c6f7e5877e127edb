// Templates: files that a program completes before they become agents, so that missing parts are no problem.
import type { Outline } from './outline';

export interface TemplateLocation {
  /** Separated by `/`. */
  readonly path: string;
  /** Whether a host reads agents there. */
  readonly isRead: boolean;
}

/**
 * Whether the file is a template: it has keys that only generators read, a name such as `_base.md`, or is in a folder for
 * templates; outside of the folders that hosts read, also if its name or many parts of it are `{{UPPER_CASE}}` placeholders. An
 * agent in use with a leftover placeholder is not a template.
 */
export function isTemplate(outline: Outline, { path, isRead }: TemplateLocation): boolean {
  const { fields, text } = outline;
  const has = (key: string): boolean => fields.some((field) => field.key === key);
  if (has('patches') || (has('extends') && !isRead)) return true;
  const parts = path.split('/');
  if (parts.at(-1)?.startsWith('_')) return true;
  const names = placeholderNames(text);
  const isInFolder = parts.slice(0, -1).some((part) => templateFolder.test(part));
  if (isInFolder && (!isRead || names.size > 0)) return true;
  if (isRead) return false;
  const name = fields.find(({ key }) => key === 'name');
  const hasPlaceholderName =
    name !== undefined && placeholder.test(text.slice(name.value.span.start, name.value.span.end));
  return hasPlaceholderName || names.size >= minPlaceholders;
}

/** So many different placeholders are intentional. */
const minPlaceholders = 4;

const templateFolder = /^(?:.*[-_.])?(?:templates?|staging)$/i;

const placeholder = /\{\{\s*[A-Z][A-Z0-9_]*\s*\}\}/;

/** Includes placeholders in code, because programs replace those too. */
function placeholderNames(text: string): ReadonlySet<string> {
  if (!text.includes('{{')) return none;
  const found = new Set<string>();
  for (const [, name = ''] of text.matchAll(/\{\{\s*([A-Z][A-Z0-9_]*)\s*\}\}/g)) found.add(name);
  return found;
}

const none: ReadonlySet<string> = new Set();
