import type { Country } from "./people.ts";

/** What an address has to agree with. */
export interface CityFacts {
  readonly state: string;
  /** Hours ahead of UTC in winter. */
  readonly winter: number;
  /** Codes of the city; in GB the outward code and in NL the digits, since the rest is one street's own. */
  readonly codes: readonly string[];
}

/** Real cities with real postal codes; where a code names a few houses, only its first part is real. */
export const cities: Readonly<Record<Country, Readonly<Record<string, CityFacts>>>> = {
  DE: {
    Berlin: { state: "Berlin", winter: 1, codes: ["10115", "10437", "10827", "10999", "12043", "13353"] },
    Hamburg: { state: "Hamburg", winter: 1, codes: ["20095", "20257", "22083", "22765"] },
    München: { state: "Bayern", winter: 1, codes: ["80331", "80469", "80799", "81541"] },
    Nürnberg: { state: "Bayern", winter: 1, codes: ["90402", "90429", "90461"] },
    Köln: { state: "Nordrhein-Westfalen", winter: 1, codes: ["50667", "50733", "50823", "50968"] },
    Düsseldorf: { state: "Nordrhein-Westfalen", winter: 1, codes: ["40210", "40223", "40477"] },
    "Frankfurt am Main": { state: "Hessen", winter: 1, codes: ["60311", "60316", "60486"] },
    Stuttgart: { state: "Baden-Württemberg", winter: 1, codes: ["70173", "70197", "70565"] },
    Freiburg: { state: "Baden-Württemberg", winter: 1, codes: ["79098", "79102", "79117"] },
    Leipzig: { state: "Sachsen", winter: 1, codes: ["04103", "04177", "04275"] },
    Dresden: { state: "Sachsen", winter: 1, codes: ["01067", "01099", "01307"] },
    Hannover: { state: "Niedersachsen", winter: 1, codes: ["30159", "30167", "30449"] },
    Bremen: { state: "Bremen", winter: 1, codes: ["28195", "28203", "28217"] },
    Kiel: { state: "Schleswig-Holstein", winter: 1, codes: ["24103", "24114"] },
  },
  FR: {
    Paris: {
      state: "Île-de-France",
      winter: 1,
      codes: ["75003", "75010", "75011", "75014", "75018", "75020"],
    },
    Montreuil: { state: "Île-de-France", winter: 1, codes: ["93100"] },
    Lyon: { state: "Auvergne-Rhône-Alpes", winter: 1, codes: ["69003", "69004", "69007"] },
    Grenoble: { state: "Auvergne-Rhône-Alpes", winter: 1, codes: ["38000", "38100"] },
    Marseille: { state: "Provence-Alpes-Côte d’Azur", winter: 1, codes: ["13002", "13006", "13008"] },
    Nice: { state: "Provence-Alpes-Côte d’Azur", winter: 1, codes: ["06000", "06100", "06300"] },
    Toulouse: { state: "Occitanie", winter: 1, codes: ["31000", "31200", "31400"] },
    Montpellier: { state: "Occitanie", winter: 1, codes: ["34000", "34070"] },
    Bordeaux: { state: "Nouvelle-Aquitaine", winter: 1, codes: ["33000", "33200", "33800"] },
    Nantes: { state: "Pays de la Loire", winter: 1, codes: ["44000", "44200", "44300"] },
    Rennes: { state: "Bretagne", winter: 1, codes: ["35000", "35200", "35700"] },
    Lille: { state: "Hauts-de-France", winter: 1, codes: ["59000", "59800"] },
    Strasbourg: { state: "Grand Est", winter: 1, codes: ["67000", "67100"] },
    Dijon: { state: "Bourgogne-Franche-Comté", winter: 1, codes: ["21000"] },
  },
  GB: {
    London: { state: "England", winter: 0, codes: ["E2", "E8", "N1", "NW5", "SE15", "SW9", "W12"] },
    Manchester: { state: "England", winter: 0, codes: ["M1", "M4", "M14", "M20"] },
    Birmingham: { state: "England", winter: 0, codes: ["B1", "B13", "B29"] },
    Leeds: { state: "England", winter: 0, codes: ["LS1", "LS6", "LS8"] },
    Sheffield: { state: "England", winter: 0, codes: ["S1", "S7", "S11"] },
    Bristol: { state: "England", winter: 0, codes: ["BS1", "BS3", "BS6"] },
    Nottingham: { state: "England", winter: 0, codes: ["NG1", "NG7"] },
    "Newcastle upon Tyne": { state: "England", winter: 0, codes: ["NE1", "NE2", "NE6"] },
    Liverpool: { state: "England", winter: 0, codes: ["L1", "L8", "L17"] },
    Edinburgh: { state: "Scotland", winter: 0, codes: ["EH1", "EH6", "EH9"] },
    Glasgow: { state: "Scotland", winter: 0, codes: ["G1", "G12", "G41"] },
    Cardiff: { state: "Wales", winter: 0, codes: ["CF10", "CF11", "CF24"] },
    Belfast: { state: "Northern Ireland", winter: 0, codes: ["BT1", "BT7", "BT9"] },
  },
  NL: {
    Amsterdam: { state: "Noord-Holland", winter: 1, codes: ["1012", "1054", "1074", "1091"] },
    Haarlem: { state: "Noord-Holland", winter: 1, codes: ["2011", "2021"] },
    Rotterdam: { state: "Zuid-Holland", winter: 1, codes: ["3011", "3022", "3061"] },
    "Den Haag": { state: "Zuid-Holland", winter: 1, codes: ["2511", "2563", "2585"] },
    Leiden: { state: "Zuid-Holland", winter: 1, codes: ["2311", "2321"] },
    Utrecht: { state: "Utrecht", winter: 1, codes: ["3511", "3532", "3581"] },
    Amersfoort: { state: "Utrecht", winter: 1, codes: ["3811", "3818"] },
    Eindhoven: { state: "Noord-Brabant", winter: 1, codes: ["5611", "5616", "5652"] },
    Tilburg: { state: "Noord-Brabant", winter: 1, codes: ["5011", "5038"] },
    Groningen: { state: "Groningen", winter: 1, codes: ["9711", "9717", "9725"] },
    Nijmegen: { state: "Gelderland", winter: 1, codes: ["6511", "6525"] },
    Arnhem: { state: "Gelderland", winter: 1, codes: ["6811", "6821"] },
    Maastricht: { state: "Limburg", winter: 1, codes: ["6211", "6221"] },
    Zwolle: { state: "Overijssel", winter: 1, codes: ["8011", "8021"] },
  },
  US: {
    "New York": { state: "NY", winter: -5, codes: ["10003", "10011", "10025", "10128"] },
    Brooklyn: { state: "NY", winter: -5, codes: ["11201", "11215", "11231"] },
    Boston: { state: "MA", winter: -5, codes: ["02116", "02127", "02130"] },
    Philadelphia: { state: "PA", winter: -5, codes: ["19103", "19123", "19147"] },
    Atlanta: { state: "GA", winter: -5, codes: ["30307", "30309", "30312"] },
    Raleigh: { state: "NC", winter: -5, codes: ["27601", "27605", "27608"] },
    Columbus: { state: "OH", winter: -5, codes: ["43206", "43212", "43215"] },
    Chicago: { state: "IL", winter: -6, codes: ["60607", "60614", "60622", "60647"] },
    Austin: { state: "TX", winter: -6, codes: ["78702", "78704", "78745"] },
    Minneapolis: { state: "MN", winter: -6, codes: ["55401", "55408", "55413"] },
    Denver: { state: "CO", winter: -7, codes: ["80202", "80205", "80211"] },
    "Salt Lake City": { state: "UT", winter: -7, codes: ["84102", "84105"] },
    Seattle: { state: "WA", winter: -8, codes: ["98103", "98109", "98122"] },
    Portland: { state: "OR", winter: -8, codes: ["97202", "97209", "97214"] },
    "San Francisco": { state: "CA", winter: -8, codes: ["94103", "94110", "94117"] },
    "San Diego": { state: "CA", winter: -8, codes: ["92101", "92104", "92116"] },
  },
};
