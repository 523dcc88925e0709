/**
 * How a session is found. Each is written so that SQLite goes by an index of what is asked and never through all sessions of an org,
 * which the plus before `org_id` and the two halves of `byUser` are for.
 */
export const lookups = {
  byIdHash: 'SELECT record FROM session WHERE (id_hash = ?1 OR previous_hash = ?1) AND +org_id = ?2',
  byHandle: 'SELECT record FROM session WHERE handle = ? AND org_id = ?',
  byUser: `SELECT record, issued_at, handle FROM session WHERE org_id = ?1 AND user_name = ?2
    UNION SELECT record, issued_at, handle FROM session WHERE org_id = ?1 AND agent_name = ?2 ORDER BY issued_at, handle`,
  due: 'SELECT record FROM session WHERE due_at <= ? ORDER BY due_at LIMIT ?'
} as const;
