// Creates elements. Content of agent files is only inserted as text nodes and attribute values, never as HTML.

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Sets the attributes and appends the children. False and undefined omit an attribute, true sets it to an empty value. */
function fill<E extends Element>(
  created: E,
  attributes: Attributes,
  children: readonly (Node | string)[],
): E {
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false)
      created.setAttribute(name, value === true ? '' : String(value));
  created.append(...children);
  return created;
}

export const element = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] => fill(document.createElement(tag), attributes, children);

export const svgElement = <K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): SVGElementTagNameMap[K] =>
  fill(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
