/** The one object that a method takes; anything else is thrown at once, as Salesforce's library does. */
export function argumentsOf(given: readonly unknown[], isOptional = false): Readonly<Record<string, unknown>> {
  if (isOptional && given.length === 0) return {};
  const [only] = given;
  // The guide's own sample hands an empty object to refreshView.
  if (given.length === 1 && typeof only === 'object' && only !== null && (isOptional || Object.keys(only).length > 0))
    return only as Readonly<Record<string, unknown>>;
  throw new Error('Pass exactly one object that holds the arguments of this method.');
}

/** Throws unless there is a function of this name. */
export function needFunction(args: Readonly<Record<string, unknown>>, name: 'callback' | 'listener'): void {
  if (typeof args[name] !== 'function') throw new Error(`The argument ${name} is required and must be a function.`);
}

/** Throws unless there is an object to save. */
export function needValue(args: Readonly<Record<string, unknown>>): void {
  if (typeof args['value'] !== 'object') throw new Error('The argument value is required and must be an object.');
}
