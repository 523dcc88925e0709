import asking from '@salesforce/label/c.PhonePlacesAsking';
import elsewhere from '@salesforce/label/c.PhonePlacesElsewhere';
import lastActive from '@salesforce/label/c.PhonePlacesLastActive';
import logOutThere from '@salesforce/label/c.PhonePlacesLogOutThere';
import loggingOut from '@salesforce/label/c.PhonePlacesLoggingOut';
import notLoggedOut from '@salesforce/label/c.PhonePlacesNotLoggedOut';
import nowhereElse from '@salesforce/label/c.PhonePlacesNowhereElse';
import placeSince from '@salesforce/label/c.PhonePlacesSince';
import places from '@salesforce/label/c.PhonePlacesTitle';
import thisPlace from '@salesforce/label/c.PhonePlacesThis';
import unanswered from '@salesforce/label/c.PhonePlacesUnanswered';
import unknownPlace from '@salesforce/label/c.PhonePlacesUnknown';

/** The words around the places where a rep is logged in. */
export const labels = {
  asking,
  elsewhere,
  lastActive,
  logOutThere,
  loggingOut,
  notLoggedOut,
  nowhereElse,
  placeSince,
  places,
  thisPlace,
  unanswered,
  unknownPlace
};
