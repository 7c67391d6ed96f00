// Pointing at words shows what was read there, and the other way round.
(() => {
  const light = (keys, on) => {
    for (const key of keys) {
      for (const each of document.querySelectorAll(`[data-mentions~="${key}"], [data-mention="${key}"]`)) each.classList.toggle("lit", on);
    }
  };
  const keysOf = (target) => {
    const found = target.closest("[data-mentions], [data-mention]");
    return found ? (found.dataset.mentions ?? found.dataset.mention).split(" ") : [];
  };
  document.addEventListener("mouseover", (event) => light(keysOf(event.target), true));
  document.addEventListener("mouseout", (event) => light(keysOf(event.target), false));
  document.addEventListener("focusin", (event) => light(keysOf(event.target), true));
  document.addEventListener("focusout", (event) => light(keysOf(event.target), false));
  document.addEventListener("click", (event) => {
    const words = event.target.closest(".text [data-mentions]");
    if (!words) return;
    event.preventDefault();
    const item = document.querySelector(`[data-mention="${words.dataset.mentions.split(" ")[0]}"]`);
    item?.scrollIntoView({ block: "nearest" });
    item?.querySelector("a")?.focus();
  });
})();
