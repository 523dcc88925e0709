import { z } from 'zod';
import { secretSource } from './secret-source';
import { singleSignOn } from './single-sign-on';
import { httpsUrl } from './url';
import { about, oneOf, text } from './words';

export const languages = ['de', 'fr', 'es', 'ja'] as const;

/** Ringdown's own packages: from source, or as released, or already there. */
export const ringdown = z.strictObject({
  source: about(
    'Folder of this tool with the packages in source format; apply deploys them. Instead of release.',
    text('a folder of the tool, such as force-app', /^(?!\/)[^\\:*?"<>|]+$/)
  ).optional(),
  release: about(
    'latest, or the version that releases.yaml beside this file must hold. Instead of source.',
    text('latest, or a version such as 1.2.0', /^(latest|\d+(\.\d+){2,3})$/)
  ).optional(),
  namespace: about(
    'Prefix of everything of Ringdown’s in the org. Default: none with source, that of releases.yaml with release.',
    z.string({ error: 'a namespace, or empty' }).regex(/^(?!.*__)([A-Za-z][A-Za-z0-9_]{0,14})?$/, {
      error: 'a namespace: 1 to 15 letters, digits and single underscores, a letter first, or empty'
    })
  ).optional(),
  translations: about(
    'Languages to deploy with source; the org needs Translation Workbench. [] leaves them out. Default: all.',
    z.array(oneOf(languages), { error: 'a list of languages' })
  ).optional(),
  sessionService: about(
    'URL of the session service, kept in the org for the page that is the phone. With pages: ringdown its origin alone.',
    httpsUrl
  ).optional(),
  sessionServiceFile: about(
    'Written for the session service by build and apply; relative to this file.',
    text('a path'),
    'session-service.json'
  ).optional(),
  adminToken: about(
    'Where the admin token of the session service is, with which apply makes its keys. Default: env RINGDOWN_ADMIN_TOKEN.',
    secretSource
  ).optional(),
  singleSignOn: about(
    'Reps sign in with Salesforce, without a second password and without being asked to Allow.',
    singleSignOn
  ).optional()
});

export type RingdownSettings = z.infer<typeof ringdown>;

/** The parts of a release: a package version each. */
export const packageNames = ['main', 'voice'] as const;
