// The findings of a file for the command line, where text cannot be faded.
import { mergeFindings, unmergedFindings } from '../rules/merge-findings';
import type { Finding } from '../rules/rule';
import { inOrder } from '../rules/run';
import type { View } from './view';

/** Findings that only fade text in an editor, and names of grouped findings that do, become findings of their own, in text order. */
export function withFadingSeparated(
  findings: readonly Finding[],
  { path, places }: Pick<View, 'path' | 'places'>,
): readonly Finding[] {
  if (!findings.some(hasFading)) return findings;
  const all = unmergedFindings(findings);
  const gather = (some: readonly Finding[]): readonly Finding[] =>
    mergeFindings(inOrder(some), places[0]?.path ?? path);
  return inOrder([
    ...gather(all.filter(({ onlyFades }) => onlyFades !== true)),
    ...gather(all.filter(({ onlyFades }) => onlyFades === true)),
  ]);
}

const hasFading = ({ onlyFades, parts }: Finding): boolean =>
  onlyFades === true || (parts?.some(hasFading) ?? false);
