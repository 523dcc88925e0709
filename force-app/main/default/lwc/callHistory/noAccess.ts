/**
 * Whether Apex answered that the user may not call it. The platform says so with a status or an exception, and for a class
 * that no permission set grants with these words only.
 */
export function isNoAccess(failure: unknown): boolean {
  if (typeof failure !== 'object' || failure === null) return false;
  const { status, body } = failure as { status?: unknown; body?: unknown };
  const { exceptionType, message } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  return (
    status === 403 ||
    exceptionType === 'System.NoAccessException' ||
    (typeof message === 'string' && /access to the Apex class/i.test(message))
  );
}
