({
  /** Does what the component that decides asks; every other message on the channel is somebody else's. */
  hear: function (cmp, type, body) {
    if (['omni-hello', 'omni-set-status', 'omni-log-out'].indexOf(type) < 0) return;
    var made = cmp.get('v.toolkit');
    if (made && made.length > 0) {
      this.perform(cmp, made[0], type, body);
      return;
    }
    // What is asked while the toolkit is on its way is done when it is there.
    cmp.set('v.waiting', (cmp.get('v.waiting') || []).concat([{ type: type, body: body }]));
    this.openToolkit(cmp);
  },

  perform: function (cmp, toolkit, type, body) {
    if (type === 'omni-hello') {
      cmp.set('v.said', '');
      this.report(cmp);
    } else if (type === 'omni-set-status') {
      this.change(cmp, function () {
        // Logs in who is logged out (Console Developer Guide, setServicePresenceStatus for Lightning Experience).
        return toolkit.setServicePresenceStatus({ statusId: body.statusId });
      });
    } else {
      this.change(cmp, function () {
        return toolkit.logout();
      });
    }
  },

  change: function (cmp, ask) {
    var helper = this;
    // Said also when it is as it was: whoever asked waits for an answer.
    cmp.set('v.said', '');
    // Whatever it throws at once is a refusal too.
    Promise.resolve()
      .then(ask)
      .then(
        $A.getCallback(function (result) {
          if (result === false) helper.say(cmp, 'omni-refused', {});
          if (cmp.isValid()) helper.report(cmp);
        })
      )
      .catch(
        $A.getCallback(function (error) {
          helper.say(cmp, 'omni-refused', { detail: String((error && error.message) || error || '').slice(0, 500) });
        })
      );
  },

  /**
   * The toolkit is made when it is first needed and not named in the markup, so that this component can be installed where
   * there is no Omni-Channel.
   */
  openToolkit: function (cmp) {
    var helper = this;
    if (cmp.get('v.isOpening')) return;
    cmp.set('v.isOpening', true);
    $A.createComponent(
      'lightning:omniToolkitAPI',
      {},
      $A.getCallback(function (toolkit, status, detail) {
        if (!cmp.isValid()) return;
        var waiting = cmp.get('v.waiting') || [];
        cmp.set('v.waiting', []);
        cmp.set('v.isOpening', false);
        if (status !== 'SUCCESS') {
          helper.say(cmp, 'omni-absent', { detail: String(detail || status).slice(0, 500) });
          return;
        }
        cmp.set('v.toolkit', [toolkit]);
        helper.listen(cmp);
        waiting.forEach(function (asked) {
          helper.perform(cmp, toolkit, asked.type, asked.body);
        });
      })
    );
  },

  listen: function (cmp) {
    var helper = this;
    var again = $A.getCallback(function () {
      if (cmp.isValid()) helper.report(cmp);
    });
    cmp.addEventHandler('lightning:omniChannelStatusChanged', again);
    cmp.addEventHandler('lightning:omniChannelLoginSuccess', again);
    cmp.addEventHandler('lightning:omniChannelLogout', function (event) {
      cmp.set('v.said', 'omni-status:');
      helper.say(cmp, 'omni-logged-out', { reason: event.getParam('reason') });
    });
    // An event that never comes is found out all the same.
    cmp.set('v.timer', window.setInterval(again, 5000));
  },

  /** Says which status the rep has, when that was not said already. */
  report: function (cmp) {
    var helper = this;
    var tell = function (status) {
      if (!cmp.isValid()) return;
      var said = 'omni-status:' + (status.statusId || '');
      if (cmp.get('v.said') === said) return;
      cmp.set('v.said', said);
      helper.say(cmp, 'omni-status', status);
    };
    var toolkit = (cmp.get('v.toolkit') || [])[0];
    if (!toolkit) return;
    toolkit
      .getServicePresenceStatusId()
      .then(
        $A.getCallback(function (result) {
          var found = result || {};
          tell(found.statusId ? { statusId: found.statusId, statusApiName: found.statusApiName } : {});
        })
      )
      .catch(
        // Who is logged out has no status.
        $A.getCallback(function () {
          tell({});
        })
      );
  },

  say: function (cmp, type, body) {
    if (cmp.isValid()) cmp.find('line').publish({ type: type, body: body });
  }
});
