// Sets the language of a webview from its HTML, so that it is available before the first rendering.
import { type Localization, setLocalization } from '../l10n';

const { lang, dataset } = document.documentElement;
const { words } = dataset;
if (words !== undefined)
  setLocalization({ language: lang, bundle: JSON.parse(words) as Localization['bundle'] });
