const ofArrays = [
  ...['concat', 'copyWithin', 'entries', 'every', 'filter', 'find', 'findIndex', 'findLast', 'findLastIndex'],
  ...['flat', 'flatMap', 'forEach', 'includes', 'indexOf', 'join', 'keys', 'lastIndexOf', 'map', 'reduce'],
  ...['reduceRight', 'reverse', 'shift', 'slice', 'some', 'sort', 'splice', 'toReversed', 'toSorted'],
  ...['toSpliced', 'unshift', 'values', 'with', Symbol.iterator],
];
const ofKeyed = ['entries', 'forEach', 'keys', 'values', Symbol.iterator];
const walks = [
  { prototype: Array.prototype, names: ofArrays },
  { prototype: Map.prototype, names: ofKeyed },
  { prototype: Set.prototype, names: ofKeyed },
];

const sizeOf = (list: unknown): number =>
  Array.isArray(list) ? list.length : list instanceof Map || list instanceof Set ? list.size : 0;

/**
 * How many elements of arrays, maps and sets are walked over while something is done: by a method, a loop over the list or a
 * spread, each counted with its whole length. It is the same on every machine, however busy.
 */
export function countSteps(act: () => void): number {
  let steps = 0;
  const usual = walks.flatMap(({ names, prototype }) =>
    names.map((name) => ({ prototype, name, method: Object.getOwnPropertyDescriptor(prototype, name) })),
  );
  const counted = usual.map(({ method, ...place }) => ({
    ...place,
    method: {
      ...method,
      value(this: unknown, ...args: unknown[]): unknown {
        steps += sizeOf(this);
        return Reflect.apply(method?.value, this, args);
      },
    },
  }));
  const put = (methods: typeof usual) => {
    for (let at = 0; at < methods.length; at++) {
      const one = methods[at];
      if (one?.method) Object.defineProperty(one.prototype, one.name, one.method);
    }
  };
  put(counted);
  try {
    act();
  } finally {
    put(usual);
  }
  return steps;
}
