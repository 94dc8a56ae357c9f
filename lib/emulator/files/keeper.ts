import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Bootstrap } from '../emulator.ts';
import type { World, WorldMeta } from '../world.ts';
import { writeAtomically } from './atomic-file.ts';

const quietMs = 50;
/** What writing takes may be a tenth of the time at most. */
const restFactor = 10;
const manifestName = 'state.json';
/** Raised when a seed has data that an older state cannot be completed with: such a state is planted anew. */
const format = 3;

interface Manifest {
  format: typeof format;
  meta: WorldMeta;
  files: Record<string, string>;
}

/**
 * Keeps a world in a folder. Each collection has a file; the manifest names the files that belong together and is
 * renamed into place last, so a state is whole or not there. Only collections that changed are written again.
 */
export class Keeper {
  readonly #folder: string;
  readonly #world: World;
  readonly #dirty = new Set<string>();
  #files: Record<string, string> = {};
  #generation = 0;
  #timer: NodeJS.Timeout | undefined;
  #restMs = 0;
  #isMetaDirty = false;
  #onWritten: (collections: ReadonlySet<string>) => void = () => {};

  constructor(folder: string, world: World) {
    this.#folder = folder;
    this.#world = world;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  /** @returns whether there was a state to read back. */
  load(): boolean {
    const path = join(this.#folder, manifestName);
    if (!existsSync(path)) return false;
    const manifest: Manifest = JSON.parse(readFileSync(path, 'utf8'));
    if (manifest.format !== format) return false;
    for (const [name, table] of Object.entries(this.#world.tables)) {
      const file = manifest.files[name];
      if (file) table.replaceAll(JSON.parse(readFileSync(join(this.#folder, file), 'utf8')));
    }
    this.#world.restoreMeta(manifest.meta);
    this.#files = manifest.files;
    this.#generation = Math.max(
      0,
      ...Object.values(manifest.files).map((file) => Number(file.split('.')[1]) || 0),
    );
    return true;
  }

  /** From now on every change is written a moment later. */
  watch(): void {
    for (const table of Object.values(this.#world.tables))
      table.onChange((name) => {
        this.#dirty.add(name);
        this.#schedule();
      });
    this.#world.onMetaChange(() => {
      this.#isMetaDirty = true;
      this.#schedule();
    });
  }

  /** Told after each writing which collections had changed. */
  onWritten(listener: (collections: ReadonlySet<string>) => void): void {
    this.#onWritten = listener;
  }

  /** Writes everything, changed or not. */
  writeAll(): void {
    for (const name of Object.keys(this.#world.tables)) this.#dirty.add(name);
    this.flush();
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#dirty.size === 0 && !this.#isMetaDirty) return;
    const beganMs = performance.now();
    this.#generation += 1;
    const files = { ...this.#files };
    for (const [name, table] of Object.entries(this.#world.tables)) {
      if (!this.#dirty.has(name)) continue;
      files[name] = `${name}.${this.#generation}.json`;
      writeAtomically(join(this.#folder, files[name]), JSON.stringify(table.all()));
    }
    const manifest: Manifest = { format, meta: this.#world.meta, files };
    writeAtomically(join(this.#folder, manifestName), JSON.stringify(manifest));
    this.#files = files;
    const written = new Set(this.#dirty);
    this.#dirty.clear();
    this.#isMetaDirty = false;
    this.#removeOld();
    this.#onWritten(written);
    this.#restMs = (performance.now() - beganMs) * restFactor;
  }

  #schedule(): void {
    if (this.#timer) return;
    this.#timer = setTimeout(() => this.flush(), Math.max(quietMs, this.#restMs));
    this.#timer.unref();
  }

  #removeOld(): void {
    const current = new Set(Object.values(this.#files));
    for (const file of readdirSync(this.#folder))
      if (/^[a-z-]+\.\d+\.json$/.test(file) && !current.has(file))
        rmSync(join(this.#folder, file), { force: true });
  }
}

/** What a console is begun with, as files beside the state. */
export function writeBootstrap(folder: string, bootstrap: Bootstrap): void {
  writeAtomically(join(folder, 'webhook-public-key.pem'), bootstrap.webhookPublicKey, 0o644);
  writeAtomically(join(folder, 'connections.json'), `${JSON.stringify(bootstrap.connections, null, 2)}\n`);
}
