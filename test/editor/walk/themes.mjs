/** The themes that every VS Code includes, by the names of their screenshot folders. */
export const themes = {
  light: { folder: 'light', id: 'Default Light Modern', base: 'vs' },
  dark: { folder: 'dark', id: 'Default Dark Modern', base: 'vs-dark' },
  'high-contrast': {
    folder: 'high-contrast',
    id: 'Default High Contrast',
    base: 'hc-black',
  },
  'high-contrast-light': {
    folder: 'high-contrast-light',
    id: 'Default High Contrast Light',
    base: 'hc-light',
  },
};
