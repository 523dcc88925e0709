import assert from 'node:assert/strict';
import { exportReader, type ExportFault } from './export-rows';

type Read = {
  readonly rows: readonly (readonly [number, Record<string, string>])[];
  readonly faults: readonly ExportFault[];
};

function read(text: string, size = text.length || 1): Read {
  const reader = exportReader();
  const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, at) =>
    text.slice(at * size, (at + 1) * size)
  );
  const all = [...pieces.map((piece) => reader.write(piece)), reader.end()];
  return {
    rows: all.flatMap(({ rows }) => rows.map(({ line, values }) => [line, Object.fromEntries(values)] as const)),
    faults: all.flatMap(({ faults }) => faults)
  };
}

/** However the file comes in pieces, what it says is the same. */
function check(text: string, wanted: Read['rows']): void {
  for (const size of [1, 2, 3, 7, 1000])
    assert.deepEqual(read(text, size), { rows: wanted, faults: [] }, `pieces of ${size}`);
}

describe('an export', () => {
  it('is read as CSV, with quotes, line breaks within them and empty lines', () => {
    check(
      '\ufeffE-mail,Full Name\r\nann@acme.com,"Lee, ""Ann"""\r\n\r\nbob@acme.com,"two\nlines"\r\ncy@acme.com,\r\n',
      [
        [2, { email: 'ann@acme.com', fullname: 'Lee, "Ann"' }],
        [4, { email: 'bob@acme.com', fullname: 'two\nlines' }],
        [6, { email: 'cy@acme.com', fullname: '' }]
      ]
    );
  });

  it('is read with the separator of its first line, and without a line break at its end', () => {
    check('email;name\na@b.c;"Lee; Ann"', [[2, { email: 'a@b.c', name: 'Lee; Ann' }]]);
    check('email\tname\na@b.c\tAnn', [[2, { email: 'a@b.c', name: 'Ann' }]]);
    check('email\na@b.c\n', [[2, { email: 'a@b.c' }]]);
  });

  it('is read as JSON lines and as an array', () => {
    const rows: Read['rows'] = [
      [1, { email: 'a}"{@b.c', active: 'true' }],
      [2, { email: 'x', count: '3' }]
    ];
    check('{"email":"a}\\"{@b.c","active":true,"more":{"a":1},"none":null}\n{"email":"x","count":3}\n', rows);
    check('[{"email":"a}\\"{@b.c","active":true},\n{"email":"x","count":3}]', rows);
  });

  it('is read from the list that an object is wrapped around', () => {
    check('{"version":1,"users":[{"name":"ann","password":"x"},{"name":"bob"}]}', [
      [1, { name: 'ann', password: 'x' }],
      [1, { name: 'bob' }]
    ]);
  });

  it('says at which line it is broken, and reads the rest', () => {
    const rows = read('{"a":1}\n{"a":}\n{"a":2}\n');
    assert.deepEqual([rows.rows.length, rows.faults.map(({ line }) => line)], [2, [2]]);
    assert.deepEqual(read('{"a":1}\n{"a"').faults.length, 1);
    assert.deepEqual(read('a,b\n1,2\n"3,4\n').faults.length, 1);
    assert.deepEqual(
      read('a,b\n1,2,3\n4,5\n').faults.map(({ line }) => line),
      [2]
    );
    assert.deepEqual(read(''), { rows: [], faults: [] });
  });
});
