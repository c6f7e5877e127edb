import { filesBelow, runMocha } from './mocha.mjs';

export default () => runMocha('layers', filesBelow('test/layers', '.test.ts'));
