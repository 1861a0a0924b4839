/// What every page does with script: live progress, filters, forms that check as one writes. Pages work without it.
enum AppScript {
  static let text = """
    (function () {
      "use strict";
      document.documentElement.classList.add("scripted");

      // Long runs tell how far they are; the last word says where to go on.
      window.etappRun = function (box) {
        var state = box.querySelector(".run-state") || box;
        var bar = box.querySelector("progress");
        var source = new EventSource(box.dataset.events);
        function take(event) {
          var news = JSON.parse(event.data);
          state.textContent = news.words;
          if (bar && news.steps) { bar.max = news.steps; bar.value = news.step - 1 + (news.gap == null ? 0 : Math.max(0, 1 - news.gap)); }
          return news;
        }
        source.addEventListener("progress", take);
        source.addEventListener("end", function (event) {
          source.close();
          var news = take(event);
          if (news.href) {
            var link = document.createElement("a");
            link.href = news.href;
            link.textContent = news.link;
            var line = document.createElement("p");
            line.append(link);
            box.append(line);
          }
          if (news.done) { location.replace(box.dataset.to || news.done); }
          if (news.failed && bar) { bar.remove(); }
        });
        source.onerror = function () { source.close(); };
        return source;
      };
      document.querySelectorAll(".run[data-events]").forEach(window.etappRun);

      // What others change is told, while the page is looked at.
      var changes = document.getElementById("changes"), listener = null;
      function hear() {
        if (document.hidden || !changes) { if (listener) { listener.close(); listener = null; } return; }
        if (listener) { return; }
        listener = new EventSource(changes.dataset.events);
        listener.addEventListener("change", function (event) {
          changes.querySelector("span").textContent = JSON.parse(event.data).words;
          changes.querySelector("a").href = location.href;
          changes.hidden = false;
        });
        listener.onerror = function () { if (listener && listener.readyState === 2) { listener = null; } };
      }
      document.addEventListener("visibilitychange", hear);
      hear();

      // Lists that can be searched.
      document.querySelectorAll("input[data-filter]").forEach(function (field) {
        field.addEventListener("input", function () {
          var wanted = field.value.trim().toLocaleLowerCase();
          document.querySelectorAll(field.dataset.filter).forEach(function (row) {
            row.hidden = wanted !== "" && !row.textContent.toLocaleLowerCase().includes(wanted);
          });
        });
      });

      // What is written is read while it is written: a text, or the fields of a form.
      document.querySelectorAll("[data-check]").forEach(function (field) {
        var box = document.getElementById(field.dataset.box), waiting, asked = 0;
        var isForm = field.tagName === "FORM", form = isForm ? field : field.form;
        field.addEventListener("input", function () {
          clearTimeout(waiting);
          waiting = setTimeout(function () {
            var number = ++asked;
            fetch(field.dataset.check, {
              method: "POST", headers: { "content-type": "application/x-www-form-urlencoded", "x-csrf": form.elements.csrf.value },
              body: isForm ? new URLSearchParams(new FormData(form)) : new URLSearchParams({ text: field.value })
            }).then(function (answer) { return answer.ok ? answer.text() : ""; }).then(function (markup) {
              if (number === asked && markup) { box.innerHTML = markup; }
            });
          }, 350);
        });
      });
    })();
    """
}

/// The board with script: cards are dragged, or moved by the menu, and the answer comes without a new page.
enum BoardScript {
  static let text = """
    (function () {
      "use strict";
      var board = document.getElementById("board"), verdict = document.getElementById("verdict"), listening = null, asked = 0;
      if (!board) { return; }

      function listen() {
        if (listening) { listening.close(); listening = null; }
        var box = verdict.querySelector(".suggestion[data-events]");
        if (box) { listening = window.etappRun(box); }
      }

      // The page for an address, its board and verdict put in the place of these.
      function show(address, focus) {
        var number = ++asked;
        if (listening) { listening.close(); listening = null; }
        return fetch(address, { headers: { accept: "text/html" } }).then(function (answer) {
          if (!answer.ok) { location.assign(address); return null; }
          return answer.text();
        }).then(function (markup) {
          if (!markup || number !== asked) { return; }
          var page = new DOMParser().parseFromString(markup, "text/html");
          var open = board.querySelector("details") && board.querySelector("details").open;
          board.replaceChildren.apply(board, Array.from(page.getElementById("board").childNodes));
          board.dataset.query = page.getElementById("board").dataset.query;
          verdict.replaceChildren.apply(verdict, Array.from(page.getElementById("verdict").childNodes));
          if (open && board.querySelector("details")) { board.querySelector("details").open = true; }
          if (focus) {
            var card = board.querySelector('[data-place="' + CSS.escape(focus) + '"] select');
            if (card) { card.focus(); }
          }
          listen();
        });
      }

      function go(place, to) {
        var fields = new URLSearchParams(board.dataset.query);
        fields.append("place", place);
        fields.append("to", to);
        show("/plan?" + fields, place).then(function () {
          history.pushState(null, "", "/plan?" + board.dataset.query);
        });
      }

      board.addEventListener("submit", function (event) {
        var form = event.target.closest("form.move");
        if (!form) { return; }
        event.preventDefault();
        go(form.elements.place.value, form.elements.to.value);
      });
      window.addEventListener("popstate", function () { show(location.href); });

      var dragged = null;
      board.addEventListener("dragstart", function (event) {
        var card = event.target.closest(".place-card");
        if (!card) { return; }
        dragged = card;
        card.classList.add("dragging");
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", card.dataset.place);
      });
      board.addEventListener("dragend", function () {
        if (dragged) { dragged.classList.remove("dragging"); }
        board.querySelectorAll(".target").forEach(function (column) { column.classList.remove("target"); });
        dragged = null;
      });
      function column(event) {
        var found = event.target.closest(".board-column");
        return found && dragged && !found.contains(dragged) ? found : null;
      }
      board.addEventListener("dragover", function (event) {
        var found = column(event);
        board.querySelectorAll(".target").forEach(function (other) { if (other !== found) { other.classList.remove("target"); } });
        if (!found) { return; }
        event.preventDefault();
        found.classList.add("target");
      });
      board.addEventListener("drop", function (event) {
        var found = column(event);
        if (!found) { return; }
        event.preventDefault();
        var place = dragged.dataset.place, to = found.dataset.to;
        // The card goes where it was let go at once; the answer corrects what it must.
        found.querySelector(".cards").prepend(dragged);
        go(place, to);
      });
      listen();
    })();
    """
}

/// The map with script: the library draws it, and what is chosen in the table is chosen on the map.
enum MapScript {
  static let text = """
    (function () {
      "use strict";
      var place = document.getElementById("map");
      if (!place || !window.L) { return; }
      var L = window.L, signs = {}, rows = {}, chosen = null;
      document.getElementById("drawn-map").hidden = true;
      place.hidden = false;
      var map = L.map(place, { zoomSnap: 0.25, preferCanvas: true });
      map.attributionControl.setPrefix("");
      var style = getComputedStyle(document.documentElement);
      function colour(name) { return style.getPropertyValue(name).trim(); }

      if (place.dataset.tiles) {
        var credit = document.createElement("span");
        credit.textContent = place.dataset.attribution;
        L.tileLayer(place.dataset.tiles, { attribution: credit.innerHTML, maxZoom: 18 }).addTo(map);
      }

      // People, shaded by how long they travel to the nearest open office.
      var shading = document.getElementById("shading"), shade = document.getElementById("f-shade"), people = null, wanted = 0;
      shading.hidden = false;
      map.createPane("people").style.zIndex = 350;
      var renderer = L.canvas({ pane: "people" });
      shade.addEventListener("change", function () {
        var number = ++wanted;
        shading.querySelector(".shades").hidden = shade.value === "";
        if (people) { people.remove(); people = null; }
        if (shade.value === "") { return; }
        fetch(place.dataset.people + "&round=" + encodeURIComponent(shade.value)).then(function (answer) { return answer.json(); }).then(function (data) {
          if (number !== wanted) { return; }
          people = L.layerGroup(data.points.map(function (point) {
            return L.circleMarker([point[0], point[1]], {
              renderer: renderer, interactive: false, stroke: false, fillOpacity: 0.75, fillColor: colour("--shade-" + point[3]),
              radius: Math.max(1.5, Math.min(9, Math.sqrt(point[2]) / 12))
            });
          })).addTo(map);
        });
      });

      document.querySelectorAll("#places a[data-place]").forEach(function (link) {
        rows[link.dataset.place] = link.closest("tr");
      });

      function choose(id, scrolls) {
        if (chosen) { toggle(chosen, false); }
        chosen = id;
        toggle(id, true);
        if (scrolls && rows[id]) { rows[id].scrollIntoView({ block: "nearest" }); }
      }
      function toggle(id, on) {
        if (rows[id]) { rows[id].classList.toggle("chosen", on); }
        var element = signs[id] && signs[id].getElement && signs[id].getElement();
        if (element) { element.querySelector("svg").classList.toggle("chosen", on); }
      }

      Promise.all([fetch(place.dataset.background), fetch(place.dataset.points)]).then(function (answers) {
        return Promise.all(answers.map(function (answer) { return answer.json(); }));
      }).then(function (data) {
        var ground = L.geoJSON(data[0], {
          interactive: false,
          pointToLayer: function (feature, at) { return L.circleMarker(at, { radius: 3 }); },
          style: function (feature) {
            return feature.properties.kind === "layer"
              ? { color: colour("--bad"), weight: 1, fillOpacity: 0.12 }
              : { color: colour("--line"), weight: 1, fillColor: colour("--surface"), fillOpacity: place.dataset.tiles ? 0 : 1 };
          }
        });
        var bounds = L.latLngBounds(data[1].map(function (point) { return [point.lat, point.lon]; }));
        if (ground.getBounds().isValid()) { bounds.extend(ground.getBounds()); }
        // The view first: the library draws nothing before it knows where it is.
        map.fitBounds(bounds, { padding: [12, 12] });
        ground.addTo(map);
        data[1].forEach(function (point) {
          var at = [point.lat, point.lon];
          if (point.round == null) {
            L.circleMarker(at, {
              radius: point.symbol ? 3 : 2.5, weight: 1, color: colour("--soft"), fillColor: point.symbol ? colour("--surface") : colour("--soft"), fillOpacity: 1
            }).bindTooltip(words(point)).addTo(map).on("click", function () { if (point.href) { location.assign(point.href); } });
            return;
          }
          var icon = L.divIcon({ className: "round-" + (point.round % 6 + 1), iconSize: [24, 24], html: sign(point) });
          signs[point.id] = L.marker(at, { icon: icon, keyboard: true, alt: point.name, title: "" })
            .bindTooltip(words(point)).addTo(map)
            .on("click", function () { choose(point.id, true); });
          if (rows[point.id]) {
            rows[point.id].addEventListener("click", function (event) {
              if (event.target.closest("a")) { return; }
              choose(point.id, false);
              map.panTo(at);
            });
            rows[point.id].addEventListener("focusin", function () { choose(point.id, false); });
          }
        });
      });

      function words(point) {
        var box = document.createElement("span"), name = document.createElement("strong");
        name.textContent = point.name;
        box.append(name, document.createElement("br"), point.words);
        return box;
      }
      function sign(point) {
        var svg = '<svg class="map-sign" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true"><path/><text x="12" y="16"></text></svg>';
        var box = new DOMParser().parseFromString(svg, "text/html").querySelector("svg");
        box.querySelector("path").setAttribute("d", point.symbol);
        box.querySelector("text").textContent = point.round + 1;
        return box;
      }
    })();
    """
}
