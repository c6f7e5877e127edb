// Removes a temporary folder in which a child of a program may still be writing.
import { rmSync } from 'node:fs';

/** Reports a failure and goes on: what is left is in the temporary folder. */
export function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  } catch (error) {
    console.error(String(error));
  }
}
