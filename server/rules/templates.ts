// Templates, of which rules on what is missing in an agent report nothing.
import type { Outline } from '../agent/outline';
import { isTemplate } from '../agent/template';
import type { Place } from '../hosts/place';
import type { Found } from './rule';

/** Whether the file at this place is filled in by a program before it is an agent. */
export const isTemplateAt = (outline: Outline, place: Place | undefined): boolean =>
  isTemplate(outline, { path: place?.path ?? '', isRead: place !== undefined && !place.isGuess });

/** What was found, or nothing where the file is a template: only a file with findings is searched for signs of one. */
export const unlessTemplate = (
  found: Found[],
  outline: Outline,
  place: Place | undefined,
): Found[] => (found.length > 0 && isTemplateAt(outline, place) ? [] : found);
