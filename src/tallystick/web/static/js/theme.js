// The theme that the reader chose, kept in this browser; without a choice, the system's.
(() => {
  const root = document.documentElement;
  const chosen = localStorage.getItem("theme");
  if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
  // On a small screen the list comes first, and what narrows it down opens on demand.
  document.addEventListener("DOMContentLoaded", () => {
    if (matchMedia("(max-width: 60rem)").matches) document.querySelector("details.narrowing")?.removeAttribute("open");
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-theme-switch]")) return;
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    localStorage.setItem("theme", root.dataset.theme);
  });
})();
