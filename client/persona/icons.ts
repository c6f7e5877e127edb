// Icons that differ in shape, so that no meaning depends on color alone. They are always shown next to text.
import { html, type Markup } from '../webview/markup';

const shapes = {
  good: html`<circle cx="8" cy="8" r="6.25"/><path d="m5.2 8.2 2 2 3.7-4.2"/>`,
  changed: html`<path d="M8 2.4 14.2 13.4H1.8z"/><path d="M8 6.6v3.1M8 11.4v.3"/>`,
  bad: html`<path d="M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4z"/><path d="m5.9 5.9 4.2 4.2m0-4.2-4.2 4.2"/>`,
  unknown: html`<circle cx="8" cy="8" r="6.25" stroke-dasharray="2.4 2"/><path d="M6.3 6.4c.2-2 3.4-1.9 3.4 0 0 1.2-1.7 1.3-1.7 2.6M8 11.2v.3"/>`,
  note: html`<circle cx="8" cy="8" r="6.25"/><path d="M8 7.4v3.8M8 4.9v.3"/>`,
  hint: html`<path d="M5.6 9.8a4 4 0 1 1 4.8 0c-.6.5-.9 1-.9 1.7h-3c0-.7-.3-1.2-.9-1.7zM6.7 13.8h2.6"/>`,
  allow: html`<path d="m3.2 8.4 3.2 3.2 6.4-7.2"/>`,
  deny: html`<circle cx="8" cy="8" r="6.25"/><path d="m3.8 3.8 8.4 8.4"/>`,
  ask: html`<path d="M5.4 6c.3-3.4 5.4-3.3 5.4 0 0 2-2.8 2.2-2.8 4.4M8 13v.4"/>`,
  copy: html`<path d="M5.6 5.6V3.2c0-.7.5-1.2 1.2-1.2h6c.7 0 1.2.5 1.2 1.2v6c0 .7-.5 1.2-1.2 1.2h-2.4"/><rect x="2" y="5.6" width="8.4" height="8.4" rx="1.2"/>`,
  lock: html`<rect x="3.4" y="7" width="9.2" height="7" rx="1.2"/><path d="M5.4 7V4.9a2.6 2.6 0 0 1 5.2 0V7"/>`,
  unlock: html`<rect x="3.4" y="7" width="9.2" height="7" rx="1.2"/><path d="M5.4 7V4.9a2.6 2.6 0 0 1 5.1-.7"/>`,
  source: html`<path d="M8.6 2H4.2C3.5 2 3 2.5 3 3.2v9.6c0 .7.5 1.2 1.2 1.2h7.6c.7 0 1.2-.5 1.2-1.2V6.4zM8.6 2v4.4H13M6.8 8.6 5.4 10l1.4 1.4M9.2 8.6l1.4 1.4-1.4 1.4"/>`,
  save: html`<path d="M8 2v8.2M4.8 7.2 8 10.4l3.2-3.2M2.6 13.4h10.8"/>`,
} as const;

export type Icon = keyof typeof shapes;

/** An icon of 16 by 16 pixels in the current text color, hidden from screen readers. */
export function icon(name: Icon): Markup {
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${shapes[name]}</svg>`;
}
