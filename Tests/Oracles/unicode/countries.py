"""Writes the table of countries: the language most used there among the official ones, and the
first zone that the tz database lists for it.

    pip install -r requirements.txt
    python countries.py
"""

import importlib.resources

import babel
import tzdata
from babel.core import get_global

from blob import literal, wrapped, write

# Kosovo has no code in ISO 3166, but the European Union and banks write XK.
EXTRA_ZONES = {"XK": "Europe/Belgrade"}
# Nobody lives there; no zone is listed.
UNINHABITED = {"BV": "UTC", "HM": "UTC"}
OFFICIAL = ("official", "de_facto_official")


def rows(name):
    text = importlib.resources.files("tzdata").joinpath("zoneinfo", name).read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


def first_zones():
    """The first zone of each country in zone.tab, passing over one that zone1970.tab gives to
    another country first (Europe/Simferopol, whose place two countries claim)."""
    owners = {row[2]: row[0].split(",")[0] for row in rows("zone1970.tab")}
    zones = {}
    for row in rows("zone.tab"):
        country, zone = row[0], row[2]
        if owners.get(zone, country) == country:
            zones.setdefault(country, zone)
    for row in rows("zone.tab"):
        zones.setdefault(row[0], row[2])
    return UNINHABITED | EXTRA_ZONES | zones


def language(country):
    """Of the official languages the one that most people use; of all where none is official."""
    found = get_global("territory_languages").get(country, {})
    found = {k: v for k, v in found.items() if k != "und"}
    official = {k: v for k, v in found.items() if v["official_status"] in OFFICIAL}
    candidates = official or found
    if not candidates:
        return "en"
    best = max(candidates, key=lambda k: candidates[k]["population_percent"])
    return "nb" if best == "no" else best.replace("_", "-")


def main():
    zones = first_zones()
    countries = sorted({row[0] for row in rows("iso3166.tab")} | set(EXTRA_ZONES))
    words = [f"{country} {language(country)} {zones[country]};" for country in countries]
    body = "/// The text from which `CountryDefaults` is read, once.\nenum CountryDefaultsData {\n"
    body += literal(
        "rows",
        "`country language zone;` with the country's two letters of ISO 3166-1.",
        wrapped(words),
    )
    facts = f"CLDR (Babel {babel.__version__}) and the tz database {tzdata.IANA_VERSION}"
    write("Sources/CarnetModel/Values/CountryDefaultsData.swift", "countries.py", facts, body + "\n}")


if __name__ == "__main__":
    main()
