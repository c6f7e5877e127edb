// The findings that are reported where nothing can fade: on a command line.
import { gathered, separated } from '../rules/gather';
import type { Finding } from '../rules/rule';
import { inOrder } from '../rules/run';
import type { View } from './view';

/** Without findings, and without names in joined ones, that only fade in an editor. In the order of the text. */
export function printable(
  findings: readonly Finding[],
  { path, places }: Pick<View, 'path' | 'places'>,
): readonly Finding[] {
  if (!findings.some(hasFading)) return findings;
  const left = inOrder(separated(findings).filter(({ onlyFades }) => onlyFades !== true));
  return gathered(left, places[0]?.path ?? path);
}

const hasFading = ({ onlyFades, parts }: Finding): boolean =>
  onlyFades === true || (parts?.some(hasFading) ?? false);
