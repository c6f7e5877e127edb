// Reads the frontmatter as the outline has it.
import { type Reader, type Reading, unread } from '../../model/reading';

/** For a host whose documentation does not describe its parser: only text without errors is read. */
export const tolerantReader: Reader = ({ outline }): Reading => {
  const { text, shape, opening, head, body, fields, errors, bom, language } = outline;
  const span = opening ?? { start: 0, end: 0 };
  if (shape === 'none') return unread({ code: 'no-frontmatter', span, fatal: true });
  if (shape === 'open') return unread({ code: 'unclosed-fence', span, fatal: true });
  if (bom || language !== '' || span.start > 0)
    return unread({ code: 'leading-text', span, fatal: true });
  const [error] = errors;
  if (error) return unread({ code: 'yaml', span: error.span ?? head, fatal: true });
  return {
    agents: [{ fields, prompt: { text: text.slice(body.start, body.end).trim(), span: body } }],
    flaws: [],
  };
};
