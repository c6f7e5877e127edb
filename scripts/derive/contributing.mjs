// CONTRIBUTING.md shows what `npm run new-rule` and `npm run new-host` write: the text between its marks is made from the
// same templates.
import { filesOf } from '../templates.mjs';

const shown = { rule: 'leftover-marker', host: 'example-host' };
/** The page must not differ from one day to the next. */
const day = '2026-01-31';

/** @throws where the page has no marks for one of them. */
export function withTemplates(root, page) {
  return Object.entries(shown).reduce((text, [kind, name]) => {
    const marks = new RegExp(`(<!-- new-${kind} -->\\n)[\\s\\S]*?(<!-- end -->)`);
    if (!marks.test(text)) throw new Error(`CONTRIBUTING.md has no <!-- new-${kind} -->`);
    const blocks = Object.entries(filesOf(kind, root, name, day)).map(
      ([file, code]) => `\`${file}\`:\n\n\`\`\`ts\n${code}\`\`\`\n`,
    );
    return text.replace(marks, (_, begin, end) => `${begin}\n${blocks.join('\n')}\n${end}`);
  }, page);
}
