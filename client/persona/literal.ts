// Tags that authors write for the model, such as <example> or <instructions>, are text of the prompt and are shown as such.
// So is all HTML that the preview does not draw: the model gets it letter for letter.

/** Elements that a Markdown renderer makes, or that only group what is in them. All others are shown as they are written. */
const drawn = new Set(
  (
    'a b blockquote br code dd del div dl dt em h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre s section small span ' +
    'strong sub sup table tbody td tfoot th thead tr u ul'
  ).split(' '),
);

// Linear: a tag ends at the next angle bracket of either kind.
const tag = /<\/?([a-zA-Z][\w.-]*)(?:\s[^<>]*)?>/g;

/** Rendered Markdown in which every tag that is not drawn, and every comment, has become text. */
export function literalTags(rendered: string): string {
  return rendered
    .replace(tag, (whole, name: string) => (isDrawn(whole, name) ? whole : `&lt;${whole.slice(1)}`))
    .replace(/<(?=[!?])/g, '&lt;');
}

function isDrawn(whole: string, name: string): boolean {
  const word = name.toLowerCase();
  // The renderer's boxes of a task list; an author's own <input> is text.
  if (word === 'input') return /\stype="checkbox"/.test(whole);
  return drawn.has(word);
}
