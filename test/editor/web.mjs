// VS Code where there is no machine behind it: the extension and its server run in workers of the browser.
import { runPages } from './page/run.mjs';

const pages = ['no-agents', 'editing', 'agents-view'].map(
  (name) => `test/editor/page/${name}.test.mjs`,
);

export const files = () => pages;

export default ({ files: chosen = pages }) => runPages(chosen, { DOSSIER_WEB: '1' });
