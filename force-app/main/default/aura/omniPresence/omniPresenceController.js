({
  hear: function (cmp, message, helper) {
    helper.hear(cmp, message.getParam('type'), message.getParam('body') || {});
  },
  stop: function (cmp) {
    window.clearInterval(cmp.get('v.timer'));
  }
});
