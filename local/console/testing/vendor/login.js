/* global document, BroadcastChannel */
// A login page as small as can be: it tells the connector, which is on the same origin in the same tab, who wants in.
const channel = new BroadcastChannel('plain-login');
document.getElementById('form').addEventListener('submit', (event) => {
  event.preventDefault();
  channel.postMessage({ name: document.getElementById('name').value });
});
