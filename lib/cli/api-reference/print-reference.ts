import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { personFlags, reachOf, roleNames, roles } from '../../catalogues/console-permissions.ts';
import { errors } from '../../catalogues/errors.ts';
import { allEndpoints, contractModules, isServedEndpoint } from '../../contracts/all-endpoints.schema.ts';
import type { Endpoint } from '../../contracts/define-endpoint.ts';
import type { ServedEndpoint } from '../../contracts/endpoint-schema.ts';
import { printType } from './print-type.ts';

const intro = `# API

Written by \`npm run api-reference\` from \`lib/contracts\`; a test holds it equal to them. Change those, not this.

- Who calls is told by the session cookie of \`/api/auth/*\` (next-auth, credentials \`email\` and \`password\`). What a
  person may not see answers 404 like what does not exist.
- Every call that changes something and needs a session also needs \`Origin\` equal to the console's own URL. Bodies are
  JSON of at most 256 KiB; a field that is not listed is refused.
- \`Idempotency-Key\`: 8 to 100 visible characters, one for each intent. The same key and body again get the first answer,
  marked \`Idempotent-Replayed: true\`, for 24 hours.
- Every answer carries \`x-request-id\`. A failed one is \`application/problem+json\`: \`type\`, \`title\`, \`status\`, \`code\`,
  \`detail\`, \`advice\`, \`certain\`, \`requestId\` and, where there are any, \`fields\`, \`upstream\`, \`retryAfterSeconds\`.
- Types: \`x?\` may be missing, \`= v\` is taken then, \`(1..200)\` is the least and the most (letters, items or value),
  \`int64\` is digits in text, \`instant\` is ISO 8601 with an offset. A list in a query is the name given several times.
`;

/** The whole reference as Markdown. @param folder of the contracts, whose comments say what an endpoint is for */
export function printReference(folder: string): string {
  const printer = createPrinter();
  const chapters = Object.entries(contractModules).map(([noun, module]) => {
    const file = noun.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const purposes = readPurposes(readFileSync(`${folder}/${file}.ts`, 'utf8'));
    const entries = Object.entries(module)
      .flatMap(([name, value]) => (isServedEndpoint(value) ? [{ name, served: value }] : []))
      .sort((one, other) => orderOf(one.served).localeCompare(orderOf(other.served)))
      .map(({ name, served }) => printEndpoint(name, served, purposes.get(name), printer.print));
    return `## ${file.replaceAll('-', ' ')}\n\n${entries.join('\n')}`;
  });
  return [intro, ...chapters, printer.shapes(), printErrors()].join('\n');
}

const orderOf = ({ endpoint }: ServedEndpoint) => `${endpoint.path} ${endpoint.method}`;

function printEndpoint(
  name: string,
  { endpoint, schemas }: ServedEndpoint,
  purpose: string | undefined,
  print: (label: string, schema: z.ZodType) => string,
): string {
  const { audit, reply } = schemas;
  const facts = [
    `\`${name}\``,
    `for ${whoMay(endpoint)}`,
    endpoint.needsIdempotencyKey && 'needs `Idempotency-Key`',
    typeof audit === 'object' && `audited as \`${audit.action}\``,
  ];
  const parts = (['params', 'query', 'body'] as const).flatMap((part) => {
    const schema = schemas[part];
    return schema ? [print(part, schema)] : [];
  });
  const answer = reply === 'raw' ? 'reply  a file or a stream' : print('reply', reply);
  return `### ${endpoint.method} ${endpoint.path}

${facts.filter(Boolean).join(' · ')}
${purpose === undefined ? '' : `\n${purpose}\n`}
\`\`\`
${[...parts, answer].join('\n')}
\`\`\`
`;
}

function whoMay({ consolePermission }: Endpoint): string {
  if (consolePermission === 'public') return 'anybody';
  if (consolePermission === 'command') return 'a command on the console’s own machine';
  if (consolePermission === 'signed-in') return 'everybody who is signed in';
  const people = roles.flatMap((role) => {
    const reach = reachOf({ role, flags: [] }, consolePermission);
    const flag = personFlags.find((one) => reachOf({ role, flags: [one] }, consolePermission));
    const name = roleNames[role].toLowerCase();
    if (reach === 'all') return [name];
    if (reach === 'own-branches') return [`${name} (own branches)`];
    return flag ? [`${name} (with the flag “${flag}”)`] : [];
  });
  return `${people.join(', ')} (\`${consolePermission}\`)`;
}

/** Prints types. Those that are exported and stand in several places have their name there, and are printed once. */
function createPrinter() {
  const exported = Object.values(contractModules).flatMap((module) =>
    Object.entries(module).flatMap(([name, value]) =>
      value instanceof z.ZodObject ? [[nameOf(name), value] as const] : [],
    ),
  );
  const register = (shapes: typeof exported) => {
    const registry = z.registry<{ id: string }>();
    for (const [id, shape] of shapes) if (!registry.has(shape)) registry.add(shape, { id });
    return registry;
  };
  const toJson = (schema: z.ZodType, names: ReturnType<typeof register>) =>
    z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', metadata: names });

  const everyName = register(exported);
  const places = allEndpoints
    .flatMap(({ schemas: { params, query, body, reply } }) => [params, query, body, reply])
    .filter((schema) => schema instanceof z.ZodType)
    .flatMap((schema) => [...JSON.stringify(toJson(schema, everyName)).matchAll(/"#\/\$defs\/(\w+)"/g)])
    .map(([, name]) => name);
  const names = register(exported.filter(([name]) => places.indexOf(name) !== places.lastIndexOf(name)));
  const shapes = new Map<string, string>();
  return {
    print(label: string, schema: z.ZodType): string {
      const { $defs = {}, ...json } = toJson(schema, names);
      for (const [name, shape] of Object.entries($defs)) {
        shapes.set(name, `${name} ${printType(shape, name.length + 1)}`);
      }
      return `${label.padEnd(6)} ${printType(json, 7)}`;
    },
    shapes(): string {
      const sorted = [...shapes].sort(([one], [other]) => one.localeCompare(other));
      return `## Shapes\n\n\`\`\`\n${sorted.map(([, text]) => text).join('\n\n')}\n\`\`\`\n`;
    },
  };
}

const nameOf = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/** The comment above each endpoint, as running text. */
function readPurposes(source: string): Map<string, string> {
  const comments = source.matchAll(/\/\*\*((?:(?!\*\/)[^])*)\*\/\nexport const (\w+) = defineEndpoint/g);
  return new Map(
    [...comments].map(([, text = '', name = '']) => [
      name,
      text.replace(/\n \*/g, ' ').replace(/\s+/g, ' ').trim(),
    ]),
  );
}

function printErrors(): string {
  const rows = Object.entries(errors).map(
    ([code, { certain, status, title }]) => `| \`${code}\` | ${status} | ${title} | ${certain} |`,
  );
  return `## Errors

\`certain\`: \`nothing\` was changed, or it is \`unknown\` and the console finds out by reading Wise.

| code | status | title | certain |
|---|---|---|---|
${rows.join('\n')}
`;
}
