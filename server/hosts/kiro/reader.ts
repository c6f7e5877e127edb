// From text to fields in Kiro. How it parses is not documented, so only a text that the tolerant tree has without errors is read.
import { entryOf, textOf } from '../../yaml/value';
import type { Flaw, Reader, Reading } from '../model/reading';

export const reader: Reader = ({ outline }): Reading => {
  const { text, shape, opening, head, body, fields, errors } = outline;
  const span = opening ?? { start: 0, end: 0 };
  if (shape === 'none') return unread({ code: 'no-frontmatter', span, fatal: true });
  if (shape === 'open') return unread({ code: 'unclosed-fence', span, fatal: true });
  const [error] = errors;
  if (error) return unread({ code: 'yaml', span: error.span ?? head, fatal: true });
  return {
    agents: [{ fields, prompt: { text: text.slice(body.start, body.end).trim(), span: body } }],
    flaws: [],
  };
};

/** An agent in JSON. The prompt is one of its fields, and may name a file. */
export const jsonReader: Reader = ({ outline }): Reading => {
  const { text, root, fields } = outline;
  const span = { start: 0, end: 0 };
  if (!root || !isJson(text)) return unread({ code: 'json', span, fatal: true });
  if (root.kind !== 'map') return unread({ code: 'not-a-mapping', span: root.span, fatal: true });
  const prompt = entryOf(fields, 'prompt')?.value;
  const end = { start: text.length, end: text.length };
  return {
    agents: [{ fields, prompt: { text: textOf(prompt) ?? '', span: prompt?.span ?? end } }],
    flaws: [],
  };
};

/** Comments and commas at the end are no JSON. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const unread = (flaw: Flaw): Reading => ({ agents: [], flaws: [flaw] });
