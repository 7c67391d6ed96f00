// The map of incidents: what stands on it, what opens on a click, the names, and the days that are shown.
import { collection, makeIncidents } from "./incidents.mjs";
import { onThemeChange } from "./palette.mjs";
import { makeStyle, nameIn } from "./style.mjs";
import { makeTable } from "./table.mjs";

const at = document.getElementById("map");
const json = async (url) => (await fetch(url)).json();
const places = json(at.dataset.places);
const reached = (part) => performance.mark(`map-${part}`);
const { Map: MapLibre, NavigationControl, ScaleControl, setRTLTextPlugin, setWorkerUrl } = await import(at.dataset.library);
setWorkerUrl(new URL(at.dataset.worker, location.href).href);
setRTLTextPlugin(new URL(at.dataset.rightToLeft, location.href).href, true);
reached("library");
const incidents = makeIncidents(await places);
reached("places");

const names = document.getElementById("map-names");
const until = document.getElementById("shown-until");
const span = document.getElementById("shown-days");
const play = document.getElementById("play");
const day = document.getElementById("day");
names.value = localStorage.getItem("map-names") ?? names.value;
if (incidents.last > incidents.first) { until.max = String(incidents.last - incidents.first); until.value = until.max; }

const EPOCH = 719163; // The ordinal of 1 January 1970.
const FAR = 1e9;
const isoDay = (ordinal) => new Date((ordinal - EPOCH) * 86400000).toISOString().slice(0, 10);
const days = () => {
  const to = until.value === until.max ? FAR : incidents.first + Number(until.value);
  const from = Number(span.value) ? Math.min(to, incidents.last) - Number(span.value) + 1 : -1;
  return { from, to };
};
const tellDay = () => {
  if (!Number.isFinite(incidents.first)) return;
  day.textContent = isoDay(incidents.first + Number(until.value));
  until.setAttribute("aria-valuetext", day.textContent);
};

let countries = collection([]);
let provinces = collection([]);
const style = () => {
  const { from, to } = days();
  return makeStyle({ countries, provinces, areas: incidents.areasBetween(from, to), points: incidents.pointsBetween(from, to), language: names.value });
};
const map = new MapLibre({ container: at, bounds: incidents.bounds, fitBoundsOptions: { padding: 36, maxZoom: 8 }, attributionControl: false, fadeDuration: 0, style: style() });
map.addControl(new NavigationControl({ showCompass: false }));
map.addControl(new ScaleControl());
map.once("load", () => {
  at.dataset.ready = "true";
  reached("ready");
  drawBorders();
  map.on("zoomend", drawBorders);
  map.once("idle", () => { at.dataset.drawn = "true"; reached("drawn"); });
});
onThemeChange(() => map.setStyle(style()));
tellDay();

// What an address gives of one place, in the days that are shown.
const ofPlace = (base, place) => {
  const url = new URL(base, location.href);
  const { from, to } = days();
  url.searchParams.append("place", place);
  if (from > 0) url.searchParams.set("since", isoDay(from));
  if (to !== FAR) url.searchParams.set("until", isoDay(to));
  return url.pathname + url.search;
};
const table = makeTable({
  rows: () => incidents.rowsBetween(days().from, days().to),
  address: (place) => ofPlace(at.dataset.incidents, place),
  days: () => {
    const { from, to } = days();
    if (to === FAR && from < 0) return "on all days";
    return from < 0 ? `up to ${day.textContent}` : `from ${isoDay(from)} to ${day.textContent}`;
  },
});

const show = () => {
  const { from, to } = days();
  tellDay();
  table.renew();
  map.getSource("points").setData(incidents.pointsBetween(from, to));
  map.getSource("areas").setData(incidents.areasBetween(from, to));
};
until.addEventListener("input", show);
span.addEventListener("change", show);
names.addEventListener("change", () => {
  localStorage.setItem("map-names", names.value);
  for (const layer of ["country-names", "province-names"]) map.setLayoutProperty(layer, "text-field", nameIn(names.value));
});

// Borders come when the incidents are drawn and can be used: coarse ones of the countries until one looks closer, then
// fine ones and those of the provinces.
const [FROM_AFAR, FINE] = ["/map/countries-from-afar.json", "/map/countries.json"].map((path) => new URL(path, location.href).href);
const CLOSE = 3.5;
const MOST_COUNTRIES = 12;
const drawCountries = (outline) => {
  countries = outline;
  map.getSource("countries").setData(countries);
};
const drawProvinces = async () => {
  const codes = at.dataset.countries.split(" ").filter(Boolean).slice(0, MOST_COUNTRIES);
  const told = await Promise.all(codes.map((code) => json(`/map/provinces/${code}.json`)));
  const features = told.flatMap((each) => each.features);
  provinces = collection(features);
  incidents.learnBorders(features);
  map.getSource("provinces").setData(provinces);
  const { from, to } = days();
  map.getSource("areas").setData(incidents.areasBetween(from, to));
};
const drawBorders = () => {
  const isClose = map.getZoom() >= CLOSE;
  if (isClose && countries !== FINE) {
    drawCountries(FINE);
    drawProvinces();
  } else if (countries !== FINE && countries !== FROM_AFAR) drawCountries(FROM_AFAR);
};

// One incident is opened; several are listed under the map.
const open = async ({ place, name, incident }) => {
  if (incident && incident !== "null") {
    location.href = `/incidents/${incident}`;
    return;
  }
  const part = document.getElementById("place");
  part.hidden = false;
  part.querySelector("h2").textContent = name;
  await htmx.ajax("GET", ofPlace(at.dataset.at, place), "#at-place");
  part.querySelector("h2").focus();
};
map.on("click", "points", ({ features }) => { open(features[0].properties); });
map.on("click", "many", async ({ features }) => {
  const { cluster_id: cluster, ...several } = features[0].properties;
  if (cluster === undefined) {
    open(several);
    return;
  }
  const zoom = await map.getSource("points").getClusterExpansionZoom(cluster);
  map.easeTo({ center: features[0].geometry.coordinates, zoom });
});
map.on("click", "areas", ({ features, point }) => {
  if (map.queryRenderedFeatures(point, { layers: ["points", "many"] }).length) return;
  open(features[0].properties);
});
for (const layer of ["points", "areas", "many"]) {
  map.on("mouseenter", layer, () => { map.getCanvas().classList.add("pointing"); });
  map.on("mouseleave", layer, () => { map.getCanvas().classList.remove("pointing"); });
}

let running = null;
const stop = () => { clearInterval(running); running = null; play.textContent = "Play"; };
play.addEventListener("click", () => {
  if (running) {
    stop();
    return;
  }
  play.textContent = "Stop";
  if (until.value === until.max) until.value = "0";
  const step = Math.max(1, Math.round(Number(until.max) / 120));
  running = setInterval(() => {
    until.value = String(Number(until.value) + step);
    show();
    if (until.value === until.max) stop();
  }, 120);
});
