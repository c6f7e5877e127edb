// Templates, of which rules on what is missing in an agent report nothing.
import type { Outline } from '../agent/outline';
import { isTemplate } from '../agent/template';
import type { Place } from '../hosts/place';
import type { Found } from './rule';

/** Whether the file at this place is filled in by a program before it is an agent. */
export const isTemplateAt = (outline: Outline, place: Place | undefined): boolean =>
  isTemplate(outline, { path: place?.path ?? '', isRead: place !== undefined && !place.isGuess });

/**
 * What was found; in a template nothing but errors where a host reads the file, for there an agent is really lost. Only a
 * file with findings is searched for signs of a template.
 */
export function unlessTemplate(
  found: Found[],
  outline: Outline,
  place: Place | undefined,
): Found[] {
  if (found.length === 0 || !isTemplateAt(outline, place)) return found;
  return place?.isGuess ? [] : found.filter(({ severity }) => severity === 'error');
}
