import { runMocha } from './mocha.mjs';
import { fullFiles } from './unit.mjs';

export { fullFiles as files } from './unit.mjs';

export default ({ files: chosen = fullFiles() }) => runMocha('full', chosen);
