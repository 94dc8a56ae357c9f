import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  readlinkSync,
} from 'node:fs';
import { join } from 'node:path';

/**
 * Gives a folder packages of its own, with all they depend on. Hard links where the disk allows: they take no space.
 * @param {readonly string[]} names
 * @param {string} from a node_modules folder
 * @param {string} to another one best on the same disk
 */
export function linkPackages(names, from, to) {
  const wanted = [...names];
  const linked = new Set();
  for (let name = wanted.pop(); name !== undefined; name = wanted.pop()) {
    const folder = join(from, name);
    if (linked.has(name) || !existsSync(folder)) continue;
    linked.add(name);
    linkFolder(folder, join(to, name));
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    wanted.push(...Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies }));
  }
}

/** @param {string} from @param {string} to */
export function linkFolder(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkFolder(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else linkOrCopy(source, target);
  }
}

/** @param {string} source @param {string} target */
function linkOrCopy(source, target) {
  try {
    linkSync(source, target);
  } catch {
    copyFileSync(source, target);
  }
}
