// Tells, on a page that shows it, what was decided elsewhere, and renews what the page says of it. It moves neither the
// focus nor what is being read, and leaves alone what was typed.
(() => {
  const REST = 1_500;
  let { since } = document.body.dataset;
  if (!since || !window.Worker) return;
  const line = document.getElementById("live");
  const isShared = "SharedWorker" in window;
  const here = line.dataset.page ?? location.pathname;
  let lines = 0;
  let isLeaving = false;
  let isTold = false;

  const shows = (page) =>
    page === here || "all" in line.dataset || document.querySelector(`main a[href="${CSS.escape(page)}"]`) !== null;

  const moment = (at) => {
    const time = new Date(at);
    return Date.now() - time < 120_000 ? "just now" : `at ${time.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })}`;
  };

  const button = (words, does, label = words) => {
    const made = document.createElement("button");
    made.className = "plain";
    made.textContent = words;
    made.ariaLabel = label;
    made.addEventListener("click", does);
    return made;
  };
  const putAway = () => {
    lines = 0;
    line.replaceChildren();
    document.getElementById("main").focus({ preventScroll: true });
  };
  const say = (words, address) => {
    const show = document.createElement("a");
    show.href = address;
    show.textContent = "show";
    line.replaceChildren(`${words}${lines ? ` (and ${lines} before)` : ""} — `, show, button("×", putAway, "Put this away"));
    lines += 1;
  };
  // A page that is a picture of the whole record is not made anew under the reader's eyes: it offers that.
  const offerReload = () => {
    if (line.querySelector(".again")) return;
    if (!line.firstChild) line.replaceChildren("The record was changed just now", button("×", putAway, "Put this away"));
    const again = button("Load again", () => location.reload());
    again.classList.add("again");
    line.lastChild.before(" ", again);
  };

  // What is renewed at once is left until the focus is elsewhere; what may shift the text waits until it is asked for.
  const renew = (when, pages) => {
    for (const each of document.querySelectorAll(`[data-renews="${when}"]`)) {
      if (pages && each.dataset.of && !pages.includes(each.dataset.of)) continue;
      const parts = [...document.querySelectorAll(each.getAttribute("hx-select-oob"))];
      const busy = parts.find((part) => part.contains(document.activeElement));
      if (busy) busy.addEventListener("focusout", () => setTimeout(renew, 0, when, pages), { once: true });
      else htmx.trigger(each, "renew");
    }
  };

  const hear = {
    decision({ what, at, address }) {
      const [page] = address.split("#");
      if (!shows(page)) return;
      isTold ||= page === here;
      say(`${what} ${moment(at)}`, address);
    },
    derivation({ pages }) {
      if (pages?.includes(here) && !isTold) say("This was changed just now", `${here}#history`);
      if ("reloads" in line.dataset && pages?.length !== 0) offerReload();
      isTold = false;
      renew("at once", pages);
    },
  };

  const receive = ({ data: news }) => {
    const [now, before] = [news.id, since].map((id) => id.split(".").map(Number));
    if (isLeaving || now.every((number, place) => number <= before[place])) return;
    since = news.id;
    hear[news.kind](news);
  };

  line.addEventListener("click", (event) => {
    if (event.target.pathname === here) {
      event.preventDefault();
      renew("asked");
      document.querySelector(event.target.hash).scrollIntoView();
    }
  });

  // What is decided here leads to a page of its own, which knows it already.
  addEventListener("submit", ({ target, defaultPrevented }) => {
    isLeaving ||= target.method === "post" && !defaultPrevented;
  });
  addEventListener("pageshow", () => (isLeaving = false));

  const begin = () => {
    others.disconnect();
    const held = isShared ? new SharedWorker(line.dataset.worker, { name: "live" }).port : new Worker(line.dataset.worker);
    const listen = () => held.postMessage(since);
    const leave = () => held.postMessage("");
    held.onmessage = receive;
    addEventListener("pagehide", leave);
    addEventListener("pageshow", ({ persisted }) => persisted && listen());
    if (!isShared) document.addEventListener("visibilitychange", () => (document.hidden ? leave() : listen()));
    listen();
  };

  // It begins when the page has come to rest, so that nothing of the page waits for it; what happened until then is told.
  let rest = 0;
  const wait = () => {
    clearTimeout(rest);
    rest = setTimeout(begin, REST);
  };
  const others = new PerformanceObserver(wait);
  others.observe({ type: "resource" });
  wait();
})();
