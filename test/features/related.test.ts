// The agents around an agent in the preview: the same ones that the graph links.
import assert from 'node:assert/strict';
import { callHierarchy } from '../support/serving';
