// A page speaks the language that its panel wrote into its HTML: it is there before the first thing is drawn.
import { type Speech, speak } from './words';

const { lang, dataset } = document.documentElement;
const { words } = dataset;
if (words !== undefined) speak({ language: lang, bundle: JSON.parse(words) as Speech['bundle'] });
