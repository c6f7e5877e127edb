// How Grok Build 1.0.41 reads a skill or a command: the YAML between two lines that begin with three dashes, after white space. Without
// them, or without a map between them, it has no fields. What it repairs of broken YAML is not known.

import { slice } from '../../text/span';
import { findExceededLimit } from '../../yaml/limits';
import type { Entry } from '../../yaml/value';
import { serdeFieldsYaml } from '../judge/libyaml/dialect';
import { skipSpace } from '../judge/reading/rust-text';
import { promptFrom } from '../judge/reading/trimmed-prompt';
import { type Flaw, type Reader, type Reading, unread } from '../model/reading';

export const skillReader: Reader = ({ outline }): Reading => {
  const { text } = outline;
  const withoutFields = (code: Flaw['code'], from = 0): Reading => ({
    agents: [{ fields: [], prompt: promptFrom(text, from) }],
    flaws: [{ code, span: outline.opening ?? { start: from, end: from }, fatal: false }],
  });
  const start = skipSpace(text, 0);
  if (!text.startsWith('---', start)) return withoutFields('no-frontmatter');
  const close = text.indexOf('\n---', start + 3);
  if (close < 0) return withoutFields('unclosed-fence', start);
  const head = { start: start + 3, end: close };
  // What follows the dashes on their line begins the text.
  const body = close + 4;
  if (findExceededLimit(slice(text, head)) !== null)
    return unread({ code: 'too-large', span: head, fatal: true });
  // A value with a tag of its own is dropped.
  if (/(?:^|[\s:[{,])!\S/.test(slice(text, head)))
    return unread({ code: 'tagged-value', span: head, fatal: true });
  const { root, errors } = serdeFieldsYaml.parse(slice(text, head), head.start);
  const [error] = errors;
  const broken = outline.errors[0] ?? error;
  if (broken && error) return unread({ code: 'yaml', span: broken.span, fatal: true });
  if (root?.kind !== 'map')
    return root?.kind === 'text' && root.text.includes(':')
      ? unread({ code: 'yaml', span: root.span, fatal: true })
      : withoutFields('not-a-mapping', body);
  const twice = repeatedIn(root.entries);
  if (twice) return unread({ code: 'duplicate-key', span: twice.keySpan, fatal: true });
  return { agents: [{ fields: root.entries, prompt: promptFrom(text, body) }], flaws: [] };
};

const repeatedIn = (entries: readonly Entry[]): Entry | undefined =>
  entries.find(({ key }, at) => entries.findIndex((other) => other.key === key) < at);
