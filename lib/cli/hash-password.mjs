import { randomBytes, scryptSync } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { Fault, printFaultAndExit } from './project.mjs';

const cost = { N: 32_768, r: 8, p: 1 };
const shortest = 12;

/** What is typed is not shown. @returns {Promise<string>} */
function promptHidden(/** @type {string} */ question) {
  const { stdin, stderr } = process;
  stderr.write(question);
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  stdin.resume();
  return new Promise((resolve, reject) => {
    let typed = '';
    const finish = (/** @type {() => void} */ then) => {
      stdin.setRawMode(false);
      stdin.pause();
      stdin.removeListener('data', onKeys);
      stderr.write('\n');
      then();
    };
    const onKeys = (/** @type {string} */ keys) => {
      for (const key of keys) {
        if (key === '\r' || key === '\n') return finish(() => resolve(typed));
        if (key === '\u0003') return finish(() => reject(new Fault('Nothing was made.')));
        typed = key === '\u007f' || key === '\b' ? typed.slice(0, -1) : typed + key;
      }
    };
    stdin.on('data', onKeys);
  });
}

async function readPassword() {
  if (!process.stdin.isTTY) return (await text(process.stdin)).replace(/\r?\n$/, '');
  const password = await promptHidden('Password: ');
  if ((await promptHidden('Once more: ')) !== password) throw new Fault('The two are not the same.');
  return password;
}

/** @param {string} password */
function hashPassword(password) {
  const salt = randomBytes(16);
  const { N, r, p } = cost;
  const key = scryptSync(password.normalize('NFKC'), salt, 32, { N, r, p, maxmem: 256 * N * r });
  return ['scrypt', N, r, p, salt.toString('base64'), key.toString('base64')].join('$');
}

try {
  const password = await readPassword();
  if (password.length < shortest) throw new Fault(`The password needs at least ${shortest} characters.`);
  console.log(hashPassword(password));
} catch (error) {
  printFaultAndExit(error);
}
