/**
 * What the platform's own script does to a thread, as far as a reader notices: handlers sit on the elements
 * themselves, so a comment that is moved must take them along, and a copy has none. Reply carries the one comment
 * box of the page to the comment that is answered.
 */
export const platformScript = `
(function () {
  var editor = document.getElementById('comment-editor');
  var reply = function (id) {
    var place = document.getElementById(id ? 'c' + id + '-ce' : 'top-ce');
    if (!editor || !place) return;
    editor.style.display = 'block';
    editor.setAttribute('data-parent-id', id || '');
    place.insertBefore(editor, null);
  };
  var each = function (selector, run) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), run);
  };
  each('#comment-holder a.comment-reply', function (link) {
    link.addEventListener('click', function () { reply(link.getAttribute('data-comment-id')); });
  });
  each('#comment-holder .thread-toggle', function (toggle) {
    toggle.addEventListener('click', function () {
      var open = toggle.classList.contains('thread-expanded');
      [toggle, toggle.parentNode.querySelector('.thread-chrome')].forEach(function (element) {
        element.classList.toggle('thread-expanded', !open);
        element.classList.toggle('thread-collapsed', open);
      });
    });
  });
})();`
