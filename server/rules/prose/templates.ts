// Recognizes templates, for which rules on incomplete agents report nothing.
import type { Outline } from '../../agent/outline';
import { isTemplate } from '../../agent/template';
import type { Place } from '../../hosts/model/place';
import type { Found } from '../rule';

/** Whether the file is a template from which a program generates an agent. */
export const isTemplateFile = (outline: Outline, place: Place | undefined): boolean =>
  isTemplate(outline, { path: place?.path ?? '', isRead: place !== undefined && !place.isGuess });

/**
 * The findings; in a template only errors, and only where a host reads the file. Checks for a template only if there are
 * findings.
 */
export function withoutTemplateFindings(
  found: Found[],
  outline: Outline,
  place: Place | undefined,
): Found[] {
  if (found.length === 0 || !isTemplateFile(outline, place)) return found;
  return place?.isGuess ? [] : found.filter(({ severity }) => severity === 'error');
}
