// Cleans the prompt's HTML. VS Code's Markdown renderer lets raw HTML of the author through, so only what is known to be
// harmless is built anew here: no copied attribute, no copied element. The content security policy is the second wall.
import { literalTags } from './literal';
import { pieces } from './placeholders';

/** Elements that are built anew, and what they become. Headings step below those of the page. */
const kept: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    'p ul ol li blockquote pre code em strong del s sub sup kbd hr br table thead tbody tr th td b i u dl dt dd'
      .split(' ')
      .map((name) => [name, name]),
  ),
  h1: 'h3',
  h2: 'h4',
  h3: 'h5',
  h4: 'h6',
  h5: 'h6',
  h6: 'h6',
};

/** Elements that go with all that is in them; of every other unknown element the content stays. */
const dropped = new Set(
  'script style iframe object embed svg math template noscript form select textarea button audio video canvas link meta base title head dialog'.split(
    ' ',
  ),
);

/** The prompt as nodes that are safe to show, placeholders marked. `firstLine` is the prompt's first line in the file. */
export function cleaned(rendered: string, firstLine: number): DocumentFragment {
  const source = new DOMParser().parseFromString(literalTags(rendered), 'text/html');
  const fragment = document.createDocumentFragment();
  fragment.append(...grouped(childrenOf(source.body, { firstLine, code: false })));
  return fragment;
}

const block = /^(?:p|h[1-6]|ul|ol|blockquote|pre|hr|table|dl)$/;

// Text between an author's own tags is in no paragraph; it gets one that keeps its lines.
function grouped(nodes: readonly Node[]): Node[] {
  const blocks: Node[] = [];
  let loose: HTMLElement | undefined;
  for (const node of nodes) {
    if (node instanceof Element && block.test(node.localName)) {
      loose = undefined;
      blocks.push(node);
    } else if (loose) loose.append(node);
    else if (node.textContent?.trim()) {
      loose = document.createElement('p');
      loose.className = 'lines';
      loose.append(node);
      blocks.push(loose);
    }
  }
  return blocks;
}

interface Place {
  readonly firstLine: number;
  /** Inside code nothing is a placeholder: `${x}` is ordinary there. */
  readonly code: boolean;
}

function childrenOf(node: Node, place: Place): Node[] {
  return [...node.childNodes].flatMap((child) => rebuilt(child, place));
}

function rebuilt(node: Node, place: Place): Node[] {
  if (node instanceof Text) return place.code ? [new Text(node.data)] : marked(node.data);
  if (!(node instanceof Element) || dropped.has(node.localName)) return [];
  if (node.localName === 'img') return [picture(node)];
  if (node.localName === 'input') return checkbox(node);
  if (node.localName === 'a') return link(node, place);
  const name = kept[node.localName];
  if (!name) return childrenOf(node, place);
  const element = document.createElement(name);
  const isCode = name === 'pre' || name === 'code';
  element.append(...childrenOf(node, isCode ? { ...place, code: true } : place));
  const line = lineOf(node);
  if (line !== null) element.dataset.source = String(place.firstLine + line);
  return [element];
}

function marked(text: string): Node[] {
  return pieces(text).map((piece) => {
    if (!piece.placeholder) return new Text(piece.text);
    const mark = document.createElement('mark');
    mark.title = 'A placeholder';
    mark.textContent = piece.text;
    return mark;
  });
}

// Nothing is loaded from anywhere, so a picture is told in words.
function picture(image: Element): Node {
  const words = document.createElement('span');
  words.className = 'picture';
  words.textContent = image.getAttribute('alt') || 'picture';
  return words;
}

function checkbox(input: Element): Node[] {
  if (input.getAttribute('type') !== 'checkbox') return [];
  return [new Text(input.hasAttribute('checked') ? '☑ ' : '☐ ')];
}

function link(anchor: Element, place: Place): Node[] {
  const href = anchor.getAttribute('href') ?? '';
  const children = childrenOf(anchor, place);
  if (!/^(?:https?|mailto):/i.test(href)) return children;
  const element = document.createElement('a');
  element.href = href;
  element.title = href;
  element.append(...children);
  return [element];
}

// The renderer notes the line of the text that a block came from.
function lineOf(element: Element): number | null {
  const line = element.getAttribute('data-line');
  return line !== null && /^\d{1,7}$/.test(line) ? Number(line) : null;
}
