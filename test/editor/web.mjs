// VS Code where there is no machine behind it: the extension and its server run in workers of the browser.
import { runPages } from './page/run.mjs';

const pages = ['no-agents', 'editing', 'agents-view'].map(
  (name) => `test/editor/page/${name}.test.mjs`,
);

export default function run({ only }) {
  const wanted = (file) => only.length === 0 || only.some((word) => file.includes(word));
  return runPages(pages.filter(wanted), { DOSSIER_WEB: '1' });
}
