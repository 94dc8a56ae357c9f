import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    storeTemplates: string;
  }
}

/** A folder of this run's, for the empty store that its tests copy. */
export default function makeTemplatesFolder(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'console-store-templates-'));
  project.provide('storeTemplates', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
