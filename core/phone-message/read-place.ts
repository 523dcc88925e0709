import { type Place } from './place';
import { type Fields, flag, listOf, may, must, objectOf, text, time } from './read-fields';

const mostPlaces = 100;

const readPlace = (fields: Fields): Place => ({
  placeId: must(fields, 'placeId', text),
  ...may(fields, 'name', text),
  since: must(fields, 'since', time),
  lastActiveAt: must(fields, 'lastActiveAt', time),
  isThis: must(fields, 'isThis', flag)
});

/** The places of a message; nothing where it has none, because the phone page could not ask. */
export const readPlaces = (body: Fields): { readonly places?: readonly Place[] } =>
  body.places === undefined ? {} : { places: must(body, 'places', listOf(mostPlaces, objectOf(readPlace))) };
