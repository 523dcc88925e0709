/** What came back for a page, asked as the browser of a rep asks for a frame. */
export type PageAnswer =
  | {
      readonly ok: true;
      readonly status: number;
      /** By their names in small letters; several of one name are joined by a comma. */
      readonly headers: ReadonlyMap<string, string>;
      /** The beginning, enough to find an org's id in. */
      readonly text: string;
      /** From when until when the server's certificate is good, in milliseconds since 1970; absent when it could not be seen. */
      readonly certificate?: { readonly from: number; readonly until: number };
    }
  | {
      readonly ok: false;
      /** The network's own code, such as CERT_HAS_EXPIRED or ENOTFOUND. */
      readonly code: string;
      /** Whether somebody answered whose certificate is not trusted. */
      readonly untrusted: boolean;
    };
