// How the map looks: borders and names below, incidents above. Every line and letter is drawn here or is from this server.
import { colour } from "./palette.mjs";

// Names in English, in Arabic where it is known, or both.
export const nameIn = (language) => {
  if (language === "ar") return ["coalesce", ["get", "ar"], ["get", "en"]];
  return language === "both" ? ["case", ["has", "ar"], ["concat", ["get", "en"], "\n", ["get", "ar"]], ["get", "en"]] : ["get", "en"];
};

// The same marks as on all pages: what is sure is full, what is claimed or contested a ring.
const byCertainty = (...names) => ["match", ["get", "certainty"], ...names.slice(0, -1).flatMap((name, rank) => [rank, colour(name)]), colour(names.at(-1))];
const isName = ["==", ["geometry-type"], "Point"];
const several = [">", ["get", "number"], 1];
const brief = ["case", [">=", ["get", "number"], 1000], ["concat", ["to-string", ["/", ["round", ["/", ["get", "number"], 100]], 10]], "k"], ["to-string", ["get", "number"]]];

export const makeStyle = ({ countries, provinces, areas, points, language }) => {
  const halo = { "text-halo-color": colour("land"), "text-halo-width": 1.4 };
  const soft = { "text-color": colour("soft"), ...halo };
  return {
    version: 8,
    sources: {
      countries: { type: "geojson", data: countries },
      provinces: { type: "geojson", data: provinces },
      areas: { type: "geojson", data: areas },
      points: { type: "geojson", data: points, cluster: true, clusterRadius: 34, clusterMaxZoom: 9, clusterProperties: { number: ["+", ["get", "number"]] } },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": colour("sea") } },
      { id: "land", type: "fill", source: "countries", paint: { "fill-color": colour("land"), "fill-antialias": false } },
      { id: "provinces", type: "line", source: "provinces", minzoom: 3.5, paint: { "line-color": colour("province"), "line-width": 0.8 } },
      { id: "borders", type: "line", source: "countries", paint: { "line-color": colour("border"), "line-width": 1 } },
      { id: "areas", type: "fill", source: "areas", paint: { "fill-color": colour("reported"), "fill-opacity": 0.16 } },
      { id: "area-edges", type: "line", source: "areas", paint: { "line-color": colour("reported"), "line-width": 1.6, "line-dasharray": [3, 2] } },
      { id: "many", type: "circle", source: "points", filter: several, paint: { "circle-color": colour("reported"), "circle-stroke-color": colour("paper"), "circle-stroke-width": 1.5, "circle-radius": ["interpolate", ["linear"], ["log10", ["get", "number"]], 0.3, 11, 4, 34] } },
      { id: "points", type: "circle", source: "points", filter: ["!", several], paint: { "circle-color": byCertainty("confirmed", "reported", "mark-paper"), "circle-radius": 6, "circle-stroke-color": byCertainty("paper", "paper", "claimed", "contested", "denied"), "circle-stroke-width": ["match", ["get", "certainty"], [0, 1], 1.5, 2.5] } },
      { id: "province-names", type: "symbol", source: "provinces", filter: isName, minzoom: 5, layout: { "text-field": nameIn(language), "text-size": 11 }, paint: soft },
      { id: "country-names", type: "symbol", source: "countries", filter: isName, layout: { "text-field": nameIn(language), "text-size": 12.5, "text-transform": "uppercase", "text-letter-spacing": 0.06 }, paint: soft },
      { id: "many-numbers", type: "symbol", source: "points", filter: several, layout: { "text-field": brief, "text-size": 12, "text-allow-overlap": true }, paint: { "text-color": colour("ink"), "text-halo-color": colour("reported"), "text-halo-width": 1 } },
      { id: "area-names", type: "symbol", source: "areas", layout: { "text-field": ["concat", ["get", "name"], ": ", ["to-string", ["get", "number"]]], "text-size": 11.5, "text-variable-anchor": ["top", "bottom", "left", "right"], "text-radial-offset": 1.6 }, paint: { "text-color": colour("ink"), ...halo } },
    ],
  };
};
