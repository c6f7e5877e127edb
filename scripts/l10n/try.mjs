import { writeFileSync } from 'node:fs';
import { serverTemplates } from './server.mjs';
import { overTrees } from './trees.mjs';

const found = overTrees(process.cwd(), serverTemplates, 'server');
for (const f of found) if (f.fault) console.log(f.where, f.fault.slice(0, 150));
const m = new Map();
for (const f of found) if (f.text !== undefined && !m.has(f.text)) m.set(f.text, f.where);
writeFileSync(
  '/tmp/w4/templates.json',
  JSON.stringify([...m].map(([text, where]) => ({ text, where }))),
);
console.log(m.size, [...m.keys()].join('').length);
