// The word lists of the byline's grammar, in lower case but for the labels and the letters behind a name. They stand
// here and not in data/lexicon because the compiler makes their hash tables: bylines are looked for in each line of a
// head.
#pragma once

#include <string_view>

#include "structure/chars.h"

namespace wirecut {

// Ranks of those who write for the forces; they stand before the name. The longer ones first.
inline constexpr std::string_view kRanks[] = {"Airman 1st Class ",
                                              "Senior Airman ",
                                              "Airman ",
                                              "Staff Sgt. ",
                                              "Tech. Sgt. ",
                                              "Master Sgt. ",
                                              "Senior Master Sgt. ",
                                              "Chief Master Sgt. ",
                                              "Sgt. 1st Class ",
                                              "Sgt. Maj. ",
                                              "Gunnery Sgt. ",
                                              "Sgt. ",
                                              "Mass Communication Specialist 1st Class ",
                                              "Mass Communication Specialist 2nd Class ",
                                              "Mass Communication Specialist 3rd Class ",
                                              "Mass Communication Specialist Seaman ",
                                              "Petty Officer 1st Class ",
                                              "Petty Officer 2nd Class ",
                                              "Petty Officer 3rd Class ",
                                              "Lance Cpl. ",
                                              "Cpl. ",
                                              "Pfc. ",
                                              "Spc. ",
                                              "1st Lt. ",
                                              "2nd Lt. ",
                                              "Lt. Col. ",
                                              "Lt. Cmdr. ",
                                              "Lt. ",
                                              "Capt. ",
                                              "Maj. ",
                                              "Cmdr. "};

// What opens a byline.
inline constexpr std::string_view kLabels[] = {
    "-By ",          "By ",          "By: ",           "Author: ",     "Authors: ",
    "Byline: ",      "Reporter: ",   "Written by ",    "Reported by ", "Report by ",
    "Story by ",     "Text by ",     "Words by ",      "Posted by ",   "Published by ",
    "Analysis by ",  "Opinion by ",  "Commentary by ", "Compiled by ", "Special report by ",
    "Review by ",    "A report by ", "Words: ",        "Report: ",     "Guest post by ",
    "Interview by ", "Writer: ",     "From ",          "Written by: ", "Reported by: "};

// Words of job titles and desks. A piece that ends in one, or opens with one, is no name.
inline constexpr std::string_view kTitleWords[] = {
    "academic",      "agencies",     "agency",        "analyst",        "anchor",        "assistant",
    "associate",     "author",       "blogger",       "bureau",         "business",      "candidate",
    "chief",         "city",         "columnist",     "community",      "congressional", "contributing",
    "contributor",   "contributors", "correspondent", "correspondents", "courts",        "crime",
    "critic",        "culture",      "defence",       "defense",        "deputy",        "desk",
    "diplomatic",    "director",     "economics",     "economy",        "editor",        "editor-in-chief",
    "editorial",     "editors",      "education",     "energy",         "environment",   "executive",
    "features",      "fellow",       "film",          "foreign",        "freelance",     "guest",
    "health",        "home",         "intern",        "investigations", "journalist",    "lecturer",
    "legal",         "local",        "managing",      "medical",        "metro",         "military",
    "multimedia",    "national",     "news",          "newsroom",       "online",        "our",
    "parliamentary", "photographer", "political",     "politics",       "producer",      "prof",
    "professor",     "regional",     "religion",      "reporter",       "reporters",     "reporting",
    "researcher",    "royal",        "scholar",       "science",        "scientist",     "senior",
    "social",        "special",      "sport",         "sports",         "staff",         "student",
    "team",          "technology",   "transport",     "travel",         "university",    "video",
    "web",           "white",        "wire",          "world",          "writer",        "writers",
    "writing"};
inline constexpr WordSet kTitleWordsSet(kTitleWords);

// Capitalised words that open departments, decks and crossheads ("By Popular Demand"), but no name.
inline constexpr std::string_view kNoNames[] = {
    "a",          "about",       "after",
    "all",        "an",          "analysis",
    "and",        "are",         "as",
    "at",         "before",      "big",
    "best",       "breaking",    "but",
    "by",         "can",         "chapter",
    "comment",    "continue",    "copyright",
    "day",        "do",          "download",
    "due",        "for",         "free",
    "from",       "full",        "get",
    "he",         "here",        "how",
    "i",          "if",          "in",
    "inside",     "is",          "it",
    "its",        "key",         "last",
    "latest",     "live",        "main",
    "man",        "more",        "most",
    "new",        "no",          "not",
    "now",        "of",          "on",
    "one",        "opinion",     "or",
    "our",        "out",         "part",
    "photo",      "photos",      "pictures",
    "press",      "read",        "related",
    "report",     "review",      "see",
    "share",      "she",         "should",
    "so",         "stocks",      "story",
    "summary",    "the",         "their",
    "they",       "this",        "three",
    "to",         "today",       "top",
    "two",        "under",       "unions",
    "up",         "update",      "updated",
    "was",        "watch",       "we",
    "week",       "what",        "when",
    "where",      "who",         "why",
    "will",       "with",        "woman",
    "women",      "year",        "yesterday",
    "you",        "your",        "points",
    "trade",      "police",      "government",
    "prime",      "president",   "minister",
    "market",     "markets",     "shares",
    "oil",        "bank",        "founder",
    "director",   "general",     "head",
    "secretary",  "council",     "committee",
    "department", "institute",   "administration",
    "any",        "appointment", "default",
    "demand",     "invitation",  "popular",
    "governor",   "ambassador",  "consultant",
    "dear",       "former",      "acting",
    "deputy",     "senior",      "honorary",
    "war",        "deal",        "meet",
    "talks",      "election",    "court",
    "death",      "crisis",      "attack",
};
inline constexpr WordSet kNoNamesSet(kNoNames);

// Words that a line of bare names doesn't end in: "American League" is a crosshead.
inline constexpr std::string_view kNoSurnames[] = {"capsules", "conference", "cup",        "division", "league",
                                                   "results",  "roundup",    "scoreboard", "standings"};

// Parts of the world that correspondents are named for, and that no table of places has; in lower case.
inline constexpr std::string_view kBeats[] = {
    "africa",           "asia",    "asia-pacific", "east africa",     "europe",      "latin america", "middle east",
    "north of england", "pacific", "south asia",   "southern africa", "west africa", "westminster"};

// Words in lower case that stand inside of names.
inline constexpr std::string_view kParticles[] = {"al",  "ap",  "bin", "bint", "da",  "dal", "de",  "dei", "del", "den",
                                                  "der", "di",  "do",  "dos",  "du",  "el",  "ibn", "la",  "le",  "of",
                                                  "te",  "ten", "ter", "van",  "von", "y",   "zu",  "e",   "de'"};

// What stands behind a name and a comma and belongs to it.
inline constexpr std::string_view kSuffixes[] = {"Jr",  "Jr.",   "Sr",  "Sr.", "II",   "III", "IV",  "MD",  "M.D.",
                                                 "PhD", "Ph.D.", "MBA", "DSc", "DSc.", "BSc", "MSc", "FRCS"};

// Words that a part of an outlet ends in: "Example Valley News Service".
inline constexpr std::string_view kOffices[] = {"service", "services", "newspapers", "group", "bureau", "desk"};

}  // namespace wirecut
