#!/usr/bin/env node
// Records the types of the library after a change of them was decided.
import { writeFileSync } from 'node:fs';
import { surface } from './surface.mjs';

writeFileSync('test/library/surface.txt', surface());
