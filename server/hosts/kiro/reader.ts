// From text to fields in Kiro, for agents in JSON.
import { faultOfStrictJson, isStrictJson } from '../../agent/json-root';
import { entryOf, textOf } from '../../yaml/value';
import { type Reader, type Reading, unread } from '../model/reading';

/** An agent in JSON. The prompt is one of its fields, and may name a file. */
export const jsonReader: Reader = ({ outline }): Reading => {
  const { text, root, fields, bom } = outline;
  const span = { start: 0, end: 0 };
  // Nothing is documented about a byte order mark, and nothing is known of JSON that is too large or too deep for our parser.
  if (!bom && !isStrictJson(text)) {
    const fault = faultOfStrictJson(text) ?? { span };
    return unread({ code: 'json', fatal: true, ...fault });
  }
  if (bom || !root) return unread({ code: 'leading-text', span, fatal: true });
  if (root.kind !== 'map') return unread({ code: 'not-a-mapping', span: root.span, fatal: true });
  const prompt = entryOf(fields, 'prompt')?.value;
  const end = { start: text.length, end: text.length };
  return {
    agents: [{ fields, prompt: { text: textOf(prompt) ?? '', span: prompt?.span ?? end } }],
    flaws: [],
  };
};
