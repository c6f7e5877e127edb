// The references of an agent, found by the functions that its host declares.

import type { Outline } from '../../agent/outline';
import type { Context } from '../model/context';
import { documentKindOf } from '../model/place';
import type { ReadAgent } from '../model/reading';
import type { Reference } from '../model/reference';
import type { Verdict } from '../model/verdict';

/** The references in source order; empty where the host finds no agent or declares no references. Never throws. */
export const referencesOf = (
  outline: Outline,
  verdict: Verdict,
  context: Context,
): readonly Reference[] => referencesIn(outline, verdict, context, verdict.agent);

/** The references of the frontmatter only, without reading the prompt. */
export const headReferencesOf = (
  outline: Outline,
  verdict: Verdict,
  context: Context,
): readonly Reference[] =>
  referencesIn(outline, verdict, context, verdict.agent && withoutPrompt(verdict.agent));

function referencesIn(
  { text }: Outline,
  { place, dialect, fields }: Verdict,
  context: Context,
  agent: ReadAgent | undefined,
): readonly Reference[] {
  const { references } = documentKindOf(place);
  return references && agent ? references({ text, agent, fields, dialect, place, context }) : none;
}

const withoutPrompt = ({ fields, prompt: { span } }: ReadAgent): ReadAgent => ({
  fields,
  prompt: { text: '', span: { start: span.start, end: span.start } },
});

const none: readonly Reference[] = [];
