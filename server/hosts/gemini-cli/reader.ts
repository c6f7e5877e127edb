// How Gemini CLI 0.61.0 reads an agent file. Fences and YAML are strict: it rejects the file at the first error. The first line that
// begins with three dashes ends the head; what follows the dashes on their line, and everything after it, is lost.
import { type Entry, entryOf, textOf } from '../../yaml/value';
import {
  dashFences,
  faultAt,
  frontmatterReader,
  jsYamlHead,
} from '../judge/reading/frontmatter-reader';

/** Whether it is an agent that runs as a service. */
const isRemote = (fields: readonly Entry[]): boolean => {
  const kind = textOf(entryOf(fields, 'kind')?.value);
  if (kind === 'local') return false;
  return kind === 'remote' || fields.some(({ key }) => key.startsWith('agent_card_'));
};

export const reader = frontmatterReader({
  fences: (outline) => dashFences(outline, 'loses-prompt'),
  head: jsYamlHead({
    notAMap: ({ kind }, flaw) => (kind === 'list' ? { ...flaw, code: 'without-prompt' } : flaw),
  }),
  refuses: (fields, { head }) => (isRemote(fields) ? faultAt('without-prompt', head) : null),
});
