/** Bubbles to the page, which shows the toast. */
export class ShowToastEvent extends CustomEvent<unknown> {
  constructor(toast: object) {
    super('lightning__showtoast', { composed: true, bubbles: true, cancelable: true, detail: toast });
  }
}
