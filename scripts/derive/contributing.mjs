// CONTRIBUTING.md shows the output of `npm run new-rule` and `npm run new-host`: the sections between its markers are
// generated from the same templates.
import { filesOf } from '../templates.mjs';

const shown = { rule: 'leftover-marker', host: 'example-host' };
/** A fixed date, so that the page does not change from day to day. */
const day = '2026-01-31';

/** @throws if a marker is missing from the page. */
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
