export { runLonger as default } from './unit.mjs';
