// The rules of accessibility, in a frame of the window.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Violations, one line each; color contrast is among the rules. */
export async function violationsIn(frame) {
  // What is out of view counts as well.
  await frame.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.prompt > * { content-visibility: visible }');
    document.adoptedStyleSheets = [sheet];
  });
  await frame.evaluate(axe);
  const { violations } = await frame.evaluate(() => globalThis.axe.run(document));
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
