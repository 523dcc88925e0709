/** What a subrequest was answered. */
export type Answered = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
};

type Subrequest = Readonly<Record<string, unknown>>;
type Missing = { readonly reference: string; readonly path: string };

const reference = /@\{(\w+)((?:\[\d+\]|\.\w+)+)\}/g;

/** Puts values of earlier answers where `@{cc.records[0].Id}` stands, in the address and anywhere in the body. */
export function fillReferences(
  subrequest: Subrequest,
  answered: ReadonlyMap<string, Answered>
): { readonly subrequest: Subrequest } | { readonly missing: Missing } {
  let missing: Missing | undefined;
  const look = (name: string, path: string): unknown => {
    const answer = answered.get(name);
    const value = answer && answer.status < 400 ? valueOf(answer.body, path) : undefined;
    if (value === undefined || value === null) missing ??= { reference: name, path: path.replace(/^\./, '') };
    return value;
  };
  const fill = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(fill);
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, fill(each)]));
    }
    if (typeof value !== 'string') return value;
    const [whole, name, path] = new RegExp(`^${reference.source}$`).exec(value) ?? [];
    if (whole !== undefined) return look(name ?? '', path ?? '');
    return value.replace(reference, (_, inName: string, inPath: string) => String(look(inName, inPath)));
  };
  const filled = { ...subrequest, url: fill(subrequest.url), body: fill(subrequest.body) };
  return missing ? { missing } : { subrequest: filled };
}

function valueOf(body: unknown, path: string): unknown {
  const steps = [...path.matchAll(/\[(\d+)\]|\.(\w+)/g)].map(([, place, name]) => place ?? name ?? '');
  return steps.reduce<unknown>(
    (at, step) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[step] : undefined),
    body
  );
}
