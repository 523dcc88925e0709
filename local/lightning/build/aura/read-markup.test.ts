import assert from 'node:assert/strict';
import { readMarkup } from './read-markup';

const read = (body: string) =>
  readMarkup('omni', 'omni.cmp', `<aura:component access="global">${body}</aura:component>`);

describe('The markup of an Aura component', () => {
  it('says which attributes, handlers and components it has', () => {
    const body = `<aura:attribute name="isOn" type="Boolean" default="true" /><aura:attribute name="made" type="Aura.Component[]" />
      <aura:handler name="destroy" value="{!this}" action="{!c.stop}" />
      <aura:handler event="lightning:omniChannelLogout" action="{! c.left }" />
      <lightning:messageChannel type="Phone__c" aura:id="line" scope="APPLICATION" onMessage="{!c.hear}" />
      <c:presenceSync />{!v.made}`;
    assert.deepEqual(read(body), {
      name: 'omni',
      attributes: [
        { name: 'isOn', type: 'Boolean', initial: true },
        { name: 'made', type: 'Aura.Component[]' }
      ],
      handlers: [
        { hears: 'destroy', action: 'stop' },
        { hears: 'lightning:omniChannelLogout', action: 'left' }
      ],
      body: [
        {
          ...{ kind: 'component', descriptor: 'lightning:messageChannel', id: 'line' },
          attributes: { type: 'Phone__c', scope: 'APPLICATION', onMessage: '{!c.hear}' }
        },
        { kind: 'component', descriptor: 'c:presenceSync', attributes: {} },
        { kind: 'value', attribute: 'made' }
      ]
    });
  });

  for (const [what, body] of [
    ['a tag of Aura that is not played', '<aura:if isTrue="{!v.isOn}" />'],
    ['a method', '<aura:method name="go" action="{!c.go}" />'],
    ['a component that is not there', '<lightning:button label="Go" />'],
    ['an attribute of a type that is not there', '<aura:attribute name="one" type="Map" />'],
    ['a first value of another type', '<aura:attribute name="one" type="Integer" default="many" />'],
    ['an attribute of a tag that is not played', '<c:presenceSync onchange="{!c.go}" />'],
    ['a channel without the scope of the app', '<lightning:messageChannel type="Phone__c" />'],
    ['a handler of a change', '<aura:handler name="change" value="{!v.one}" action="{!c.go}" />'],
    ['an action that is no reference', '<aura:handler event="lightning:x" action="go" />'],
    ['an expression', '{!v.one + v.two}'],
    ['a value that holds no components', '<aura:attribute name="one" type="String" />{!v.one}'],
    ['words', 'Hello'],
    ['something inside a component', '<c:presenceSync>Hello</c:presenceSync>'],
    ['a tag that is not closed', '<c:presenceSync>']
  ] as const)
    it(`is an error with its place when it has ${what}`, () => {
      assert.throws(() => read(body), /^Error: omni\.cmp:\d+:\d+: /);
    });
});
