// How Auggie 0.36.0 reads an agent file. No case was recorded, so everything but an ordinary frontmatter is left open.
import type { Outline } from '../../agent/outline';
import {
  faultAt,
  frontmatterReader,
  jsYamlHead,
  type Regions,
} from '../judge/reading/frontmatter-reader';
import type { Flaw } from '../model/reading';

function fences({ shape, opening, head, bom, language, body, text }: Outline): Regions | Flaw {
  const span = opening ?? { start: 0, end: 0 };
  if (shape === 'none') return { ...faultAt('no-frontmatter', { start: 0, end: 0 }), fatal: false };
  if (shape === 'open') return faultAt('unclosed-fence', span);
  if (language !== '') return faultAt('fence-language', span);
  if (bom || span.start !== 0) return faultAt('leading-text', span);
  const lines = text.slice(head.start, head.end).replace(/\r?\n$/, '');
  return { head: { start: head.start, end: head.start + lines.length }, body: body.start };
}

const yaml = jsYamlHead({
  notAMap: ({ kind }, flaw) => (kind === 'null' ? { fields: [] } : flaw),
});

export const reader = frontmatterReader({
  fences,
  head: (outline, head) => {
    const read = yaml(outline, head);
    // Where the program finds an error, the agent has no fields.
    return 'code' in read && (read.code === 'yaml' || read.code === 'duplicate-key')
      ? { fields: [], flaws: [{ ...read, fatal: false }] }
      : read;
  },
});
