import { isAccount } from 'c/callLogCore';
import type { OrgCalls } from './orgCalls';

type Related = { readonly whoId?: string; readonly whatId?: string };

/**
 * What a log is about, with a person account as the person that it is. A person account is one record under two ids: a Task
 * names its contact in WhoId, as it does for everybody else, and the account comes along by itself; named in WhatId too it would
 * be there twice.
 */
export async function asPerson<Item extends Related>(item: Item, org: Pick<OrgCalls, 'personContact'>): Promise<Item> {
  const { whoId, whatId } = item;
  if (whatId === undefined || !isAccount(whatId)) return item;
  const contactId = await org.personContact(whatId);
  const isSame = whoId === undefined || whoId.slice(0, 15) === contactId?.slice(0, 15);
  if (contactId === undefined || !isSame) return item;
  const { whatId: _account, ...rest } = item;
  return { ...rest, whoId: contactId } as Item;
}
