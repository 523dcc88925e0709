import { happened } from '../happenings';
import { page } from '../page-config';
import { wireAdapter } from '../wire-adapter';

type PageReference = {
  readonly type: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly state?: Readonly<Record<string, string>>;
};

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

/** Where the component stands. */
export const CurrentPageReference = wireAdapter<object, PageReference | null>(null, (_config, emit) => {
  const recordId = page.properties['recordId'];
  emit(
    typeof recordId === 'string'
      ? { type: 'standard__recordPage', attributes: { recordId, actionName: 'view' }, state: {} }
      : { type: 'standard__namedPage', attributes: { pageName: 'home' }, state: {} }
  );
});

export const NavigationContext = wireAdapter<object, object>({}, (_config, emit) => emit({}));

/** Notes where a component would have gone; this page stays. */
export function navigate(_context: object, to: PageReference, replace?: boolean): void {
  happened('navigated', { ...checked(to), ...(replace ? { replace } : {}) });
}

export function generateUrl(_context: object, to: PageReference): Promise<string> {
  return Promise.resolve(urlOf(checked(to)));
}

/** Gives a component the two methods of navigation. */
export const NavigationMixin = Object.assign(
  <Base extends new (...args: never[]) => object>(base: Base): Base =>
    class extends (base as unknown as new () => object) {
      [Navigate](to: PageReference, replace?: boolean): void {
        navigate({}, to, replace);
      }

      [GenerateUrl](to: PageReference): Promise<string> {
        return generateUrl({}, to);
      }
    } as unknown as Base,
  { Navigate, GenerateUrl }
);

/** The page types of the guide, and what each needs. */
const needed: Readonly<Record<string, readonly string[]>> = {
  standard__recordPage: ['recordId', 'actionName'],
  standard__objectPage: ['objectApiName', 'actionName'],
  standard__recordRelationshipPage: ['recordId', 'relationshipApiName', 'actionName'],
  standard__namedPage: ['pageName'],
  standard__navItemPage: ['apiName'],
  standard__component: ['componentName'],
  standard__webPage: ['url'],
  standard__app: ['appTarget'],
  standard__search: []
};

function checked(to: PageReference): PageReference {
  const attributes = needed[to.type];
  if (!attributes) throw new Error(`There is no page of type ${to.type}`);
  const missing = attributes.filter((name) => to.attributes[name] === undefined);
  if (missing.length > 0) throw new Error(`A page of type ${to.type} needs ${missing.join(', ')}`);
  return to;
}

function urlOf({ type, attributes, state }: PageReference): string {
  const words = Object.values(attributes).map(String).join('/');
  if (type === 'standard__webPage') return String(attributes['url']);
  if (type === 'standard__recordPage') {
    const { objectApiName, recordId, actionName } = attributes;
    const place = [objectApiName, recordId, actionName].filter((part) => part !== undefined);
    return `/lightning/r/${place.map(String).join('/')}`;
  }
  const query = state && Object.keys(state).length > 0 ? `?${new URLSearchParams(state).toString()}` : '';
  return `/lightning/${type.replace('standard__', '')}/${words}${query}`;
}
