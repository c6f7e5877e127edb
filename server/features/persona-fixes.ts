// The fixes of a finding as the preview offers them. Their edits are made only for the finding that is to be fixed, and for the
// first fix of the others, whose title is shown.
import type { Finding, Fix } from '../rules/rule';
import type { Edit } from '../text/edit';
import { editsOf } from './fix-verification';

export interface WritableFix {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** The fixes that change something, the best first: a safe one, then those for review, then drafts. */
export const writableFixes = (finding: Finding): readonly WritableFix[] =>
  inOrder(finding).flatMap((fix) => {
    const edits = editsOf(fix);
    return edits.length === 0 ? [] : [{ title: fix.title, edits }];
  });

/** The title of the best fix; undefined where there is none. */
export const bestFixTitle = (finding: Finding): string | undefined =>
  inOrder(finding).find((fix) => editsOf(fix).length > 0)?.title;

const inOrder = ({ fixes }: Finding): readonly Fix[] =>
  [...fixes].sort((a, b) => order(a) - order(b));

const order = ({ safety, isDraft, isLast }: Fix): number =>
  (safety === 'safe' ? 0 : 1) + (isDraft ? 2 : 0) + (isLast ? 4 : 0);
