// How Qoder CLI 1.1.52 reads a skill or a command: as it reads an agent. Where there is no frontmatter, or no map in it, the file has no
// fields. Of YAML that it cannot repair, or that is a string, it uses the line of the description.

import { frontmatterReader } from '../judge/reading/frontmatter-reader';
import { nameAndDescription } from '../judge/skills/skill-lines';
import { isUnchecked } from '../model/flaw-tables';
import { type Reader, unread } from '../model/reading';
import { fences, readHead } from './reader';

const read = frontmatterReader({
  fences: (outline) => {
    const regions = fences(outline);
    return 'code' in regions ? { ...regions, fatal: false } : regions;
  },
  head: (outline, head) => {
    const found = readHead(outline, head);
    if (!('code' in found) || isUnchecked(found.code)) return found;
    const fields =
      found.code === 'not-a-mapping' && isObject(outline.text)
        ? []
        : nameAndDescription(outline, head).filter(({ key }) => key === 'description');
    return { fields, flaws: [{ ...found, fatal: false }] };
  },
});

const empty = unread({ code: 'short-prompt', span: { start: 0, end: 0 }, fatal: true });

/** Whether the frontmatter is a list or a date, which is as good as a map without fields. */
const isObject = (text: string): boolean => /^---\r?\n\s*(?:-\s|\[|\d{4}-\d\d)/.test(text);

/** Whether the frontmatter is YAML for null. Nothing at all, or only comments, is as good as a map without fields. */
function isNull(text: string): boolean {
  const [, head = ''] = /^---[^\n]*\n([\s\S]*?)^---/m.exec(text) ?? [];
  const hasComment = /^[ \t]*#/m.test(head);
  const value = head.replaceAll(/(?:^|\s)#.*/gm, '').trim();
  return value === '' ? head !== '' && !hasComment : nullValue.test(value);
}

const nullValue = /^(?:~|null|Null|NULL|&\S+|\.\.\.)$/;

/** A file without text is neither a skill nor a command. Neither is one of which nothing can be read. */
export const skillReader: Reader = (input) => {
  if (input.outline.text.trim() === '') return empty;
  const reading = read(input);
  const isBroken =
    isNull(input.outline.text) ||
    reading.flaws.some(
      ({ code }) =>
        code === 'yaml' ||
        code === 'duplicate-key' ||
        (code === 'not-a-mapping' && !isObject(input.outline.text)),
    );
  const hasAny = reading.agents.some(
    ({ fields, prompt }) => fields.length > 0 || prompt.text.trim(),
  );
  return isBroken && !hasAny ? empty : reading;
};
