// The colours of the palette as the theme has them now: only a property that is a colour is worked out by the browser. A
// map keeps them where others are forced upon the page, else it would be all of one.
export const colour = (name) => {
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.forcedColorAdjust = "none";
  probe.style.color = `var(--${name})`;
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
};
export const onThemeChange = (act) => {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", act);
  new MutationObserver(act).observe(document.documentElement, { attributeFilter: ["data-theme"] });
};
