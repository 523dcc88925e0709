import { serverError } from '../../opencti/api-errors';
import type { ScreenPop } from '../../opencti/screen-pop';
import { layoutFor, popFor, type Searched, type SoftphoneLayout } from '../../opencti/softphone-layout';
import { failed, succeeded } from '../../opencti/wire';
import type { Handler } from './host';
import { nameOf, search } from './org';

type Found = Readonly<Record<string, unknown>>;

/** Methods that find records and go to them; `go` opens what a pop names. */
export function popMethods(
  layout: () => SoftphoneLayout,
  go: (pop: ScreenPop, defaults?: Found) => Promise<void>
): Readonly<Record<string, Handler>> {
  return {
    getSoftphoneLayout: () => succeeded(layout()),
    screenPop: async ({ type, params, defaultFieldValues }) => {
      await go({ type, params } as ScreenPop, (defaultFieldValues ?? undefined) as Found | undefined);
      return succeeded();
    },
    searchAndScreenPop: async (args) => {
      const searched = args as Partial<Searched> & {
        readonly searchParams?: string;
        readonly callType: string;
        readonly deferred?: boolean;
        readonly params?: { readonly FLOW?: Pick<Searched, 'flowArgs'> };
      };
      const { searchParams = '', callType, deferred, queryParams, defaultFieldValues, params } = searched;
      const wanted = layoutFor(layout(), callType);
      const answer = await find(searchParams, wanted.objects);
      if (!answer.ok) return failed(serverError());
      const flowArgs = params?.FLOW?.flowArgs;
      const pop = popFor(wanted, {
        searchString: searchParams,
        recordIds: Object.keys(answer.found),
        ...(typeof queryParams === 'string' ? { queryParams } : {}),
        ...(defaultFieldValues ? { defaultFieldValues } : {}),
        ...(flowArgs ? { flowArgs } : {})
      });
      if (deferred === true) return succeeded({ ...answer.found, ...(pop ? { SCREEN_POP_DATA: pop } : {}) });
      if (pop) await go(pop);
      return succeeded(answer.found);
    }
  };
}

type Layouted = SoftphoneLayout['Inbound']['objects'];

/** Searches the layout's objects; each record has the layout's fields, its type and when it was changed last. */
async function find(
  term: string,
  objects: Layouted
): Promise<{ readonly ok: true; readonly found: Readonly<Record<string, Found>> } | { readonly ok: false }> {
  if (term.trim() === '') return { ok: true, found: {} };
  const returning = Object.entries(objects).map(([object, fields]) => ({
    object,
    fields: [...fields.map(({ apiName }) => apiName), 'LastModifiedDate']
  }));
  if (returning.length === 0) return { ok: true, found: {} };
  const answer = await search(term, returning);
  if (!answer.ok) return { ok: false };
  const entries = answer.body.map(({ attributes, ...values }) => {
    const { type: RecordType } = attributes as { readonly type: string };
    return [String(values['Id']), { ...values, Name: nameOf(values), RecordType }] as const;
  });
  return { ok: true, found: Object.fromEntries(entries) };
}
