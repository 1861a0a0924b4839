/// The page's script: the page is complete without it.
enum PageScript {
  static let text = """
    (function () {
      "use strict";
      var root = document.documentElement;
      var editions = Array.prototype.slice.call(document.querySelectorAll(".edition"));
      var choices = Array.prototype.slice.call(document.querySelectorAll("[data-choose]"));
      root.classList.add("scripted");

      function show(language) {
        root.dataset.language = language;
        root.lang = language;
        editions.forEach(function (edition) {
          if (edition.dataset.edition === language) { document.title = edition.dataset.title; }
        });
        choices.forEach(function (choice) {
          if (choice.dataset.choose === language) { choice.setAttribute("aria-current", "true"); }
          else { choice.removeAttribute("aria-current"); }
        });
      }

      function fromAddress() {
        var target = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
        var edition = target && target.closest(".edition");
        return edition ? edition.dataset.edition : null;
      }

      choices.forEach(function (choice) {
        choice.addEventListener("click", function (event) {
          event.preventDefault();
          var shown = document.querySelector(".edition[data-edition='" + root.dataset.language + "']");
          var sections = shown ? Array.prototype.slice.call(shown.querySelectorAll(".section")) : [];
          var here = sections.filter(function (section) { return section.getBoundingClientRect().top < 120; }).pop();
          var language = choice.dataset.choose;
          var same = here && document.getElementById(here.id.replace(/^[a-z]+-/, language + "-"));
          show(language);
          if (same) { same.scrollIntoView(); } else { window.scrollTo(0, 0); }
          history.replaceState(null, "", "#" + (same ? same.id : language));
        });
      });
      window.addEventListener("hashchange", function () { var language = fromAddress(); if (language) { show(language); } });
      show(fromAddress() || root.dataset.language);

      function plain(text) { return text.normalize("NFD").replace(/[\\u0300-\\u036f]/g, "").toLowerCase(); }
      Array.prototype.forEach.call(document.querySelectorAll("[data-filter]"), function (filter) {
        var items = Array.prototype.slice.call(document.getElementById(filter.dataset.filter).children);
        var input = filter.querySelector("input");
        var count = filter.querySelector(".filter-count");
        filter.hidden = false;
        input.addEventListener("input", function () {
          var wanted = plain(input.value.trim());
          var found = 0;
          items.forEach(function (item) {
            var hit = plain(item.querySelector("summary").textContent).indexOf(wanted) >= 0;
            item.hidden = !hit;
            if (hit) { found += 1; }
          });
          count.textContent = wanted === "" ? "" : found === 0 ? count.dataset.none : found + " / " + items.length;
        });
      });

      window.addEventListener("beforeprint", function () {
        Array.prototype.forEach.call(document.querySelectorAll("details:not([open])"), function (details) {
          details.open = true;
          details.dataset.closed = "";
        });
      });
      window.addEventListener("afterprint", function () {
        Array.prototype.forEach.call(document.querySelectorAll("details[data-closed]"), function (details) {
          details.open = false;
          delete details.dataset.closed;
        });
      });
    })();

    """
}
