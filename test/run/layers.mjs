import { filesBelow, runMocha } from './mocha.mjs';

export const files = () => filesBelow('test/layers', '.test.ts');

export default ({ files: chosen = files() }) => runMocha('layers', chosen);
