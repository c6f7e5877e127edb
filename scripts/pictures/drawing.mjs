// SVG drawings in the colors of the current theme: VS Code injects its CSS variables into the pictures of a walkthrough.
// Its sanitizer allows only attributes there and removes styles.
const color = {
  text: '--vscode-foreground',
  dim: '--vscode-descriptionForeground',
  code: '--vscode-editor-foreground',
  key: '--vscode-symbolIcon-propertyForeground, var(--vscode-textLink-foreground)',
  link: '--vscode-textLink-foreground',
  ground: '--vscode-editor-background',
  raised: '--vscode-editorWidget-background',
  field: '--vscode-input-background',
  chosen: '--vscode-list-inactiveSelectionBackground, transparent',
  border: '--vscode-contrastBorder, var(--vscode-widget-border, transparent)',
  line: '--vscode-contrastBorder, var(--vscode-panel-border, transparent)',
  focus: '--vscode-focusBorder',
  button: '--vscode-button-background',
  onButton: '--vscode-button-foreground',
  good: '--vscode-testing-iconPassed',
  changed: '--vscode-editorWarning-foreground',
  bad: '--vscode-editorError-foreground',
  note: '--vscode-editorInfo-foreground',
  agent: '--vscode-charts-purple',
};
const paint = (name) => `var(${color[name]})`;
const fonts = { plain: 'var(--vscode-font-family)', mono: 'var(--vscode-editor-font-family)' };

const escaped = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const element = (name, attributes, inside = '') => {
  const list = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${value}"`);
  return `<${name}${list.join('')}${inside ? `>${inside}</${name}>` : '/>'}`;
};

/** VS Code shows the pictures 350 to 530 pixels wide. At this width, their text is legible. */
export const width = 420;

/** The width of a code character, independent of the font. */
export const letter = 7.2;

/**
 * Text with its baseline at `y`. Pieces in several colors: `[['key', 'tools:'], ['code', ' Read']]`; a third element `'bold'`.
 * `code` is set to the width of its characters; `at` is the anchor of the text at `x`: start, middle or end.
 */
export function words(x, y, list, { in: ink = 'text', size = 13, bold, code, at } = {}) {
  const pieces = Array.isArray(list) ? list : [[ink, list, bold && 'bold']];
  const inside = pieces.map(([name, text, weight]) =>
    element('tspan', { fill: paint(name), 'font-weight': weight ? 600 : undefined }, escaped(text)),
  );
  const count = pieces.reduce((sum, [, text]) => sum + text.length, 0);
  const attributes = {
    ...{ x, y, 'font-size': code ? 12 : size, 'font-family': code ? fonts.mono : fonts.plain },
    'text-anchor': at,
    textLength: code ? Math.round(count * letter * 10) / 10 : undefined,
    'xml:space': 'preserve',
  };
  return element('text', attributes, inside.join(''));
}

export const box = (x, y, width, height, { fill = 'raised', border = 'border', radius = 6 } = {}) =>
  element('rect', {
    ...{ x, y, width, height, rx: radius },
    fill: fill ? paint(fill) : 'none',
    stroke: border ? paint(border) : undefined,
  });

export const rule = (x, y, width, { in: ink = 'line', thick = 1 } = {}) =>
  element('path', { d: `M${x} ${y}h${width}`, stroke: paint(ink), 'stroke-width': thick });

export const disc = (x, y, radius, { fill, border } = {}) =>
  element('circle', {
    ...{ cx: x, cy: y, r: radius },
    fill: fill ? paint(fill) : 'none',
    stroke: border ? paint(border) : undefined,
    'stroke-width': border ? 2 : undefined,
  });

const shapes = {
  good: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 1 0 8 1.8M5.2 8.2l2 2 3.7-4.2',
  changed: 'M8 2.4 14.2 13.4H1.8zM8 6.6v3.1M8 11.4v.3',
  bad: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 1 0 8 1.8M5.7 5.7l4.6 4.6m0-4.6-4.6 4.6',
  note: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 1 0 8 1.8M8 7.4v3.8M8 4.9v.3',
  wand: 'M2.6 13.4 10.4 5.6M11.8 1.8v3M10.3 3.3h3M13.4 7.4v2M12.4 8.4h2M7 2.4v2M6 3.4h2',
  mark: 'M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 1 0 8 2.2M8 5.4a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 1 0 0-5.2',
  tick: 'M4 8.4l2.8 2.8L12 5.2',
};

/** A 16 by 16 icon. */
export const icon = (name, x, y, ink) =>
  element('path', {
    d: shapes[name],
    transform: `translate(${x} ${y})`,
    fill: 'none',
    stroke: paint(ink ?? name),
    'stroke-width': 1.3,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  });

export const drawing = (height, ...parts) =>
  `${element('svg', { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, fill: 'none' }, `\n${parts.flat(Number.POSITIVE_INFINITY).join('\n')}\n`)}\n`;
