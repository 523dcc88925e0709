import assert from 'node:assert/strict';
import { openAutomaticLogin, type AutomaticLogin } from './automatic-login';

/** The cookies of one browser, as far as these need them. */
function jar(): Pick<Document, 'cookie'> {
  const kept = new Map<string, string>();
  return {
    get cookie() {
      return [...kept].map(([name, value]) => `${name}=${value}`).join('; ');
    },
    set cookie(line: string) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (line.includes('Max-Age=0')) kept.delete(name);
      else kept.set(name, value);
    }
  };
}

const open = (
  document: Pick<Document, 'cookie'>,
  isPreferred?: boolean,
  userId = '005000000000001AAA'
): AutomaticLogin =>
  openAutomaticLogin({
    document,
    orgId: '00D000000000001AAA',
    userId: () => userId,
    ...(isPreferred === undefined ? {} : { isPreferred })
  });

describe('a login without a click', () => {
  it('waits for the rep to have chosen it, and goes by what was chosen last', () => {
    const login = open(jar());
    assert.deepEqual([login.isPreferred(), login.isDue()], [undefined, false]);
    login.preferred(true);
    assert.equal(login.isDue(), true);
    login.preferred(false);
    assert.equal(login.isDue(), false);
  });

  it('is over with a logout, in every tab of this browser, for this rep only, until they ask for the login', () => {
    const document = jar();
    const [one, other] = [open(document, true), open(document, true)];
    one.left();
    assert.deepEqual([one.isDue(), other.isDue(), open(document, true).isDue()], [false, false, false]);
    assert.equal(open(document, true, '005000000000002AAA').isDue(), true);
    one.preferred(true);
    assert.equal(one.isDue(), false);
    other.returned();
    assert.deepEqual([other.isDue(), open(document, true).isDue()], [true, true]);
  });

  it('follows a click also of who does not want it unasked', () => {
    const login = open(jar(), false);
    login.returned();
    assert.equal(login.isDue(), true);
    login.left();
    assert.equal(login.isDue(), false);
  });

  it('is not due where cookies cannot be read', () => {
    const document = {
      get cookie(): string {
        throw new Error('blocked');
      },
      set cookie(_line: string) {
        throw new Error('blocked');
      }
    };
    const login = open(document, true);
    login.left();
    login.returned();
    assert.equal(login.isDue(), false);
  });
});
