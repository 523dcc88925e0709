import { z } from 'zod';
import { hashOf } from '../secrets';
import type { PasswordAuthenticator } from './authenticator';
import type { BoundedWork } from './bounded-work';
import {
  hashPassword,
  isRightPassword,
  parsePasswordHash,
  recommendedCost,
  type HashCost,
  type PasswordHash
} from './password-hash';

/** One line of the users file. */
export type FileUser = {
  /** What the rep types, and the name in the phone system. */
  readonly name: string;
  readonly password: PasswordHash;
  /** Only for this user of Salesforce; for any when absent. */
  readonly salesforceUserName?: string;
  /** Only in these orgs; in every one when absent. */
  readonly orgs?: readonly string[];
  readonly isDisabled: boolean;
};

export type Users = ReadonlyMap<string, FileUser>;

const userSchema = z.strictObject({
  name: z.string().min(1).max(255),
  password: z.string(),
  salesforceUserName: z.string().min(1).max(255).optional(),
  orgs: z.array(z.string().regex(/^00D[A-Za-z0-9]{15}$/, 'must be an org id of 18 characters')).optional(),
  disabled: z.boolean().optional()
});
const fileSchema = z.strictObject({ version: z.literal(1), users: z.array(userSchema) });

export type ParsedUsers = { readonly users: Users } | { readonly problems: readonly string[] };

/** Reads the text of a users file, or says everything that is wrong with it and where. */
export function parseUsers(text: string, leastCost: HashCost = recommendedCost): ParsedUsers {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { problems: [`it is not JSON: ${(error as Error).message}`] };
  }
  const parsed = fileSchema.safeParse(json);
  if (!parsed.success)
    return { problems: parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`) };
  const users = new Map<string, FileUser>();
  const problems: string[] = [];
  for (const [index, { password, disabled, ...user }] of parsed.data.users.entries()) {
    const hash = parsePasswordHash(password);
    const key = nameKey(user.name);
    if (hash === undefined) problems.push(`users.${index}.password: must be a line that hash-password printed`);
    else if (isWeaker(hash, leastCost)) problems.push(`users.${index}.password: its hash is too cheap; make a new one`);
    else if (users.has(key)) problems.push(`users.${index}.name: ${user.name} is there twice`);
    else users.set(key, { ...user, password: hash, isDisabled: disabled ?? false });
  }
  return problems.length > 0 ? { problems } : { users };
}

export type UsersFileOptions = {
  /** The users as the file has them now. */
  readonly users: () => Promise<Users>;
  readonly work: BoundedWork;
  readonly cost?: HashCost;
};

/** Logs in the users of a file. A name that is not there costs the same work, so time does not tell who exists. */
export function createUsersFileAuthenticator({ users, work, cost }: UsersFileOptions): PasswordAuthenticator {
  const nobody = hashPassword('', cost).then((line) => parsePasswordHash(line)!);
  return {
    kind: 'password',
    verify: async ({ orgId, userName, username, password }) => {
      const user = (await users()).get(nameKey(username));
      const stored = user?.password ?? (await nobody);
      const isRight = await work(() => isRightPassword(password, stored));
      if (user === undefined || !isRight || user.isDisabled) return undefined;
      if (user.orgs !== undefined && !user.orgs.includes(orgId)) return undefined;
      if (user.salesforceUserName !== undefined && nameKey(user.salesforceUserName) !== nameKey(userName))
        return undefined;
      return { agentName: user.name, stamp: stampOf(user) };
    },
    stands: async ({ agentName, stamp }) => {
      const user = (await users()).get(nameKey(agentName));
      return user?.name === agentName && !user.isDisabled && stampOf(user) === stamp;
    }
  };
}

/** Of everything that a login of the user rests on. */
function stampOf({ name, salesforceUserName, orgs, password }: FileUser): string {
  return hashOf(JSON.stringify([name, salesforceUserName, orgs, password.salt, password.hash]));
}

/** Names are the same whatever the case of their letters and the space around them. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}

function isWeaker(hash: HashCost, least: HashCost): boolean {
  return hash.log2Cost < least.log2Cost || hash.blockSize < least.blockSize;
}
